package org.knudsen.collision;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Eigenvalues of a symmetric matrix. */
final class SymmetricSpectrum {

  private SymmetricSpectrum() {}

  /** Ascending. */
  static double[] of(double[] matrix, int order) {
    EigenDecomposition_F64<DMatrixRMaj> solver = DecompositionFactory_DDRM.eig(order, false, true);
    if (!solver.decompose(new DMatrixRMaj(order, order, true, matrix.clone()))) {
      throw new AssertionError("eigenvalues did not converge");
    }
    double[] values = new double[order];
    for (int i = 0; i < order; i++) {
      values[i] = solver.getEigenvalue(i).getReal();
    }
    Arrays.sort(values);
    return values;
  }

  /** The largest |a_ij - a_ji|. */
  static double asymmetry(double[] matrix, int order) {
    double most = 0;
    for (int i = 0; i < order; i++) {
      for (int j = 0; j < i; j++) {
        most = Math.max(most, Math.abs(matrix[i * order + j] - matrix[j * order + i]));
      }
    }
    return most;
  }
}
