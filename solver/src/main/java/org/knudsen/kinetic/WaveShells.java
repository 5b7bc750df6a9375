package org.knudsen.kinetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.HarmonicRotation;

/**
 * The change from a kinetic state to one in which the linear equation is block-diagonal in (|k|,
 * |m|): each wave's column is rotated so that its wave vector lies along the polar axis.
 *
 * <p>Why: collisions commute with rotations and streaming along the polar axis keeps m, so in that
 * frame the operator of a wave splits into one block for each |m|, which depends on |k| alone. A
 * block of order N * (modes of one m) replaces one of order N * (all modes), and all waves of a
 * shell |k| share its factors.
 *
 * <p>Layout of the turned state: shells in ascending |k|, in a shell m = 0, 1, ... (|m|), for each
 * |m| its columns one after the other - wave by wave, real before imaginary part, +m before -m -
 * and in a column species, then l from |m| on, then n.
 *
 * <p>Applied twice a solve at the cost of sum_l (2l + 1)^2 a radial mode. One matrix a wave and
 * order is kept. Immutable.
 */
final class WaveShells {

  /** The waves of one |k|. */
  record Shell(int squaredWave, int[] waves) {}

  private final BurnettModes modes;
  private final int species;
  private final int size; // of one distribution
  private final FourierModes fourier;
  private final List<Shell> shells = new ArrayList<>();
  private final double[][] rotation; // a wave: D^l row by row for all l, restricted to kept m
  private final int[] rotationStart; // of l
  private final int[] blockOrder; // of |m|
  private final int[][] withinColumn; // [|m|][l]: where order l begins in a species' part
  private final int[][] blockStart; // [shell][|m|]
  private final boolean bothSigns;

  WaveShells(FourierModes fourier, BurnettModes modes, int species) {
    this.fourier = fourier;
    this.modes = modes;
    this.species = species;
    this.size = species * modes.count();
    Map<Integer, List<Integer>> byNorm = new TreeMap<>();
    for (int w = 0; w < fourier.count(); w++) {
      byNorm.computeIfAbsent(fourier.squaredNorm(w), key -> new ArrayList<>()).add(w);
    }
    byNorm.forEach(
        (norm, waves) ->
            shells.add(new Shell(norm, waves.stream().mapToInt(Integer::intValue).toArray())));
    this.bothSigns = modes.symmetry().keeps(-1);
    int degree = modes.degree();
    blockOrder = new int[degree + 1];
    withinColumn = new int[degree + 1][degree + 1];
    rotationStart = new int[degree + 2];
    for (int l = 0; l <= degree; l++) {
      int width = highest(l) - lowest(l) + 1;
      rotationStart[l + 1] = rotationStart[l] + width * width;
      for (int m = 0; m <= highest(l); m++) {
        withinColumn[m][l] = blockOrder[m] / species;
        blockOrder[m] += species * modes.radialCount(l);
      }
    }
    rotation = new double[fourier.count()][];
    for (int w = 1; w < fourier.count() && highest(1) > 0; w++) {
      rotation[w] = rotation(w);
    }
    blockStart = new int[shells.size()][degree + 1];
    int at = 0;
    for (int s = 0; s < shells.size(); s++) {
      for (int m = 0; m <= highest(degree); m++) {
        blockStart[s][m] = at;
        at += columns(shells.get(s), m) * blockOrder[m];
      }
    }
  }

  /** How many |k| there are. */
  static int count(Torus torus) {
    int largest = torus.largestWave();
    BitSet norms = new BitSet();
    for (int a = 0; a <= largest; a++) {
      for (int b = 0; b <= a; b++) {
        for (int c = 0; c <= (torus.dimension() > 2 ? b : 0); c++) {
          norms.set(a * a + b * b + c * c);
        }
      }
    }
    return norms.cardinality();
  }

  /** The bytes of the rotations of all waves. */
  static double bytes(Torus torus, BurnettModes modes) {
    double doubles = 3; // an array besides its entries
    for (int l = 0; l <= modes.degree(); l++) {
      doubles += Math.pow(modes.symmetry().keeps(-1) ? 2 * l + 1 : l + 1, 2);
    }
    return Double.BYTES * doubles * FourierModes.count(torus);
  }

  /** The smallest m kept of order l. */
  private int lowest(int l) {
    return bothSigns ? -l : 0;
  }

  /** The largest m kept of order l. */
  int highest(int l) {
    return modes.symmetry().keeps(1) ? l : 0;
  }

  private double[] rotation(int w) {
    double[] k = new double[3];
    double norm = Math.sqrt(fourier.squaredNorm(w));
    for (int axis = 0; axis < fourier.torus().dimension(); axis++) {
      k[axis] = fourier.wave(w, axis) / norm;
    }
    HarmonicRotation turn = HarmonicRotation.toDirection(modes.degree(), k[0], k[1], k[2]);
    double[] out = new double[rotationStart[modes.degree() + 1]];
    for (int l = 0; l <= modes.degree(); l++) {
      int width = highest(l) - lowest(l) + 1;
      for (int m = 0; m < width; m++) {
        for (int p = 0; p < width; p++) {
          out[rotationStart[l] + m * width + p] = turn.get(l, m + lowest(l), p + lowest(l));
        }
      }
    }
    return out;
  }

  /** K. */
  int degree() {
    return modes.degree();
  }

  List<Shell> shells() {
    return shells;
  }

  /** The order of a block of azimuthal number |m|. */
  int blockOrder(int m) {
    return blockOrder[m];
  }

  /** Columns that a block of |m| has in a shell. */
  int columns(Shell shell, int m) {
    int parts = shell.squaredWave() == 0 ? 1 : 2;
    int signs = m > 0 && bothSigns ? 2 : 1;
    return shell.waves().length * parts * signs;
  }

  /**
   * The mode, {@code species * modes + mode} of a distribution, that entry {@code row} of a block's
   * column is, for +m.
   */
  int modeOf(int m, int row) {
    int perSpecies = blockOrder[m] / species;
    int i = row / perSpecies;
    int rest = row % perSpecies;
    int l = m;
    while (rest >= modes.radialCount(l)) {
      rest -= modes.radialCount(l);
      l++;
    }
    return i * modes.count() + modes.index(rest, l, m);
  }

  /** Turns a state in the layout of {@link KineticState}, which is not modified. */
  void turn(double[] state, double[] turned) {
    move(state, turned, true);
  }

  /** Turns back; the inverse of {@link #turn}. */
  void turnBack(double[] turned, double[] state) {
    move(turned, state, false);
  }

  private void move(double[] from, double[] to, boolean forward) {
    for (int s = 0; s < shells.size(); s++) {
      int[] waves = shells.get(s).waves();
      int parts = s == 0 ? 1 : 2;
      for (int position = 0; position < waves.length; position++) {
        int w = waves[position];
        for (int part = 0; part < parts; part++) {
          int column = fourier.offset(w, size) + part * size;
          for (int i = 0; i < species; i++) {
            for (int l = 0; l <= modes.degree(); l++) {
              harmonic(from, to, forward, s, w, column, position * parts + part, i, l);
            }
          }
        }
      }
    }
  }

  /** One order l of one species in one column: turned_p = sum_m D_mp state_m, or back. */
  private void harmonic(
      double[] from,
      double[] to,
      boolean forward,
      int s,
      int w,
      int column,
      int position,
      int i,
      int l) {
    int low = lowest(l);
    int width = highest(l) - low + 1;
    int radial = modes.radialCount(l);
    int inState = column + i * modes.count() + modes.index(0, l, low);
    for (int m = 0; m < width; m++) {
      int turned = turnedAt(s, position, i, l, m + low);
      int target = forward ? turned : inState + m * radial;
      if (w == 0 || width == 1) {
        int source = forward ? inState + m * radial : turned;
        System.arraycopy(from, source, to, target, radial);
        continue;
      }
      Arrays.fill(to, target, target + radial, 0);
      for (int p = 0; p < width; p++) {
        int source = forward ? inState + p * radial : turnedAt(s, position, i, l, p + low);
        double d = rotation[w][rotationStart[l] + (forward ? p * width + m : m * width + p)];
        for (int n = 0; n < radial; n++) {
          to[target + n] += d * from[source + n];
        }
      }
    }
  }

  /** Where (i, n = 0, l, m) of a column stands in the turned state. */
  private int turnedAt(int s, int position, int i, int l, int m) {
    int a = Math.abs(m);
    int column = a > 0 && bothSigns ? 2 * position + (m < 0 ? 1 : 0) : position;
    return blockStart[s][a]
        + column * blockOrder[a]
        + i * (blockOrder[a] / species)
        + withinColumn[a][l];
  }
}
