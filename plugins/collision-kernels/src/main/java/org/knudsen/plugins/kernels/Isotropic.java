package org.knudsen.plugins.kernels;

import java.util.Arrays;
import org.knudsen.kernel.AngularPart;

/** b = 1: every direction after a collision is equally likely. */
record Isotropic() implements AngularPart {

  @Override
  public double at(double s) {
    return 1;
  }

  /** 2 pi Int (P_l - 1) ds = -4 pi for every l >= 1. */
  @Override
  public double[] deficits(int lMax) {
    double[] deficits = new double[lMax + 1];
    Arrays.fill(deficits, 1, lMax + 1, -4 * Math.PI);
    return deficits;
  }
}
