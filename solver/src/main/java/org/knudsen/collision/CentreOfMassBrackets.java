package org.knudsen.collision;

import org.knudsen.velocity.BurnettFunctions;

/**
 * The expansion of a Burnett function of one particle's velocity in functions of the pair's
 * centre-of-mass and relative velocities.
 *
 * <p>With w = cosine W + sine u (W, u the scaled centre-of-mass and relative velocities, an
 * orthogonal change from (w, w*)),
 *
 * <p>phi_nlm(w) = sum over 2N + L + 2 nu + lambda = 2n + l of bracket(n, l; N, L, nu, lambda)
 * [phi_NL(W) x phi_nu,lambda(u)]_lm, coupled with Clebsch-Gordan coefficients.
 *
 * <p>In Fock space the left side is the homogeneous polynomial |cos W + sin u|^{2n} Y_lm(cos W +
 * sin u). The coefficient of a product p(W) q(u) in P(W + u) is the Fock inner product of p q, as a
 * polynomial of one variable, with P: so each bracket is a single product,
 *
 * <p>(-1)^{n - N - nu} cos^{2N+L} sin^{2nu+lambda} sqrt((2L+1)(2 lambda+1)/(4 pi (2l+1))) C(L 0,
 * lambda 0 | l 0) A_nl / (A_NL A_nu,lambda),
 *
 * <p>with A the Fock norms of {@link BurnettFunctions#fockNorm}. No sum, hence no cancellation at
 * any degree.
 */
final class CentreOfMassBrackets {

  private final int degree;
  private final double[] cosinePower;
  private final double[] sinePower;
  private final double[][] fock;

  /** Of w = cosine W + sine u, sine of either sign. */
  CentreOfMassBrackets(int degree, double cosine, double sine) {
    this.degree = degree;
    cosinePower = powers(cosine);
    sinePower = powers(sine);
    fock = new double[degree + 1][];
    for (int l = 0; l <= degree; l++) {
      fock[l] = new double[(degree - l) / 2 + 1];
      for (int n = 0; n < fock[l].length; n++) {
        fock[l][n] = BurnettFunctions.fockNorm(n, l);
      }
    }
  }

  private double[] powers(double base) {
    double[] out = new double[degree + 1];
    out[0] = 1;
    for (int k = 1; k <= degree; k++) {
      out[k] = out[k - 1] * base;
    }
    return out;
  }

  /**
   * bracket(n, l; N, L, nu, lambda), N = n + (l - L - lambda) / 2 - nu, zeros = C(L 0, lambda 0 | l
   * 0).
   */
  double value(int n, int l, int bigN, int bigL, int nu, int lambda, double zeros) {
    double angular =
        Math.sqrt((2 * bigL + 1) * (2 * lambda + 1) / (4 * Math.PI * (2 * l + 1))) * zeros;
    double size =
        cosinePower[2 * bigN + bigL]
            * sinePower[2 * nu + lambda]
            * angular
            * (fock[l][n] / fock[bigL][bigN] / fock[lambda][nu]);
    return ((n - bigN - nu) & 1) == 0 ? size : -size;
  }
}
