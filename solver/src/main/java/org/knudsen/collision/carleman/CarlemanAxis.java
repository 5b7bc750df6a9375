package org.knudsen.collision.carleman;

import org.knudsen.mixture.LocalMaxwellian;

/**
 * The axis of a Carleman kernel: eta = v - v*, and where a point lies with respect to it.
 *
 * @param length |eta| > 0
 * @param along component of the point's displacement along eta
 * @param across distance of the point from the axis
 */
record CarlemanAxis(double length, double along, double across) {

  private static final double ASYMPTOTIC = 25; // where its smallest term is e^{-2x} = 2e-22

  /** eta = v - v*, and v + shift eta - U_i split along and across it. */
  static CarlemanAxis of(
      LocalMaxwellian background, int i, double shift, double[] v, double[] vStar) {
    double etaX = v[0] - vStar[0];
    double etaY = v[1] - vStar[1];
    double etaZ = v[2] - vStar[2];
    double px = v[0] + shift * etaX - background.centre(i, 0);
    double py = v[1] + shift * etaY - background.centre(i, 1);
    double pz = v[2] + shift * etaZ - background.centre(i, 2);
    double length = Math.sqrt(etaX * etaX + etaY * etaY + etaZ * etaZ);
    if (!(length > 0)) {
      throw new IllegalArgumentException(
          "v* = v, where a Carleman kernel is singular; v* other than v is needed");
    }
    double x = etaX / length;
    double y = etaY / length;
    double z = etaZ / length;
    double along = px * x + py * y + pz * z;
    double crossX = py * z - pz * y;
    double crossY = pz * x - px * z;
    double crossZ = px * y - py * x;
    return new CarlemanAxis(
        length, along, Math.sqrt(crossX * crossX + crossY * crossY + crossZ * crossZ));
  }

  /** exp(-x) I_0(x), x >= 0, to round-off: the azimuthal mean of a Gaussian off its axis. */
  static double scaledBessel(double x) {
    boolean series = x < ASYMPTOTIC;
    double term = 1;
    double sum = 1;
    for (int k = 1; term > 1e-17 * sum; k++) {
      term *= series ? x * x / 4 / ((double) k * k) : (2 * k - 1.0) * (2 * k - 1.0) / (8 * k * x);
      sum += term;
    }
    return series ? Math.exp(-x) * sum : sum / Math.sqrt(2 * Math.PI * x);
  }
}
