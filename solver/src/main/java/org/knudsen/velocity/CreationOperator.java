package org.knudsen.velocity;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The creation operator a_k^+ of the Fock space that the Burnett functions live in, on the modes of
 * one species. It raises the degree 2n + l by one; what leaves the modes is dropped, so the
 * degree-K part of its image is exact.
 *
 * <p>For f_i = sum_nlm f_nlm psi_{i;nlm} with w = sqrt(m_i) v:
 *
 * <ul>
 *   <li>d f_i / dv_k has the coefficients - sqrt(m_i) a_k^+ f;
 *   <li>v_k f_i has (a_k + a_k^+) f / sqrt(m_i), a_k the transpose of a_k^+;
 *   <li>f_i(v - U) has exp(sqrt(m_i) U.a^+) f.
 * </ul>
 *
 * <p>In Fock space a_k^+ takes |x|^{2n} Y_lm to x_k |x|^{2n} Y_lm, and the ratios of Fock norms
 * give the elements, g the coefficient of {@link RealHarmonics#raise}: (n, l, m) to (n, l+1, m'):
 * sqrt(2n+2l+3) g; (n, l, m) to (n+1, l-1, m'): - sqrt(2(n+1)) g. Immutable.
 */
public final class CreationOperator {

  private final int modes;
  private final int[] start; // entries of source degree d: start[d] .. start[d+1]-1
  private final int[] from;
  private final int[] to;
  private final double[] value;

  /** Along an axis that the symmetry of the modes allows to stream along. */
  public CreationOperator(BurnettModes modes, int axis) {
    this(modes, axis, 1);
  }

  /** The operator times a factor. */
  CreationOperator(BurnettModes modes, int axis, double factor) {
    if (axis < 0 || axis >= modes.symmetry().axes()) {
      throw new IllegalArgumentException(
          "axis " + axis + " leaves a " + modes + "; axes 0.." + (modes.symmetry().axes() - 1));
    }
    this.modes = modes.count();
    int most = 8 * modes.count();
    int[] sources = new int[most];
    int[] targets = new int[most];
    double[] values = new double[most];
    int count = 0;
    start = new int[modes.degree() + 1];
    for (int d = 0; d < modes.degree(); d++) {
      start[d] = count;
      for (int l = d & 1; l <= d; l += 2) {
        int n = (d - l) / 2;
        for (int m = -l; m <= l; m++) {
          for (int m2 : neighbours(axis, m)) {
            if (!modes.symmetry().keeps(m) || !modes.symmetry().keeps(m2)) {
              continue;
            }
            int source = modes.index(n, l, m);
            double up = Math.abs(m2) <= l + 1 ? RealHarmonics.raise(axis, l, m, m2) : 0;
            if (up != 0) {
              sources[count] = source;
              targets[count] = modes.index(n, l + 1, m2);
              values[count++] = factor * up * Math.sqrt(2 * n + 2 * l + 3);
            }
            double down = Math.abs(m2) <= l - 1 ? RealHarmonics.raise(axis, l - 1, m2, m) : 0;
            if (down != 0) {
              sources[count] = source;
              targets[count] = modes.index(n + 1, l - 1, m2);
              values[count++] = -factor * down * Math.sqrt(2.0 * (n + 1));
            }
          }
        }
      }
    }
    start[modes.degree()] = count;
    from = Arrays.copyOf(sources, count);
    to = Arrays.copyOf(targets, count);
    value = Arrays.copyOf(values, count);
  }

  private static int[] neighbours(int axis, int m) {
    return axis == 0
        ? new int[] {m}
        : IntStream.of(m + 1, m - 1, -m - 1, -m + 1).distinct().toArray();
  }

  /**
   * out += factor * a_k^+ in, modes entries of each from its offset on; in is not modified and
   * holds none of them.
   */
  public void add(double factor, double[] in, int inOffset, double[] out, int outOffset) {
    for (int e = 0; e < value.length; e++) {
      out[outOffset + to[e]] += factor * value[e] * in[inOffset + from[e]];
    }
  }

  /** out += factor * a_k^+ of the part of {@code in} that has the given degree. */
  void addDegree(int degree, double factor, double[] in, double[] out) {
    for (int e = start[degree]; e < start[degree + 1]; e++) {
      out[to[e]] += factor * value[e] * in[from[e]];
    }
  }

  /** Dense row-major, modes x modes; a new array. */
  public double[] matrix() {
    double[] dense = new double[modes * modes];
    for (int e = 0; e < value.length; e++) {
      dense[to[e] * modes + from[e]] += value[e];
    }
    return dense;
  }
}
