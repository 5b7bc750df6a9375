package org.knudsen.collision;

import java.util.Arrays;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.BurnettSpace;

/** Turns reduced elements into the couplings of one pair of species for a set of modes. */
final class CouplingTableBuilder {

  static final int BLOCK = 256; // products: 256 x 32 cells x 8 bytes = 64 KiB

  private final BurnettSpace space;
  private final BurnettModes modes;
  private final int i;
  private final int j;
  private final ReducedElements forward;
  private final ReducedElements backward;
  private final int[] radialOf;
  private final double[][] couple; // by l1, l2: lazily filled couplings of all m's
  private int[] targets = new int[1024];
  private int[] products = new int[1024];
  private double[] coefficients = new double[1024];
  private int entries;

  /**
   * Forward elements are those of Q_ij, tested on species i, backward ones those of Q_ji, tested on
   * species j; the same object where i = j.
   */
  CouplingTableBuilder(
      BurnettSpace space, int i, int j, ReducedElements forward, ReducedElements backward) {
    this.space = space;
    this.modes = space.burnettModes();
    this.i = i;
    this.j = j;
    this.forward = forward;
    this.backward = backward;
    this.couple = new double[(space.degree() + 1) * (space.degree() + 1)][];
    radialOf = new int[modes.count()];
    for (int a = 0; a < modes.count(); a++) {
      radialOf[a] = forward.radial().index(modes.n(a), modes.l(a), 0);
    }
  }

  CouplingTable build() {
    int count = modes.count();
    int pairs = i == j ? count * (count + 1) / 2 : count * count;
    int[] first = new int[pairs];
    int[] second = new int[pairs];
    int p = 0;
    for (int a = 0; a < count; a++) {
      for (int b = i == j ? a : 0; b < count; b++) {
        first[p] = i * count + a;
        second[p++] = j * count + b;
      }
    }
    int blocks = (pairs + BLOCK - 1) / BLOCK;
    int[] blockStart = new int[blocks + 1];
    int[] runStart = new int[blocks + 1];
    Runs runs = new Runs();
    for (int k = 0; k < blocks; k++) {
      blockStart[k] = k * BLOCK;
      int end = Math.min(pairs, (k + 1) * BLOCK);
      entries = 0;
      for (int q = k * BLOCK; q < end; q++) {
        collect(first[q] - i * count, second[q] - j * count, q - k * BLOCK);
      }
      runs.append(targets, products, coefficients, entries);
      blockStart[k + 1] = end;
      runStart[k + 1] = runs.count;
    }
    return new CouplingTable(
        first,
        second,
        blockStart,
        runStart,
        Arrays.copyOf(runs.target, runs.count),
        Arrays.copyOf(runs.start, runs.count + 1),
        Arrays.copyOf(runs.product, runs.size),
        Arrays.copyOf(runs.coefficient, runs.size));
  }

  /** All couplings of the product of modes a and b. */
  private void collect(int a, int b, int product) {
    int la = modes.l(a);
    int lb = modes.l(b);
    double ci = Math.sqrt(space.mixture().concentration(i));
    double cj = Math.sqrt(space.mixture().concentration(j));
    int count = modes.count();
    for (int lc = Math.abs(la - lb); lc <= Math.min(space.degree(), la + lb); lc += 2) {
      for (int m = -lc; m <= lc; m++) {
        boolean couples = modes.symmetry().keeps(m) && azimuthsCouple(modes.m(a), modes.m(b), m);
        double angular = couples ? coupling(la, modes.m(a), lb, modes.m(b), lc, m) : 0;
        for (int n = 0; angular != 0 && n < modes.radialCount(lc); n++) {
          int c = modes.index(n, lc, m);
          double to = forward.get(radialOf[a], radialOf[b], radialOf[c]);
          double back = backward.get(radialOf[b], radialOf[a], radialOf[c]);
          if (i == j) {
            // Q_ii is a quadratic form: both orders of a product, once
            add(i * count + c, product, ci * angular * (a == b ? to : to + back));
          } else {
            add(i * count + c, product, cj * angular * to);
            add(j * count + c, product, ci * angular * back);
          }
        }
      }
    }
  }

  /** Whether real azimuthal modes m1, m2 have m in their product. */
  static boolean azimuthsCouple(int m1, int m2, int m) {
    int sum = Math.abs(m1) + Math.abs(m2);
    int difference = Math.abs(Math.abs(m1) - Math.abs(m2));
    boolean sines = (m1 < 0) ^ (m2 < 0);
    return (Math.abs(m) == sum || Math.abs(m) == difference) && sines == (m < 0);
  }

  /** The coupling, kept for all m's of a pair of orders: it is asked for once a radial pair. */
  private double coupling(int l1, int m1, int l2, int m2, int l, int m) {
    int degree = space.degree();
    int key = l1 * (degree + 1) + l2;
    if (couple[key] == null) {
      couple[key] = new double[(2 * l1 + 1) * (2 * l2 + 1) * (degree + 1) * 2];
      Arrays.fill(couple[key], Double.NaN);
    }
    // for given m1, m2 and l there are at most two m: sum and difference of the absolute values
    int which = Math.abs(m) == Math.abs(m1) + Math.abs(m2) ? 0 : 1;
    int at = (((m1 + l1) * (2 * l2 + 1) + m2 + l2) * (degree + 1) + l) * 2 + which;
    if (Double.isNaN(couple[key][at])) {
      couple[key][at] = ClebschGordan.real(l1, m1, l2, m2, l, m);
    }
    return couple[key][at];
  }

  private void add(int target, int product, double coefficient) {
    if (coefficient == 0) {
      return;
    }
    if (entries == targets.length) {
      targets = Arrays.copyOf(targets, 2 * entries);
      products = Arrays.copyOf(products, 2 * entries);
      coefficients = Arrays.copyOf(coefficients, 2 * entries);
    }
    targets[entries] = target;
    products[entries] = product;
    coefficients[entries++] = coefficient;
  }

  /** Sorts a block's entries by target, keeping the order of products, and appends them. */
  private static final class Runs {
    private int[] target = new int[64];
    private int[] start = new int[65];
    private int[] product = new int[1024];
    private double[] coefficient = new double[1024];
    private int count;
    private int size;

    void append(int[] targets, int[] products, double[] coefficients, int entries) {
      int most = 0;
      for (int e = 0; e < entries; e++) {
        most = Math.max(most, targets[e] + 1);
      }
      int[] place = new int[most + 1];
      for (int e = 0; e < entries; e++) {
        place[targets[e] + 1]++;
      }
      for (int t = 0; t < most; t++) {
        place[t + 1] += place[t];
      }
      reserve(entries, most);
      for (int t = 0; t < most; t++) {
        if (place[t + 1] > place[t]) {
          target[count++] = t;
          start[count] = size + place[t + 1];
        }
      }
      int[] next = place.clone();
      for (int e = 0; e < entries; e++) {
        int at = size + next[targets[e]]++;
        product[at] = products[e];
        coefficient[at] = coefficients[e];
      }
      size += entries;
    }

    private void reserve(int entries, int targets) {
      if (size + entries > product.length) {
        int length = Math.max(2 * product.length, size + entries);
        product = Arrays.copyOf(product, length);
        coefficient = Arrays.copyOf(coefficient, length);
      }
      if (count + targets + 1 > target.length) {
        int length = Math.max(2 * target.length, count + targets + 1);
        target = Arrays.copyOf(target, length);
        start = Arrays.copyOf(start, length + 1);
      }
    }
  }
}
