package org.knudsen.time;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * LU factors of a dense matrix whose rows and columns differ by many orders of magnitude.
 *
 * <p>The matrix in mind is M = I - tau (L / eps^2 + V / eps): L symmetric, negative on the fast
 * variables and zero on the slow ones, V antisymmetric. With tau = 1e-3 and eps = 1e-6 it has fast
 * diagonal entries of 1e9 and acoustic entries of 1e3, and what matters sits in the slow block: I
 * plus a Schur complement tau V L^{-1} V of size 1e-3. Three measures keep that block to round-off:
 *
 * <ul>
 *   <li>symmetric scaling by powers of two (exact) to a diagonal of size one, so that slow-fast
 *       entries become sqrt(tau) V and the complement is formed from numbers of its own size;
 *   <li>columns taken in descending order of the original diagonal: fast variables go first, and
 *       the slow block is touched only by their Schur complement;
 *   <li>row pivoting by size relative to the row, so that a slow row [1, tau V / eps] gives up its
 *       acoustic entry first. Eliminating the other way round would form I + (tau / eps)^2 a a^T
 *       and lose the I, on which the diffusive modes live.
 * </ul>
 *
 * <p>A row that is a row of the identity is its own pivot, ahead of all others: it takes part in no
 * arithmetic, and the solution has there the right-hand side to the last bit.
 */
final class ScaledLu {

  private final int n;
  private final double[] lu; // column-major, of P S M S Q
  private final double[] scale;
  private final int[] row; // pivot step -> row of M
  private final int[] column; // pivot step -> column of M

  /**
   * Factors a row-major matrix of order n, which is not modified.
   *
   * @throws ArithmeticException if the matrix is singular
   */
  ScaledLu(int n, double[] m) {
    this.n = n;
    this.scale = scales(n, m);
    boolean[] identity = new boolean[n];
    for (int i = 0; i < n; i++) {
      identity[i] = isIdentityRow(n, m, i);
    }
    this.column =
        IntStream.range(0, n)
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> !identity[i])
                    .thenComparing(i -> Math.abs(m[i * n + i]), Comparator.reverseOrder()))
            .mapToInt(Integer::intValue)
            .toArray();
    this.row = column.clone();
    double[] a = new double[n * n];
    double[] largest = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i * n + j] = scale[row[i]] * m[row[i] * n + column[j]] * scale[column[j]];
        largest[i] = Math.max(largest[i], Math.abs(a[i * n + j]));
      }
    }
    eliminate(a, largest, identity);
    CommonOps_DDRM.transpose(DMatrixRMaj.wrap(n, n, a));
    this.lu = a;
  }

  /**
   * x = M^{-1} b for one column, b read from {@code bAt} and x overwritten from {@code xAt}; work
   * of length >= n is overwritten.
   */
  void solve(double[] b, int bAt, double[] x, int xAt, double[] work) {
    for (int i = 0; i < n; i++) {
      work[i] = scale[row[i]] * b[bAt + row[i]];
    }
    for (int j = 0; j < n; j++) {
      double value = work[j];
      int at = j * n;
      for (int i = j + 1; i < n; i++) {
        work[i] -= lu[at + i] * value;
      }
    }
    for (int j = n - 1; j >= 0; j--) {
      double value = work[j] / lu[j * n + j];
      work[j] = value;
      int at = j * n;
      for (int i = 0; i < j; i++) {
        work[i] -= lu[at + i] * value;
      }
    }
    for (int i = 0; i < n; i++) {
      x[xAt + column[i]] = scale[column[i]] * work[i];
    }
  }

  /** M^{-1}, row-major, a new array. */
  double[] inverse() {
    double[] inverse = new double[n * n];
    double[] unit = new double[n];
    double[] x = new double[n];
    double[] work = new double[n];
    for (int j = 0; j < n; j++) {
      unit[j] = 1;
      solve(unit, 0, x, 0, work);
      unit[j] = 0;
      for (int i = 0; i < n; i++) {
        inverse[i * n + j] = x[i];
      }
    }
    return inverse;
  }

  private void eliminate(double[] a, double[] largest, boolean[] identity) {
    for (int k = 0; k < n; k++) {
      int pivot = k;
      if (!identity[row[k]] || row[k] != column[k]) {
        double best = -1;
        for (int i = k; i < n; i++) {
          double size = largest[i] == 0 ? 0 : Math.abs(a[i * n + k]) / largest[i];
          if (size > best) {
            best = size;
            pivot = i;
          }
        }
      }
      swapRows(a, largest, k, pivot);
      double value = a[k * n + k];
      if (value == 0 || !Double.isFinite(value)) {
        throw new ArithmeticException(
            "matrix of order " + n + " is singular: pivot " + k + " is " + value);
      }
      for (int i = k + 1; i < n; i++) {
        double factor = a[i * n + k] / value;
        a[i * n + k] = factor;
        if (factor != 0) {
          for (int j = k + 1; j < n; j++) {
            a[i * n + j] -= factor * a[k * n + j];
          }
        }
      }
    }
  }

  private void swapRows(double[] a, double[] largest, int k, int pivot) {
    if (k == pivot) {
      return;
    }
    for (int j = 0; j < n; j++) {
      double t = a[k * n + j];
      a[k * n + j] = a[pivot * n + j];
      a[pivot * n + j] = t;
    }
    double size = largest[k];
    largest[k] = largest[pivot];
    largest[pivot] = size;
    int r = row[k];
    row[k] = row[pivot];
    row[pivot] = r;
  }

  /** Powers of two near 1 / sqrt|M_ii|; 1 where the diagonal entry is zero. */
  private static double[] scales(int n, double[] m) {
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      double d = Math.abs(m[i * n + i]);
      scale[i] = d == 0 ? 1 : Math.scalb(1.0, -(int) Math.rint(Math.getExponent(d) / 2.0));
    }
    return scale;
  }

  private static boolean isIdentityRow(int n, double[] m, int i) {
    return IntStream.range(0, n).allMatch(j -> m[i * n + j] == (i == j ? 1 : 0));
  }
}
