package org.knudsen.torus;

import java.util.Arrays;

/**
 * The discrete Fourier transform between values on an equidistant grid of the torus and the modes
 * that the torus keeps.
 *
 * <p>Fields are cell-major, {@code cells[cell * components + c]}, the cells numbered as by a {@link
 * Torus} of the grid's points: x runs fastest.
 *
 * <p>Spectra are laid out by {@link FourierModes}. The grid may be finer than the torus's own: on 3
 * largestWave + 1 points a direction ({@link #dealiased}) the product of two fields is exact in all
 * modes kept.
 *
 * <p><b>Why no fast transform.</b> The transform is a sum over axes of real cosine and sine sums,
 * folded by the symmetry x -> -x, with all components of a cell side by side in the inner loop. On
 * a grid of n points a direction that is n/2 multiplications a value and axis, without gather,
 * scatter, complex packing or temporary arrays. A collision operator spends tens of thousands of
 * operations on a cell of a hundred components; against that n/2 = 24 a component is nothing, and
 * below a thousand points no fast transform changes a run time. Sines and cosines are reduced
 * modulo the grid, so the error is a few units of round-off times sqrt(n).
 *
 * <p>Owns its workspace: one thread at a time. No method allocates.
 */
public final class RealFourier {

  private static final int TILE = 256; // doubles of a vector treated at once: stays in the cache

  private final FourierModes modes;
  private final int points;
  private final int components;
  private final int side; // cosine and sine coefficients an axis: 2 largestWave + 1
  private final double[] cos; // [k * points + j] = cos(2 pi j k / points)
  private final double[] sin;
  private final double[][] stage; // stage[a]: axes < a in coefficients, the others in values
  private final double[] fold;
  private final int[] slot; // [w * 2^d + mask]: coefficient of the product basis, or -1
  private final int[] phase; // its factor in prod_a i sign(k_a) over the sines, as a power of i

  /** Transforms on the torus's own grid. */
  public RealFourier(Torus torus, int components) {
    this(new FourierModes(torus), torus.points(), components);
  }

  /**
   * On a grid of at least 2 largestWave + 1 points a direction, with at least 1 component, a value
   * of a cell.
   */
  public RealFourier(FourierModes modes, int points, int components) {
    int largest = modes.torus().largestWave();
    this.side = 2 * largest + 1;
    if (points < side) {
      throw new IllegalArgumentException(
          "transform grid has " + points + " points a direction; " + side + " or more are needed");
    }
    if (components < 1) {
      throw new IllegalArgumentException("field has " + components + " components; at least 1");
    }
    this.modes = modes;
    this.points = points;
    this.components = components;
    this.cos = new double[(largest + 1) * points];
    this.sin = new double[(largest + 1) * points];
    for (int k = 0; k <= largest; k++) {
      for (int j = 0; j < points; j++) {
        int turn = (int) ((long) j * k % points);
        cos[k * points + j] = cosOfTurn(turn, points);
        sin[k * points + j] =
            cosOfTurn(Math.floorMod(4L * turn - points, 4L * points), 4L * points);
      }
    }
    int d = modes.torus().dimension();
    this.stage = new double[d + 1][];
    int widest = 0;
    for (int a = 1; a <= d; a++) {

      stage[a] = new double[Torus.power(points, d - a) * Torus.power(side, a) * components];
      widest = Math.max(widest, Math.min(vectorLength(a - 1), TILE));
    }
    this.fold = new double[(points + 2) * widest];
    this.slot = new int[modes.count() << d];
    this.phase = new int[modes.count() << d];
    tabulateSlots(d);
  }

  /** The bytes of a transform, its modes and one field over its cells; 0 for 0 components. */
  public static double bytes(Torus torus, int points, double components) {
    if (components == 0) {
      return 0;
    }
    int d = torus.dimension();
    double side = 2.0 * torus.largestWave() + 1;
    double doubles = (side + 1) * points; // cosines and sines
    doubles += (points + 2.0) * Math.min(Math.pow(side, d - 1) * components, TILE);
    for (int a = 0; a <= d; a++) { // the field, and stages
      doubles += Math.pow(points, d - a) * Math.pow(side, a) * components;
    }
    return Double.BYTES * doubles + Integer.BYTES * FourierModes.count(torus) * (d + (2 << d));
  }

  /** Transforms on the grid of 3 largestWave + 1 points a direction, exact for products of two. */
  public static RealFourier dealiased(FourierModes modes, int components) {
    return new RealFourier(modes, modes.torus().dealiasedPoints(), components);
  }

  public FourierModes modes() {
    return modes;
  }

  /** Grid points a direction. */
  public int points() {
    return points;
  }

  /** Values a cell. */
  public int components() {
    return components;
  }

  /** points^d. */
  public int cells() {
    return Torus.power(points, modes.torus().dimension());
  }

  /** The length of a spectrum. */
  public int spectrumSize() {
    return modes.size(components);
  }

  /** Evaluates a field at the cells, which are overwritten; the spectrum is not modified. */
  public void toCells(double[] spectrum, double[] cells) {
    int d = modes.torus().dimension();
    double[] basis = stage[d];
    Arrays.fill(basis, 0);
    System.arraycopy(spectrum, 0, basis, 0, components);
    // f = fhat_0 + sum_w 2 Re(fhat_w prod_a (cos_a + i s_a sin_a)), s_a the sign of k_a
    for (int w = 1; w < modes.count(); w++) {
      int re = modes.offset(w, components);
      for (int mask = 0; mask < 1 << d; mask++) {
        int to = slot[(w << d) + mask] * components;
        int turns = phase[(w << d) + mask];
        int from = turns % 2 == 0 ? re : re + components;
        double factor = turns == 0 || turns == 3 ? 2 : -2;
        for (int c = 0; to >= 0 && c < components; c++) {
          basis[to + c] += factor * spectrum[from + c];
        }
      }
    }
    for (int a = d - 1; a >= 0; a--) {
      synthesise(a, stage[a + 1], a == 0 ? cells : stage[a]);
    }
  }

  /**
   * The modes of a field; those that the torus does not keep are dropped. Cells are not modified,
   * the spectrum is overwritten.
   */
  public void toSpectrum(double[] cells, double[] spectrum) {
    int d = modes.torus().dimension();
    for (int a = 0; a < d; a++) {
      analyse(a, a == 0 ? cells : stage[a], stage[a + 1]);
    }
    double[] basis = stage[d];
    double mean = 1.0 / cells();
    for (int c = 0; c < components; c++) {
      spectrum[c] = mean * basis[c];
    }
    // fhat_w = mean of f prod_a (cos_a - i s_a sin_a)
    for (int w = 1; w < modes.count(); w++) {
      int re = modes.offset(w, components);
      Arrays.fill(spectrum, re, re + 2 * components, 0);
      for (int mask = 0; mask < 1 << d; mask++) {
        int from = slot[(w << d) + mask] * components;
        int turns = phase[(w << d) + mask];
        int to = turns % 2 == 0 ? re : re + components;
        double factor = turns == 0 || turns == 3 ? mean : -mean;
        for (int c = 0; from >= 0 && c < components; c++) {
          spectrum[to + c] += factor * basis[from + c];
        }
      }
    }
  }

  /**
   * Axis a from values to coefficients: coefficient 0 is the sum, 2k - 1 the cosine sum and 2k the
   * sine sum of wave number k.
   */
  private void analyse(int a, double[] in, double[] out) {
    int vector = vectorLength(a);
    int repeats = Torus.power(points, modes.torus().dimension() - a - 1);
    int half = (points - 1) / 2;
    boolean even = points % 2 == 0;
    for (int r = 0; r < repeats; r++) {
      int inAt = r * points * vector;
      int outAt = r * side * vector;
      for (int begin = 0; begin < vector; begin += TILE) {
        int length = Math.min(TILE, vector - begin);
        // fold: f_0 | f_j + f_{n-j} | f_{n/2} ... and f_j - f_{n-j} behind
        int differences = (half + 2) * length;
        System.arraycopy(in, inAt + begin, fold, 0, length);
        for (int j = 1; j <= half; j++) {
          int p = inAt + begin + j * vector;
          int q = inAt + begin + (points - j) * vector;
          int s = j * length;
          int t = differences + (j - 1) * length;
          for (int i = 0; i < length; i++) {
            fold[s + i] = in[p + i] + in[q + i];
          }
          for (int i = 0; i < length; i++) {
            fold[t + i] = in[p + i] - in[q + i];
          }
        }
        int terms = half + 1;
        if (even) {
          System.arraycopy(in, inAt + begin + points / 2 * vector, fold, terms * length, length);
          terms++;
        }
        for (int k = 0; 2 * k < side; k++) {
          int to = outAt + begin + (k == 0 ? 0 : 2 * k - 1) * vector;
          Arrays.fill(out, to, to + length, 0);
          accumulate(fold, 0, length, cos, k * points, 1, terms, out, to, length);
          if (k > 0) {
            to += vector;
            Arrays.fill(out, to, to + length, 0);
            accumulate(fold, differences, length, sin, k * points + 1, 1, half, out, to, length);
          }
        }
      }
    }
  }

  /** Axis a from coefficients to values, the transpose of {@link #analyse}. */
  private void synthesise(int a, double[] in, double[] out) {
    int vector = vectorLength(a);
    int repeats = Torus.power(points, modes.torus().dimension() - a - 1);
    int half = points / 2;
    int waves = side / 2;
    for (int r = 0; r < repeats; r++) {
      int inAt = r * side * vector;
      int outAt = r * points * vector;
      for (int begin = 0; begin < vector; begin += TILE) {
        int length = Math.min(TILE, vector - begin);
        int odd = length;
        for (int j = 0; j <= half; j++) {
          int mirror = (points - j) % points;
          // even part: coefficient 0 and the cosines, which stand at 1, 3, 5, ...
          int first = inAt + begin + vector;
          System.arraycopy(in, inAt + begin, fold, 0, length);
          accumulate(in, first, 2 * vector, cos, points + j, points, waves, fold, 0, length);
          int to = outAt + begin + j * vector;
          if (mirror == j) {
            System.arraycopy(fold, 0, out, to, length);
            continue;
          }
          Arrays.fill(fold, odd, odd + length, 0);
          first += vector;
          accumulate(in, first, 2 * vector, sin, points + j, points, waves, fold, odd, length);
          int toMirror = outAt + begin + mirror * vector;
          for (int i = 0; i < length; i++) {
            out[to + i] = fold[i] + fold[odd + i];
          }
          for (int i = 0; i < length; i++) {
            out[toMirror + i] = fold[i] - fold[odd + i];
          }
        }
      }
    }
  }

  /** out += sum_j weight[weightAt + j * weightStride] * in_j, j = 0..terms-1. */
  private static void accumulate(
      double[] in,
      int inAt,
      int inStride,
      double[] weight,
      int weightAt,
      int weightStride,
      int terms,
      double[] out,
      int outAt,
      int length) {
    int j = 0;
    for (; j + 3 < terms; j += 4) {
      double w0 = weight[weightAt + j * weightStride];
      double w1 = weight[weightAt + (j + 1) * weightStride];
      double w2 = weight[weightAt + (j + 2) * weightStride];
      double w3 = weight[weightAt + (j + 3) * weightStride];
      int p0 = inAt + j * inStride;
      int p1 = p0 + inStride;
      int p2 = p1 + inStride;
      int p3 = p2 + inStride;
      for (int i = 0; i < length; i++) {
        out[outAt + i] += w0 * in[p0 + i] + w1 * in[p1 + i] + w2 * in[p2 + i] + w3 * in[p3 + i];
      }
    }
    for (; j < terms; j++) {
      double w0 = weight[weightAt + j * weightStride];
      int p0 = inAt + j * inStride;
      for (int i = 0; i < length; i++) {
        out[outAt + i] += w0 * in[p0 + i];
      }
    }
  }

  /** The doubles that stand side by side for one index of axis a, axes below in coefficients. */
  private int vectorLength(int a) {
    return Torus.power(side, a) * components;
  }

  private void tabulateSlots(int d) {
    for (int w = 0; w < modes.count(); w++) {
      for (int mask = 0; mask < 1 << d; mask++) {
        int at = 0;
        int turns = 0;
        boolean used = true;
        for (int axis = d - 1; axis >= 0; axis--) {
          int k = modes.wave(w, axis);
          boolean sine = (mask >> axis & 1) == 1;
          used &= !(sine && k == 0);
          at = at * side + (k == 0 ? 0 : 2 * Math.abs(k) - (sine ? 0 : 1));
          turns += sine ? (k > 0 ? 1 : 3) : 0; // -i = i^3
        }
        slot[(w << d) + mask] = used ? at : -1;
        phase[(w << d) + mask] = turns % 4;
      }
    }
  }

  /** cos(2 pi turn / full), exact at the quarters and symmetric to the last bit. */
  private static double cosOfTurn(long turn, long full) {
    long t = Math.min(turn, full - turn); // in [0, full / 2]
    if (4 * t == full) {
      return 0;
    }
    return 4 * t < full
        ? (8 * t <= full
            ? Math.cos(2 * Math.PI * t / full)
            : Math.sin(2 * Math.PI * (full - 4 * t) / (4.0 * full)))
        : -cosOfTurn(full - 2 * t, 2 * full);
  }
}
