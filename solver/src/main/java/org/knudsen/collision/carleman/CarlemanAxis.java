package org.knudsen.collision.carleman;

/**
 * The axis of a Carleman kernel: eta = v - v*, and where a point lies with respect to it.
 *
 * @param length |eta| > 0
 * @param along component of the point's displacement along eta
 * @param across distance of the point from the axis
 */
record CarlemanAxis(double length, double along, double across) {

  /** eta, and p = point - centre, split along and across it. */
  static CarlemanAxis of(double etaX, double etaY, double etaZ, double px, double py, double pz) {
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
