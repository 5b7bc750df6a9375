package org.knudsen.plugins.kernels;

import java.util.Arrays;
import org.knudsen.kernel.KineticPart;

/**
 * Phi as a monotone piecewise cubic through the rows {g, Phi} of a table that begins at g = 0,
 * times a coefficient. Beyond the last row it continues as the power law through the last two rows.
 */
final class TabulatedKineticPart implements KineticPart {

  private final double coefficient;
  private final MonotoneCubic table;
  private final double[] breakpoints;
  private final double lastSpeed;
  private final double lastValue;
  private final double exponent;

  TabulatedKineticPart(double coefficient, double[][] rows) {
    this.coefficient = coefficient;
    table = new MonotoneCubic(rows);
    breakpoints = Arrays.stream(rows).skip(1).mapToDouble(row -> row[0]).toArray();
    lastSpeed = rows[rows.length - 1][0];
    lastValue = rows[rows.length - 1][1];
    exponent = exponentBeyond(rows);
  }

  /** The exponent of the power law through the last two rows. */
  static double exponentBeyond(double[][] rows) {
    double[] last = rows[rows.length - 1];
    double[] before = rows[rows.length - 2];
    return Math.log(last[1] / before[1]) / Math.log(last[0] / before[0]);
  }

  @Override
  public double at(double g) {
    return coefficient
        * (g <= lastSpeed ? table.at(g) : lastValue * Math.pow(g / lastSpeed, exponent));
  }

  @Override
  public double[] breakpoints() {
    return breakpoints.clone();
  }
}
