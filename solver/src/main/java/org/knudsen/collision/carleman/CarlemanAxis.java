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
}
