package org.knudsen.kernel;

import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * The infimum of (H4), inf over sigma_1, sigma_2 of Int_{S^2} min{b(sigma_1 . sigma_3), b(sigma_2 .
 * sigma_3)} dsigma_3. By rotation the integral depends on the angle tau between sigma_1 and sigma_2
 * alone.
 *
 * <p>Quadrature: sigma_3 at latitude beta above the plane of sigma_1 and sigma_2 and longitude phi
 * from their bisector, so that sigma_{1,2} . sigma_3 = cos beta cos(phi -+ tau/2); reflections make
 * a quarter of the sphere enough. Each panel in phi is cut where the two values of b cross.
 *
 * @param infimum to some 1e-6 of 2 pi Int b ds
 * @param angle tau in [0, pi] at which it is attained
 */
record AngularOverlap(double infimum, double angle) {

  private static final int SCAN = 48;
  private static final int LATITUDES = 12; // panels
  private static final int LONGITUDES = 48; // panels
  private static final GaussRule RULE = GaussRule.legendre(4);

  static AngularOverlap of(AngularPart b) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k <= SCAN; k++) {
      double here = at(b, Math.PI * k / SCAN);
      // a tie is decided for the smaller angle, not by rounding
      if (here < least * (1 - 1e-12)) {
        least = here;
        best = k;
      }
    }
    if (best > 0 && best < SCAN) {
      double from = Math.PI * (best - 1) / SCAN;
      double to = Math.PI * (best + 1) / SCAN;
      double[] found =
          AngularCutoff.refine(tau -> at(b, tau), from, to, GoalType.MINIMIZE, 1e-7, 1e-10);
      if (found[1] < least) {
        return new AngularOverlap(found[1], found[0]);
      }
    }
    return new AngularOverlap(least, Math.PI * best / SCAN);
  }

  /** The integral for an angle tau between sigma_1 and sigma_2. */
  static double at(AngularPart b, double tau) {
    double sum = 0;
    double half = Math.PI / 4 / LATITUDES;
    for (int panel = 0; panel < LATITUDES; panel++) {
      for (int q = 0; q < RULE.size(); q++) {
        double beta = half * (2 * panel + 1 + RULE.node(q));
        double cosine = Math.cos(beta);
        sum += half * RULE.weight(q) * cosine * overLongitude(b, cosine, tau / 2);
      }
    }
    return 4 * sum;
  }

  private static double overLongitude(AngularPart b, double cosine, double halfAngle) {
    double sum = 0;
    double left = 0;
    double before = Math.signum(gap(b, cosine, halfAngle, 1e-9));
    for (int panel = 1; panel <= LONGITUDES; panel++) {
      double right = Math.PI * panel / LONGITUDES;
      double after = Math.signum(gap(b, cosine, halfAngle, right - 1e-9));
      if (before * after < 0) {
        double low = left;
        double high = right;
        for (int step = 0; step < 40; step++) {
          double middle = (low + high) / 2;
          if (gap(b, cosine, halfAngle, middle) * before > 0) {
            low = middle;
          } else {
            high = middle;
          }
        }
        sum += panel(b, cosine, halfAngle, left, low) + panel(b, cosine, halfAngle, low, right);
      } else {
        sum += panel(b, cosine, halfAngle, left, right);
      }
      before = after;
      left = right;
    }
    return sum;
  }

  private static double gap(AngularPart b, double cosine, double halfAngle, double phi) {
    return b.at(cosine * Math.cos(phi - halfAngle)) - b.at(cosine * Math.cos(phi + halfAngle));
  }

  private static double panel(
      AngularPart b, double cosine, double halfAngle, double from, double to) {
    double half = (to - from) / 2;
    double sum = 0;
    for (int q = 0; q < RULE.size(); q++) {
      double phi = (from + to) / 2 + half * RULE.node(q);
      double one = b.at(cosine * Math.cos(phi - halfAngle));
      double other = b.at(cosine * Math.cos(phi + halfAngle));
      sum += half * RULE.weight(q) * Math.min(one, other);
    }
    return sum;
  }
}
