package org.knudsen.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.knowm.xchart.XYChart;
import org.knudsen.report.ResultPlots;
import org.knudsen.study.SweepPlan;
import org.knudsen.study.SweepPoint;

/** The records of a sweep as plots: the largest distance over time, one curve a combination. */
public final class SweepPlots {

  private static final int LEGEND = 12; // more curves than that have no colours to be told apart by

  private SweepPlots() {}

  /**
   * The distance in L2 over the Knudsen number, and over each key that varies in numbers, by name;
   * without those that have no curve of two points.
   */
  public static Map<String, XYChart> all(
      SweepPlan plan, IntFunction<Optional<TaskRecord>> records) {
    Map<String, XYChart> plots = new LinkedHashMap<>();
    List<String> axes = new ArrayList<>(List.of(SweepTables.EPS));
    plan.keys().stream().filter(plan::isNumber).forEach(axes::add);
    for (String axis : axes) {
      Map<String, List<double[]>> curves = curves(plan, axis, records);
      curves.values().removeIf(points -> points.size() < 2);
      if (!curves.isEmpty()) {
        String name =
            axis.equals(SweepTables.EPS) ? "knudsen" : axis.replaceAll("[^A-Za-z0-9.]", "-");
        plots.put("distance-over-" + name, chart(axis, curves));
      }
    }
    return plots;
  }

  private static XYChart chart(String axis, Map<String, List<double[]>> curves) {
    boolean eps = axis.equals(SweepTables.EPS);
    XYChart chart = ResultPlots.distanceOver(eps ? "Knudsen number \u03b5" : axis);
    boolean positive =
        curves.values().stream().flatMap(List::stream).allMatch(point -> point[0] > 0);
    chart.getStyler().setXAxisLogarithmic(positive && isWide(curves));
    chart.getStyler().setLegendVisible(curves.size() > 1 && curves.size() <= LEGEND);
    curves.forEach(
        (name, points) ->
            ResultPlots.addCurve(
                chart,
                name.isEmpty() ? "L2" : name,
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray()));
    return chart;
  }

  private static boolean isWide(Map<String, List<double[]>> curves) {
    double[] all =
        curves.values().stream().flatMap(List::stream).mapToDouble(p -> p[0]).sorted().toArray();
    return all[all.length - 1] >= 5 * all[0];
  }

  /** Points (value, distance) by what else varies, in the order of the values. */
  private static Map<String, List<double[]>> curves(
      SweepPlan plan, String axis, IntFunction<Optional<TaskRecord>> records) {
    Map<String, List<double[]>> curves = new LinkedHashMap<>();
    for (int index = 0; index < plan.size(); index++) {
      Optional<TaskRecord> record = records.apply(index).filter(TaskRecord::complete);
      double distance = record.map(r -> SweepTables.distances(r).get("L2")).orElse(Double.NaN);
      if (distance > 0) {
        double eps = plan.knudsen().get(index % plan.knudsen().size());
        Map<String, Object> others =
            new LinkedHashMap<>(plan.combination(index / plan.knudsen().size()).values());
        Object value = axis.equals(SweepTables.EPS) ? eps : others.remove(axis);
        plan.inStep(axis).forEach(others::remove);
        if (!axis.equals(SweepTables.EPS) && plan.knudsen().size() > 1) {
          others.put(SweepTables.EPS, eps);
        }
        others.replaceAll(
            (key, other) -> key.equals(SweepTables.EPS) ? other : plan.label(key, other));
        curves
            .computeIfAbsent(new SweepPoint(others).toString(), k -> new ArrayList<>())
            .add(new double[] {((Number) value).doubleValue(), distance});
      }
    }
    curves.values().forEach(points -> points.sort((a, b) -> Double.compare(a[0], b[0])));
    return curves;
  }
}
