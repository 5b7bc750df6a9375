package org.knudsen.run;

import java.util.List;

/**
 * What a run measures and keeps.
 *
 * @param sobolev derivatives in the norms of (3.28), s >= 0
 * @param every steps from one observation to the next, >= 1; the first and the last time are
 *     observed always
 * @param distribution times at which h itself is kept, each at the nearest step
 * @param unresolved whether a run goes on that its velocity space cannot hold
 */
public record Output(int sobolev, int every, List<Double> distribution, boolean unresolved) {

  public Output {
    distribution = List.copyOf(distribution);
    if (sobolev < 0 || every < 1) {
      throw new IllegalArgumentException(
          "output has sobolev " + sobolev + " and every " + every + "; at least 0 and 1");
    }
  }

  /** Norms up to s derivatives, observed at every step. */
  public static Output of(int sobolev) {
    return new Output(sobolev, 1, List.of(), false);
  }
}
