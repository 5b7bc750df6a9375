package org.knudsen.fluid;

import java.util.List;
import org.knudsen.mixture.Mixture;

/**
 * The conclusions of Theorem 2.1 measured along a solution (c, u) of a fluid limit, for an order s
 * of derivatives: positivity, the constraints (2.1), and the three norm bounds
 *
 * <ul>
 *   <li>|ct(t)| &lt;= e^{-lambda t} |ct(0)|, norms of H^s weighted by c_infinity^{-1/2};
 *   <li>|ut(t)|_{H^{s-1}} &lt;= C e^{-lambda t} |ct(0)|;
 *   <li>Int_0^t e^{2 lambda tau} |ut(tau)|^2_{H^s} dtau &lt;= C' |ct(0)|^2.
 * </ul>
 *
 * <p>The third is printed with e^{2 lambda (t - tau)}. That cannot be meant: for ut = e^{-lambda
 * tau} it is e^{2 lambda t} (1 - e^{-4 lambda t}) / (4 lambda), which grows without bound. The
 * energy estimate d/dt |ct|^2 &lt;= - 2 lambda |ct|^2 - |ut|^2 / C' integrates to the bound above.
 * {@link #printedConstant} measures the printed one.
 *
 * @param order s >= 1 of the norms
 * @param points what was measured, in the order of time
 */
public record Relaxation(int order, List<Point> points) {

  public Relaxation {
    points = List.copyOf(points);
  }

  /**
   * What {@link RelaxationNorms} measures at one time.
   *
   * @param time t
   * @param concentrationNorm |ct| in H^s(c_infinity^{-1/2})
   * @param velocityNorm |ut| in H^{s-1}
   * @param dissipationNorm |ut| in H^s
   * @param smallestConcentration of all c_i in all cells
   * @param sumDefect largest |sum_i ct_i|
   * @param fluxDefect largest component of |sum_i c_i ut_i|, zero by (2.1)
   * @param meanDefect largest mean of ct_i, zero by (2.1)
   */
  public record Point(
      double time,
      double concentrationNorm,
      double velocityNorm,
      double dissipationNorm,
      double smallestConcentration,
      double sumDefect,
      double fluxDefect,
      double meanDefect) {}

  /**
   * The rate that linear theory predicts, the largest lambda for small data and no drift: 4 pi^2
   * times the smallest diffusivity of Maxwell-Stefan.
   */
  public static double spectralRate(Mixture mixture, MaxwellStefanCoefficients coefficients) {
    double[] diffusivities = DiffusionMatrix.of(mixture, coefficients).diffusivities();
    return 4 * Math.PI * Math.PI * diffusivities[diffusivities.length - 1];
  }

  /**
   * The largest lambda for which the first bound held at every time measured; negative where the
   * norm has grown, as it may under a strong drift.
   */
  public double decayRate() {
    Point first = first();
    return points.stream()
        .filter(at -> at.time() > first.time())
        .mapToDouble(
            at ->
                Math.log(first.concentrationNorm() / at.concentrationNorm())
                    / (at.time() - first.time()))
        .min()
        .orElseThrow(() -> new IllegalStateException("a rate needs two times; found one"));
  }

  /** The rate between the last two times measured. */
  public double latestRate() {
    if (points.size() < 2) {
      throw new IllegalStateException("a rate needs two times; found " + points.size());
    }
    Point before = points.get(points.size() - 2);
    Point last = points.get(points.size() - 1);
    return Math.log(before.concentrationNorm() / last.concentrationNorm())
        / (last.time() - before.time());
  }

  /** The smallest C of the second bound with a rate lambda. */
  public double velocityConstant(double lambda) {
    Point first = first();
    return points.stream()
        .mapToDouble(
            at ->
                Math.exp(lambda * (at.time() - first.time()))
                    * at.velocityNorm()
                    / first.concentrationNorm())
        .max()
        .orElseThrow();
  }

  /** The smallest C' of the third bound with a rate lambda, by the trapezoidal rule in time. */
  public double dissipationConstant(double lambda) {
    return integrated(lambda) / Math.pow(first().concentrationNorm(), 2);
  }

  /** The smallest C' of the third bound as it is printed; it grows with the last time. */
  public double printedConstant(double lambda) {
    double end = points.get(points.size() - 1).time() - first().time();
    return Math.exp(2 * lambda * end)
        * integrated(-lambda)
        / Math.pow(first().concentrationNorm(), 2);
  }

  /** Int e^{2 lambda tau} |ut|^2. */
  private double integrated(double lambda) {
    double start = first().time();
    double sum = 0;
    for (int p = 1; p < points.size(); p++) {
      Point a = points.get(p - 1);
      Point b = points.get(p);
      sum +=
          (b.time() - a.time())
              / 2
              * (Math.exp(2 * lambda * (a.time() - start)) * Math.pow(a.dissipationNorm(), 2)
                  + Math.exp(2 * lambda * (b.time() - start)) * Math.pow(b.dissipationNorm(), 2));
    }
    return sum;
  }

  private Point first() {
    if (points.isEmpty()) {
      throw new IllegalStateException("nothing was measured yet");
    }
    return points.get(0);
  }
}
