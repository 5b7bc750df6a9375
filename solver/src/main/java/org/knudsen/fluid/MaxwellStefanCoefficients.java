package org.knudsen.fluid;

import java.util.OptionalDouble;
import org.apache.commons.math3.special.Gamma;
import org.knudsen.collision.RelativeSpeedRule;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.KineticPart;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.Mixture;

/**
 * The coefficients Delta_ij of (1.8) that follow from a collision kernel B_ij = Phi(|g|) b(cos th):
 *
 * <p>1 / Delta_ij = mu_r^2 beta &lt;|g|^2 Phi(|g|)&gt; / 3, beta = 2 pi Int_{-1}^{1} (1 - s) b(s)
 * ds,
 *
 * <p>with mu_r the reduced mass and &lt;.&gt; the mean over a Gaussian g of variance 1/mu_r a
 * component: the friction between two Maxwellians at slightly different velocities (Boudin, Grec
 * and Salvarani 2015 for Maxwell molecules; Boudin, Grec and Pavan 2017 in general). It is the
 * first Chapman-Enskog approximation of diffusion.
 *
 * <p>Immutable.
 */
public final class MaxwellStefanCoefficients {

  private final int species;
  private final double[] delta;

  private MaxwellStefanCoefficients(int species, double[] delta) {
    this.species = species;
    this.delta = delta;
  }

  /**
   * The coefficients of all pairs, i = j included (there Delta_ii is self-diffusion, which (1.8)
   * does not use). Each pair must exchange momentum.
   */
  public static MaxwellStefanCoefficients of(Mixture mixture, CollisionKernel kernel) {
    int n = mixture.size();
    if (kernel.speciesCount() != n) {
      throw new IllegalArgumentException(
          "collision kernel is made for %s species; the mixture has %s"
              .formatted(kernel.speciesCount(), n));
    }
    double[] delta = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        PairKernel pair = kernel.pair(i, j);
        double reducedMass = mixture.reducedMass(i, j);
        double beta = -pair.angular().deficits(1)[1];
        double friction =
            reducedMass * reducedMass * beta * secondMoment(pair.kinetic(), reducedMass) / 3;
        if (!(friction > 0) || Double.isInfinite(friction)) {
          throw new IllegalArgumentException(
              "1/Delta of species %s and %s is %s; a finite number > 0 is needed"
                  .formatted(
                      mixture.species().get(i).name(), mixture.species().get(j).name(), friction));
        }
        delta[i * n + j] = 1 / friction;
      }
    }
    return new MaxwellStefanCoefficients(n, delta);
  }

  /** N. */
  public int species() {
    return species;
  }

  /** Delta_ij. */
  public double delta(int i, int j) {
    return delta[i * species + j];
  }

  /**
   * &lt;|g|^2 Phi(|g|)&gt;: for Phi = C g^gamma it is C (2/mu_r)^((2 + gamma)/2) Gamma((5 +
   * gamma)/2) / Gamma(3/2); else by the quadrature that the collision operator uses, exact for
   * |g|^2 against Phi.
   */
  private static double secondMoment(KineticPart kinetic, double reducedMass) {
    OptionalDouble exponent = kinetic.exponent();
    if (exponent.isPresent()) {
      double gamma = exponent.getAsDouble();
      return kinetic.at(1)
          * Math.pow(2 / reducedMass, (2 + gamma) / 2)
          * Gamma.gamma((5 + gamma) / 2)
          / Gamma.gamma(1.5);
    }
    RelativeSpeedRule rule = RelativeSpeedRule.of(kinetic, reducedMass, 2);
    double sum = 0;
    for (int q = 0; q < rule.size(); q++) {
      sum += rule.weight(q) * rule.speed(q) * rule.speed(q);
    }
    return 4 * Math.PI * sum / reducedMass; // u = sqrt(mu_r) g has unit variance
  }
}
