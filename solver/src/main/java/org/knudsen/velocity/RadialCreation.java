package org.knudsen.velocity;

/**
 * |a^+|^2 = sum_k (a_k^+)^2, k over all three axes, on the modes of one species: (n, l, m) to (n +
 * 1, l, m) with element - sqrt(2 (n + 1) (2n + 2l + 3)). It keeps every symmetry, so it serves
 * spaces that have no a_k^+ of their own for some k.
 *
 * <p>The Laplacian in v of f_i has the coefficients m_i |a^+|^2 f, and a Gaussian whose temperature
 * goes from 1 to 1 + s has exp((s/2) |a^+|^2) of them. What leaves the modes is dropped. Immutable.
 */
public final class RadialCreation {

  private final BurnettModes modes;
  private final int[] next; // the mode (n + 1, l, m), or -1
  private final double[] element;

  public RadialCreation(BurnettModes modes) {
    this.modes = modes;
    this.next = new int[modes.count()];
    this.element = new double[next.length];
    for (int a = 0; a < next.length; a++) {
      int n = modes.n(a);
      int l = modes.l(a);
      boolean inside = 2 * n + l + 2 <= modes.degree();
      next[a] = inside ? modes.index(n + 1, l, modes.m(a)) : -1;
      element[a] = -Math.sqrt(2.0 * (n + 1) * (2 * n + 2 * l + 3));
    }
  }

  /**
   * out += factor * |a^+|^2 in, modes entries of each from its offset on; in is not modified and
   * holds none of them.
   */
  public void add(double factor, double[] in, int inOffset, double[] out, int outOffset) {
    for (int a = 0; a < next.length; a++) {
      if (next[a] >= 0) {
        out[outOffset + next[a]] += factor * element[a] * in[inOffset + a];
      }
    }
  }

  /**
   * out = (exp((s/2) |a^+|^2) - 1) / scale of the mode (0, 0, 0), s = scale * theta, without
   * cancellation: a Gaussian of temperature 1 + s less that of temperature 1, over scale. Modes
   * entries of out from {@code offset} on are overwritten.
   */
  public void widening(double scale, double theta, double[] out, int offset) {
    java.util.Arrays.fill(out, offset, offset + next.length, 0);
    int mode = modes.index(0, 0, 0);
    double value = theta / 2;
    for (int n = 1; next[mode] >= 0 && value != 0; n++) {
      value *= element[mode];
      mode = next[mode];
      out[offset + mode] = value;
      value *= scale * theta / 2 / (n + 1);
    }
  }
}
