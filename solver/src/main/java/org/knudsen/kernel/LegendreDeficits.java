package org.knudsen.kernel;

import java.util.Arrays;

/**
 * Legendre deficits of an angular part by Gauss-Legendre quadrature with one rule, exact for P_l of
 * every l asked for, on panels that are halved until halving changes nothing more. Panels so become
 * small where b is steep, beside the cut of a power law say, and nowhere else.
 */
final class LegendreDeficits {

  private static final double TOLERANCE = 4e-15; // relative; sums of ~100 terms of one sign
  private static final int MOST_PANELS = 1000; // of a piece; some 20 beside a singularity

  private final AngularPart part;
  private final GaussRule rule;
  private final double[] sum;
  private int panels;

  private LegendreDeficits(AngularPart part, int lMax) {
    this.part = part;
    this.rule = GaussRule.legendre(Math.max(16, lMax + 2));
    this.sum = new double[lMax + 1];
  }

  static double[] byQuadrature(AngularPart part, int lMax) {
    LegendreDeficits deficits = new LegendreDeficits(part, lMax);
    double[] edges = AngularCutoff.edges(part);
    double[][] whole = new double[edges.length - 1][];
    double size = 0;
    for (int piece = 0; piece < whole.length; piece++) {
      whole[piece] = deficits.panel(edges[piece], edges[piece + 1]);
      size += Arrays.stream(whole[piece]).map(value -> -value).max().getAsDouble(); // entry 0 is 0
    }
    for (int piece = 0; piece < whole.length; piece++) {
      deficits.panels = 0;
      deficits.refine(edges[piece], edges[piece + 1], whole[piece], TOLERANCE * size);
    }
    return deficits.sum;
  }

  /** Adds the integral over a panel, of which {@code whole} is a first value. */
  private void refine(double from, double to, double[] whole, double tolerance) {
    if (++panels > MOST_PANELS) {
      throw new ArithmeticException(
          ("Legendre deficits of b on [%s, %s] do not settle after %s panels; b must be "
                  + "smooth between its break points, or override deficits()")
              .formatted(from, to, MOST_PANELS));
    }
    double middle = (from + to) / 2;
    double[] left = panel(from, middle);
    double[] right = panel(middle, to);
    double change = 0;
    for (int l = 0; l < whole.length; l++) {
      change = Math.max(change, Math.abs(left[l] + right[l] - whole[l]));
    }
    if (change > tolerance) {
      refine(from, middle, left, tolerance);
      refine(middle, to, right, tolerance);
      return;
    }
    for (int l = 0; l < whole.length; l++) {
      sum[l] += left[l] + right[l];
    }
  }

  private double[] panel(double from, double to) {
    double half = (to - from) / 2;
    double[] value = new double[sum.length];
    for (int q = 0; q < rule.size(); q++) {
      double s = (from + to) / 2 + half * rule.node(q);
      double b = part.at(s);
      if (!(b >= 0) || Double.isInfinite(b)) {
        throw new ArithmeticException(
            "angular part b(" + s + ") = " + b + "; a finite number >= 0 is needed");
      }
      double weight = 2 * Math.PI * half * rule.weight(q) * b;
      double p0 = 1;
      double p1 = s;
      for (int l = 1; l < value.length; l++) {
        value[l] += weight * (p1 - 1);
        double p2 = ((2 * l + 1) * s * p1 - l * p0) / (l + 1);
        p0 = p1;
        p1 = p2;
      }
    }
    return value;
  }
}
