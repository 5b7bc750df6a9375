package org.knudsen.velocity;

import org.apache.commons.math3.special.Gamma;
import org.knudsen.kernel.GradedPanels;

/**
 * The two factors of a Burnett function phi_nlm(w) = rho_nl(|w|) Y_lm(w/|w|), orthonormal against
 * the unit Gaussian (2 pi)^{-3/2} exp(-|w|^2 / 2) dw.
 *
 * <ul>
 *   <li>Radial: rho_nl(r) = N_nl r^l L_n^{(l+1/2)}(r^2 / 2), N_nl^2 = (2 pi)^{3/2} n! / (2^{l+1/2}
 *       Gamma(n+l+3/2)).
 *   <li>Angular: orthonormal spherical harmonics. Polar axis: axis 0 of the torus, so that slab
 *       flows are exactly m = 0, planar ones m >= 0; azimuth from axis 1 to axis 2.
 * </ul>
 *
 * <p>Normal ordering. phi_nlm = (-1)^n :|x|^{2n} Y_l m(x): / A_nl, where :p: is the polynomial p
 * with its Gaussian self-contractions removed and A_nl the norm of p in Fock space. In Fock space a
 * rotation of (w, w*) is a substitution of variables and multiplication is multiplication, which is
 * what makes the closed forms of this library short; {@link #fockNorm} is A_nl.
 */
public final class BurnettFunctions {

  private static final int LOW = 20; // degrees whose functions wave slowly enough for panels of 1
  private static final double TAIL = 9; // standard deviations: exp(-81/2) = 3e-18

  private BurnettFunctions() {}

  /**
   * Panels in |w| on which products of two functions of a degree with a Gaussian are integrated.
   */
  public static GradedPanels panels(int degree) {
    return GradedPanels.over(0, Math.sqrt(2 * degree + 3) + TAIL) // turning point, also wave number
        .noWiderThan(degree <= LOW ? 1 : 0.5);
  }

  /** N_0l. */
  private static double lowestNorm(int l) {
    return Math.sqrt(Math.pow(2 * Math.PI, 1.5) / (Math.pow(2, l + 0.5) * Gamma.gamma(l + 1.5)));
  }

  /**
   * rho_nl(r) for n = 0..count-1, at offset..offset+count-1 of out, by the recurrence of the
   * orthonormal functions.
   */
  public static void radial(int l, double r, int count, double[] out, int offset) {

    double x = r * r / 2;
    double before = 0;
    double now = lowestNorm(l) * Math.pow(r, l);
    for (int n = 0; n < count; n++) {
      out[offset + n] = now;
      double next =
          ((2 * n + l + 1.5 - x) * now - Math.sqrt(n * (n + l + 0.5)) * before)
              / Math.sqrt((n + 1) * (n + l + 1.5));
      before = now;
      now = next;
    }
  }

  /**
   * Normalised associated Legendre functions P_lm(s) >= 0 near s = 1, without the Condon-Shortley
   * sign: sqrt((2l+1)/(4 pi) (l-m)!/(l+m)!) (1-s^2)^{m/2} d^m P_l / ds^m, for 0 &lt;= m &lt;= l
   * &lt;= lMax, at {@code l (l+1)/2 + m} of out; s = cos theta, sine = sin theta >= 0.
   */
  public static void legendre(int lMax, double s, double sine, double[] out) {
    double top = Math.sqrt(1 / (4 * Math.PI));
    for (int m = 0; m <= lMax; m++) {
      if (m > 0) {
        top *= sine * Math.sqrt((2 * m + 1) / (2.0 * m));
      }
      double before = 0;
      double now = top;
      double last = 0;
      for (int l = m; l <= lMax; l++) {
        out[l * (l + 1) / 2 + m] = now;
        double j = l + 1;
        double step = Math.sqrt((4 * j * j - 1) / (j * j - m * m));
        double next = step * (s * now - last * before);
        last = 1 / step;
        before = now;
        now = next;
      }
    }
  }

  /**
   * A_nl, the Fock norm of |x|^{2n} Y_lm(x): A_nl^2 = (2l+1)!! / (4 pi) prod_{k=1}^{n} 2k
   * (2k+2l+1).
   */
  public static double fockNorm(int n, int l) {
    double square = 1 / (4 * Math.PI);
    for (int k = 1; k <= l; k++) {
      square *= 2 * k + 1;
    }
    for (int k = 1; k <= n; k++) {
      square *= 2.0 * k * (2 * k + 2 * l + 1);
    }
    return Math.sqrt(square);
  }
}
