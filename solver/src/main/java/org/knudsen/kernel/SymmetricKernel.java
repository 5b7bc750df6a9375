package org.knudsen.kernel;

import java.util.Objects;

/** One PairKernel object for each unordered pair of species. */
final class SymmetricKernel implements CollisionKernel {

  private final PairKernel[][] pairs;

  SymmetricKernel(int speciesCount, PairFactory factory) {
    pairs = new PairKernel[speciesCount][speciesCount];
    for (int j = 0; j < speciesCount; j++) {
      for (int i = 0; i <= j; i++) {
        pairs[i][j] = Objects.requireNonNull(factory.pair(i, j), "pair kernel");
        pairs[j][i] = pairs[i][j];
      }
    }
  }

  @Override
  public int speciesCount() {
    return pairs.length;
  }

  @Override
  public PairKernel pair(int i, int j) {
    return pairs[i][j];
  }
}
