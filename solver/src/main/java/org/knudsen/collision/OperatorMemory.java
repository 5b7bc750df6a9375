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
            long targets = targets(modes, la, ma, lb, mb);
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

  private static long targets(BurnettModes modes, int la, int ma, int lb, int mb) {
    long count = 0;
    for (int lc = Math.abs(la - lb); lc <= Math.min(modes.degree(), la + lb); lc += 2) {
      for (int m = -lc; m <= lc; m++) {
        if (modes.symmetry().keeps(m) && CouplingTableBuilder.azimuthsCouple(ma, mb, m)) {
          count += modes.radialCount(lc);
        }
      }
    }
    return count;
  }

  /** The most bytes in use while the operator of a mixture of N species is built. */
  public static long peakBytes(int species, int degree, AxialSymmetry symmetry) {
    long like = couplings(degree, symmetry, true);
    long unlike = species > 1 ? couplings(degree, symmetry, false) : 0;
    long kept = BYTES_A_COUPLING * (species * like + species * (species - 1L) / 2 * unlike);
    long radial = new BurnettModes(degree, AxialSymmetry.SLAB).count();
    return kept
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
