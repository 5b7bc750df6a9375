package org.knudsen.lemma;

import org.knudsen.norm.SobolevNorm;

/**
 * H^s(T) as a Banach algebra on the unit circle: a constant A with ||f g|| &lt;= A ||f|| ||g||,
 * ||f||^2 = sum_k w(k) |f_k|^2, w(k) = sum_{a &lt;= s} (2 pi k)^{2a}.
 *
 * <p>By Cauchy-Schwarz in the convolution, A^2 = sup_k sum_j w(k) / (w(j) w(k - j)). The sum over j
 * is taken over |j| &lt;= J, its tail is bounded by w(k - j) >= 4^{-s} w(j) for |j| >= 2 |k|; the
 * supremum over |k| > {@value #WAVES}, where one of j and k - j is at least |k| / 2, by twice the
 * sum over the other, split near and far from 0 where it is least. So A holds rigorously, and is
 * within 1% of the supremum itself (that the bound by Cauchy-Schwarz is attained is not claimed).
 */
public final class SobolevAlgebra {

  private static final int WAVES = 4000;
  private static final int LAST = 2 * WAVES; // J
  private static final int NEAREST = 100; // splits tried

  private SobolevAlgebra() {}

  /** A for functions on the unit circle, s >= 1. */
  public static double constant(int s) {
    if (s < 1 || s > SobolevNorm.LARGEST_ORDER) {
      throw new IllegalArgumentException(
          "Sobolev order is " + s + "; 1 to " + SobolevNorm.LARGEST_ORDER);
    }
    double[] inverse = new double[LAST + WAVES + 1];
    for (int j = 0; j < inverse.length; j++) {
      inverse[j] = 1 / weight(s, j);
    }
    double most = 0;
    for (int k = 0; k <= WAVES; k++) {
      most = Math.max(most, square(s, k, inverse));
    }
    return Math.sqrt(Math.max(most, beyond(s)));
  }

  static double weight(int s, double k) {
    double x = 4 * Math.PI * Math.PI * k * k;
    double sum = 1;
    double power = 1;
    for (int a = 1; a <= s; a++) {
      power *= x;
      sum += power;
    }
    return sum;
  }

  private static double square(int s, int k, double[] inverse) {
    double sum = 0;
    for (int j = -LAST; j <= LAST; j++) {
      sum += inverse[Math.abs(j)] * inverse[Math.abs(k - j)];
    }
    // 2 sum_{j > J} 4^s / w(j)^2 <= 2 4^s Int_J^infinity (2 pi j)^{-4s} dj
    double tail = 2 * Math.pow(4, s) * Math.pow(2 * Math.PI * LAST, -4 * s) * LAST / (4 * s - 1);
    return (sum + tail) / inverse[k];
  }

  private static double beyond(int s) {
    double least = Double.POSITIVE_INFINITY;
    double sum = 1;
    for (int near = 1; near <= NEAREST; near++) {
      sum += 2 / weight(s, near);
      double far = 2 * Math.pow(2 * Math.PI * near, -2 * s) * near / (2 * s - 1);
      double close = sum * Math.pow(1 - near / (double) WAVES, -2 * s);
      least = Math.min(least, 2 * (close + Math.pow(4, s) * far));
    }
    return least;
  }
}
