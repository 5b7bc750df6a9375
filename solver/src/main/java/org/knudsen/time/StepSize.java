package org.knudsen.time;

/** The check that every scheme makes of its time step. */
public final class StepSize {

  private StepSize() {}

  /** Returns a time step that a scheme can take; an error if dt is not a finite number above 0. */
  public static double require(double dt) {
    if (!(dt > 0) || Double.isInfinite(dt)) {
      throw new IllegalArgumentException("time step is " + dt + "; a finite number > 0");
    }
    return dt;
  }
}
