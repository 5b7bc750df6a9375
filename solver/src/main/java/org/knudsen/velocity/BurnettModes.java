package org.knudsen.velocity;

import java.util.ArrayList;
import java.util.List;

/**
 * The modes (n, l, m) of a Burnett basis of degree K, 2n + l &lt;= K, in the order of every array:
 * l ascending, then m ascending, then n ascending, so that a harmonic (l, m) is one contiguous run.
 */
public final class BurnettModes {

  /** The largest degree for which factorials and norms stay within doubles. */
  public static final int LARGEST_DEGREE = 80;

  private final int degree;
  private final AxialSymmetry symmetry;
  private final int[] n;
  private final int[] l;
  private final int[] m;
  private final int[][] start;

  public BurnettModes(int degree, AxialSymmetry symmetry) {
    if (degree < 2 || degree > LARGEST_DEGREE) {
      throw new IllegalArgumentException(
          "degree of the Burnett basis is %s; 2 (energy is a mode) to %s"
              .formatted(degree, LARGEST_DEGREE));
    }
    this.degree = degree;
    this.symmetry = symmetry;
    List<int[]> all = new ArrayList<>();
    start = new int[degree + 1][];
    for (int order = 0; order <= degree; order++) {
      start[order] = new int[2 * order + 1];
      for (int azimuth = -order; azimuth <= order; azimuth++) {
        start[order][order + azimuth] = symmetry.keeps(azimuth) ? all.size() : -1;
        if (symmetry.keeps(azimuth)) {
          for (int radial = 0; 2 * radial + order <= degree; radial++) {
            all.add(new int[] {radial, order, azimuth});
          }
        }
      }
    }
    n = all.stream().mapToInt(mode -> mode[0]).toArray();
    l = all.stream().mapToInt(mode -> mode[1]).toArray();
    m = all.stream().mapToInt(mode -> mode[2]).toArray();
  }

  public int degree() {
    return degree;
  }

  public AxialSymmetry symmetry() {
    return symmetry;
  }

  /** The number of modes. */
  public int count() {
    return n.length;
  }

  public int n(int mode) {
    return n[mode];
  }

  public int l(int mode) {
    return l[mode];
  }

  public int m(int mode) {
    return m[mode];
  }

  /** Where {@link RealHarmonics#values} puts the Y_lm of a mode. */
  public int harmonic(int mode) {
    return l[mode] * l[mode] + l[mode] + m[mode];
  }

  /** rho_nl(r) of every (n, l), at the index of (n, l, 0), in a new array of length count(). */
  public double[] radial(double r) {
    double[] rho = new double[count()];
    for (int order = 0; order <= degree; order++) {
      BurnettFunctions.radial(order, r, radialCount(order), rho, index(0, order, 0));
    }
    return rho;
  }

  /** The number of radial modes of a harmonic of order l, those with 2n + l &lt;= K. */
  public int radialCount(int l) {
    return (degree - l) / 2 + 1;
  }

  /** The index of (n, l, m), which the basis must hold. */
  public int index(int n, int l, int m) {
    if (n < 0 || l < 0 || 2 * n + l > degree || Math.abs(m) > l || !symmetry.keeps(m)) {
      throw new IllegalArgumentException(
          "no mode (n, l, m) = (" + n + ", " + l + ", " + m + ") in a " + this);
    }
    return start[l][l + m] + n;
  }

  @Override
  public String toString() {
    return "burnett basis, degree %s, %s"
        .formatted(degree, symmetry.name().toLowerCase(java.util.Locale.ROOT));
  }
}
