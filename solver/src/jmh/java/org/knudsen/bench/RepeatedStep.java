package org.knudsen.bench;

import java.util.Random;
import org.knudsen.kinetic.KineticEquation;
import org.knudsen.time.TimeIntegrator;

/** One step of the kinetic equation, from the same small random state each time. */
final class RepeatedStep {

  private final TimeIntegrator.Stepper stepper;
  private final double[] start;
  private final double[] state;

  /**
   * @param amplitude of the state
   */
  RepeatedStep(KineticEquation equation, TimeIntegrator scheme, double amplitude) {
    this.stepper = scheme.stepper(equation, 0.005);
    this.start = new Random(1).doubles(equation.size(), -amplitude, amplitude).toArray();
    this.state = start.clone();
  }

  double[] step() {
    System.arraycopy(start, 0, state, 0, state.length);
    stepper.step(0, state);
    return state;
  }
}
