package org.knudsen.collision;

import java.util.stream.IntStream;
import org.knudsen.velocity.BurnettModes;

/**
 * The couplings of one unordered pair of species, as the evaluator of Q streams them: a list of
 * products h_i[a] h_j[b], cut in blocks that stay in cache, and for each block and each target mode
 * a run of (product, coefficient).
 *
 * <ul>
 *   <li>{@code first[p], second[p]}: modes a, b of product p (indices into one cell's
 *       distribution);
 *   <li>block k holds products {@code blockStart[k] .. blockStart[k+1]-1};
 *   <li>run r of block k, {@code runStart[k] <= r < runStart[k+1]}, adds to target mode {@code
 *       target[r]} the entries {@code entryStart[r] .. entryStart[r+1]-1}: {@code product[e]}
 *       (counted from the block's first product) times {@code coefficient[e]}.
 * </ul>
 */
record CouplingTable(
    int[] first,
    int[] second,
    int[] blockStart,
    int[] runStart,
    int[] target,
    int[] entryStart,
    int[] product,
    double[] coefficient) {

  static final int COUPLING = Integer.BYTES + Double.BYTES;

  /** The bytes of a table: couplings, factors of products, and in each block a run a target. */
  static double bytes(BurnettModes modes, boolean sameSpecies) {
    double targets = sameSpecies ? modes.count() : 2 * modes.count();
    double products = targets * (sameSpecies ? targets + 1 : targets / 2) / 2;
    double runs = targets * Math.ceil(products / CouplingTableBuilder.BLOCK);
    return COUPLING * couplings(modes, sameSpecies) + 2 * Integer.BYTES * (products + runs);
  }

  /**
   * The couplings of a pair of species: an upper bound, reached unless an element vanishes. They
   * follow from the selection rules alone, for products of orders and azimuths, any radial indices.
   */
  static double couplings(BurnettModes modes, boolean sameSpecies) {
    int[] harmonics = IntStream.range(0, modes.count()).filter(a -> modes.n(a) == 0).toArray();
    double products = 0;
    double diagonal = 0;
    for (int a : harmonics) {
      for (int b : harmonics) {
        double targets = targets(modes, a, b) * modes.radialCount(modes.l(a));
        products += targets * modes.radialCount(modes.l(b));
        diagonal += a == b ? targets : 0;
      }
    }
    return sameSpecies ? (products + diagonal) / 2 : 2 * products;
  }

  /** Modes that two harmonics couple to: orders of one parity, azimuths |m1| +- |m2|. */
  private static double targets(BurnettModes modes, int a, int b) {
    int low = Math.abs(modes.l(a) - modes.l(b));
    int high = Math.min(modes.degree() - (modes.degree() - low & 1), modes.l(a) + modes.l(b));
    int sum = Math.abs(modes.m(a)) + Math.abs(modes.m(b));
    int difference = Math.abs(Math.abs(modes.m(a)) - Math.abs(modes.m(b)));
    boolean sines = modes.m(a) < 0 ^ modes.m(b) < 0;
    double count = 0;
    for (int azimuth = difference; azimuth <= sum; azimuth += Math.max(1, sum - difference)) {
      int first = Math.max(low, azimuth + (azimuth - low & 1));
      if (first <= high && modes.symmetry().keeps(sines ? -azimuth : azimuth)) {
        int orders = sines && azimuth == 0 ? 0 : (high - first) / 2 + 1;
        count += orders * (modes.radialCount(first) + modes.radialCount(high)) / 2.0;
      }
    }
    return count;
  }

  /** The number of couplings. */
  int size() {
    return coefficient.length;
  }

  int blocks() {
    return blockStart.length - 1;
  }

  /** The most products in a block. */
  int largestBlock() {
    return IntStream.range(0, blocks()).map(k -> blockStart[k + 1] - blockStart[k]).max().orElse(0);
  }
}
