package org.knudsen.lemma;

import org.knudsen.collision.CollisionFrequency;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.LocalMaxwellian;

/**
 * The best constants of (3.3), Lemma 3.2: C_1 ||f||^2 &lt;= &lt;nu^eps f, f&gt; &lt;= C_2 ||f||^2,
 * norms of L^2(&lt;v&gt;^{gamma/2} mu^{-1/2}).
 *
 * <p>nu^eps multiplies, so on all of L^2 they are the infimum and the supremum over i and v of
 * nu_i(v) / &lt;v&gt;^gamma, lower and upper here: exact up to the quadrature of nu.
 */
public record FrequencyBounds(double lower, double upper) {

  private static final double FAR = 0x1p40; // where Phi(g) / g^gamma stands for its limit

  /** Over all of L^2(mu^{-1/2}), gamma the exponent of the weight, that of the kernel in (H3). */
  public static FrequencyBounds of(
      LocalMaxwellian background, CollisionKernel kernel, double gamma) {
    CollisionFrequency frequency = new CollisionFrequency(background, kernel);
    double lower = Double.POSITIVE_INFINITY;
    double upper = 0;
    for (int species = 0; species < background.mixture().size(); species++) {
      int i = species;
      double limit = limit(background, kernel, gamma, i);
      VelocityExtremum.Function ratio =
          (x, y, z) -> frequency.at(i, x, y, z) * Math.pow(1 + x * x + y * y + z * z, -gamma / 2);
      VelocityExtremum.Function minus = (x, y, z) -> -ratio.at(x, y, z);
      upper = Math.max(upper, VelocityExtremum.supremum(ratio, background, limit));
      lower = Math.min(lower, -VelocityExtremum.supremum(minus, background, -limit));
    }
    return new FrequencyBounds(lower, upper);
  }

  /** The limit of nu_i(v) / |v|^gamma: sum_j 2 pi Int b_ij c_j C_ij. */
  private static double limit(
      LocalMaxwellian background, CollisionKernel kernel, double gamma, int i) {
    double sum = 0;
    for (int j = 0; j < background.mixture().size(); j++) {
      PairKernel pair = kernel.pair(i, j);
      sum +=
          pair.angular().total()
              * background.concentration(j)
              * pair.kinetic().at(FAR)
              / Math.pow(FAR, gamma);
    }
    return sum;
  }
}
