package org.knudsen.time;

/**
 * An equation y' = A y + N(t, y) with a stiff linear part A, constant in time, and a nonlinear part
 * N. All that a time integrator sees of a problem. The state y is one flat array whose layout is
 * the equation's own affair.
 */
public interface SemilinearEquation {

  /** The length of the state. */
  int size();

  /** A. The same object at every call. */
  LinearPart linear();

  /** out = N(t, y); y is not modified, and out, never the same array, is overwritten. */
  void nonlinear(double t, double[] y, double[] out);
}
