package org.knudsen.study;

import java.util.List;
import java.util.Objects;
import org.knudsen.run.InitialData;
import org.knudsen.run.Output;
import org.knudsen.torus.Torus;

/**
 * What the runs of a {@link Study} need besides the gas.
 *
 * @param dt the step size > 0, the same for every Knudsen number
 * @param fluidLimit what the kinetic solution is compared with
 * @param data what a run begins from
 * @param knudsen the Knudsen numbers > 0 of the sweep, in its order
 * @param endTime the diffusive time at which a run ends, > 0, a multiple of dt to round-off
 */
public record RunPlan(
    PluginChoice timeIntegrator,
    double dt,
    Torus torus,
    PluginChoice fluidLimit,
    InitialData data,
    List<Double> knudsen,
    double endTime,
    Output output) {

  private static final double STEP_TOLERANCE = 1e-12; // relative: round-off of decimal fractions

  public RunPlan {
    Objects.requireNonNull(timeIntegrator, "timeIntegrator");
    Objects.requireNonNull(torus, "torus");
    Objects.requireNonNull(fluidLimit, "fluidLimit");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(output, "output");
    knudsen = List.copyOf(knudsen);
    if (!wholeSteps(endTime, dt)) {
      throw new IllegalArgumentException("endTime " + endTime + " is no multiple of dt " + dt);
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
    return Math.toIntExact(Math.round(endTime / dt));
  }

  /** The step size that ends at endTime: endTime / steps(), which is dt to round-off. */
  public double step() {
    return endTime / steps();
  }
}
