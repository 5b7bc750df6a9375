package org.knudsen.time;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * phi functions of a dense matrix of moderate norm by scaling and squaring.
 *
 * <p>phi_p(z / 2^s), with |z / 2^s| &lt;= 1/2, from its Taylor polynomial of degree 12 (remainder
 * below 4e-17), evaluated in blocks of four powers (Paterson and Stockmeyer 1973); the lower ones
 * from phi_k = 1/k! + z phi_{k+1}; then s times
 *
 * <p>phi_k(2z) = 2^{-k} (e^z phi_k(z) + sum_{j=1..k} phi_j(z) / (k - j)!).
 *
 * <p>F = e^z - 1 is carried in place of e^z, so that small eigenvalues are not rounded against 1.
 */
final class DensePhi {

  private static final int CHUNK = 4;
  private static final int CHUNKS = 3;

  private DensePhi() {}

  /** phi_k(z), k = 0..order, row-major; z is not modified. */
  static double[][] of(DMatrixRMaj z, int order) {
    double norm = BlockPhi.norm1(z.numRows, z.data);
    int squarings = norm <= 0.5 ? 0 : Math.getExponent(norm) + 2;
    DMatrixRMaj scaled = z.createLike();
    CommonOps_DDRM.scale(Math.scalb(1.0, -squarings), z, scaled);
    int top = Math.max(order, 1);
    DMatrixRMaj[] phi = new DMatrixRMaj[top + 1]; // phi[0] holds F
    phi[top] = taylor(scaled, top);
    for (int k = top - 1; k >= 0; k--) {
      phi[k] = CommonOps_DDRM.mult(scaled, phi[k + 1], null);
      if (k > 0) {
        addIdentity(phi[k], 1 / factorial(k));
      }
    }
    if (order == 0) {
      phi = new DMatrixRMaj[] {phi[0]};
    }
    for (int step = 0; step < squarings; step++) {
      square(phi);
    }
    double[][] result = new double[order + 1][];
    addIdentity(phi[0], 1);
    for (int k = 0; k <= order; k++) {
      result[k] = phi[k].data;
    }
    return result;
  }

  private static void square(DMatrixRMaj[] phi) {
    for (int k = phi.length - 1; k >= 0; k--) { // phi_k(2z) needs no higher one
      DMatrixRMaj next = phi[k].copy();
      CommonOps_DDRM.scale(2, next); // e^z phi_k + phi_k = 2 phi_k + F phi_k
      CommonOps_DDRM.multAdd(phi[0], phi[k], next);
      for (int j = 1; j < k; j++) {
        CommonOps_DDRM.addEquals(next, 1 / factorial(k - j), phi[j]);
      }
      CommonOps_DDRM.scale(Math.scalb(1.0, -k), next);
      phi[k] = next;
    }
  }

  private static DMatrixRMaj taylor(DMatrixRMaj z, int p) {
    DMatrixRMaj[] power = new DMatrixRMaj[CHUNK + 1];
    power[1] = z;
    for (int m = 2; m <= CHUNK; m++) {
      power[m] = CommonOps_DDRM.mult(z, power[m - 1], null);
    }
    DMatrixRMaj sum = power[CHUNK].copy();
    CommonOps_DDRM.scale(1 / factorial(CHUNK * CHUNKS + p), sum);
    for (int chunk = CHUNKS - 1; chunk >= 0; chunk--) {
      for (int m = CHUNK - 1; m >= 1; m--) {
        CommonOps_DDRM.addEquals(sum, 1 / factorial(CHUNK * chunk + m + p), power[m]);
      }
      addIdentity(sum, 1 / factorial(CHUNK * chunk + p));
      if (chunk > 0) {
        sum = CommonOps_DDRM.mult(power[CHUNK], sum, null);
      }
    }
    return sum;
  }

  private static void addIdentity(DMatrixRMaj a, double factor) {
    for (int i = 0; i < a.numRows; i++) {
      a.data[i * a.numCols + i] += factor;
    }
  }

  static double factorial(int m) {
    double f = 1;
    for (int i = 2; i <= m; i++) {
      f *= i;
    }
    return f;
  }
}
