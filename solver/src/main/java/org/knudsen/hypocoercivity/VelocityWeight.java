package org.knudsen.hypocoercivity;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.knudsen.velocity.BurnettFunctions;
import org.knudsen.velocity.GaussRule;

/**
 * The weight &lt;v&gt;^gamma = (1 + |v|^2)^{gamma/2} of L^2(&lt;v&gt;^{gamma/2} mu^{-1/2}) in the
 * Burnett functions of one harmonic l and one species: a function of |v|, so the matrix couples n
 * only. By Gauss-Laguerre quadrature in m |v|^2 / 2, refined until it no longer changes.
 */
final class VelocityWeight {

  private static final int MOST_POINTS = 512;
  private static final double CHANGE = 1e-13; // relative

  private VelocityWeight() {}

  /**
   * The matrix of the weight.
   *
   * @param count radial modes n = 0..count-1
   * @throws ArithmeticException if quadrature does not converge: a mass far below 1
   */
  static RealMatrix matrix(double gamma, double mass, int l, int count) {
    RealMatrix before = null;
    for (int points = 32 + 2 * count; points <= MOST_POINTS; points += points / 2) {
      RealMatrix now = matrix(gamma, mass, l, count, GaussRule.laguerre(points, 0.5));
      if (before != null && now.subtract(before).getNorm() <= CHANGE * now.getNorm()) {
        return now;
      }
      before = now;
    }
    throw new ArithmeticException(
        "the weight <v>^"
            + gamma
            + " of a species of mass "
            + mass
            + " is not resolved by "
            + MOST_POINTS
            + " points");
  }

  private static RealMatrix matrix(double gamma, double mass, int l, int count, GaussRule rule) {
    RealMatrix out = MatrixUtils.createRealMatrix(count, count);
    double[] rho = new double[count];
    for (int q = 0; q < rule.size(); q++) {
      double t = rule.node(q);
      BurnettFunctions.radial(l, Math.sqrt(2 * t), count, rho, 0);
      // rho are normalised against 4 pi r^2 (2 pi)^{-3/2} e^{-r^2/2} dr / (4 pi)
      double weight =
          rule.weight(q)
              * Math.pow(1 + 2 * t / mass, gamma / 2)
              * Math.sqrt(2)
              / Math.pow(2 * Math.PI, 1.5);
      for (int a = 0; a < count; a++) {
        for (int b = 0; b < count; b++) {
          out.addToEntry(a, b, weight * rho[a] * rho[b]);
        }
      }
    }
    return out;
  }
}
