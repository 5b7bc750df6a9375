package org.knudsen.run;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.time.SemilinearEquation;
import org.knudsen.time.TimeIntegrator;

/**
 * The one loop over time: equations side by side, advanced with the same steps of the same
 * integrator. Whatever needs a solution observes it after each step. Allocates nothing while it
 * steps.
 */
public final class TimeLoop {

  /** Told after each step. */
  @FunctionalInterface
  public interface Observer {

    /** So many steps are done, and the states hold the time reached; returns whether to go on. */
    boolean reached(int step, double time);
  }

  private final Stepping stepping;
  private final List<TimeIntegrator.Stepper> steppers = new ArrayList<>();
  private final List<double[]> states = new ArrayList<>();

  public TimeLoop(Stepping stepping) {
    this.stepping = stepping;
  }

  /**
   * Adds an equation; its linear part is factored now. The state, of the time from which the loop
   * begins, is advanced in place.
   */
  public TimeLoop with(SemilinearEquation equation, double[] state) {
    steppers.add(stepping.integrator().stepper(equation, stepping.dt()));
    states.add(state);
    return this;
  }

  /**
   * Steps from the steps that the states have done already to the last, or until the observer ends
   * it; returns the steps done.
   */
  public int run(int from, Observer observer) {
    int step = from;
    boolean on = true;
    while (on && step < stepping.steps()) {
      double t = step * stepping.dt();
      for (int e = 0; e < states.size(); e++) {
        steppers.get(e).step(t, states.get(e));
      }
      step++;
      on = observer.reached(step, step * stepping.dt());
    }
    return step;
  }
}
