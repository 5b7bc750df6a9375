package org.knudsen.velocity;

/** Capability: the value of a distribution at a point of velocity space. */
public interface PointEvaluation {

  /** f_i(v) of the distribution that f holds from {@code offset} on; f is not modified. */
  double value(double[] f, int offset, int species, double vx, double vy, double vz);
}
