package org.knudsen.lemma;

import java.util.List;
import org.knudsen.collision.CollisionFrequency;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.LocalMaxwellian;

/**
 * (3.5), Lemma 3.3, for |alpha| = 0: the trade-off between C_3 and C_5 in
 *
 * <p>&lt;d_v^beta nu^eps f, d_v^beta f&gt; >= C_3 ||d_v^beta f||^2 - C_5 ||f||^2, the first norm of
 * L^2(&lt;v&gt;^{gamma/2} mu^{-1/2}), the second of H^{|beta|-1}_v(mu^{-1/2}).
 *
 * <p>For each C_3 below C_1^nu of (3.3), its supremum over all functions, {@link #defect} is the
 * least C_5 on functions of degree K, a generalised eigenvalue: it grows with K to the best one.
 * {@link #pointwise} bounds it from above for |beta| = 1, by maximising over f and d_v f as if they
 * were independent: the supremum over v of |grad nu|^2 / (4 (nu - C_3 &lt;v&gt;^gamma)). The
 * proof's own choice C_3 = C_1^nu / 2 (its {@code overline nu}) with the supremum of |d nu|^2 / (2
 * nu) is {@link #printed}. The eps-terms for |alpha| = 1 are {@link FrequencyGradient}.
 */
public final class FrequencyDerivatives {

  private static final double[] STENCIL = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};
  private static final double STEP = 0.05;

  private final List<DerivativeForms> blocks;

  /**
   * @param blocks as in {@link CompactDerivatives}
   */
  public FrequencyDerivatives(List<DerivativeForms> blocks) {
    this.blocks = List.copyOf(blocks);
  }

  /** The largest C_3 that needs no C_5, on functions of degree K: falls with K. */
  public double free() {
    return blocks.stream()
        .mapToDouble(forms -> SymmetricPencil.smallest(forms.frequency(), forms.weighted()).value())
        .min()
        .orElseThrow();
  }

  /** The least C_5 >= 0 for a C_3, on functions of degree K. */
  public double defect(double c3) {
    return blocks.stream()
        .mapToDouble(
            forms ->
                SymmetricPencil.largest(
                    forms.weighted().scale(c3).minus(forms.frequency()), forms.lower()))
        .reduce(0, Math::max);
  }

  /**
   * An upper bound of every C_5 at |beta| = 1, by a supremum over v, where nu - C_3 &lt;v&gt;^gamma
   * is positive.
   */
  public static double pointwise(
      LocalMaxwellian background, CollisionKernel kernel, double gamma, double c3) {
    double lower = FrequencyBounds.of(background, kernel, gamma).lower();
    if (!(c3 < lower)) {
      throw new IllegalArgumentException(
          "C_3 is " + c3 + "; less than C_1^nu = " + lower + " is needed");
    }
    return quarter(background, kernel, gamma, c3);
  }

  /** C_5 as the proof chooses it: the supremum over v of |grad nu|^2 / (2 nu). */
  public static double printed(LocalMaxwellian background, CollisionKernel kernel) {
    return 2 * quarter(background, kernel, 0, 0);
  }

  /** The supremum of |grad nu|^2 / (4 (nu - C_3 &lt;v&gt;^gamma)); it vanishes at infinity. */
  private static double quarter(
      LocalMaxwellian background, CollisionKernel kernel, double gamma, double c3) {
    CollisionFrequency frequency = new CollisionFrequency(background, kernel);

    double most = 0;
    for (int species = 0; species < background.mixture().size(); species++) {
      int i = species;
      VelocityExtremum.Function share =
          (x, y, z) -> {
            double weight = Math.pow(1 + x * x + y * y + z * z, gamma / 2);
            return slopeSquared(frequency, i, x, y, z)
                / (4 * (frequency.at(i, x, y, z) - c3 * weight));
          };
      most = Math.max(most, VelocityExtremum.supremum(share, background, 0));
    }
    return most;
  }

  /** |grad_v nu_i|^2 at v. */
  private static double slopeSquared(
      CollisionFrequency frequency, int i, double vx, double vy, double vz) {
    LocalMaxwellian background = frequency.background();
    double[] v = {vx, vy, vz};
    double[] gradient = new double[3];
    for (int j = 0; j < background.mixture().size(); j++) {
      double distance = background.distance(j, vx, vy, vz);
      if (distance > 0) {
        double slope = slope(frequency, i, j, distance);
        for (int axis = 0; axis < 3; axis++) {
          gradient[axis] += slope * (v[axis] - background.centre(j, axis)) / distance;
        }
      }
    }
    return gradient[0] * gradient[0] + gradient[1] * gradient[1] + gradient[2] * gradient[2];
  }

  /**
   * d nu_ij / dd, d = |v - U_j|. nu_ij is smooth and even in d on the scale 1 / sqrt(m_j) of the
   * Gaussian that it is averaged with; an eighth-order central difference of step 1/20 of that is
   * right to some 1e-12.
   */
  static double slope(CollisionFrequency frequency, int i, int j, double distance) {
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
