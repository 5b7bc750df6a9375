package org.knudsen.lemma;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.simple.SimpleMatrix;

/**
 * Extreme eigenvalues of symmetric matrices and of pencils A y = lambda B y with B > 0, and the
 * forms and bases that they are asked of. No argument is modified; every result is new.
 */
public final class SymmetricPencil {

  private SymmetricPencil() {}

  /** An eigenvalue with its vector, a column. */
  public record Pair(double value, SimpleMatrix vector) {}

  /** (A + A^T) / 2, the quadratic form of A. */
  public static SimpleMatrix symmetric(SimpleMatrix a) {
    return a.plus(a.transpose()).scale(0.5);
  }

  /** C^T A C, the form of A on the span of the columns. */
  public static SimpleMatrix restricted(SimpleMatrix a, SimpleMatrix columns) {
    return columns.transpose().mult(a).mult(columns);
  }

  /** An orthogonal matrix whose first columns span what the given independent columns span. */
  public static SimpleMatrix completed(SimpleMatrix columns) {
    int n = columns.getNumRows();
    if (columns.getNumCols() == 0) {
      return SimpleMatrix.identity(n);
    }
    var qr = DecompositionFactory_DDRM.qr(n, columns.getNumCols());
    if (!qr.decompose(columns.copy().getDDRM())) {
      throw new ArithmeticException("columns of length " + n + " are not independent");
    }
    return SimpleMatrix.wrap(qr.getQ(null, false));
  }

  /** An orthonormal basis of the complement of independent columns, as columns. */
  public static SimpleMatrix complement(SimpleMatrix columns) {
    return completed(columns).cols(columns.getNumCols(), columns.getNumRows());
  }

  /** The eigenvalues of the quadratic form of A, ascending, with orthonormal vectors. */
  public static List<Pair> all(SimpleMatrix a) {
    int n = a.getNumRows();
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(symmetric(a).getDDRM())) {
      throw new ArithmeticException(
          "a symmetric eigenvalue problem of order " + n + " did not converge");
    }
    return IntStream.range(0, n)
        .mapToObj(
            e ->
                new Pair(
                    eigen.getEigenvalue(e).getReal(), SimpleMatrix.wrap(eigen.getEigenVector(e))))
        .sorted(Comparator.comparingDouble(Pair::value))
        .toList();
  }

  /** The smallest eigenvalue of the quadratic form of A. */
  public static Pair smallest(SimpleMatrix a) {
    return all(a).get(0);
  }

  /** The smallest eigenvalue of A y = lambda B y, B positive definite. */
  public static Pair smallest(SimpleMatrix a, SimpleMatrix b) {
    SimpleMatrix root = inverseRoot(b);
    Pair pair = smallest(restricted(a, root));
    return new Pair(pair.value(), root.mult(pair.vector()));
  }

  /** The largest eigenvalue of A y = lambda B y, B positive definite. */
  public static double largest(SimpleMatrix a, SimpleMatrix b) {
    return -smallest(a.negative(), b).value();
  }

  /**
   * An upper triangular R with R^T B R = 1, the inverse of a Cholesky factor of the positive
   * definite B.
   */
  public static SimpleMatrix inverseRoot(SimpleMatrix b) {
    var cholesky = DecompositionFactory_DDRM.chol(b.getNumRows(), false);
    if (!cholesky.decompose(b.copy().getDDRM())) {
      throw new IllegalArgumentException("the second form is not positive definite");
    }
    return SimpleMatrix.wrap(cholesky.getT(null)).invert();
  }
}
