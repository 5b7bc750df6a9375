package org.knudsen.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knudsen.run.RunResult;
import org.knudsen.run.SlopeFit;
import org.knudsen.study.SweepResult;

/** The slopes of a sweep, norm by norm, where there are some. */
public final class SweepSlopes {

  private SweepSlopes() {}

  /** The norms that a sweep measured, in their order. */
  public static Set<String> norms(SweepResult sweep) {
    Set<String> norms = new LinkedHashSet<>();
    sweep.runs().forEach(run -> norms.addAll(run.supDistance().keySet()));
    return norms;
  }

  /**
   * The fit of each norm that has one: two complete runs at least, and no distance of exactly 0,
   * which has no logarithm.
   */
  public static Map<String, SlopeFit> of(SweepResult sweep) {
    Map<String, SlopeFit> slopes = new LinkedHashMap<>();
    List<RunResult> done = sweep.runs().stream().filter(RunResult::complete).toList();
    double[] eps = done.stream().mapToDouble(RunResult::knudsen).toArray();
    for (String norm : norms(sweep)) {
      double[] distance = done.stream().mapToDouble(run -> run.supDistance().get(norm)).toArray();
      if (eps.length >= 2 && java.util.Arrays.stream(distance).allMatch(d -> d > 0)) {
        slopes.put(norm, SlopeFit.of(eps, distance));
      }
    }
    return slopes;
  }
}
