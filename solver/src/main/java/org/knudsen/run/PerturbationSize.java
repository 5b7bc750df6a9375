package org.knudsen.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How large f^in is: what Theorem 2.2 asks to be small at time 0.
 *
 * @param norm ||f^in|| by norm ("L2", "H1eps", ...), not times eps
 * @param equilibrium ||pi_T f^in|| in L^2_{x,v}(mu^{-1/2}), pi_T the projection of (3.14)
 */
public record PerturbationSize(Map<String, Double> norm, double equilibrium) {

  public PerturbationSize {
    norm = Collections.unmodifiableMap(new LinkedHashMap<>(norm));
  }

  /** Of a run that failed before it could tell: no norms, and NaN. */
  public static PerturbationSize unknown() {
    return new PerturbationSize(Map.of(), Double.NaN);
  }
}
