package org.knudsen.run;

/**
 * Everything that a run depends on after a step: a run that goes on from here ends in the same bits
 * as one that was never stopped, wall time apart. The arrays are not copied; whoever makes or takes
 * a checkpoint leaves them alone.
 *
 * @param result the run until then
 * @param kinetic the state of the kinetic equation
 * @param fluid the state of the fluid equation; may be of length 0
 */
public record Checkpoint(RunResult result, double[] kinetic, double[] fluid) {

  /** Checks that a run may go on from here; the exception names what differs. */
  void requireFits(double knudsen, Stepping stepping) {
    require("eps", result.knudsen(), knudsen);
    require("dt", result.dt(), stepping.dt());
    if (result.steps() > stepping.steps()) {
      throw new IllegalArgumentException(
          "checkpoint was taken after step %s; the run has %s steps"
              .formatted(result.steps(), stepping.steps()));
    }
  }

  /** Copies the states into those of a run, if they have the same lengths. */
  void restore(RunState state) {
    require("kinetic state of length", kinetic.length, state.kineticState().length);
    require("fluid state of length", fluid.length, state.fluidState().length);
    System.arraycopy(kinetic, 0, state.kineticState(), 0, kinetic.length);
    System.arraycopy(fluid, 0, state.fluidState(), 0, fluid.length);
    state.moved(result.steps());
  }

  private static void require(String what, double found, double needed) {
    if (found != needed) {
      throw new IllegalArgumentException(
          "checkpoint has " + what + " " + found + "; the run has " + needed);
    }
  }
}
