package org.knudsen.kernel;

/**
 * The angular part b_ij >= 0 of a collision kernel (H2), a function of s = cos theta. It enters the
 * operators through its Legendre deficits only: a collision multiplies a harmonic of order l of the
 * relative velocity by Phi(g) times deficit l.
 */
@FunctionalInterface
public interface AngularPart {

  /** b(s) for s in [-1, 1]. */
  double at(double s);

  /** Points of (-1, 1), ascending, at which b is not smooth; quadrature is split there. */
  default double[] breakpoints() {
    return new double[0];
  }

  /**
   * The Legendre deficits 2 pi Int_{-1}^{1} b(s) (P_l(s) - 1) ds for l = 0..lMax, to round-off;
   * entry 0 is exactly 0. All are &lt;= 0 where b >= 0. The default is Gauss-Legendre quadrature,
   * split at the break points and refined where b is steep until it no longer changes; a part that
   * is infinite at a break point or an end overrides it with its closed form.
   *
   * @return a new array of length lMax + 1
   * @throws ArithmeticException if quadrature does not converge
   */
  default double[] deficits(int lMax) {
    return LegendreDeficits.byQuadrature(this, lMax);
  }

  /**
   * 2 pi Int_{-1}^{1} b(s) ds, the total cross-section over Phi, to round-off where b is smooth or
   * algebraic at its break points and at -1 and 1. It enters the collision frequencies (3.2), which
   * are finite under Grad's cutoff only.
   */
  default double total() {
    return AngularCutoff.total(this);
  }
}
