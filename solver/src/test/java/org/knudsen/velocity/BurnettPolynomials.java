package org.knudsen.velocity;

import org.apache.commons.math3.special.Gamma;

/**
 * phi_nlm(w) = N_nl |w|^l L_n^{(l+1/2)}(|w|^2/2) Y_lm(w/|w|) straight from the definition: explicit
 * sums for the Laguerre and Legendre polynomials, no recurrences. For low degrees only.
 */
public final class BurnettPolynomials {

  private BurnettPolynomials() {}

  /** phi_nlm(w), polar axis x, azimuth from y to z. */
  public static double value(int n, int l, int m, double x, double y, double z) {
    double r = Math.sqrt(x * x + y * y + z * z);
    if (r == 0) {
      return l > 0 ? 0 : norm(n, 0) * laguerre(n, 0.5, 0) / Math.sqrt(4 * Math.PI);
    }
    double phi = Math.atan2(z, y);
    double azimuthal = m == 0 ? 1 : Math.sqrt(2) * (m > 0 ? Math.cos(m * phi) : Math.sin(-m * phi));
    return norm(n, l)
        * Math.pow(r, l)
        * laguerre(n, l + 0.5, r * r / 2)
        * associated(l, Math.abs(m), x / r)
        * azimuthal;
  }

  /** N_nl. */
  public static double norm(int n, int l) {
    return Math.sqrt(
        Math.pow(2 * Math.PI, 1.5)
            * Gamma.gamma(n + 1)
            / (Math.pow(2, l + 0.5) * Gamma.gamma(n + l + 1.5)));
  }

  /** L_n^{(alpha)}(t) = sum_k (-t)^k / k! binomial(n + alpha, n - k). */
  public static double laguerre(int n, double alpha, double t) {
    double sum = 0;
    for (int k = 0; k <= n; k++) {
      sum +=
          Math.pow(-t, k)
              * Gamma.gamma(n + alpha + 1)
              / (Gamma.gamma(k + 1) * Gamma.gamma(n - k + 1) * Gamma.gamma(alpha + k + 1));
    }
    return sum;
  }

  /** Normalised (1-s^2)^{m/2} d^m P_l / ds^m by differentiating P_l's explicit sum. */
  private static double associated(int l, int m, double s) {
    double sum = 0;
    for (int k = 0; 2 * k <= l - m; k++) {
      int power = l - 2 * k;
      double term =
          Gamma.gamma(2 * l - 2 * k + 1)
              / (Math.pow(2, l)
                  * Gamma.gamma(k + 1)
                  * Gamma.gamma(l - k + 1)
                  * Gamma.gamma(power - m + 1));
      sum += ((k & 1) == 0 ? 1 : -1) * term * Math.pow(s, power - m);
    }
    double size =
        Math.sqrt((2 * l + 1) / (4 * Math.PI) * Gamma.gamma(l - m + 1) / Gamma.gamma(l + m + 1));
    return size * Math.pow(Math.max(0, 1 - s * s), m / 2.0) * sum;
  }
}
