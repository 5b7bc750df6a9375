package org.knudsen.lemma;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.knudsen.collision.LinearizedHarmonics;
import org.knudsen.mixture.Mixture;

/**
 * The best constants of the inequalities of section 3.1 that are quadratic forms of L about mu (eps
 * -> 0 in L^eps), as generalised eigenvalues over the functions of the velocity space:
 *
 * <ul>
 *   <li>(3.7), the spectral gap lambda_L: - &lt;L f, f&gt; >= lambda_L ||f - pi_L f||^2 in
 *       L^2(&lt;v&gt;^{gamma/2} mu^{-1/2});
 *   <li>(3.4), continuity: |&lt;L f, g&gt;| &lt;= C_1 ||f|| ||g|| in the same norm;
 *   <li>(3.15): ||pi_L f||^2 in that norm &lt;= C_pi ||pi_L f||^2 in L^2(mu^{-1/2});
 *   <li>the Poincare constant of the torus in (3.16).
 * </ul>
 *
 * <p>Restricted to functions of degree K, a constant that bounds from below is too large and one
 * that bounds from above too small; both are monotone in K. For gamma = 0 the weight is 1.
 *
 * @param gap lambda_L in the weighted norm
 * @param continuity C_1^L
 * @param fluid the best C_pi
 * @param printedFluid C_pi as the proof of Lemma 3.9 chooses it, (N + 4) times the largest modulus
 *     of the weighted products of the phi^(k)
 */
public record CoercivityConstants(
    double gap, double continuity, double fluid, double printedFluid) {

  /** The Poincare constant of the unit torus, ||f - mean||^2 &lt;= C ||grad f||^2: 1 / (4 pi^2). */
  public static final double POINCARE = 1 / (4 * Math.PI * Math.PI);

  /**
   * The constants of one mixture and collision kernel.
   *
   * @param gamma exponent of the weight, that of the kernel in (H3); >= 0
   */
  public static CoercivityConstants of(
      Mixture mixture, LinearizedHarmonics harmonics, double gamma) {
    if (!(gamma >= 0) || Double.isInfinite(gamma)) {
      throw new IllegalArgumentException("exponent gamma is " + gamma + "; a finite number >= 0");
    }
    double gap = Double.POSITIVE_INFINITY;
    double continuity = 0;
    for (int l = 0; l <= harmonics.largestHarmonic(); l++) {
      int order = harmonics.order(l);
      double[] block = harmonics.block(l);
      RealMatrix dissipation = MatrixUtils.createRealMatrix(order, order);
      for (int row = 0; row < order; row++) {
        for (int column = 0; column < order; column++) {
          dissipation.setEntry(row, column, -block[row * order + column]);
        }
      }
      RealMatrix weight = weight(mixture, gamma, l, order / mixture.size());
      continuity = Math.max(continuity, SymmetricPencil.largest(dissipation, weight));
      RealMatrix complement = complement(invariants(mixture, l, order), order);
      if (complement != null) {
        RealMatrix transpose = complement.transpose();
        gap =
            Math.min(
                gap,
                SymmetricPencil.smallest(
                        transpose.multiply(dissipation).multiply(complement),
                        transpose.multiply(weight).multiply(complement))
                    .value());
      }
    }
    double fluid = 0;
    double product = 0;
    for (int l = 0; l <= 1; l++) {
      int order = harmonics.order(l);
      RealMatrix phi = invariants(mixture, l, order);
      RealMatrix weighted =
          phi.transpose().multiply(weight(mixture, gamma, l, order / mixture.size())).multiply(phi);
      int rank = weighted.getRowDimension();
      fluid =
          Math.max(
              fluid, SymmetricPencil.largest(weighted, MatrixUtils.createRealIdentityMatrix(rank)));
      for (int a = 0; a < rank; a++) {
        for (int b = 0; b < rank; b++) {
          product = Math.max(product, Math.abs(weighted.getEntry(a, b)));
        }
      }
    }
    return new CoercivityConstants(gap, continuity, fluid, (mixture.size() + 4) * product);
  }

  private static RealMatrix weight(Mixture mixture, double gamma, int l, int radial) {
    RealMatrix out = MatrixUtils.createRealMatrix(mixture.size() * radial, mixture.size() * radial);
    for (int i = 0; i < mixture.size(); i++) {
      RealMatrix one =
          gamma == 0
              ? MatrixUtils.createRealIdentityMatrix(radial)
              : VelocityWeight.matrix(gamma, mixture.mass(i), l, radial);
      out.setSubMatrix(one.getData(), i * radial, i * radial);
    }
    return out;
  }

  /** The orthonormal collision invariants of harmonic l as columns; null for l > 1. */
  public static RealMatrix invariants(Mixture mixture, int l, int order) {
    int species = mixture.size();
    int radial = order / species;
    if (l > 1) {
      return null;
    }
    RealMatrix columns = MatrixUtils.createRealMatrix(order, l == 0 ? species + 1 : 1);
    for (int i = 0; i < species; i++) {
      double c = mixture.concentration(i);
      if (l == 0) {
        columns.setEntry(i * radial, i, 1);
        columns.setEntry(i * radial + 1, species, -Math.sqrt(c / mixture.totalConcentration()));
      } else {
        columns.setEntry(i * radial, 0, Math.sqrt(mixture.mass(i) * c / mixture.massDensity()));
      }
    }
    return columns;
  }

  /** An orthonormal basis of the complement of orthonormal columns; null if it is empty. */
  private static RealMatrix complement(RealMatrix columns, int order) {
    if (columns == null) {
      return MatrixUtils.createRealIdentityMatrix(order);
    }
    int rank = columns.getColumnDimension();
    if (rank == order) {
      return null;
    }
    RealMatrix q = new QRDecomposition(columns).getQ();
    return q.getSubMatrix(0, order - 1, rank, order - 1);
  }
}
