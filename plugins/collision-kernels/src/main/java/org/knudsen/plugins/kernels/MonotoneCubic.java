package org.knudsen.plugins.kernels;

import java.util.Arrays;
import org.knudsen.kernel.AngularPart;

/**
 * A piecewise cubic through the rows of a table, once continuously differentiable, monotone
 * wherever the rows are (Fritsch &amp; Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300, with
 * one-sided three-point slopes at the ends, limited likewise). It therefore stays between
 * neighbouring values and is never negative where they are not. Over [-1, 1] it is a part b.
 */
final class MonotoneCubic implements AngularPart {

  private final double[] x;

  private final double[] coefficients; // Bernstein, four a piece, between the values at its ends

  /** Of at least two rows {x, y}, x strictly ascending; not modified. */
  MonotoneCubic(double[][] rows) {
    int last = rows.length - 1;
    x = Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
    double[] y = Arrays.stream(rows).mapToDouble(row -> row[1]).toArray();
    double[] slope = slopes(x, y);
    coefficients = new double[4 * last];
    for (int k = 0; k < last; k++) {
      double third = (x[k + 1] - x[k]) / 3;
      double low = Math.min(y[k], y[k + 1]);
      double high = Math.max(y[k], y[k + 1]);
      coefficients[4 * k] = y[k];
      // the limits hold in exact arithmetic: this only undoes a rounding
      coefficients[4 * k + 1] = Math.min(high, Math.max(low, y[k] + third * slope[k]));
      coefficients[4 * k + 2] = Math.min(high, Math.max(low, y[k + 1] - third * slope[k + 1]));
      coefficients[4 * k + 3] = y[k + 1];
    }
  }

  /** The value at a point of the table's range. */
  @Override
  public double at(double point) {
    if (!(point >= x[0] && point <= x[x.length - 1])) {
      throw new IllegalArgumentException(
          "x = " + point + " is outside the table's [" + x[0] + ", " + x[x.length - 1] + "]");
    }
    int found = Arrays.binarySearch(x, point);
    int k = Math.min(found >= 0 ? found : -found - 2, x.length - 2);
    double t = (point - x[k]) / (x[k + 1] - x[k]);
    double u = 1 - t;
    int c = 4 * k;
    return u * u * (u * coefficients[c] + 3 * t * coefficients[c + 1])
        + t * t * (3 * u * coefficients[c + 2] + t * coefficients[c + 3]);
  }

  /** The inner knots, a new array. */
  @Override
  public double[] breakpoints() {
    return Arrays.copyOfRange(x, 1, x.length - 1);
  }

  private static double[] slopes(double[] x, double[] y) {
    int last = x.length - 1;
    double[] slope = new double[last + 1];
    double[] h = new double[last];
    double[] secant = new double[last];
    for (int k = 0; k < last; k++) {
      h[k] = x[k + 1] - x[k];
      secant[k] = (y[k + 1] - y[k]) / h[k];
    }
    if (last == 1) {
      Arrays.fill(slope, secant[0]);
      return slope;
    }
    for (int k = 1; k < last; k++) {
      if (secant[k - 1] * secant[k] > 0) {
        double before = 2 * h[k] + h[k - 1];
        double after = h[k] + 2 * h[k - 1];
        slope[k] = (before + after) / (before / secant[k - 1] + after / secant[k]);
      }
    }
    slope[0] = end(h[0], h[1], secant[0], secant[1]);
    slope[last] = end(h[last - 1], h[last - 2], secant[last - 1], secant[last - 2]);
    return slope;
  }

  private static double end(double h, double next, double secant, double nextSecant) {
    double slope = ((2 * h + next) * secant - h * nextSecant) / (h + next);
    if (slope * secant <= 0) {
      return 0;
    }
    return secant * nextSecant <= 0 && Math.abs(slope) > 3 * Math.abs(secant) ? 3 * secant : slope;
  }
}
