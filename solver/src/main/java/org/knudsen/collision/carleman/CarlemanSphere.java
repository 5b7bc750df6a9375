package org.knudsen.collision.carleman;

import org.knudsen.kernel.GradedPanels;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.LocalMaxwellian;

/** kappa1 of {@link CarlemanKernels}: over a sphere through v, a plane for equal masses. */
final class CarlemanSphere implements CarlemanKernel {

  private static final double REACH = 9; // standard deviations: exp(-81/2) = 3e-18
  private static final double PANEL = 1.25; // standard deviations
  private static final double FINEST = 0x1p-16; // for b with algebraic behaviour at s = -1, 1

  private final LocalMaxwellian background;
  private final int i;
  private final PairKernel kernel;
  private final double mass;
  private final double shareI; // a_i
  private final double shareJ; // a_j

  CarlemanSphere(LocalMaxwellian background, int i, int j, PairKernel kernel) {
    this.background = background;
    this.i = i;
    this.kernel = kernel;
    this.mass = background.mixture().mass(i);
    double massJ = background.mixture().mass(j);
    this.shareI = mass / (mass + massJ);
    this.shareJ = massJ / (mass + massJ);
  }

  @Override
  public double at(double x, double y, double z, double xStar, double yStar, double zStar) {
    double[] v = {x, y, z};
    double[] vStar = {xStar, yStar, zStar};
    CarlemanAxis axis = CarlemanAxis.of(background, i, 0, v, vStar);
    double d = axis.length();
    double curvature = (shareI - shareJ) / (shareJ * d); // signed: > 0 bends towards eta
    double bend = Math.abs(curvature);
    double width = 1 / Math.sqrt(mass);
    // a chord is at least 2 / pi of its arc, and no point beyond P + REACH widths counts
    double reach = Math.PI / 2 * (Math.hypot(axis.along(), axis.across()) + REACH * width);
    boolean whole = bend * reach >= Math.PI;
    double end = whole ? Math.PI / bend : reach;
    double scale = d * Math.sqrt(shareJ / shareI); // |g|^2 vanishes at chord +- i scale
    GradedPanels panels =
        GradedPanels.over(0, end)
            .noWiderThan(PANEL * width)
            .gradeTowards(0, Math.min(scale, end) * FINEST);
    if (whole) {
      panels.gradeTowards(end, end * FINEST);
    }
    double slope = (shareI * shareI + shareJ * shareJ) / (2 * shareJ * shareJ);
    double ratio = shareI / shareJ;
    for (double s : kernel.angular().breakpoints()) {
      cut(panels, d * d * (1 - s) / (slope + s * ratio), bend);
    }
    for (double g : kernel.kinetic().breakpoints()) {
      cut(panels, (g * g - d * d) / ratio, bend);
    }
    double sum =
        panels.integrate(
            arc -> {
              double half = bend * arc / 2;
              double chord = bend == 0 ? arc : 2 * Math.sin(half) / bend;
              double radius = bend == 0 ? arc : Math.sin(2 * half) / bend;
              double lift = curvature * chord * chord / 2;
              double g2 = d * d + ratio * chord * chord;
              double g = Math.sqrt(g2);
              // at the antipode s = -1 in exact arithmetic
              double s = Math.max(-1, (d * d - slope * chord * chord) / g2);
              double along = axis.along() + lift;
              double across = radius - axis.across();
              return radius
                  * kernel.kinetic().at(g)
                  / g
                  * kernel.angular().at(s)
                  * Math.exp(-mass / 2 * (along * along + across * across))
                  * CarlemanAxis.scaledBessel(mass * radius * axis.across());
            });
    return 2
        * Math.PI
        / (shareJ * shareJ * d)
        * background.concentration(i)
        * Math.pow(mass / (2 * Math.PI), 1.5)
        * sum;
  }

  /** A panel edge at the arc whose squared chord this is. */
  private static void cut(GradedPanels panels, double chord2, double bend) {
    if (chord2 > 0 && bend * bend * chord2 < 4) {
      double chord = Math.sqrt(chord2);
      panels.cutAt(bend == 0 ? chord : 2 * Math.asin(bend * chord / 2) / bend);
    }
  }
}
