package org.knudsen.velocity;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * A cubature rule for Int p(w) (2 pi)^{-3/2} exp(-|w|^2 / 2) dw: the product of three Gauss-Hermite
 * rules with n points, exact for polynomials of degree 2n - 1 in each component. Cartesian and from
 * another library, so that it shares nothing with the code that it checks.
 */
public final class GaussianCubature {

  /** Receives one point. */
  @FunctionalInterface
  public interface Point {
    void at(double x, double y, double z, double weight);
  }

  private final double[] node;
  private final double[] weight;

  public GaussianCubature(int n) {
    GaussIntegrator rule = new GaussIntegratorFactory().hermite(n);
    node = new double[n];
    weight = new double[n];
    for (int q = 0; q < n; q++) {
      node[q] = Math.sqrt(2) * rule.getPoint(q);
      weight[q] = rule.getWeight(q) / Math.sqrt(Math.PI);
    }
  }

  public void forEach(Point point) {
    for (int a = 0; a < node.length; a++) {
      for (int b = 0; b < node.length; b++) {
        for (int c = 0; c < node.length; c++) {
          point.at(node[a], node[b], node[c], weight[a] * weight[b] * weight[c]);
        }
      }
    }
  }
}
