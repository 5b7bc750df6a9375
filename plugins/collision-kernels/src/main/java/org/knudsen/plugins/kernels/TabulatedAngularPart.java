package org.knudsen.plugins.kernels;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.knudsen.kernel.AngularPart;

/** b as a monotone piecewise cubic through the rows {s, b} of a table over [-1, 1]. */
final class TabulatedAngularPart implements AngularPart {

  private final MonotoneCubic table;

  TabulatedAngularPart(MonotoneCubic table) {
    this.table = table;
  }

  @Override
  public double at(double s) {
    return table.at(s);
  }

  @Override
  public double[] breakpoints() {
    return table.innerKnots();
  }

  /** Gauss-Legendre on every piece, exact for the cubic times P_l. */
  @Override
  public double[] deficits(int lMax) {
    double[] inner = table.innerKnots();
    double[] deficits = new double[lMax + 1];
    GaussIntegratorFactory rules = new GaussIntegratorFactory();
    int nodes = (lMax + 3) / 2 + 1; // exact up to degree 2 nodes - 1 >= lMax + 3
    for (int piece = 0; piece <= inner.length; piece++) {
      double from = piece == 0 ? -1 : inner[piece - 1];
      double to = piece == inner.length ? 1 : inner[piece];
      GaussIntegrator rule = rules.legendre(nodes, from, to);
      for (int q = 0; q < nodes; q++) {
        double s = rule.getPoint(q);
        double weight = 2 * Math.PI * rule.getWeight(q) * table.at(s);
        double before = 1;
        double legendre = s;
        for (int l = 1; l <= lMax; l++) {
          deficits[l] += weight * (legendre - 1);
          double next = ((2 * l + 1) * s * legendre - l * before) / (l + 1);
          before = legendre;
          legendre = next;
        }
      }
    }
    return deficits;
  }
}
