package org.knudsen.collision;

import java.math.BigInteger;

/**
 * Clebsch-Gordan coefficients C(l1 m1, l2 m2 | l m) of integer angular momenta, Condon-Shortley
 * phases.
 *
 * <p>The alternating sum is taken in integers, hence exactly: as a double sum it loses about (l1 +
 * l2 + l) / 4 digits. It is a sum of products of three binomials, below 2^(l1+l2+l).
 */
public final class ClebschGordan {

  private static final int FACTORIALS = 170; // the largest whose factorial is a finite double
  private static final double[] FACTORIAL = factorials();

  private ClebschGordan() {}

  private static double[] factorials() {
    double[] table = new double[FACTORIALS + 1];
    BigInteger value = BigInteger.ONE;
    table[0] = 1;
    for (int n = 1; n <= FACTORIALS; n++) {
      value = value.multiply(BigInteger.valueOf(n));
      table[n] = value.doubleValue();
    }
    return table;
  }

  /** Whether l1, l2, l can couple: the triangle rule and an even sum (reflection symmetry). */
  public static boolean couples(int l1, int l2, int l) {
    return l >= Math.abs(l1 - l2) && l <= l1 + l2 && ((l1 + l2 + l) & 1) == 0;
  }

  /** C(l1 m1, l2 m2 | l m1+m2), l1 + l2 + l &lt; 170; 0 where it vanishes by selection rules. */
  public static double of(int l1, int m1, int l2, int m2, int l) {
    int m = m1 + m2;
    if (Math.abs(m1) > l1
        || Math.abs(m2) > l2
        || Math.abs(m) > l
        || l < Math.abs(l1 - l2)
        || l > l1 + l2) {
      return 0;
    }
    requireFactorials(l1, l2, l);
    int a = l1 + l2 - l;
    int b = l1 - l2 + l;
    int c = l2 - l1 + l;
    double sum =
        l1 + l2 + l <= 60 ? shortSum(a, b, c, l1 - m1, l2 + m2) : bigSum(a, b, c, l1 - m1, l2 + m2);
    double ratio =
        binomial(2 * l1, a)
            / binomial(2 * l1, l1 - m1)
            * (binomial(2 * l2, a) / binomial(2 * l2, l2 - m2))
            / binomial(l1 + l2 + l + 1, a)
            / binomial(2 * l, l - m);
    return sum * Math.sqrt(ratio);
  }

  private static double shortSum(int a, int b, int c, int p, int q) {
    long sum = 0;
    for (int z = Math.max(0, Math.max(p - b, q - c)); z <= Math.min(a, Math.min(p, q)); z++) {
      long term = longBinomial(a, z) * longBinomial(b, p - z) * longBinomial(c, q - z);
      sum += (z & 1) == 0 ? term : -term;
    }
    return sum;
  }

  private static double bigSum(int a, int b, int c, int p, int q) {
    BigInteger sum = BigInteger.ZERO;
    for (int z = Math.max(0, Math.max(p - b, q - c)); z <= Math.min(a, Math.min(p, q)); z++) {
      BigInteger term =
          bigBinomial(a, z).multiply(bigBinomial(b, p - z)).multiply(bigBinomial(c, q - z));
      sum = (z & 1) == 0 ? sum.add(term) : sum.subtract(term);
    }
    return sum.doubleValue();
  }

  private static long longBinomial(int n, int k) {
    long value = 1;
    for (int i = 1; i <= Math.min(k, n - k); i++) {
      value = value * (n - Math.min(k, n - k) + i) / i;
    }
    return value;
  }

  private static BigInteger bigBinomial(int n, int k) {
    BigInteger value = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      value = value.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return value;
  }

  private static double binomial(int n, int k) {
    return FACTORIAL[n] / FACTORIAL[k] / FACTORIAL[n - k];
  }

  /** C(l1 0, l2 0 | l 0), l1 + l2 + l &lt; 170, a single product (no sum). */
  public static double zeros(int l1, int l2, int l) {
    if (!couples(l1, l2, l)) {
      return 0;
    }
    requireFactorials(l1, l2, l);
    int s = (l1 + l2 + l) / 2;
    double value =
        Math.sqrt((2 * l + 1) * FACTORIAL[2 * s - 2 * l1] / FACTORIAL[2 * s + 1])
            * Math.sqrt(FACTORIAL[2 * s - 2 * l2])
            * Math.sqrt(FACTORIAL[2 * s - 2 * l])
            * (FACTORIAL[s] / FACTORIAL[s - l1] / FACTORIAL[s - l2] / FACTORIAL[s - l]);
    return ((s - l) & 1) == 0 ? value : -value;
  }

  private static void requireFactorials(int l1, int l2, int l) {
    if (l1 + l2 + l + 1 > FACTORIALS) {
      throw new IllegalArgumentException(
          "angular momenta " + l1 + ", " + l2 + ", " + l + " sum to more than " + (FACTORIALS - 1));
    }
  }

  /**
   * The coefficient of real (l, m) in the coupled product of real (l1, m1) and (l2, m2). With Y_lm
   * real (see {@link org.knudsen.velocity.RealHarmonics}) and Y^mu complex, Y_m = ((-1)^m Y^m +
   * Y^-m) / sqrt 2 and Y_-m = ((-1)^m Y^m - Y^-m) / (i sqrt 2) for m > 0, Y_0 = Y^0. For even l1 +
   * l2 + l the coupling of three real harmonics is real.
   */
  static double real(int l1, int m1, int l2, int m2, int l, int m) {
    if (!couples(l1, l2, l)) {
      return 0;
    }
    if (m1 == 0 && m2 == 0 && m == 0) {
      return zeros(l1, l2, l);
    }
    double sum = 0;
    for (int s1 = m1 == 0 ? 1 : -1; s1 <= 1; s1 += 2) {
      for (int s2 = m2 == 0 ? 1 : -1; s2 <= 1; s2 += 2) {
        int mu = s1 * Math.abs(m1) + s2 * Math.abs(m2);
        if (Math.abs(mu) != Math.abs(m)) {
          continue;
        }
        int s = mu < 0 ? -1 : 1;
        // the unitary elements are real or imaginary; count the powers of i of the product
        int quarter = quarterTurns(m1) + quarterTurns(m2) - quarterTurns(m);
        double real =
            switch (Math.floorMod(quarter, 4)) {
              case 0 -> 1;
              case 2 -> -1;
              default -> 0;
            };
        sum +=
            real
                * size(m1, s1)
                * size(m2, s2)
                * size(m, s)
                * of(l1, s1 * Math.abs(m1), l2, s2 * Math.abs(m2), l);
      }
    }
    return sum;
  }

  /** Sine harmonics (m &lt; 0) carry a factor 1 / i: three quarter turns. */
  private static int quarterTurns(int m) {
    return m < 0 ? 3 : 0;
  }

  /** The real factor of Y^{sign |m|} in Y_m. */
  private static double size(int m, int sign) {
    if (m == 0) {
      return 1;
    }
    double phase = sign > 0 && (m & 1) != 0 ? -1 : 1;
    return Math.sqrt(0.5) * phase * (m < 0 && sign < 0 ? -1 : 1);
  }
}
