package org.knudsen.study;

import java.util.List;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.DriftWave;
import org.knudsen.mixture.Mixture;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.torus.Torus;

/**
 * The parts of a {@link Study} that a sweep needs, all present.
 *
 * @param name see {@link Study}, like all the others
 */
public record RunSettings(
    String name,
    Mixture mixture,
    PluginChoice collisionKernel,
    PluginChoice velocityGrid,
    TimeStepping timeIntegrator,
    Torus torus,
    PluginChoice fluidLimit,
    List<ConcentrationWave> initial,
    List<DriftWave> drift,
    InitialPerturbation perturbation,
    List<Double> knudsen,
    double endTime,
    int sobolev) {

  /** How far endTime / dt may be from a whole number, relative: round-off of decimal fractions. */
  static final double STEP_TOLERANCE = 1e-12;

  public RunSettings {
    initial = List.copyOf(initial);
    drift = List.copyOf(drift);
    knudsen = List.copyOf(knudsen);
    if (!wholeSteps(endTime, timeIntegrator.dt())) {
      throw new IllegalArgumentException(
          "endTime " + endTime + " is no multiple of dt " + timeIntegrator.dt());
    }
  }

  /** Whether endTime is a multiple of dt, to round-off. */
  static boolean wholeSteps(double endTime, double dt) {
    double steps = Math.rint(endTime / dt);
    return steps >= 1
        && steps <= Integer.MAX_VALUE
        && Math.abs(endTime / dt - steps) <= STEP_TOLERANCE * steps;
  }

  /** The number of steps of a run, the same for every Knudsen number. */
  public int steps() {
    return Math.toIntExact(Math.round(endTime / timeIntegrator.dt()));
  }

  /** The step size that ends at endTime: endTime / steps(), which is dt to round-off. */
  public double step() {
    return endTime / steps();
  }
}
