package org.knudsen.collision;

import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.velocity.BurnettSpace;

/**
 * L^eps of (1.12), nu^eps of (3.2) and K^eps = L^eps + nu^eps of (3.1) about a local Maxwellian M,
 * as matrices in a Burnett space: Galerkin projections, dense row-major {@code row * size +
 * column}.
 *
 * <p>L^eps f = Q(M, f) + Q(f, M) = L f + (Q(h, f) + Q(f, h)), M = mu + h. h is cut off at the
 * degree K of the space, an error of the order |sqrt(m) U|^{K+1}; nu^eps is not. About mu, h = 0
 * and L^eps is L. Elsewhere L^eps is in general not symmetric.
 */
public final class OperatorsAboutMaxwellian {

  private final int size;
  private final double[] linearized;
  private final double[] frequency;

  /** Of an operator in a Burnett space of the background's mixture. */
  public OperatorsAboutMaxwellian(BurnettCollision operator, LocalMaxwellian background) {
    BurnettSpace space = operator.space();
    if (!space.mixture().equals(background.mixture())) {
      throw new IllegalArgumentException(
          "the local Maxwellian is of %s, the space of %s"
              .formatted(background.mixture(), space.mixture()));
    }
    this.size = space.size();
    this.frequency =
        CollisionFrequencyMatrix.matrix(
            space, new CollisionFrequency(background, operator.gas().kernel()));
    this.linearized = operator.linearized();
    double[] h = new double[size];
    for (int i = 0; i < space.mixture().size(); i++) {
      space.deviation(
          i,
          1,
          background.concentration(i) - space.mixture().concentration(i),
          background.centre(i, 0),
          background.centre(i, 1),
          background.centre(i, 2),
          h,
          i * space.modes());
    }
    double[] deviation = new Polarisation(operator).matrix(h);
    for (int a = 0; a < linearized.length; a++) {
      linearized[a] += deviation[a];
    }
  }

  /** L^eps; a new array. */
  public double[] linearized() {
    return linearized.clone();
  }

  /** nu^eps, symmetric, block-diagonal in species; a new array. */
  public double[] frequency() {
    return frequency.clone();
  }

  /** K^eps = L^eps + nu^eps, the compact part; a new array. */
  public double[] compact() {
    double[] k = linearized.clone();
    for (int a = 0; a < k.length; a++) {
      k[a] += frequency[a];
    }
    return k;
  }
}
