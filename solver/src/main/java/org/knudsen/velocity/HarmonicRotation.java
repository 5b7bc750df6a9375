package org.knudsen.velocity;

/**
 * A rotation R of velocity space, acting on real harmonics: Y_lm(R x) = sum_m' D^l_{m m'} Y_lm'(x),
 * each D^l an orthogonal matrix of order 2l + 1 (a Wigner matrix in the real basis).
 *
 * <p>By the recursion of Ivanic and Ruedenberg (J. Phys. Chem. 100 (1996) 6342, 102 (1998) 9099),
 * which builds D^l from D^{l-1} and the 3 x 3 matrix itself, without angles or complex numbers; in
 * the polar-axis-0 convention of {@link RealHarmonics} m = -1, 0, 1 are axes 2, 0, 1.
 */
public final class HarmonicRotation {

  private static final int[] AXIS = {2, 0, 1}; // of m = -1, 0, 1

  private final double[][] matrices;

  /**
   * Of R, row-major 3 x 3, orthogonal with determinant 1, not modified; lMax is the largest order.
   */
  public HarmonicRotation(int lMax, double[] rotation) {
    matrices = new double[lMax + 1][];
    matrices[0] = new double[] {1};
    if (lMax >= 1) {
      matrices[1] = new double[9];
      for (int m = -1; m <= 1; m++) {
        for (int p = -1; p <= 1; p++) {
          matrices[1][(m + 1) * 3 + p + 1] = rotation[AXIS[m + 1] * 3 + AXIS[p + 1]];
        }
      }
    }
    for (int l = 2; l <= lMax; l++) {
      matrices[l] = next(l, matrices[1], matrices[l - 1]);
    }
  }

  /** The rotation that takes axis 0 to a unit vector by the shortest way. */
  public static HarmonicRotation toDirection(int lMax, double x0, double x1, double x2) {
    if (x0 < -1 + 1e-12) { // half a turn in the plane of axes 0 and 1
      return new HarmonicRotation(lMax, new double[] {-1, 0, 0, 0, -1, 0, 0, 0, 1});
    }
    double s = 1 / (1 + x0);
    return new HarmonicRotation(
        lMax,
        new double[] {
          x0, -x1, -x2, x1, 1 - s * x1 * x1, -s * x1 * x2, x2, -s * x1 * x2, 1 - s * x2 * x2
        });
  }

  /** D^l_{m p}. */
  public double get(int l, int m, int p) {
    return matrices[l][(m + l) * (2 * l + 1) + p + l];
  }

  private static double[] next(int l, double[] one, double[] before) {
    int width = 2 * l + 1;
    double[] out = new double[width * width];
    for (int m = -l; m <= l; m++) {
      int a = Math.abs(m);
      boolean zero = m == 0;
      for (int p = -l; p <= l; p++) {
        double d = Math.abs(p) < l ? (l + p) * (double) (l - p) : 2.0 * l * (2 * l - 1);
        double u = Math.sqrt((l + m) * (l - m) / d);
        double v = 0.5 * Math.sqrt((zero ? 2 : 1) * (l + a - 1.0) * (l + a) / d) * (zero ? -1 : 1);
        double w = zero ? 0 : -0.5 * Math.sqrt((l - a - 1.0) * (l - a) / d);
        double sum = 0;
        if (u != 0) {
          sum += u * term(0, m, p, l, one, before);
        }
        if (v != 0) {
          sum += v * termV(m, p, l, one, before);
        }
        if (w != 0) {
          sum += w * termW(m, p, l, one, before);
        }
        out[(m + l) * width + p + l] = sum;
      }
    }
    return out;
  }

  private static double termV(int m, int p, int l, double[] one, double[] before) {
    if (m == 0) {
      return term(1, 1, p, l, one, before) + term(-1, -1, p, l, one, before);
    }
    if (m > 0) {
      double first = term(1, m - 1, p, l, one, before);
      return m == 1 ? Math.sqrt(2) * first : first - term(-1, 1 - m, p, l, one, before);
    }
    double second = term(-1, -m - 1, p, l, one, before);
    return m == -1 ? Math.sqrt(2) * second : term(1, m + 1, p, l, one, before) + second;
  }

  private static double termW(int m, int p, int l, double[] one, double[] before) {
    return m > 0
        ? term(1, m + 1, p, l, one, before) + term(-1, -m - 1, p, l, one, before)
        : term(1, m - 1, p, l, one, before) - term(-1, 1 - m, p, l, one, before);
  }

  /** The combination P of D^1 and D^{l-1} of the reference. */
  private static double term(int i, int mu, int p, int l, double[] one, double[] before) {
    int width = 2 * l - 1;
    int row = (mu + l - 1) * width + l - 1;
    int r = (i + 1) * 3 + 1;
    if (p == l) {
      return one[r + 1] * before[row + l - 1] - one[r - 1] * before[row - l + 1];
    }
    if (p == -l) {
      return one[r + 1] * before[row - l + 1] + one[r - 1] * before[row + l - 1];
    }
    return one[r] * before[row + p];
  }
}
