package org.knudsen.kinetic;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.velocity.CollisionInvariants;
import org.knudsen.velocity.VelocitySpace;

/**
 * An orthogonal change of coordinates in which every collision invariant phi^(k) of (2.4) is a
 * coordinate vector.
 *
 * <p>Why: total momentum and energy are combinations of modes of all species. In the modes
 * themselves L has their rows cancel to 1e-16, and divided by eps^2 = 1e-12 that is no conservation
 * at all. In these coordinates the rows and columns of L on the invariants are zero by definition,
 * and an implicit or exponential step leaves the invariants of a uniform state alone to the last
 * bit.
 *
 * <p>The change is a product of Householder reflections, one an invariant that is not a coordinate
 * vector already, on disjoint sets of modes: symmetric, its own inverse.
 */
final class InvariantCoordinates {

  private final int size;
  private final int[] conserved;
  private final int[][] support;
  private final double[][] normal; // unit vectors, one a reflection

  InvariantCoordinates(VelocitySpace space) {
    size = space.size();
    CollisionInvariants invariants = space.require(CollisionInvariants.class);
    double[] rows = invariants.invariants();
    conserved = new int[invariants.invariantCount()];
    List<int[]> supports = new ArrayList<>();
    List<double[]> normals = new ArrayList<>();
    for (int k = 0; k < conserved.length; k++) {
      int from = k * size;
      int[] at =
          java.util.stream.IntStream.range(0, size).filter(a -> rows[from + a] != 0).toArray();
      conserved[k] = at[0];
      if (at.length > 1) {
        double[] v = new double[at.length];
        double sign = rows[from + at[0]] < 0 ? -1 : 1;
        double norm = 0;
        for (int s = 0; s < at.length; s++) {
          v[s] = rows[from + at[s]] + (s == 0 ? sign : 0);
          norm += v[s] * v[s];
        }
        for (int s = 0; s < at.length; s++) {
          v[s] /= Math.sqrt(norm);
        }
        supports.add(at);
        normals.add(v);
      }
    }
    support = supports.toArray(int[][]::new);
    normal = normals.toArray(double[][]::new);
  }

  /** The coordinates of the invariants, in the order of {@link CollisionInvariants}. */
  int[] conserved() {
    return conserved;
  }

  /** Changes one distribution from modes to coordinates, or back, in place. */
  void reflect(double[] f, int offset) {
    for (int r = 0; r < support.length; r++) {
      double dot = 0;
      for (int s = 0; s < support[r].length; s++) {
        dot += normal[r][s] * f[offset + support[r][s]];
      }
      for (int s = 0; s < support[r].length; s++) {
        f[offset + support[r][s]] -= 2 * dot * normal[r][s];
      }
    }
  }

  /** Changes a matrix (size x size, row-major) to H matrix H, in place. */
  void conjugate(double[] matrix) {
    double[] column = new double[size];
    for (int row = 0; row < size; row++) {
      reflect(matrix, row * size);
    }
    for (int c = 0; c < size; c++) {
      for (int row = 0; row < size; row++) {
        column[row] = matrix[row * size + c];
      }
      reflect(column, 0);
      for (int row = 0; row < size; row++) {
        matrix[row * size + c] = column[row];
      }
    }
  }
}
