package org.knudsen.velocity;

/** Capability: norms in L^2(mu^{-1/2}) of all velocity derivatives of one distribution. */
public interface VelocityDerivatives {

  /**
   * sum_{|beta| = order} sum_i Int |d_v^beta f_i|^2 / mu_i dv over multi-indices beta in N^3, each
   * once, exact also where derivatives leave the space, of the distribution that f holds from
   * {@code offset} on; not modified. Order 0 is the squared norm, order 1 the squared norm of the
   * gradient.
   *
   * <p>For order >= 2 the sum depends on the orientation of the axes: it counts d_x d_y f once, the
   * invariant sum over pairs of axes counts it twice. The multi-index sum is the paper's.
   */
  double squaredDerivativeNorm(double[] f, int offset, int order);
}
