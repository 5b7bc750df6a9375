package org.knudsen.kinetic;

import java.util.stream.IntStream;
import org.knudsen.velocity.CollisionInvariants;
import org.knudsen.velocity.Streaming;
import org.knudsen.velocity.VelocitySpace;

/**
 * An orthogonal change of coordinates H in which every collision invariant phi^(k) of (2.4) is a
 * coordinate vector, whatever the orthonormal basis of the space.
 *
 * <p>Why: total momentum and energy are combinations of modes of all species. In the modes
 * themselves L has their rows cancel to 1e-16, and divided by eps^2 = 1e-12 that is no conservation
 * at all. In these coordinates the rows and columns of L on the invariants are zero by definition,
 * and an implicit or exponential step leaves the invariants of a uniform state alone to the last
 * bit.
 *
 * <p>H is the product of Householder reflections that brings the matrix of all invariants to
 * triangular form, which for orthonormal rows is diagonal: the k-th reflection maps what those
 * before it left of phi^(k) onto a coordinate of its own. It changes the modes of phi^(k) only, and
 * none is needed where phi^(k) is a mode. A coordinate has the parity of its invariant, and no
 * reflection mixes parities.
 */
final class InvariantCoordinates {

  private static final double ROUND_OFF = 1e-12; // of a product of two rows of some 1e3 entries

  private final int size;
  private final int[] conserved;
  private final int[][] support;
  private final double[][] normal; // unit vectors, one a reflection

  /** The invariants of the space must be orthonormal, and each have even or odd modes alone. */
  InvariantCoordinates(VelocitySpace space) {
    size = space.size();
    CollisionInvariants invariants = space.require(CollisionInvariants.class);
    Streaming streaming = space.require(Streaming.class);
    double[] rows = invariants.invariants();
    conserved = new int[invariants.invariantCount()];
    support = new int[conserved.length][];
    normal = new double[conserved.length][];
    boolean[] taken = new boolean[size];
    for (int k = 0; k < conserved.length; k++) {
      int from = k * size;
      for (int before = 0; before < k; before++) {
        reflect(before, rows, from);
      }
      // on coordinates that are taken it has only what the rows lack in orthogonality
      int[] at = IntStream.range(0, size).filter(a -> !taken[a] && rows[from + a] != 0).toArray();
      double[] v = IntStream.of(at).mapToDouble(a -> rows[from + a]).toArray();
      double length = Math.sqrt(squared(v));
      if (!(Math.abs(length - 1) < ROUND_OFF)) {
        throw new IllegalArgumentException(
            ("invariant %s of %s has length %s beside those before it; orthonormal "
                    + "invariants are needed")
                .formatted(k, space.describe(), length));
      }
      boolean odd = streaming.odd(at[0] % space.modes());
      for (int a : at) {
        if (streaming.odd(a % space.modes()) != odd) {
          throw new IllegalArgumentException(
              "invariant %s of %s has even and odd modes; one parity is needed"
                  .formatted(k, space.describe()));
        }
      }
      conserved[k] = at[0];
      taken[at[0]] = true;
      support[k] = at.length > 1 ? at : new int[0];
      normal[k] = v;
      if (at.length > 1) {
        v[0] += v[0] < 0 ? -1 : 1;
        double norm = Math.sqrt(squared(v));
        for (int s = 0; s < v.length; s++) {
          v[s] /= norm;
        }
      }
    }
  }

  private static double squared(double[] v) {
    double sum = 0;
    for (double x : v) {
      sum += x * x;
    }
    return sum;
  }

  /** The coordinates of the invariants, in the order of {@link CollisionInvariants}. */
  int[] conserved() {
    return conserved;
  }

  /** Changes one distribution from modes to coordinates, in place: H f. */
  void ofModes(double[] f, int offset) {
    for (int k = 0; k < conserved.length; k++) {
      reflect(k, f, offset);
    }
  }

  /** Changes one distribution from coordinates to modes, in place: H^T f. */
  void toModes(double[] f, int offset) {
    for (int k = conserved.length - 1; k >= 0; k--) {
      reflect(k, f, offset);
    }
  }

  private void reflect(int k, double[] f, int offset) {
    int[] at = support[k];
    double[] v = normal[k];
    double dot = 0;
    for (int s = 0; s < at.length; s++) {
      dot += v[s] * f[offset + at[s]];
    }
    for (int s = 0; s < at.length; s++) {
      f[offset + at[s]] -= 2 * dot * v[s];
    }
  }

  /** Changes a matrix (size x size, row-major) to H matrix H^T, in place. */
  void conjugate(double[] matrix) {
    double[] column = new double[size];
    for (int row = 0; row < size; row++) {
      ofModes(matrix, row * size);
    }
    for (int c = 0; c < size; c++) {
      for (int row = 0; row < size; row++) {
        column[row] = matrix[row * size + c];
      }
      ofModes(column, 0);
      for (int row = 0; row < size; row++) {
        matrix[row * size + c] = column[row];
      }
    }
  }
}
