package org.knudsen.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One run, over one Knudsen number: how it went, and what was measured. The same whether it was
 * computed now or read from a folder.
 *
 * @param knudsen eps
 * @param dt step size
 * @param steps steps done
 * @param ending how it ended
 * @param message why it ended before its last step; empty if it did not
 * @param wallSeconds of the stepping and measuring, without building tables and factors
 * @param variables what was measured, by name
 */
public record RunResult(
    double knudsen,
    double dt,
    int steps,
    Ending ending,
    String message,
    double wallSeconds,
    Map<String, Variable> variables) {

  /** How a run ended. */
  public enum Ending {
    /** At its last step. */
    COMPLETE,
    /** At its last step, though the velocity space does not hold it, as the study accepts. */
    UNRESOLVED,
    /** On request. */
    CANCELLED,
    /** By a value that is not physical, or a failure. */
    BROKEN,
    /** The velocity space does not hold it, nearly always at time 0 ({@link Resolution}). */
    REFUSED
  }

  public RunResult {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /** The same run, of which something else tells what it took. */
  public RunResult withWallSeconds(double seconds) {
    return new RunResult(knudsen, dt, steps, ending, message, seconds, variables);
  }

  /** Whether the run reached its end time, resolved or as the study accepts it. */
  public boolean complete() {
    return ending == Ending.COMPLETE || ending == Ending.UNRESOLVED;
  }

  /** How it ended, in a word or with its message. */
  public String ended() {
    return message.isEmpty() ? ending.name().toLowerCase(Locale.ROOT) : message;
  }

  /** Whether something was measured. */
  public boolean has(String name) {
    return variables.containsKey(name);
  }

  /** What was measured under a name; an error that names what there is, if nothing was. */
  public Variable variable(String name) {
    Variable found = variables.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "run at eps = %s has no variable '%s'; it has %s"
              .formatted(knudsen, name, String.join(", ", variables.keySet())));
    }
    return found;
  }

  /** The values of a variable, of a number at each observation one a time; not to be modified. */
  public double[] values(String name) {
    return variable(name).values();
  }

  /** The times observed; empty if there are none. */
  public double[] times() {
    return variables.values().stream()
        .flatMap(variable -> variable.dimensions().stream())
        .filter(dimension -> dimension.name().equals(Measurement.When.OBSERVED.dimension()))
        .findFirst()
        .map(Dimension::coordinates)
        .orElse(new double[0]);
  }

  /** The norms that distances were measured in, L2 first. */
  public List<String> norms() {
    return variables.keySet().stream()
        .filter(name -> name.startsWith(Distance.GROUP))
        .map(name -> name.substring(Distance.GROUP.length()))
        .toList();
  }

  /** |F^eps - M^eps| in a norm, one a time observed; not to be modified. */
  public double[] distance(String norm) {
    return values(Distance.GROUP + norm);
  }

  /** The largest distance over the times observed, by norm. */
  public Map<String, Double> supDistance() {
    return summary("sup");
  }

  /** The distance at the last time observed, by norm. */
  public Map<String, Double> endDistance() {
    return summary("end");
  }

  private Map<String, Double> summary(String which) {
    Map<String, Double> all = new LinkedHashMap<>();
    norms().forEach(norm -> all.put(norm, variable(Distance.GROUP + norm).summary().get(which)[0]));
    return all;
  }

  /** What a reader of the distances must know: how badly the velocity space holds the run. */
  public List<String> warnings() {
    List<String> all = new ArrayList<>();
    if (ending == Ending.REFUSED) {
      return all; // the message says it
    }
    warn(all, Resolution.worst(this), "of the local Maxwellian lies beyond the velocity space");
    if (has(Resolution.HIGHEST)) {
      double highest = variable(Resolution.HIGHEST).summary().get("sup")[0];
      warn(all, highest, "of h sits in the highest two degrees");
    }
    return all;
  }

  private void warn(List<String> all, double part, String what) {
    if (part > Resolution.WARNED) {
      all.add(String.format(Locale.ROOT, "eps = %s: %.2g %s", knudsen, part, what));
    }
  }
}
