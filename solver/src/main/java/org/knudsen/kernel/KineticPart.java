package org.knudsen.kernel;

import java.util.OptionalDouble;

/**
 * The kinetic part Phi_ij >= 0 of a collision kernel (H2), a function of the relative speed. It
 * enters the operators through radial integrals against Gaussians only.
 */
@FunctionalInterface
public interface KineticPart {

  /** Phi(g) >= 0 for a relative speed g >= 0. */
  double at(double g);

  /**
   * gamma, where Phi(g) = C g^gamma exactly (H3), so that radial integrals are taken in closed
   * form; empty for any other function. C is then {@code at(1)}.
   */
  default OptionalDouble exponent() {
    return OptionalDouble.empty();
  }

  /**
   * Speeds > 0, ascending, at which Phi is not smooth (the knots of a table, say); quadrature is
   * split there.
   */
  default double[] breakpoints() {
    return new double[0];
  }
}
