package org.knudsen.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knudsen.run.RunResult;
import org.knudsen.run.SlopeFit;
import org.knudsen.run.Variable;
import org.knudsen.study.SweepResult;

/**
 * The figures of a sweep as a tree for {@link Json}:
 *
 * <pre>{@code
 * {"study": name,
 *  "runs": [{"knudsen": eps, "steps": n, "dt": dt, "wallSeconds": s, "ended": "complete" or why not,
 *            "warnings": [..],
 *            "perturbation": {"kind": .., "norm": {"L2": .., "H1eps": ..}, "equilibrium": ..},
 *            "distance": {"L2": {"sup": .., "end": ..}, "H1eps": {"sup": .., "end": ..}},
 *            "drift": {"mass": [..], "momentum": .., "energy": ..},
 *            "resolution": {"maxwellianTail": .., "tailOfSpecies": {"start": [..], "sup": [..]},
 *                           "highestDegrees": ..},
 *            ...}],
 *  "slope": {"L2": .., "H1eps": ..}}
 * }</pre>
 *
 * <p>What is measured stands under its name, a slash opening an object, with what {@link
 * org.knudsen.run.Quantity.Summary} says of it. A slope is NaN where there is none: for fewer than
 * two complete runs, or a distance of 0.
 */
public final class SweepSummary {

  private SweepSummary() {}

  /** The figures of what was done; runs that broke down are among them, up to where they came. */
  public static Map<String, Object> of(SweepResult sweep) {
    Map<String, SlopeFit> fits = sweep.slopes();
    Map<String, Object> slopes = new LinkedHashMap<>();
    for (String norm : sweep.norms()) {
      slopes.put(norm, fits.containsKey(norm) ? fits.get(norm).slope() : Double.NaN);
    }
    return Json.object(
        "study", sweep.study(),
        "runs", sweep.runs().stream().map(run -> run(run, sweep.perturbation())).toList(),
        "slope", slopes);
  }

  private static Map<String, Object> run(RunResult run, String perturbation) {
    Map<String, Object> entry =
        Json.object(
            "knudsen", run.knudsen(),
            "steps", run.steps(),
            "dt", run.dt(),
            "wallSeconds", run.wallSeconds(),
            "ended", run.ended(),
            "warnings", run.warnings());
    put(entry, "perturbation/kind", perturbation);
    for (Variable variable : run.variables().values()) {
      Map<String, Object> figures = new LinkedHashMap<>();
      variable.summary().forEach((which, values) -> figures.put(which, figure(variable, values)));
      if (figures.size() == 1) {
        put(entry, variable.name(), figures.values().iterator().next());
      } else if (!figures.isEmpty()) {
        put(entry, variable.name(), figures);
      }
    }
    return entry;
  }

  private static Object figure(Variable variable, double[] values) {
    boolean number = variable.dimensions().size() == (variable.inTime() ? 1 : 0);
    List<Object> all = new ArrayList<>(Arrays.stream(values).boxed().toList());
    return number ? all.get(0) : all;
  }

  @SuppressWarnings("unchecked") // only this method puts maps there
  private static void put(Map<String, Object> tree, String path, Object value) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      tree.put(path, value);
    } else {
      Object below = tree.computeIfAbsent(path.substring(0, slash), k -> new LinkedHashMap<>());
      put((Map<String, Object>) below, path.substring(slash + 1), value);
    }
  }
}
