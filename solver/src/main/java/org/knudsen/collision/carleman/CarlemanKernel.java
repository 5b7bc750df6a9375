package org.knudsen.collision.carleman;

/**
 * The kernel of one term of K^eps (3.1) as an integral operator, kappa(v, v*) of appendix A. Made
 * by {@link CarlemanKernels}. Immutable.
 */
@FunctionalInterface
public interface CarlemanKernel {

  /**
   * kappa(v, v*), v = (x, y, z) other than v*, where kappa^(1) of equal masses and kappa^(2) are
   * infinite.
   */
  double at(double x, double y, double z, double xStar, double yStar, double zStar);
}
