package org.knudsen.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knudsen.fluid.RelaxationSummary;
import org.knudsen.report.SweepSlopes;
import org.knudsen.run.ConservationDrift;
import org.knudsen.run.RunResult;
import org.knudsen.run.SlopeFit;
import org.knudsen.study.SweepResult;

/**
 * The figures of a sweep as a tree for {@link Json}:
 *
 * <pre>{@code
 * {"study": name,
 *  "runs": [{"knudsen": eps, "steps": n, "dt": dt, "wallSeconds": s,
 *            "perturbation": {"kind": .., "norm": {"L2": .., "H1eps": ..}, "equilibrium": ..},
 *            "distance": {"L2": {"sup": .., "end": ..}, "H1eps": {"sup": .., "end": ..}},
 *            "drift": {"mass": [..], "momentum": .., "energy": ..},
 *            "theorem21": {"order": s, "measuredRate": .., "latestRate": .., "predictedRate": ..,
 *                          "prediction": of what, "smallestConcentration": ..,
 *                          "velocityConstant": C, "dissipationConstant": C',
 *                          "defect": {"sum": .., "flux": .., "mean": ..}}}],
 *  "slope": {"L2": .., "H1eps": ..}}
 * }</pre>
 *
 * <p>The perturbation is f^in of Theorem 2.2: none, prepared or given, its norms, and ||pi_T
 * f^in||. Distances are of F^eps - M^eps, not divided by eps, the largest over time and the last. A
 * slope is NaN where there is none: for fewer than two complete runs, or a distance of 0.
 */
public final class SweepSummary {

  private SweepSummary() {}

  /** The figures of what was done; runs that broke down are among them, up to where they came. */
  public static Map<String, Object> of(SweepResult sweep) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("study", sweep.settings().name());
    List<Object> runs = new ArrayList<>();
    String kind = sweep.settings().perturbation().kind();
    sweep.runs().forEach(run -> runs.add(run(run, kind)));
    tree.put("runs", runs);
    Map<String, SlopeFit> fits = SweepSlopes.of(sweep);
    Map<String, Object> slopes = new LinkedHashMap<>();
    for (String norm : SweepSlopes.norms(sweep)) {
      slopes.put(norm, fits.containsKey(norm) ? fits.get(norm).slope() : Double.NaN);
    }
    tree.put("slope", slopes);
    return tree;
  }

  private static Map<String, Object> run(RunResult run, String kind) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("knudsen", run.knudsen());
    entry.put("steps", Math.max(0, run.steps()));
    entry.put("dt", run.dt());
    entry.put("wallSeconds", run.wallSeconds());
    Map<String, Object> perturbation = new LinkedHashMap<>();
    perturbation.put("kind", kind);
    perturbation.put("norm", run.perturbation().norm());
    perturbation.put("equilibrium", run.perturbation().equilibrium());
    entry.put("perturbation", perturbation);
    if (run.observations().isEmpty()) {
      return entry; // it broke down at time 0
    }
    Map<String, Object> distances = new LinkedHashMap<>();
    Map<String, Double> end = run.endDistance();
    run.supDistance()
        .forEach(
            (norm, value) -> {
              Map<String, Object> distance = new LinkedHashMap<>();
              distance.put("sup", value);
              distance.put("end", end.get(norm));
              distances.put(norm, distance);
            });
    entry.put("distance", distances);
    ConservationDrift drift = run.drift();
    Map<String, Object> drifts = new LinkedHashMap<>();
    drifts.put("mass", drift.mass());
    drifts.put("momentum", drift.momentum());
    drifts.put("energy", drift.energy());
    entry.put("drift", drifts);
    run.relaxation().ifPresent(measured -> entry.put("theorem21", theorem21(measured)));
    return entry;
  }

  private static Map<String, Object> theorem21(RelaxationSummary measured) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("order", measured.order());
    entry.put("measuredRate", measured.measuredRate());
    entry.put("latestRate", measured.latestRate());
    entry.put("predictedRate", measured.predictedRate());
    entry.put("prediction", measured.prediction());
    entry.put("smallestConcentration", measured.smallestConcentration());
    entry.put("velocityConstant", measured.velocityConstant());
    entry.put("dissipationConstant", measured.dissipationConstant());
    Map<String, Object> defect = new LinkedHashMap<>();
    defect.put("sum", measured.sumDefect());
    defect.put("flux", measured.fluxDefect());
    defect.put("mean", measured.meanDefect());
    entry.put("defect", defect);
    return entry;
  }
}
