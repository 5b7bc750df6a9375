package org.knudsen.collision;

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

  /** The number of couplings. */
  int size() {
    return coefficient.length;
  }

  int blocks() {
    return blockStart.length - 1;
  }

  /** The most products in a block. */
  int largestBlock() {
    int most = 0;
    for (int k = 0; k < blocks(); k++) {
      most = Math.max(most, blockStart[k + 1] - blockStart[k]);
    }
    return most;
  }
}
