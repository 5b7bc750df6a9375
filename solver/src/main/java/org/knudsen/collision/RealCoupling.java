package org.knudsen.collision;

/**
 * Clebsch-Gordan coefficients between real harmonics: with Y_lm real (see {@code RealHarmonics})
 * and Y^mu complex with Condon-Shortley phases, Y_m = ((-1)^m Y^m + Y^-m) / sqrt 2 and Y_-m =
 * ((-1)^m Y^m - Y^-m) / (i sqrt 2) for m > 0, Y_0 = Y^0. For even l1 + l2 + l the coupling of three
 * real harmonics is real.
 */
final class RealCoupling {

  private RealCoupling() {}

  /** The coefficient of real (l, m) in the coupled product of real (l1, m1) and (l2, m2). */
  static double of(int l1, int m1, int l2, int m2, int l, int m) {
    if (!ClebschGordan.couples(l1, l2, l)) {
      return 0;
    }
    if (m1 == 0 && m2 == 0 && m == 0) {
      return ClebschGordan.zeros(l1, l2, l);
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
                * ClebschGordan.of(l1, s1 * Math.abs(m1), l2, s2 * Math.abs(m2), l);
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
