package org.knudsen.run;

import java.util.Map;

/**
 * What was measured at one time of a run.
 *
 * @param step steps done
 * @param time diffusive time
 * @param distance |F^eps - M^eps| by norm ("L2", "H1eps"), not divided by eps
 * @param relativeEntropy sum_i Int F_i log(F_i / mu_i) - F_i + mu_i over x and v; NaN where F is
 *     negative at a quadrature node, which {@code smallestRatio} then shows
 * @param smallestRatio the smallest F_i / mu_i at the quadrature nodes; positivity of F
 * @param temperatureRange largest minus smallest temperature over the torus
 * @param drift conserved quantities against time 0
 */
public record Observation(
    int step,
    double time,
    Map<String, Double> distance,
    double relativeEntropy,
    double smallestRatio,
    double temperatureRange,
    ConservationDrift drift) {

  public Observation {
    distance = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(distance));
  }
}
