package org.knudsen.collision;

import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettModes;

/**
 * The memory that {@link BurnettCollision} takes, counted before it is taken.
 *
 * <p>A coupling is an index and a coefficient, 12 bytes. Their number follows from the selection
 * rules alone: orders that couple, azimuths |m1| +- |m2|, any radial indices. While the table of
 * one pair is built it exists twice at most (arrays that grow by doubling), beside two tables of
 * reduced elements.
 */
public final class OperatorMemory {

  private static final int BYTES_A_COUPLING = Integer.BYTES + Double.BYTES;

  private OperatorMemory() {}

  /** The couplings of one pair of species: an upper bound, reached unless an element vanishes. */
  static long couplings(int degree, AxialSymmetry symmetry, boolean sameSpecies) {
    BurnettModes modes = new BurnettModes(degree, symmetry);
    long[] radialUpTo = new long[degree + 1]; // over orders l, l - 2, ...
    for (int l = 0; l <= degree; l++) {
      radialUpTo[l] = modes.radialCount(l) + (l < 2 ? 0 : radialUpTo[l - 2]);
    }
    long products = 0;
    long diagonal = 0; // a = b
    for (int la = 0; la <= degree; la++) {
      for (int ma = -la; ma <= la; ma++) {
        if (!symmetry.keeps(ma)) {
          continue;
        }
        for (int lb = 0; lb <= degree; lb++) {
          for (int mb = -lb; mb <= lb; mb++) {
            if (!symmetry.keeps(mb)) {
              continue;
            }
            long targets = targets(symmetry, radialUpTo, la, ma, lb, mb);
            products += targets * modes.radialCount(la) * modes.radialCount(lb);
            if (la == lb && ma == mb) {
              diagonal += targets * modes.radialCount(la);
            }
          }
        }
      }
    }
    return sameSpecies ? (products + diagonal) / 2 : 2 * products;
  }

  /** Modes that a product couples to; a sum over orders of one parity is a difference of two. */
  private static long targets(
      AxialSymmetry symmetry, long[] radialUpTo, int la, int ma, int lb, int mb) {
    int low = Math.abs(la - lb);
    int high = Math.min(radialUpTo.length - 1, la + lb);
    high -= (high - low) & 1;
    int sum = Math.abs(ma) + Math.abs(mb);
    int difference = Math.abs(Math.abs(ma) - Math.abs(mb));
    boolean sines = (ma < 0) ^ (mb < 0);
    long count = 0;
    for (int azimuth = difference; azimuth <= sum; azimuth += Math.max(1, sum - difference)) {
      boolean kept = symmetry.keeps(sines ? -azimuth : azimuth) && !(sines && azimuth == 0);
      int first = Math.max(low, azimuth + ((azimuth - low) & 1));
      if (kept && first <= high) {
        count += radialUpTo[high] - (first < 2 ? 0 : radialUpTo[first - 2]);
      }
    }
    return count;
  }

  /** The bytes that the operator of a mixture of N species keeps, when it is built. */
  public static long keptBytes(int species, int degree, AxialSymmetry symmetry) {
    return species * tableBytes(degree, symmetry, true)
        + species * (species - 1L) / 2 * tableBytes(degree, symmetry, false);
  }

  /** A table: its couplings, the two factors of a product, and runs of couplings of one target. */
  private static long tableBytes(int degree, AxialSymmetry symmetry, boolean sameSpecies) {
    long modes = new BurnettModes(degree, symmetry).count();
    long products = sameSpecies ? modes * (modes + 1) / 2 : modes * modes;
    long couplings = couplings(degree, symmetry, sameSpecies);
    long blocks = (products + CouplingTableBuilder.BLOCK - 1) / CouplingTableBuilder.BLOCK;
    long runs = Math.min(couplings, blocks * (sameSpecies ? modes : 2 * modes));
    return BYTES_A_COUPLING * couplings + 2L * Integer.BYTES * (products + runs + blocks);
  }

  /** The most bytes in use while the operator of a mixture of N species is built. */
  public static long peakBytes(int species, int degree, AxialSymmetry symmetry) {
    long like = couplings(degree, symmetry, true);
    long unlike = species > 1 ? couplings(degree, symmetry, false) : 0;
    long radial = new BurnettModes(degree, AxialSymmetry.SLAB).count();
    return keptBytes(species, degree, symmetry)
        + 2L * BYTES_A_COUPLING * Math.max(like, unlike)
        + 2 * Double.BYTES * radial * radial * radial;
  }

  /**
   * Checks that the operator fits into the heap that is free.
   *
   * @throws IllegalArgumentException naming what it takes, what there is, and the largest degree
   *     that would fit
   */
  static void require(int species, int degree, AxialSymmetry symmetry) {
    Runtime runtime = Runtime.getRuntime();
    require(
        species,
        degree,
        symmetry,
        runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory());
  }

  static void require(int species, int degree, AxialSymmetry symmetry, long available) {
    long needed = peakBytes(species, degree, symmetry);
    if (needed <= available) {
      return;
    }
    int fits = degree - 1;
    while (fits >= 2 && peakBytes(species, fits, symmetry) > available) {
      fits--;
    }
    throw new IllegalArgumentException(
        "the collision operator of degree "
            + degree
            + " for "
            + species
            + " species needs "
            + needed / (1 << 20)
            + " MiB, the heap has "
            + available / (1 << 20)
            + " MiB free; "
            + (fits >= 2 ? "degree " + fits + " would fit" : "no degree fits")
            + ", or a larger heap (java -Xmx)");
  }
}
