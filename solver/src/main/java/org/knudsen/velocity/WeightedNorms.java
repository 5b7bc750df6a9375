package org.knudsen.velocity;

/** Capability: norms of the paper's space L^2(mu^{-1/2}) for one distribution. */
public interface WeightedNorms {

  /**
   * sum_i Int f_i^2 / mu_i dv.
   *
   * @param f holds the distribution from {@code offset} on; not modified
   */
  double squaredNorm(double[] f, int offset);

  /**
   * sum_i Int |grad_v f_i|^2 / mu_i dv, exact also where the gradient leaves the space.
   *
   * @param f holds the distribution from {@code offset} on; not modified
   */
  double squaredGradientNorm(double[] f, int offset);
}
