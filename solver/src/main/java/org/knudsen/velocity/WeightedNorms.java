package org.knudsen.velocity;

/** Capability: norms of the paper's space L^2(mu^{-1/2}) for one distribution. */
public interface WeightedNorms {

  /**
   * sum_i Int f_i^2 / mu_i dv of the distribution that f holds from {@code offset} on; not
   * modified.
   */
  double squaredNorm(double[] f, int offset);

  /**
   * sum_i Int |grad_v f_i|^2 / mu_i dv likewise, exact also where the gradient leaves the space.
   */
  double squaredGradientNorm(double[] f, int offset);
}
