package org.knudsen.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knudsen.run.RunResult;
import org.knudsen.run.SlopeFit;

/**
 * A sweep over Knudsen numbers.
 *
 * @param settings what was asked
 * @param runs in the order of settings.knudsen(); fewer if the sweep was cancelled or broke down
 */
public record SweepResult(RunSettings settings, List<RunResult> runs) {

  public SweepResult {
    runs = List.copyOf(runs);
  }

  /** Whether every run reached its end. */
  public boolean complete() {
    return runs.size() == settings.knudsen().size() && runs.stream().allMatch(RunResult::complete);
  }

  /**
   * The order in eps of the largest distance over time, by norm; without entries for fewer than two
   * eps, and without a norm in which some distance is zero and has no logarithm.
   */
  public Map<String, SlopeFit> slopes() {
    Map<String, SlopeFit> slopes = new LinkedHashMap<>();
    List<RunResult> done = runs.stream().filter(RunResult::complete).toList();
    if (done.stream().mapToDouble(RunResult::knudsen).distinct().count() < 2) {
      return slopes;
    }
    double[] eps = done.stream().mapToDouble(RunResult::knudsen).toArray();
    for (String norm : done.get(0).supDistance().keySet()) {
      double[] distance = done.stream().mapToDouble(r -> r.supDistance().get(norm)).toArray();
      if (java.util.Arrays.stream(distance).allMatch(d -> d > 0)) {
        slopes.put(norm, SlopeFit.of(eps, distance));
      }
    }
    return slopes;
  }
}
