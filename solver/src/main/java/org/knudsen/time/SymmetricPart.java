package org.knudsen.time;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** Bounds on e^Z by the logarithmic norm: |e^Z| &lt;= e^m where (Z + Z^T)/2 &lt;= m I. */
final class SymmetricPart {

  private SymmetricPart() {}

  /** Whether (Z + Z^T)/2 &lt; m I, decided by a Cholesky factorisation. Z is not modified. */
  static boolean isBelow(DMatrixRMaj z, double m) {
    int n = z.numRows;
    DMatrixRMaj shifted = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        shifted.data[i * n + j] = -(z.data[i * n + j] + z.data[j * n + i]) / 2;
      }
      shifted.data[i * n + i] += m;
    }
    return DecompositionFactory_DDRM.chol(n, true).decompose(shifted);
  }
}
