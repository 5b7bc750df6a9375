package org.knudsen.run;

import java.util.List;
import java.util.Optional;

/**
 * Everything that a run depends on after a step: a run that goes on from here ends in the same bits
 * as one that was never stopped, wall time apart. The arrays are not copied; whoever makes or takes
 * a checkpoint leaves them alone.
 *
 * @param knudsen eps
 * @param dt step size
 * @param step steps done, >= 0
 * @param wallSeconds spent until then
 * @param perturbation how large f^in is
 * @param kinetic the state of the kinetic equation
 * @param fluid the state of the fluid equation; may be of length 0
 * @param conserved the conserved quantities at time 0, which later ones are compared with
 * @param observations one a step, beginning with time 0: step + 1 of them
 * @param profiles those kept until then
 */
public record Checkpoint(
    double knudsen,
    double dt,
    int step,
    double wallSeconds,
    PerturbationSize perturbation,
    double[] kinetic,
    double[] fluid,
    double[] conserved,
    List<Observation> observations,
    List<Profile> profiles) {

  /**
   * @throws IllegalArgumentException if the number of observations is not that of the steps
   */
  public Checkpoint {
    observations = List.copyOf(observations);
    profiles = List.copyOf(profiles);
    if (step < 0 || observations.size() != step + 1) {
      throw new IllegalArgumentException(
          "checkpoint after step "
              + step
              + " has "
              + observations.size()
              + " observations; one a step and one at time 0");
    }
  }

  /** The checkpoint as the result of a run that has reached its last step. */
  RunResult result() {
    return new RunResult(
        knudsen,
        step,
        dt,
        perturbation,
        wallSeconds,
        observations,
        profiles,
        Optional.empty(),
        false);
  }

  /**
   * Checks that a run may go on from here.
   *
   * @throws IllegalArgumentException naming what differs
   */
  void requireFits(double runKnudsen, double runDt, int steps) {
    require("eps", knudsen, runKnudsen);
    require("dt", dt, runDt);
    if (step > steps) {
      throw new IllegalArgumentException(
          "checkpoint was taken after step " + step + "; the run has " + steps + " steps");
    }
  }

  /** Checks the lengths of the states, once those of the run are known. */
  void requireFits(double[] runKinetic, double[] runFluid) {
    require("kinetic state of length", kinetic.length, runKinetic.length);
    require("fluid state of length", fluid.length, runFluid.length);
  }

  private static void require(String what, double found, double needed) {
    if (found != needed) {
      throw new IllegalArgumentException(
          "checkpoint has " + what + " " + found + "; the run has " + needed);
    }
  }
}
