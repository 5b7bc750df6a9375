package org.knudsen.velocity;

/**
 * Real orthonormal spherical harmonics with polar axis 0: with theta from axis 0 and phi from axis
 * 1 to axis 2, and P_lm of {@link BurnettFunctions#legendre} (no Condon-Shortley sign),
 *
 * <p>Y_l0 = P_l0, Y_lm = sqrt(2) P_lm cos(m phi) for m > 0, Y_lm = sqrt(2) P_l|m| sin(|m| phi) for
 * m &lt; 0.
 *
 * <p>So Y_10, Y_11, Y_1,-1 = sqrt(3 / 4 pi) times the components along axes 0, 1, 2.
 */
public final class RealHarmonics {

  private static final int[] AZIMUTH_OF_AXIS = {0, 1, -1};

  private RealHarmonics() {}

  /** m of the harmonic of order 1 along the axis. */
  public static int azimuthOfAxis(int axis) {
    return AZIMUTH_OF_AXIS[axis];
  }

  /**
   * All Y_lm of a unit vector, l &lt;= lMax, at {@code l * l + l + m} of out, which is overwritten.
   */
  public static void values(int lMax, double x0, double x1, double x2, double[] out) {
    double sine = Math.hypot(x1, x2);
    double[] p = new double[(lMax + 1) * (lMax + 2) / 2];
    BurnettFunctions.legendre(lMax, x0, sine, p);
    double cosPhi = sine > 0 ? x1 / sine : 1;
    double sinPhi = sine > 0 ? x2 / sine : 0;
    double c = 1;
    double s = 0;
    for (int m = 0; m <= lMax; m++) {
      for (int l = m; l <= lMax; l++) {
        double value = p[l * (l + 1) / 2 + m];
        if (m == 0) {
          out[l * l + l] = value;
        } else {
          out[l * l + l + m] = Math.sqrt(2) * value * c;
          out[l * l + l - m] = Math.sqrt(2) * value * s;
        }
      }
      double next = c * cosPhi - s * sinPhi;
      s = s * cosPhi + c * sinPhi;
      c = next;
    }
  }

  /**
   * The coefficient of Y_{l+1,m2} in x_axis Y_lm on the unit sphere, which is also that of Y_lm in
   * x_axis Y_{l+1,m2}.
   */
  public static double raise(int axis, int l, int m, int m2) {
    int a = Math.abs(m);
    int b = Math.abs(m2);
    if (axis == 0) {
      return m == m2 ? Math.sqrt(((l + 1.0) * (l + 1) - a * a) / ((2 * l + 1.0) * (2 * l + 3))) : 0;
    }
    if (Math.abs(a - b) != 1) {
      return 0;
    }
    // sin theta P_la = up P_{l+1,a+1} - ..., and = -down P_{l+1,a-1} + ...
    double angular =
        b == a + 1
            ? Math.sqrt((l + a + 1.0) * (l + a + 2) / ((2 * l + 1.0) * (2 * l + 3)))
            : -Math.sqrt((l - a + 1.0) * (l - a + 2) / ((2 * l + 1.0) * (2 * l + 3)));
    return angular * azimuthal(axis, m, m2);
  }

  /** The coefficient of trigonometric mode m2 in cos phi (axis 1) or sin phi (axis 2) times m. */
  private static double azimuthal(int axis, int m, int m2) {
    int a = Math.abs(m);
    int b = Math.abs(m2);
    boolean sine = m < 0;
    boolean sine2 = m2 < 0;
    if ((axis == 1) == (sine != sine2)) {
      return 0;
    }
    double zero = a == 0 || b == 0 ? Math.sqrt(2) : 1; // modes m = 0 carry no sqrt(2)
    // sin cos_a = (sin_{a+1} - sin_{a-1}) / 2, sin sin_a = (cos_{a-1} - cos_{a+1}) / 2
    double sign = axis == 1 || sine == (b == a - 1) ? 1 : -1;
    return 0.5 * zero * sign;
  }
}
