package org.knudsen.run;

import java.util.List;
import org.knudsen.mixture.Mixture;
import org.knudsen.run.Quantity.Summary;
import org.knudsen.velocity.VelocityQuadrature;

/**
 * Entropy and positivity of F = mu + eps h, by quadrature over v against mu and the mean over
 * cells.
 *
 * <p>An F cut off at a degree is negative somewhere in the far tail, where mu is next to nothing,
 * as soon as the gas moves. So the entropy is that of its positive part, sum_i Int F+ log(F+ / mu)
 * - F+ + mu, F+ = max(F, 0), which is a relative entropy where F is positive and stays one beside
 * it; and what of F is negative is said: its mass, and the least F / mu among thermal speeds, |w|
 * &lt; 4. Where the negative mass is more than {@value #MEANINGLESS} of the whole the entropy is
 * blank (NaN): F is no distribution then.
 */
final class Entropy implements Measurement {

  private static final double SERIES = 1e-3;
  private static final double MEANINGLESS = 1e-2;
  private static final double THERMAL = 4; // |w|; mu holds 1 - 1.1e-3 of its mass within

  @Override
  public Probe begin(RunState start) {
    VelocityQuadrature quadrature = start.assembly().space().require(VelocityQuadrature.class);
    double[] ratios = new double[quadrature.nodes()];
    return Probe.of(
        List.of(
            new Quantity("relativeEntropy", "relative entropy H(F⁺ | μ)", Summary.NONE),
            new Quantity("negativeMass", "mass of the negative part of F", Summary.LARGEST),
            new Quantity("leastRatio", "least F / μ for |w| < 4", Summary.SMALLEST)),
        (state, out) -> {
          Mixture mixture = state.assembly().mixture();
          int size = state.assembly().space().size();
          double[] field = state.field();
          int cells = field.length / size;
          double entropy = 0;
          double negative = 0;
          double least = Double.POSITIVE_INFINITY;
          for (int cell = 0; cell < cells; cell++) {
            for (int i = 0; i < mixture.size(); i++) {
              quadrature.ratios(field, cell * size, i, ratios);
              double part = 0;
              double below = 0;
              for (int q = 0; q < ratios.length; q++) {
                double s = state.knudsen() * ratios[q];
                part += quadrature.weight(q) * density(s);
                below += quadrature.weight(q) * Math.max(0, -(1 + s));
                if (quadrature.speed(q) < THERMAL) {
                  least = Math.min(least, 1 + s);
                }
              }
              entropy += mixture.concentration(i) * part;
              negative += mixture.concentration(i) * below;
            }
          }
          boolean meaningless = negative > MEANINGLESS * cells * mixture.totalConcentration();
          out[0][0] = meaningless ? Double.NaN : entropy / cells;
          out[1][0] = negative / cells;
          out[2][0] = least;
        });
  }

  /** (1 + s) log(1 + s) - s without cancellation, and 1 for s &lt;= -1, where F+ = 0. */
  static double density(double s) {
    if (Math.abs(s) < SERIES) {
      // s^2/2 - s^3/6 + s^4/12 - s^5/20 + s^6/30; the next term is below 1e-16 of the first
      return s * s * (1 / 2.0 - s * (1 / 6.0 - s * (1 / 12.0 - s * (1 / 20.0 - s / 30.0))));
    }
    return s <= -1 ? 1 : (1 + s) * Math.log1p(s) - s;
  }
}
