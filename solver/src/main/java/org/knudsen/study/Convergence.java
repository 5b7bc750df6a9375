package org.knudsen.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.knudsen.collision.TableCache;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.run.Cancellation;
import org.knudsen.run.ProgressListener;
import org.knudsen.run.RunResult;

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

  public Convergence {
    digits = List.copyOf(digits);
  }

  /** Runs the study and the three finer ones; refused as {@link Sweep#execute} refuses. */
  public static Convergence of(
      Study study,
      PluginCatalogue catalogue,
      TableCache cache,
      ProgressListener progress,
      Cancellation cancellation) {
    List<SweepResult> results = new ArrayList<>();
    for (Study each : studies(study, catalogue)) {
      results.add(new Sweep(each, catalogue, cache).execute(List.of(), progress, cancellation));
    }
    List<Digits> rows = new ArrayList<>();
    List<RunResult> runs = results.get(0).runs();
    for (int r = 0; r < runs.size(); r++) {
      for (String norm : runs.get(r).norms()) {
        for (String which : List.of("sup", "end")) {
          double[] of = new double[results.size()];
          for (int s = 0; s < of.length; s++) {
            of[s] = distance(results.get(s), r, norm, which);
          }
          rows.add(
              new Digits(
                  runs.get(r).knudsen(),
                  norm,
                  which,
                  of[0],
                  of.length > 3 ? agreement(of[0], of[3]) : Double.NaN,
                  agreement(of[0], of[1]),
                  agreement(of[0], of[2])));
        }
      }
    }
    return new Convergence(study.name(), rows);
  }

  /** The study, with half the step, with more points, and at a higher degree where it has one. */
  private static List<Study> studies(Study study, PluginCatalogue catalogue) {
    RunPlan plan = study.requireForRun();
    StudyBuilder builder = StudyBuilder.from(study);
    int points = plan.torus().points() + plan.torus().points() / 2;
    List<Study> all = new ArrayList<>();
    all.add(study);
    PluginChoice scheme = plan.timeIntegrator();
    all.add(
        builder
            .timeIntegrator(scheme.id(), plan.step() / 2, scheme.parameters().asMap())
            .build(catalogue));
    all.add(builder.torus(plan.torus().dimension(), points).build(catalogue));
    Map<String, Object> grid = new LinkedHashMap<>(study.velocityGrid().parameters().asMap());
    if (grid.get(RunMemory.DEGREE) instanceof Integer degree) {
      grid.put(RunMemory.DEGREE, degree + 2);
      all.add(builder.velocityGrid(study.velocityGrid().id(), grid).build(catalogue));
    }
    return all;
  }

  private static double distance(SweepResult sweep, int run, String norm, String which) {
    if (run >= sweep.runs().size() || !sweep.runs().get(run).complete()) {
      return Double.NaN;
    }
    RunResult result = sweep.runs().get(run);
    return (which.equals("sup") ? result.supDistance() : result.endDistance()).get(norm);
  }

  private static double agreement(double coarse, double fine) {
    double relative = coarse == fine ? 0 : Math.abs(coarse - fine) / Math.abs(fine);
    return Math.min(16, Math.max(0, -Math.log10(relative)));
  }
}
