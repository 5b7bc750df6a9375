package org.knudsen.run;

import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.VelocityQuadrature;
import org.knudsen.velocity.VelocitySpace;

/**
 * The relative entropy sum_i Int F_i log(F_i/mu_i) - F_i + mu_i dv dx of F = mu + eps h, by
 * quadrature over v against mu and the mean over cells. Where F is negative at a node it is not
 * defined: NaN.
 */
final class RelativeEntropy {

  private static final double SERIES = 1e-3;

  private final Mixture mixture;
  private final VelocityQuadrature quadrature;
  private final int size;
  private final double eps;
  private final double[] ratios;
  private double value;
  private double smallest;

  RelativeEntropy(VelocitySpace space, double eps) {
    this.mixture = space.mixture();
    this.quadrature = space.require(VelocityQuadrature.class);
    this.size = space.size();
    this.eps = eps;
    this.ratios = new double[quadrature.nodes()];
  }

  /**
   * Measures a field.
   *
   * @param field h, cell-major; not modified
   */
  void measure(double[] field, int cells) {
    double sum = 0;
    smallest = Double.POSITIVE_INFINITY;
    for (int cell = 0; cell < cells; cell++) {
      for (int i = 0; i < mixture.size(); i++) {
        quadrature.ratios(field, cell * size, i, ratios);
        double part = 0;
        for (int q = 0; q < ratios.length; q++) {
          double s = eps * ratios[q];
          smallest = Math.min(smallest, 1 + s);
          part += quadrature.weight(q) * density(s);
        }
        sum += mixture.concentration(i) * part;
      }
    }
    value = sum / cells;
  }

  /** (1 + s) log(1 + s) - s, without cancellation; NaN for s < -1. */
  private static double density(double s) {
    if (Math.abs(s) < SERIES) {
      // s^2/2 - s^3/6 + s^4/12 - s^5/20 + s^6/30; the next term is below 1e-16 of the first
      return s * s * (1 / 2.0 - s * (1 / 6.0 - s * (1 / 12.0 - s * (1 / 20.0 - s / 30.0))));
    }
    return s == -1 ? 1 : (1 + s) * Math.log1p(s) - s;
  }

  double value() {
    return value;
  }

  double smallestRatio() {
    return smallest;
  }
}
