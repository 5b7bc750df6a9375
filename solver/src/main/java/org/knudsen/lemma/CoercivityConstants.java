package org.knudsen.lemma;

import org.ejml.simple.SimpleMatrix;
import org.knudsen.collision.Gas;
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

  /** The constants of a gas, gamma >= 0 the exponent of the weight, that of the kernel in (H3). */
  public static CoercivityConstants of(Gas gas, double gamma) {
    if (!(gamma >= 0) || Double.isInfinite(gamma)) {
      throw new IllegalArgumentException("exponent gamma is " + gamma + "; a finite number >= 0");
    }
    Mixture mixture = gas.mixture();
    LinearizedHarmonics harmonics = gas.harmonics();
    SimpleMatrix[] weights = VelocityForms.of(mixture, gamma, harmonics.degree(), 0);
    double gap = Double.POSITIVE_INFINITY;
    double continuity = 0;
    double fluid = 0;
    double product = 0;
    for (int l = 0; l <= harmonics.largestHarmonic(); l++) {
      int order = harmonics.order(l);
      SimpleMatrix dissipation =
          new SimpleMatrix(order, order, true, harmonics.block(l)).negative();
      continuity = Math.max(continuity, SymmetricPencil.largest(dissipation, weights[l]));
      SimpleMatrix phi = invariants(mixture, l, order);
      if (phi.getNumCols() < order) {
        SimpleMatrix rest = SymmetricPencil.complement(phi);
        SimpleMatrix form = SymmetricPencil.restricted(dissipation, rest);
        SimpleMatrix against = SymmetricPencil.restricted(weights[l], rest);
        gap = Math.min(gap, SymmetricPencil.smallest(form, against).value());
      }
      if (phi.getNumCols() > 0) {
        SimpleMatrix weighted = SymmetricPencil.restricted(weights[l], phi);
        fluid = Math.max(fluid, -SymmetricPencil.smallest(weighted.negative()).value());
        product = Math.max(product, weighted.elementMaxAbs());
      }
    }
    return new CoercivityConstants(gap, continuity, fluid, (mixture.size() + 4) * product);
  }

  /** The orthonormal collision invariants of harmonic l as columns; none for l > 1. */
  public static SimpleMatrix invariants(Mixture mixture, int l, int order) {
    int species = mixture.size();
    int radial = order / species;
    SimpleMatrix columns = new SimpleMatrix(order, l == 0 ? species + 1 : l == 1 ? 1 : 0);
    for (int i = 0; i < species && l <= 1; i++) {
      double c = mixture.concentration(i);
      if (l == 0) {
        columns.set(i * radial, i, 1);
        columns.set(i * radial + 1, species, -Math.sqrt(c / mixture.totalConcentration()));
      } else {
        columns.set(i * radial, 0, Math.sqrt(mixture.mass(i) * c / mixture.massDensity()));
      }
    }
    return columns;
  }
}
