package org.knudsen.lemma;

import org.knudsen.collision.CollisionFrequency;
import org.knudsen.mixture.LocalMaxwellian;

/**
 * The gradient in v of the collision frequencies nu_i. nu_ij is a function of d = |v - U_j|, smooth
 * and even on the scale 1 / sqrt(m_j) of the Gaussian that it is averaged with; its derivative is
 * an eighth-order central difference of step 1/20 of that, right to some 1e-12.
 */
final class FrequencySlope {

  private static final double[] STENCIL = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};
  private static final double STEP = 0.05;

  private final CollisionFrequency frequency;

  FrequencySlope(CollisionFrequency frequency) {
    this.frequency = frequency;
  }

  /** |grad_v nu_i|^2 at v. */
  double squared(int i, double vx, double vy, double vz) {
    LocalMaxwellian background = frequency.background();
    double[] v = {vx, vy, vz};
    double[] gradient = new double[3];
    for (int j = 0; j < background.mixture().size(); j++) {
      double distance = background.distance(j, vx, vy, vz);
      if (distance > 0) {
        double slope = radial(i, j, distance);
        for (int axis = 0; axis < 3; axis++) {
          gradient[axis] += slope * (v[axis] - background.centre(j, axis)) / distance;
        }
      }
    }
    return gradient[0] * gradient[0] + gradient[1] * gradient[1] + gradient[2] * gradient[2];
  }

  /** d nu_ij / dd. */
  double radial(int i, int j, double distance) {
    double h = STEP / Math.sqrt(frequency.background().mixture().mass(j));
    double sum = 0;
    for (int p = 1; p <= STENCIL.length; p++) {
      sum +=
          STENCIL[p - 1]
              / h
              * (frequency.atDistance(i, j, distance + p * h)
                  - frequency.atDistance(i, j, Math.abs(distance - p * h)));
    }
    return sum;
  }
}
