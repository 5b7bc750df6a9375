package org.knudsen.kernel;

import java.util.Objects;

/**
 * The collision kernel of one pair of species, a product as (H2) demands: B(g, cos theta) = Phi(g)
 * b(cos theta).
 *
 * @param kinetic Phi, of the relative speed g = |v - v*|; holds all constants (C_ij)
 * @param angular b, of s = cos theta in [-1, 1]
 */
public record PairKernel(KineticPart kinetic, AngularPart angular) {

  public PairKernel {
    Objects.requireNonNull(kinetic, "kinetic");
    Objects.requireNonNull(angular, "angular");
  }

  /** B(g, s) = Phi(g) b(s). */
  public double at(double g, double s) {
    return kinetic.at(g) * angular.at(s);
  }
}
