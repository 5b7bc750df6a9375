package org.knudsen.collision.carleman;

import org.knudsen.kernel.GradedPanels;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.LocalMaxwellian;

/** kappa2 of {@link CarlemanKernels}: over the plane through V_E orthogonal to eta. */
final class CarlemanPlane implements CarlemanKernel {

  private static final double REACH = 9; // standard deviations: exp(-81/2) = 3e-18
  private static final double PANEL = 1.25; // standard deviations
  private static final double FINEST = 0x1p-16; // for b with algebraic behaviour at s = -1

  private final LocalMaxwellian background;
  private final int j;
  private final PairKernel kernel;
  private final double massI;
  private final double massJ;
  private final double shareJ; // a_j

  CarlemanPlane(LocalMaxwellian background, int i, int j, PairKernel kernel) {
    this.background = background;
    this.j = j;
    this.kernel = kernel;
    this.massI = background.mixture().mass(i);
    this.massJ = background.mixture().mass(j);
    this.shareJ = massJ / (massI + massJ);
  }

  @Override
  public double at(double x, double y, double z, double xStar, double yStar, double zStar) {
    double shift = (massI - massJ) / (2 * massJ);
    double[] v = {x, y, z};
    double[] vStar = {xStar, yStar, zStar};
    CarlemanAxis axis = CarlemanAxis.of(background, j, shift, v, vStar);
    double d = axis.length();
    double q = d / (2 * shareJ);
    double width = 1 / Math.sqrt(massJ);
    GradedPanels panels =
        GradedPanels.over(Math.max(0, axis.across() - REACH * width), axis.across() + REACH * width)
            .noWiderThan(PANEL * width)
            .gradeTowards(0, Math.min(q, width) * FINEST);
    for (double s : kernel.angular().breakpoints()) {
      panels.cutAt(q * Math.sqrt((1 + s) / (1 - s)));
    }
    for (double g : kernel.kinetic().breakpoints()) {
      if (g > q) {
        panels.cutAt(Math.sqrt((g - q) * (g + q)));
      }
    }
    double sum =
        panels.integrate(
            r -> {
              double g2 = q * q + r * r;
              double g = Math.sqrt(g2);
              double across = r - axis.across();
              return r
                  * kernel.kinetic().at(g)
                  / g
                  * kernel.angular().at((r - q) * (r + q) / g2)
                  * Math.exp(-massJ / 2 * across * across)
                  * CarlemanAxis.scaledBessel(massJ * r * axis.across());
            });
    return 2
        * Math.PI
        / (shareJ * shareJ * d)
        * background.concentration(j)
        * Math.pow(massJ / (2 * Math.PI), 1.5)
        * Math.exp(-massJ / 2 * axis.along() * axis.along())
        * sum;
  }
}
