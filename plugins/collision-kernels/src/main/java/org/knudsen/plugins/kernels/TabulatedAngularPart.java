package org.knudsen.plugins.kernels;

import org.knudsen.kernel.AngularPart;

/** b as a monotone piecewise cubic through the rows {s, b} of a table over [-1, 1]. */
record TabulatedAngularPart(MonotoneCubic table) implements AngularPart {

  @Override
  public double at(double s) {
    return table.at(s);
  }

  @Override
  public double[] breakpoints() {
    return table.innerKnots();
  }
}
