package org.knudsen.fluid;

import java.util.List;
import java.util.OptionalDouble;
import org.knudsen.time.BlockLinearPart;
import org.knudsen.time.LinearPart;
import org.knudsen.time.TimeIntegrator;

/**
 * The global equilibrium mu, at all times: ct = 0, u = 0, theta = 0. It solves any macroscopic
 * system, so Theorem 2.4 admits it; the distance of F^eps to it is the decay itself.
 *
 * <p>A run still begins from the data of its setting: the local Maxwellian of ct^in, with the drift
 * and the velocities that (1.8) gives, which is the moment compatibility of Theorem 2.1.
 */
public final class Frozen implements FluidLimit {

  @Override
  public String name() {
    return "frozen";
  }

  /** Those of Maxwell-Stefan, which gives the data: more than it takes, by a stepper. */
  @Override
  public OptionalDouble bytes(FluidSetting setting, TimeIntegrator scheme) {
    return new MaxwellStefan().bytes(setting, scheme);
  }

  /**
   * The equilibrium beside the data of a setting; refuses what {@link MaxwellStefan#equation} does.
   */
  @Override
  public FluidEquation equation(FluidSetting setting) {
    return new Equation(new MaxwellStefan().equation(setting));
  }

  /** A state without components, beside the data that a run begins from. */
  private record Equation(FluidEquation data) implements FluidEquation {

    @Override
    public int size() {
      return 0;
    }

    @Override
    public LinearPart linear() {
      return new BlockLinearPart(0, List.of());
    }

    @Override
    public void nonlinear(double t, double[] y, double[] out) {}

    @Override
    public double[] initialState() {
      return new double[0];
    }

    @Override
    public void fields(double t, double[] y, FluidFields fields) {
      fields.clear();
    }

    @Override
    public void check(double t, double[] y) {}
  }
}
