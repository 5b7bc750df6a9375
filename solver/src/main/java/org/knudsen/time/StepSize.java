package org.knudsen.time;

/** The check that every scheme makes. */
final class StepSize {

  private StepSize() {}

  static double require(double dt) {
    if (!(dt > 0) || Double.isInfinite(dt)) {
      throw new IllegalArgumentException("time step is " + dt + "; a finite number > 0");
    }
    return dt;
  }
}
