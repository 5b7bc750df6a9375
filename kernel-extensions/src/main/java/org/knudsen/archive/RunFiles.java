package org.knudsen.archive;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knudsen.figure.PlotOutput;
import org.knudsen.report.ResultPlots;
import org.knudsen.report.ResultTables;
import org.knudsen.run.Cancellation;
import org.knudsen.run.RunResult;
import org.knudsen.study.SweepResult;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The tables and plots of a run folder. A table without rows and a plot without points has no file.
 */
public final class RunFiles {

  /** A person does not read more rows of fields; results.h5 has them all. */
  private static final long MOST_ROWS = 50_000;

  private static final int ROWS_AT_ONCE = 10_000;

  private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

  private RunFiles() {}

  /** Loads the library of tables, which takes long: nobody who stops a run waits for it then. */
  static void prepare() {
    ResultTables.diagnostics();
  }

  /**
   * Writes runs.csv, diagnostics.csv, slopes.csv and theorem21.csv, and profiles.csv unless it had
   * more than {@value #MOST_ROWS} rows. What a run took is in the manifest, so that the same run
   * gives the same files.
   */
  static void tables(SweepResult sweep, Path folder) {
    csv(ResultTables.runs(sweep).removeColumns(ResultTables.WALL_TIME), folder.resolve("runs.csv"));
    csv(ResultTables.diagnostics(sweep), folder.resolve("diagnostics.csv"));
    if (ResultTables.profileRows(sweep) <= MOST_ROWS) {
      csv(ResultTables.profiles(sweep), folder.resolve("profiles.csv"));
    }
    csv(ResultTables.slopes(sweep), folder.resolve("slopes.csv"));
    csv(ResultTables.theorem21(sweep), folder.resolve("theorem21.csv"));
  }

  /**
   * A table as RFC 4180, UTF-8, lines ended by a line feed. Doubles are written by {@link
   * Double#toString}, so that reading them gives the same double; Tablesaw's own writer spells
   * small ones out.
   */
  public static void csv(Table table, Path file) {
    if (table.rowCount() > 0) {
      FileWriting.to(file, () -> rows(table, file));
    }
  }

  private static void rows(Table table, Path file) throws IOException {
    List<Column<?>> columns = table.columns();
    int rows = table.rowCount();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.append(line(columns, column -> quoted(column.name())));
      // the digits of doubles take the time, and whoever stopped a run waits for them
      for (int from = 0; from < rows; from += ROWS_AT_ONCE) {
        for (String line :
            IntStream.range(from, Math.min(rows, from + ROWS_AT_ONCE))
                .parallel()
                .mapToObj(row -> line(columns, column -> cell(column, row)))
                .toList()) {
          out.append(line);
        }
      }
    }
  }

  private static String line(List<Column<?>> columns, Function<Column<?>, String> cell) {
    return columns.stream().map(cell).collect(Collectors.joining(",", "", "\n"));
  }

  private static String cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return "";
    }
    return column instanceof DoubleColumn numbers
        ? Double.toString(numbers.getDouble(row))
        : quoted(String.valueOf(column.get(row)));
  }

  private static String quoted(String cell) {
    return QUOTED.matcher(cell).find() ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }

  /**
   * Writes every plot.
   *
   * @param stop asked before each plot; once requested, no more are drawn
   */
  public static void plots(SweepResult sweep, Path folder, PlotOutput output, Cancellation stop) {
    if (output.formats().isEmpty() || stop.requested()) {
      return;
    }
    for (Map.Entry<String, XYChart> plot : plots(sweep).entrySet()) {
      if (!plot.getValue().getSeriesCollection().isEmpty() && !stop.requested()) {
        FileWriting.to(
            folder.resolve(plot.getKey()),
            () -> output.save(plot.getValue(), folder, plot.getKey()));
      }
    }
  }

  private static Map<String, XYChart> plots(SweepResult sweep) {
    Map<String, XYChart> plots = new TreeMap<>();
    plots.put("distance-over-knudsen", ResultPlots.distanceOverKnudsen(sweep));
    plots.put("theorem21-decay", ResultPlots.decay(sweep));
    for (String name : ResultPlots.overTime(sweep)) {
      plots.put(name.replace('/', '-') + "-over-time", ResultPlots.overTime(sweep, name));
    }
    for (RunResult run : sweep.runs()) {
      if (run.has("drift/mass")) {
        plots.put("conserved-eps-" + run.knudsen(), ResultPlots.conservation(run));
      }
    }
    List<String> species = ResultPlots.species(sweep);
    for (int i = 0; i < species.size(); i++) {
      // early enough for the deviation to be there, late enough for the initial layer to be gone
      double time = ResultPlots.endTime(sweep) / 4;
      String name = fileName(species.get(i), i);
      plots.put("concentration-" + name, ResultPlots.concentrations(sweep, i, time));
      plots.put("flux-" + name, ResultPlots.fluxes(sweep, i, time));
    }
    return plots;
  }

  /** A species' name where it can be part of a file's name on every system, else its number. */
  private static String fileName(String species, int number) {
    return species.matches("[A-Za-z0-9_+-]+") ? number + 1 + "-" + species : "" + (number + 1);
  }
}
