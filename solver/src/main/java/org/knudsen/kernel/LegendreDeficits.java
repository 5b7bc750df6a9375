package org.knudsen.kernel;

import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Legendre deficits of an angular part by Gauss-Legendre quadrature, piece by piece. */
final class LegendreDeficits {

  private static final double TOLERANCE = 4e-15; // relative; sums of ~100 terms of one sign
  private static final int MOST_NODES = 512;

  private LegendreDeficits() {}

  static double[] byQuadrature(AngularPart part, int lMax) {
    double[] inner = part.breakpoints();
    double[] edges = new double[inner.length + 2];
    edges[0] = -1;
    System.arraycopy(inner, 0, edges, 1, inner.length);
    edges[edges.length - 1] = 1;
    double[] sum = new double[lMax + 1];
    for (int piece = 0; piece + 1 < edges.length; piece++) {
      double[] value = refined(part, lMax, edges[piece], edges[piece + 1]);
      for (int l = 1; l <= lMax; l++) {
        sum[l] += value[l];
      }
    }
    return sum;
  }

  private static double[] refined(AngularPart part, int lMax, double from, double to) {
    int nodes = Math.max(16, lMax + 2);
    double[] before = piece(part, lMax, from, to, nodes);
    while (2 * nodes <= Math.max(MOST_NODES, 4 * lMax)) {
      nodes *= 2;
      double[] now = piece(part, lMax, from, to, nodes);
      double size = Arrays.stream(now).map(Math::abs).max().orElse(0);
      double change = 0;
      for (int l = 0; l <= lMax; l++) {
        change = Math.max(change, Math.abs(now[l] - before[l]));
      }
      if (change <= TOLERANCE * size) {
        return now;
      }
      before = now;
    }
    throw new ArithmeticException(
        "Legendre deficits of b on ["
            + from
            + ", "
            + to
            + "] do not settle with "
            + nodes
            + " Gauss points; b must be smooth between its break points, or override deficits()");
  }

  private static double[] piece(AngularPart part, int lMax, double from, double to, int nodes) {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(nodes, from, to);
    double[] sum = new double[lMax + 1];
    for (int q = 0; q < nodes; q++) {
      double s = rule.getPoint(q);
      double b = part.at(s);
      if (!(b >= 0) || Double.isInfinite(b)) {
        throw new ArithmeticException(
            "angular part b(" + s + ") = " + b + "; a finite number >= 0 is needed");
      }
      double weight = 2 * Math.PI * rule.getWeight(q) * b;
      double p0 = 1;
      double p1 = s;
      for (int l = 1; l <= lMax; l++) {
        sum[l] += weight * (p1 - 1);
        double p2 = ((2 * l + 1) * s * p1 - l * p0) / (l + 1);
        p0 = p1;
        p1 = p2;
      }
    }
    return sum;
  }
}
