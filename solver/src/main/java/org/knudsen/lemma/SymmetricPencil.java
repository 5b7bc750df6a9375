package org.knudsen.lemma;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Extreme eigenvalues of symmetric matrices and of pencils A y = lambda B y with B > 0. */
public final class SymmetricPencil {

  private SymmetricPencil() {}

  /** An eigenvalue with its vector. */
  public record Pair(double value, RealMatrix vector) {}

  private static DMatrixRMaj dense(RealMatrix a) {
    return new DMatrixRMaj(a.getData());
  }

  private static RealMatrix wrap(DMatrixRMaj a) {
    RealMatrix out = MatrixUtils.createRealMatrix(a.numRows, a.numCols);
    for (int row = 0; row < a.numRows; row++) {
      for (int column = 0; column < a.numCols; column++) {
        out.setEntry(row, column, a.get(row, column));
      }
    }
    return out;
  }

  /** The eigenvalues of any square matrix, {real, imaginary} each. */
  public static double[][] eigenvalues(RealMatrix a) {
    int n = a.getRowDimension();
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false, false);
    if (!eigen.decompose(dense(a))) {
      throw new ArithmeticException("an eigenvalue problem of order " + n + " did not converge");
    }
    double[][] out = new double[n][];
    for (int e = 0; e < n; e++) {
      out[e] =
          new double[] {eigen.getEigenvalue(e).getReal(), eigen.getEigenvalue(e).getImaginary()};
    }
    return out;
  }

  /** The product of two columns. */
  public static double dot(RealMatrix x, RealMatrix y) {
    double sum = 0;
    for (int a = 0; a < x.getRowDimension(); a++) {
      sum += x.getEntry(a, 0) * y.getEntry(a, 0);
    }
    return sum;
  }

  /** Orthonormal columns that span the null space of an orthogonal projection other than 1. */
  public static RealMatrix nullSpace(RealMatrix projection) {
    int n = projection.getRowDimension();
    int rank = (int) Math.rint(projection.getTrace());
    SingularValueDecomposition singular = new SingularValueDecomposition(projection);
    return singular.getV().getSubMatrix(0, n - 1, rank, n - 1);
  }

  /** The smallest eigenvalue of a symmetric matrix. */
  public static Pair smallest(RealMatrix a) {
    int n = a.getRowDimension();
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    RealMatrix symmetric = a.add(a.transpose()).scalarMultiply(0.5);
    if (!eigen.decompose(dense(symmetric))) {
      throw new ArithmeticException("a symmetric eigenvalue problem did not converge");
    }
    int best = 0;
    for (int e = 1; e < n; e++) {
      if (eigen.getEigenvalue(e).getReal() < eigen.getEigenvalue(best).getReal()) {
        best = e;
      }
    }
    return new Pair(eigen.getEigenvalue(best).getReal(), wrap(eigen.getEigenVector(best)));
  }

  /** The smallest eigenvalue of A y = lambda B y, B positive definite. */
  public static Pair smallest(RealMatrix a, RealMatrix b) {
    var cholesky = DecompositionFactory_DDRM.chol(b.getRowDimension(), true);
    if (!cholesky.decompose(dense(b))) {
      throw new IllegalArgumentException("the second form is not positive definite");
    }
    RealMatrix inverse = MatrixUtils.inverse(wrap(cholesky.getT(null)));
    Pair pair = smallest(inverse.multiply(a).multiply(inverse.transpose()));
    return new Pair(pair.value(), inverse.transpose().multiply(pair.vector()));
  }

  /** The largest eigenvalue of A y = lambda B y, B positive definite. */
  public static double largest(RealMatrix a, RealMatrix b) {
    return -smallest(a.scalarMultiply(-1), b).value();
  }
}
