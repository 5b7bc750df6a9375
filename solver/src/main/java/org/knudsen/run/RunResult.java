package org.knudsen.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knudsen.fluid.RelaxationSummary;

/**
 * One run, over one Knudsen number.
 *
 * @param knudsen eps
 * @param steps steps done
 * @param dt step size
 * @param perturbation how large f^in is
 * @param wallSeconds of the stepping and measuring, without building tables and factors
 * @param observations one a step, beginning with time 0
 * @param profiles some of the times, the first and the last among them
 * @param breakdown why the run stopped before its end; empty if it did not
 * @param cancelled whether it was asked to stop
 * @param relaxation Theorem 2.1 along the fluid solution; empty for a fluid limit that it is not
 *     about
 */
public record RunResult(
    double knudsen,
    int steps,
    double dt,
    PerturbationSize perturbation,
    double wallSeconds,
    List<Observation> observations,
    List<Profile> profiles,
    Optional<String> breakdown,
    boolean cancelled,
    Optional<RelaxationSummary> relaxation) {

  public RunResult {
    observations = List.copyOf(observations);
    profiles = List.copyOf(profiles);
  }

  /** A result without Theorem 2.1. */
  public RunResult(
      double knudsen,
      int steps,
      double dt,
      PerturbationSize perturbation,
      double wallSeconds,
      List<Observation> observations,
      List<Profile> profiles,
      Optional<String> breakdown,
      boolean cancelled) {
    this(
        knudsen,
        steps,
        dt,
        perturbation,
        wallSeconds,
        observations,
        profiles,
        breakdown,
        cancelled,
        Optional.empty());
  }

  /** The same with Theorem 2.1 measured. */
  public RunResult with(Optional<RelaxationSummary> measured) {
    return new RunResult(
        knudsen,
        steps,
        dt,
        perturbation,
        wallSeconds,
        observations,
        profiles,
        breakdown,
        cancelled,
        measured);
  }

  /** Whether the run reached its end time. */
  public boolean complete() {
    return breakdown.isEmpty() && !cancelled;
  }

  /** The largest distance over the times observed, by norm. */
  public Map<String, Double> supDistance() {
    Map<String, Double> sup = new LinkedHashMap<>();
    for (Observation observation : observations) {
      observation.distance().forEach((norm, value) -> sup.merge(norm, value, Math::max));
    }
    return sup;
  }

  /** The distance at the last time observed, by norm. */
  public Map<String, Double> endDistance() {
    return observations.get(observations.size() - 1).distance();
  }

  /** The largest drift of each conserved quantity over the times observed. */
  public ConservationDrift drift() {
    return observations.stream()
        .map(Observation::drift)
        .reduce(ConservationDrift::max)
        .orElseThrow();
  }
}
