package org.knudsen.lemma;

import org.ejml.simple.SimpleMatrix;
import org.knudsen.kernel.GradedPanels;
import org.knudsen.velocity.BurnettFunctions;

/**
 * The weight &lt;v&gt;^gamma = (1 + |v|^2)^{gamma/2} of L^2(&lt;v&gt;^{gamma/2} mu^{-1/2}) in the
 * Burnett functions of one harmonic l and one species: a function of |v|, so the matrix couples n
 * only. By quadrature in r = sqrt(m) |v| over panels graded towards 0, where the weight has its
 * branch points r = +- i sqrt(m); so any mass is resolved.
 */
final class VelocityWeight {

  private static final int LOW = 20; // degrees whose functions wave slowly enough for PANEL
  private static final double PANEL = 1;
  private static final double TAIL = 9; // standard deviations: exp(-81/2) = 3e-18

  private VelocityWeight() {}

  /**
   * The matrix of the weight; for gamma = 0 exactly the identity.
   *
   * @param count radial modes n = 0..count-1
   */
  static SimpleMatrix matrix(double gamma, double mass, int l, int count) {
    if (gamma == 0) {
      return SimpleMatrix.identity(count);
    }
    int degree = l + 2 * (count - 1);
    double[][] out = new double[count][count];
    double[] rho = new double[count];
    GradedPanels.over(0, Math.sqrt(2 * degree + 3) + TAIL) // turning point, also wave number
        .noWiderThan(degree <= LOW ? PANEL : PANEL / 2)
        .gradeTowards(0, Math.min(1, Math.sqrt(mass)) * PANEL / 2)
        .forEach(
            (r, weight) -> {
              BurnettFunctions.radial(l, r, count, rho, 0);
              double factor =
                  weight
                      * Math.pow(1 + r * r / mass, gamma / 2)
                      * r
                      * r
                      * Math.exp(-r * r / 2)
                      / Math.pow(2 * Math.PI, 1.5);
              for (int a = 0; a < count; a++) {
                for (int b = 0; b < count; b++) {
                  out[a][b] += factor * rho[a] * rho[b];
                }
              }
            });
    return new SimpleMatrix(out);
  }
}
