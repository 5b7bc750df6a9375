package org.knudsen.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.knudsen.report.Rows;
import org.knudsen.run.SlopeFit;
import org.knudsen.study.SweepPlan;
import tech.tablesaw.api.Table;

/**
 * The records of a sweep as tables, in the order of its plan: a column for each key that varies,
 * numbers where all of its values are.
 */
public final class SweepTables {

  static final String EPS = "eps";
  static final String STATUS = "status";
  static final String NOT_RUN = "not run";

  private static final String SUP = "sup distance ";

  private SweepTables() {}

  /**
   * One row a task: what varies, eps, how it ended, and the row of its run as {@code knudsen run}
   * has it in runs.csv; the reason where it is not complete, and its archive.
   *
   * @param records by index; empty for a task that was not run
   */
  public static Table tasks(SweepPlan plan, IntFunction<Optional<TaskRecord>> records) {
    Set<String> columns = new LinkedHashSet<>();
    for (int index = 0; index < plan.size(); index++) {
      records.apply(index).ifPresent(record -> columns.addAll(record.row().keySet()));
    }
    Rows rows = new Rows("Tasks");
    for (int index = 0; index < plan.size(); index++) {
      rows.next();
      keys(rows, plan, index / plan.knudsen().size());
      rows.number(EPS, knudsen(plan, index));
      Optional<TaskRecord> record = records.apply(index);
      rows.text(STATUS, record.map(TaskRecord::status).orElse(NOT_RUN));
      if (record.isPresent()) {
        columns.forEach(column -> cell(rows, column, record.get().row().get(column)));
        rows.text("message", record.get().message());
        if (record.get().isFinal()) {
          rows.text("archive", SweepFolder.archive(record.get().address()));
        }
      }
    }
    return rows.table();
  }

  private static double knudsen(SweepPlan plan, int index) {
    return plan.knudsen().get(index % plan.knudsen().size());
  }

  private static void keys(Rows rows, SweepPlan plan, int combination) {
    plan.combination(combination)
        .values()
        .forEach(
            (key, value) -> {
              if (plan.isNumber(key)) {
                rows.number(key, ((Number) value).doubleValue());
              } else {
                rows.text(key, plan.label(key, value));
              }
            });
  }

  private static void cell(Rows rows, String column, Object value) {
    if (value instanceof Double number) {
      rows.number(column, number);
    } else if (value instanceof Integer count) {
      rows.count(column, count);
    } else if (value != null) {
      rows.text(column, String.valueOf(value));
    }
  }

  /**
   * One row a combination and norm: distance ~ factor eps^slope, over its complete runs; none for
   * fewer than two of them, or a distance of 0.
   */
  public static Table slopes(SweepPlan plan, IntFunction<Optional<TaskRecord>> records) {
    Rows rows = new Rows("Slopes in eps");
    for (int c = 0; c < plan.combinations(); c++) {
      int combination = c;
      slopes(plan, c, records)
          .forEach(
              (norm, fit) -> {
                rows.next();
                keys(rows, plan, combination);
                rows.text("norm", norm)
                    .number("slope", fit.slope())
                    .number("standard error", fit.standardError())
                    .number("factor", fit.factor())
                    .count("points", fit.points());
              });
    }
    return rows.table();
  }

  /** The slopes of a combination, by norm. */
  static Map<String, SlopeFit> slopes(
      SweepPlan plan, int combination, IntFunction<Optional<TaskRecord>> records) {
    Map<String, List<double[]>> points = new LinkedHashMap<>();
    for (int k = 0; k < plan.knudsen().size(); k++) {
      double eps = plan.knudsen().get(k);
      records
          .apply(combination * plan.knudsen().size() + k)
          .filter(TaskRecord::complete)
          .ifPresent(
              record ->
                  distances(record)
                      .forEach(
                          (norm, distance) ->
                              points
                                  .computeIfAbsent(norm, n -> new ArrayList<>())
                                  .add(new double[] {eps, distance})));
    }
    Map<String, SlopeFit> slopes = new LinkedHashMap<>();
    points.forEach(
        (norm, all) -> {
          if (all.size() >= 2 && all.stream().allMatch(point -> point[1] > 0)) {
            slopes.put(
                norm,
                SlopeFit.of(
                    all.stream().mapToDouble(point -> point[0]).toArray(),
                    all.stream().mapToDouble(point -> point[1]).toArray()));
          }
        });
    return slopes;
  }

  /** The largest distances over time, by norm. */
  static Map<String, Double> distances(TaskRecord record) {
    Map<String, Double> all = new LinkedHashMap<>();
    record.row().keySet().stream()
        .filter(column -> column.startsWith(SUP))
        .forEach(column -> all.put(column.substring(SUP.length()), record.number(column)));
    return all;
  }

  /** One row a Knudsen number and distance: the digits that stand when each part is refined. */
  public static Table convergence(Convergence convergence) {
    Rows rows = new Rows("Digits that stand, " + convergence.study());
    for (Convergence.Digits row : convergence.digits()) {
      rows.next()
          .number(EPS, row.knudsen())
          .text("distance", row.which() + " " + row.norm())
          .number("value", row.distance())
          .number("higher degree", row.degree())
          .number("half the step", row.step())
          .number("more points", row.points())
          .number("digits", row.all());
    }
    return rows.table();
  }
}
