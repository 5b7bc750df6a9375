package org.knudsen.stability;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knudsen.hypocoercivity.LyapunovFunctional;

/**
 * The bound (3.36) beside the norm that it bounds, along one run; made by {@link GronwallBound}.
 *
 * @param knudsen eps
 * @param functional the norm H^s_eps of (2.6), squared
 * @param decay lambda_B
 * @param source C^(s) delta_MS: the supremum over the times of the run
 * @param points one a step, beginning with time 0
 */
public record GronwallCurve(
    double knudsen,
    LyapunovFunctional functional,
    double decay,
    double source,
    List<Point> points) {

  public GronwallCurve {
    points = List.copyOf(points);
  }

  /**
   * One time.
   *
   * @param time diffusive time
   * @param measured ||f|| in the norm of the functional
   * @param bound what (3.36) says it is at most, with pi_T f added
   * @param following the same with the source of each time in place of its supremum (Remark 3.13)
   * @param equilibrium ||pi_T f|| in that norm, known from (3.18)
   * @param rest |&lt;P f, R&gt;| / &lt;f, D f&gt;, R the terms of (1.11) that are not linear about
   *     mu; at most {@link GronwallBound#REST_SHARE}, or the bound is not proved for this run
   * @param dissipation &lt;f, D f&gt; / &lt;f, P f&gt;, at least the rate; 0 while f = 0
   */
  public record Point(
      double time,
      double measured,
      double bound,
      double following,
      double equilibrium,
      double rest,
      double dissipation) {}

  /** sqrt(C^(s) delta_MS / lambda_B), what the bound tends to, pi_T f apart. */
  public double plateau() {
    return Math.sqrt(source / decay);
  }

  /** The largest ratio of the rest to the dissipation. */
  public double largestRest() {
    return points.stream().mapToDouble(Point::rest).max().orElseThrow();
  }

  /** Whether the rest stayed within its share: then (3.36) is proved for this run. */
  public boolean proved() {
    return largestRest() <= GronwallBound.REST_SHARE;
  }

  /** Whether both bounds lie above the measured curve at all times. */
  public boolean holds() {
    return points.stream()
        .allMatch(
            point -> point.measured() <= point.following() && point.measured() <= point.bound());
  }

  /** One number of every point, for a plot: {@code curve.series(GronwallCurve.Point::bound)}. */
  public double[] series(ToDoubleFunction<Point> value) {
    return points.stream().mapToDouble(value).toArray();
  }
}
