package org.knudsen.run;

import java.util.Objects;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.collision.Gas;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.FluidSetting;
import org.knudsen.mixture.Mixture;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.VelocitySpace;

/**
 * The parts of a run put together, in the order of the mathematics. What is the same for all
 * Knudsen numbers of a sweep is made once, here.
 *
 * @param gas mixture, collision kernel and L
 * @param operator Q and L in the velocity space of the gas; holds that space
 * @param torus the spatial grid
 * @param fluidLimit what the kinetic solution is compared with
 * @param data what both begin from
 * @param stepping how both are stepped
 * @param output what is measured and kept
 */
public record Assembly(
    Gas gas,
    CollisionOperator operator,
    Torus torus,
    FluidLimit fluidLimit,
    InitialData data,
    Stepping stepping,
    Output output) {

  public Assembly {
    Objects.requireNonNull(gas, "gas");
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(torus, "torus");
    Objects.requireNonNull(fluidLimit, "fluidLimit");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(stepping, "stepping");
    Objects.requireNonNull(output, "output");
  }

  /** An assembly that measures the norms of one derivative, at every step. */
  public Assembly(
      Gas gas,
      CollisionOperator operator,
      Torus torus,
      FluidLimit fluidLimit,
      InitialData data,
      Stepping stepping) {
    this(gas, operator, torus, fluidLimit, data, stepping, Output.of(1));
  }

  /** The same from another initial perturbation. */
  public Assembly with(InitialPerturbation perturbation) {
    InitialData other = new InitialData(data.initial(), data.drift(), perturbation);
    return new Assembly(gas, operator, torus, fluidLimit, other, stepping, output);
  }

  /** The same stepped otherwise. */
  public Assembly with(Stepping other) {
    return new Assembly(gas, operator, torus, fluidLimit, data, other, output);
  }

  /** The same with another output. */
  public Assembly with(Output other) {
    return new Assembly(gas, operator, torus, fluidLimit, data, stepping, other);
  }

  /** What the fluid limit is set up from at one Knudsen number. */
  public FluidSetting fluidSetting(double knudsen) {
    return new FluidSetting(gas, torus, knudsen, data.initial(), data.drift());
  }

  public Mixture mixture() {
    return gas.mixture();
  }

  /** The velocity space. */
  public VelocitySpace space() {
    return operator.space();
  }
}
