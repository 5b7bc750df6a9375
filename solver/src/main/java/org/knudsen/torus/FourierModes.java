package org.knudsen.torus;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The Fourier modes that a torus keeps, for real fields: one wave vector k of each pair {k, -k}
 * with all |k_axis| &lt;= {@link Torus#largestWave()}.
 *
 * <p>Wave 0 is k = 0. The others have their first non-zero component positive and stand in
 * lexicographic order; in one dimension wave w is k = w. The spectrum of a field f(x) = sum_k
 * fhat_k e^{2 pi i k.x} with {@code components} values a point is one real array:
 *
 * <pre>
 *   fhat_0[c]             = spectrum[c]
 *   Re fhat_{k(w)}[c]     = spectrum[components * (2 w - 1) + c]     w > 0
 *   Im fhat_{k(w)}[c]     = spectrum[components * 2 w + c]
 * </pre>
 *
 * <p>of length components * (2 waves - 1) = components * (2 largestWave + 1)^d. Immutable.
 */
public final class FourierModes {

  private final Torus torus;
  private final int[] wave; // [w * dimension + axis]

  public FourierModes(Torus torus) {
    this.torus = torus;
    int d = torus.dimension();
    int largest = torus.largestWave();
    int side = 2 * largest + 1;
    int all = Torus.power(side, d);
    this.wave = new int[(all + 1) / 2 * d];
    int at = 0;
    // Lexicographic order of all k is symmetric about its middle, k = 0.
    for (int index = all / 2; index < all; index++) {
      int rest = index;
      for (int axis = d - 1; axis >= 0; axis--) {
        wave[at + axis] = rest % side - largest;
        rest /= side;
      }
      at += d;
    }
  }

  /** {@link #size} before the modes are made; a double, for sizes beyond any machine. */
  public static double size(Torus torus, double components) {
    return components * Math.pow(2.0 * torus.largestWave() + 1, torus.dimension());
  }

  /** {@link #count} before the modes are made. */
  public static double count(Torus torus) {
    return (size(torus, 1) + 1) / 2;
  }

  public Torus torus() {
    return torus;
  }

  /** How many waves, wave 0 included. */
  public int count() {
    return wave.length / torus.dimension();
  }

  /** k_axis of wave w. */
  public int wave(int w, int axis) {
    return wave[w * torus.dimension() + axis];
  }

  /** |k|^2 of wave w. */
  public int squaredNorm(int w) {
    return IntStream.range(0, torus.dimension()).map(a -> wave(w, a) * wave(w, a)).sum();
  }

  /** Where wave w begins in a spectrum: 0, or components * (2 w - 1). */
  public int offset(int w, int components) {
    return w == 0 ? 0 : components * (2 * w - 1);
  }

  /** The length of a spectrum. */
  public int size(int components) {
    return Math.multiplyExact(components, 2 * count() - 1);
  }

  /** The index w of a pair {k, -k} that the torus keeps. */
  public int indexOf(int... k) {
    int d = torus.dimension();
    int largest = torus.largestWave();
    if (k.length != d) {
      throw new IllegalArgumentException(
          "wave " + Arrays.toString(k) + " has " + k.length + " components; the torus has " + d);
    }
    int index = 0;
    for (int component : k) {
      if (Math.abs(component) > largest) {
        throw new IllegalArgumentException(
            "wave %s does not fit on %s points a direction, which carry |k| <= %s"
                .formatted(Arrays.toString(k), torus.points(), largest));
      }
      index = index * (2 * largest + 1) + component + largest;
    }
    return Math.abs(index - (count() - 1));
  }

  /**
   * Adds cos * cos(2 pi k.x) + sin * sin(2 pi k.x), k kept by the torus, in either half space, to
   * one component of a field.
   */
  public void add(
      double[] spectrum, int components, int component, int[] k, double cos, double sin) {
    int w = indexOf(k);
    int at = offset(w, components) + component;
    if (w == 0) {
      spectrum[at] += cos;
      return;
    }
    boolean same = IntStream.range(0, k.length).allMatch(axis -> k[axis] == wave(w, axis));
    spectrum[at] += cos / 2;
    spectrum[at + components] -= (same ? sin : -sin) / 2;
  }

  /**
   * out = the spectrum of the derivative along an axis, 2 pi i k_axis fhat_k; may be the same
   * array.
   */
  public void derivative(double[] spectrum, int components, int axis, double[] out) {
    Arrays.fill(out, 0, components, 0);
    for (int w = 1; w < count(); w++) {
      double factor = 2 * Math.PI * wave(w, axis);
      int at = offset(w, components);
      for (int c = at; c < at + components; c++) {
        double re = spectrum[c];
        out[c] = -factor * spectrum[c + components];
        out[c + components] = factor * re;
      }
    }
  }
}
