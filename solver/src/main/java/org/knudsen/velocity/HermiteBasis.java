package org.knudsen.velocity;

import java.util.ArrayList;
import java.util.List;

/**
 * The Burnett functions of a space in the basis of products of orthonormal Hermite polynomials
 * he_n(w) = he_n0(w_0) he_n1(w_1) he_n2(w_2), |n| = 2n + l, in which velocity derivatives of every
 * order are diagonal.
 *
 * <p>The paper sums ||d_v^beta f||^2 over multi-indices, each once. For |beta| = 1 that is diagonal
 * in (n, l, m): the number operator plus 3. For |beta| >= 2 it is not invariant under rotations and
 * couples harmonics of one degree. In Hermite functions d_v^beta he_n = (-sqrt(m_i))^|beta|
 * sqrt(prod_k (n_k + 1)_{beta_k}) he_{n + beta}, so the sum is a weight per n.
 *
 * <p>The change of basis is orthogonal degree by degree, built by he_{n + e_k} = a_k^+ he_n /
 * sqrt(n_k + 1) along the axis of the largest n_k. Rows without overlap with the modes kept are
 * dropped. Immutable.
 */
final class HermiteBasis {

  private final int[][] modesOfDegree; // [degree] -> modes kept
  private final int[][][] exponents; // [degree][row][axis]
  private final double[][][] overlap; // [degree][row][position]

  HermiteBasis(BurnettModes kept) {
    int degree = kept.degree();
    BurnettModes full = new BurnettModes(degree, AxialSymmetry.FULL);
    CreationOperator[] raise = new CreationOperator[3];
    for (int axis = 0; axis < 3; axis++) {
      raise[axis] = new CreationOperator(full, axis);
    }
    modesOfDegree = new int[degree + 1][];
    exponents = new int[degree + 1][][];
    overlap = new double[degree + 1][][];
    int[][] fullOfDegree = new int[degree + 1][];
    for (int d = 0; d <= degree; d++) {
      modesOfDegree[d] = ofDegree(kept, d);
      fullOfDegree[d] = ofDegree(full, d);
    }
    double[] before = new double[full.count()];
    double[] after = new double[full.count()];
    double[][] rows = {{1}}; // all Hermite functions of one degree, in full modes of that degree
    for (int d = 0; d <= degree; d++) {
      if (d > 0) {
        double[][] next = new double[(d + 1) * (d + 2) / 2][];
        for (int a = d; a >= 0; a--) {
          for (int b = d - a; b >= 0; b--) {
            int[] n = {a, b, d - a - b};
            int axis = n[0] >= n[1] && n[0] >= n[2] ? 0 : n[1] >= n[2] ? 1 : 2;
            n[axis]--;
            double[] from = rows[row(d - 1, n)];
            n[axis]++;
            for (int p = 0; p < from.length; p++) {
              before[fullOfDegree[d - 1][p]] = from[p];
            }
            for (int mode : fullOfDegree[d]) {
              after[mode] = 0;
            }
            raise[axis].addDegree(d - 1, 1 / Math.sqrt(n[axis]), before, after);
            double[] to = new double[fullOfDegree[d].length];
            for (int p = 0; p < to.length; p++) {
              to[p] = after[fullOfDegree[d][p]];
            }
            next[row(d, n)] = to;
          }
        }
        rows = next;
      }
      keep(kept, full, d, fullOfDegree[d], rows);
    }
  }

  /** The position of (n_0, n_1, n_2) among all of its degree. */
  private static int row(int degree, int[] n) {
    int rest = degree - n[0];
    return rest * (rest + 1) / 2 + rest - n[1];
  }

  private static int[] ofDegree(BurnettModes modes, int degree) {
    return java.util.stream.IntStream.range(0, modes.count())
        .filter(a -> 2 * modes.n(a) + modes.l(a) == degree)
        .toArray();
  }

  private void keep(BurnettModes kept, BurnettModes full, int d, int[] fullModes, double[][] rows) {
    int[] position = new int[modesOfDegree[d].length];
    for (int p = 0; p < position.length; p++) {
      int mode = modesOfDegree[d][p];
      int index = full.index(kept.n(mode), kept.l(mode), kept.m(mode));
      position[p] = java.util.Arrays.binarySearch(fullModes, index);
    }
    List<double[]> overlaps = new ArrayList<>();
    List<int[]> numbers = new ArrayList<>();
    for (int a = d; a >= 0; a--) {
      for (int b = d - a; b >= 0; b--) {
        int[] n = {a, b, d - a - b};
        double[] line = new double[position.length];
        double square = 0;
        for (int p = 0; p < line.length; p++) {
          line[p] = rows[row(d, n)][position[p]];
          square += line[p] * line[p];
        }
        if (square > 0) {
          overlaps.add(line);
          numbers.add(n);
        }
      }
    }
    exponents[d] = numbers.toArray(int[][]::new);
    overlap[d] = overlaps.toArray(double[][]::new);
  }

  /**
   * sum_{|beta| = order} |(a^+)^beta f|^2 for one species, its modes from {@code offset} on; f is
   * not modified.
   */
  double squaredDerivatives(double[] f, int offset, int order) {
    double sum = 0;
    for (int d = 0; d < overlap.length; d++) {
      int[] modes = modesOfDegree[d];
      for (int r = 0; r < overlap[d].length; r++) {
        double value = 0;
        for (int p = 0; p < modes.length; p++) {
          value += overlap[d][r][p] * f[offset + modes[p]];
        }
        int[] n = exponents[d][r];
        sum += weight(n[0], n[1], n[2], order) * value * value;
      }
    }
    return sum;
  }

  /** sum_{|beta| = order} prod_k (n_k + 1)(n_k + 2)...(n_k + beta_k). */
  static double weight(int n0, int n1, int n2, int order) {
    double sum = 0;
    double first = 1;
    for (int b0 = 0; b0 <= order; b0++) {
      double second = first;
      for (int b1 = 0; b0 + b1 <= order; b1++) {
        double third = second;
        for (int b2 = 1; b2 <= order - b0 - b1; b2++) {
          third *= n2 + b2;
        }
        sum += third;
        second *= n1 + b1 + 1;
      }
      first *= n0 + b0 + 1;
    }
    return sum;
  }
}
