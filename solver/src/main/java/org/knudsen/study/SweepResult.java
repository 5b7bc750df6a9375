package org.knudsen.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.knudsen.run.RunResult;
import org.knudsen.run.SlopeFit;

/**
 * A sweep over Knudsen numbers. The same whether it was computed now or read from a folder.
 *
 * @param collisionKernel the id of its kernel
 * @param perturbation what f^in is: none, prepared or given
 * @param asked how many runs the study asks for
 * @param runs in the order of the study; fewer if the sweep was cancelled
 */
public record SweepResult(
    String study, String collisionKernel, String perturbation, int asked, List<RunResult> runs) {

  public SweepResult {
    runs = List.copyOf(runs);
  }

  /** Runs that were made without a study. */
  public static SweepResult of(String name, RunResult... runs) {
    return new SweepResult(name, "", "none", runs.length, List.of(runs));
  }

  /** The runs of a study. */
  public static SweepResult of(Study study, List<RunResult> runs) {
    return new SweepResult(
        study.name(),
        study.collisionKernel().id(),
        study.requireForRun().data().perturbation().kind(),
        study.requireForRun().knudsen().size(),
        runs);
  }

  /** Whether every run reached its end. */
  public boolean complete() {
    return runs.size() == asked && runs.stream().allMatch(RunResult::complete);
  }

  /** Why it is not complete, run by run; empty if it is. */
  public String shortfall() {
    String why =
        runs.stream()
            .filter(run -> !run.complete())
            .map(RunResult::ended)
            .collect(Collectors.joining("; "));
    return why.isEmpty() && runs.size() < asked
        ? "%s of %s runs were made".formatted(runs.size(), asked)
        : why;
  }

  /** The run at a Knudsen number; refused, naming those there are, if it is none of them. */
  public RunResult run(double knudsen) {
    for (RunResult run : runs) {
      if (run.knudsen() == knudsen) {
        return run;
      }
    }
    throw new IllegalArgumentException(
        "sweep '%s' has no run at eps = %s; it has %s"
            .formatted(study, knudsen, runs.stream().map(RunResult::knudsen).toList()));
  }

  /** The sweep with some of its Knudsen numbers only, in the order given; each must be there. */
  public SweepResult only(double... knudsen) {
    List<RunResult> some = Arrays.stream(knudsen).mapToObj(this::run).toList();
    return new SweepResult(study, collisionKernel, perturbation, some.size(), some);
  }

  /** The norms that the runs measured, in their order. */
  public Set<String> norms() {
    Set<String> norms = new LinkedHashSet<>();
    runs.forEach(run -> norms.addAll(run.norms()));
    return norms;
  }

  /**
   * The order in eps of the largest distance over time, by norm; without entries for fewer than two
   * complete runs, and without a norm that some run did not measure, or in which some distance is
   * zero and has no logarithm.
   */
  public Map<String, SlopeFit> slopes() {
    Map<String, SlopeFit> slopes = new LinkedHashMap<>();
    List<RunResult> done = runs.stream().filter(RunResult::complete).toList();
    double[] eps = done.stream().mapToDouble(RunResult::knudsen).toArray();
    for (String norm : norms()) {
      double[] distance =
          done.stream().mapToDouble(r -> r.supDistance().getOrDefault(norm, Double.NaN)).toArray();
      if (eps.length >= 2 && Arrays.stream(distance).allMatch(d -> d > 0)) {
        slopes.put(norm, SlopeFit.of(eps, distance));
      }
    }
    return slopes;
  }
}
