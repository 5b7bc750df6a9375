package org.knudsen.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.knudsen.engine.SweepEngine;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.run.Cancellation;
import org.knudsen.run.ProgressListener;
import org.knudsen.study.RunPlan;
import org.knudsen.study.Study;
import org.knudsen.study.StudyBuilder;
import org.knudsen.study.StudyFile;
import org.knudsen.study.SweepPlan;

/**
 * How many digits of the distances of a study stand: the study at a higher degree, with half the
 * step, and with more points, each beside the study itself.
 *
 * @param digits one row a Knudsen number and distance
 */
public record Convergence(String study, List<Digits> digits) {

  /**
   * A distance, and the digits in which it agrees with that of each finer study: -log10 of the
   * relative difference, at most 16; NaN where there is no finer study, or it did not end.
   *
   * @param knudsen eps
   * @param norm of the distance
   * @param which "sup", the largest over time, or "end"
   * @param distance of the study itself
   * @param degree digits that a degree higher by 2 leaves standing
   * @param step digits that half the step leaves
   * @param points digits that half as many points more leave
   */
  public record Digits(
      double knudsen,
      String norm,
      String which,
      double distance,
      double degree,
      double step,
      double points) {

    /** The digits that stand whatever is refined. */
    public double all() {
      return DoubleStream.of(16, degree, step, points)
          .filter(each -> !Double.isNaN(each))
          .min()
          .getAsDouble();
    }
  }

  private static final String DEGREE = "degree";
  private static final TaskRecord NONE = TaskRecord.failed("", "");

  public Convergence {
    digits = List.copyOf(digits);
  }

  /**
   * Runs the study and the finer ones as a sweep.
   *
   * @param folder a new one, where the sweep is kept
   * @throws IllegalArgumentException if one of them is no study
   */
  public static Convergence of(
      Study study,
      PluginCatalogue catalogue,
      Path folder,
      SweepEngine engine,
      ParameterSweep.Setting setting,
      ProgressListener progress,
      Cancellation cancellation)
      throws IOException {
    Study refined = refined(study, catalogue);
    SweepPlan plan = SweepPlan.of(refined, catalogue);
    try (SweepFolder kept = new SweepFolder(folder, false, false, plan, StudyFile.write(refined))) {
      ParameterSweep sweep = new ParameterSweep(plan, catalogue, kept);
      sweep.execute(engine, setting, progress, (index, record) -> {}, cancellation);
      return new Convergence(study.name(), digits(plan, sweep));
    }
  }

  /** The study, with half the step, with more points, and at a higher degree where it has one. */
  static Study refined(Study study, PluginCatalogue catalogue) {
    RunPlan plan = study.requireForRun();
    double dt = plan.step();
    int points = plan.torus().points();
    Map<String, List<?>> inStep = new LinkedHashMap<>();
    if (study.velocityGrid().parameters().asMap().get(DEGREE) instanceof Integer degree) {
      inStep.put("timeIntegrator.dt", List.of(dt, dt / 2, dt, dt));
      inStep.put("torus.points", List.of(points, points, points + points / 2, points));
      inStep.put("velocityGrid." + DEGREE, List.of(degree, degree, degree, degree + 2));
    } else {
      inStep.put("timeIntegrator.dt", List.of(dt, dt / 2, dt));
      inStep.put("torus.points", List.of(points, points, points + points / 2));
    }
    return StudyBuilder.from(study).together(inStep).build(catalogue);
  }

  private static List<Digits> digits(SweepPlan plan, ParameterSweep sweep) {
    List<Digits> rows = new ArrayList<>();
    for (int k = 0; k < plan.knudsen().size(); k++) {
      List<Optional<TaskRecord>> all = new ArrayList<>();
      for (int c = 0; c < plan.combinations(); c++) {
        all.add(sweep.record(c * plan.knudsen().size() + k).filter(TaskRecord::complete));
      }
      for (String norm : SweepTables.distances(all.get(0).orElse(NONE)).keySet()) {
        for (String which : List.of("sup", "end")) {
          double[] of =
              all.stream()
                  .mapToDouble(r -> r.orElse(NONE).number(which + " distance " + norm))
                  .toArray();
          rows.add(
              new Digits(
                  plan.knudsen().get(k),
                  norm,
                  which,
                  of[0],
                  of.length > 3 ? agreement(of[0], of[3]) : Double.NaN,
                  agreement(of[0], of[1]),
                  agreement(of[0], of[2])));
        }
      }
    }
    return rows;
  }

  private static double agreement(double coarse, double fine) {
    double relative = coarse == fine ? 0 : Math.abs(coarse - fine) / Math.abs(fine);
    return Math.min(16, Math.max(0, -Math.log10(relative)));
  }
}
