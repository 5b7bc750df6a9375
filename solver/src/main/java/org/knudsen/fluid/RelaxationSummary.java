package org.knudsen.fluid;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The conclusions of Theorem 2.1 along one solution, in numbers. C and C' are the smallest for
 * which the second and the third bound of {@link Relaxation} hold at the times measured with the
 * rate measured; so the first holds with constant 1.
 *
 * @param order s of the norms, H^s for ct
 * @param measuredRate the largest lambda for which |ct(t)| <= e^{-lambda t} |ct(0)| at every time
 * @param latestRate the rate between the last two times
 * @param predictedRate {@link FluidLimit#relaxationRate}; see {@link #prediction}
 * @param drift whether there is a drift, which the prediction leaves out
 * @param smallestConcentration of all c_i in all cells at all times; positivity
 * @param velocityConstant C
 * @param dissipationConstant C'
 * @param sumDefect largest |sum_i ct_i|; like the next two over all times, zero by (2.1) and its
 *     consequences, so round-off
 * @param fluxDefect largest |sum_i c_i ut_i|
 * @param meanDefect largest mean of a ct_i
 * @param points what was measured at each time
 */
public record RelaxationSummary(
    int order,
    double measuredRate,
    double latestRate,
    double predictedRate,
    boolean drift,
    double smallestConcentration,
    double velocityConstant,
    double dissipationConstant,
    double sumDefect,
    double fluxDefect,
    double meanDefect,
    List<Relaxation.Point> points) {

  public RelaxationSummary {
    points = List.copyOf(points);
  }

  /**
   * Of a solution that was measured; empty where there is no rate: the limit predicts none, there
   * are fewer than two times, or ct is zero.
   *
   * @param predictedRate of the limit
   * @param drift whether the setting has one
   */
  public static Optional<RelaxationSummary> of(
      Relaxation measured, OptionalDouble predictedRate, boolean drift) {
    List<Relaxation.Point> points = measured.points();
    if (predictedRate.isEmpty() || points.size() < 2 || !(points.get(0).concentrationNorm() > 0)) {
      return Optional.empty();
    }
    double rate = measured.decayRate();
    double smallest = Double.POSITIVE_INFINITY;
    double sum = 0;
    double flux = 0;
    double mean = 0;
    for (Relaxation.Point at : points) {
      smallest = Math.min(smallest, at.smallestConcentration());
      sum = Math.max(sum, at.sumDefect());
      flux = Math.max(flux, at.fluxDefect());
      mean = Math.max(mean, at.meanDefect());
    }
    return Optional.of(
        new RelaxationSummary(
            measured.order(),
            rate,
            measured.latestRate(),
            predictedRate.getAsDouble(),
            drift,
            smallest,
            measured.velocityConstant(rate),
            measured.dissipationConstant(rate),
            sum,
            flux,
            mean,
            points));
  }

  /** What the predicted rate is the rate of, in words. */
  public String prediction() {
    return "the slowest mode, |k| = 1, of small data without drift"
        + (drift ? " (there is a drift here)" : "");
  }
}
