package org.knudsen.plugin.contract;

import java.util.function.DoubleUnaryOperator;

/**
 * Tanh-sinh quadrature (Takahasi &amp; Mori 1974): indifferent to integrable singularities at the
 * ends of the interval, and independent of the Gauss rules that the library uses.
 */
final class TanhSinh {

  private static final double STEP = 1.0 / 64;

  private TanhSinh() {}

  /** The integral over [from, to] of a function that is smooth inside. */
  static double integrate(DoubleUnaryOperator f, double from, double to) {
    double centre = (from + to) / 2;
    double half = (to - from) / 2;
    double sum = 0;
    for (int k = -(int) (4 / STEP); k <= (int) (4 / STEP); k++) {
      double t = k * STEP;
      double u = Math.PI / 2 * Math.sinh(t);
      double point = centre + half * Math.tanh(u);
      if (point > from && point < to) {
        double weight = Math.PI / 2 * Math.cosh(t) / Math.pow(Math.cosh(u), 2);
        sum += weight * f.applyAsDouble(point);
      }
    }
    return sum * STEP * half;
  }
}
