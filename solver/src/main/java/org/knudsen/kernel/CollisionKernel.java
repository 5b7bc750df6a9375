package org.knudsen.kernel;

import java.util.Objects;
import org.knudsen.mixture.Mixture;

/**
 * The collision kernels B_ij of a mixture, in the sigma-representation of (1.1):
 *
 * <p>B_ij(|v - v*|, cos theta) = Phi_ij(|v - v*|) b_ij(cos theta), integrated dv* dsigma over R^3 x
 * S^2 with no extra normalisation.
 *
 * <p>Immutable. Kernels are made by {@code CollisionKernelProvider}s; nothing in the operators
 * knows which kernel it runs on.
 */
public interface CollisionKernel {

  /** N, the number of species it is made for. */
  int speciesCount();

  /**
   * B_ij. Micro-reversibility (H1) asks that pair(i, j) and pair(j, i) are the same function.
   *
   * @throws IndexOutOfBoundsException if i or j is not in 0..N-1
   */
  PairKernel pair(int i, int j);

  /** Throws IllegalArgumentException if it is made for another number of species. */
  default void requireSpecies(Mixture mixture) {
    if (speciesCount() != mixture.size()) {
      throw new IllegalArgumentException(
          "collision kernel is made for %s species, the mixture has %s"
              .formatted(speciesCount(), mixture.size()));
    }
  }

  /** Makes the kernel B_ij of one pair of species, 0 &lt;= i &lt;= j &lt; N. */
  @FunctionalInterface
  interface PairFactory {
    PairKernel pair(int i, int j);
  }

  /**
   * A kernel of N species that is micro-reversible (H1) by construction: every pair is made once,
   * now, and serves for (i, j) and (j, i).
   */
  static CollisionKernel symmetric(int speciesCount, PairFactory factory) {
    PairKernel[][] pairs = new PairKernel[speciesCount][speciesCount];
    for (int j = 0; j < speciesCount; j++) {
      for (int i = 0; i <= j; i++) {
        pairs[i][j] = Objects.requireNonNull(factory.pair(i, j), "pair kernel");
        pairs[j][i] = pairs[i][j];
      }
    }
    return new CollisionKernel() {
      @Override
      public int speciesCount() {
        return speciesCount;
      }

      @Override
      public PairKernel pair(int i, int j) {
        return pairs[i][j];
      }
    };
  }
}
