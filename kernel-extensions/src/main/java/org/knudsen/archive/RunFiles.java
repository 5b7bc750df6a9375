package org.knudsen.archive;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.knowm.xchart.XYChart;
import org.knudsen.mixture.Mixture;
import org.knudsen.report.PlotFiles;
import org.knudsen.report.RelaxationPlot;
import org.knudsen.report.ResultPlots;
import org.knudsen.report.ResultTables;
import org.knudsen.report.SweepSlopes;
import org.knudsen.run.RunResult;
import org.knudsen.study.SweepResult;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The tables and plots of a run folder. A table without rows and a plot without points has no file.
 */
public final class RunFiles {

  private RunFiles() {}

  /** Writes runs.csv, diagnostics.csv, profiles.csv, slopes.csv and theorem21.csv. */
  static void tables(SweepResult sweep, Path folder) throws IOException {
    csv(ResultTables.runs(sweep), folder.resolve("runs.csv"));
    csv(ResultTables.diagnostics(sweep), folder.resolve("diagnostics.csv"));
    csv(ResultTables.profiles(sweep), folder.resolve("profiles.csv"));
    csv(ResultTables.slopes(sweep), folder.resolve("slopes.csv"));
    csv(ResultTables.theorem21(sweep), folder.resolve("theorem21.csv"));
  }

  /**
   * A table as RFC 4180, UTF-8, lines ended by a line feed. Doubles are written by {@link
   * Double#toString}, so that reading them gives the same double; Tablesaw's own writer spells
   * small ones out.
   */
  static void csv(Table table, Path file) throws IOException {
    if (table.rowCount() == 0) {
      return;
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      line(out, table.columnNames());
      for (int row = 0; row < table.rowCount(); row++) {
        int at = row;
        line(out, table.columns().stream().map(column -> cell(column, at)).toList());
      }
    }
  }

  private static String cell(Column<?> column, int row) {
    return column.isMissing(row) ? "" : String.valueOf(column.get(row));
  }

  private static void line(BufferedWriter out, List<String> cells) throws IOException {
    for (int c = 0; c < cells.size(); c++) {
      String cell = cells.get(c);
      boolean quoted = cell.matches("(?s).*[\",\r\n].*");
      out.append(c == 0 ? "" : ",")
          .append(quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
    }
    out.append('\n');
  }

  /** Writes every plot as PNG and SVG. */
  public static void plots(SweepResult sweep, Path folder) throws IOException {
    for (Map.Entry<String, XYChart> plot : plots(sweep).entrySet()) {
      if (!plot.getValue().getSeriesCollection().isEmpty()) {
        PlotFiles.save(plot.getValue(), folder, plot.getKey());
      }
    }
  }

  private static Map<String, XYChart> plots(SweepResult sweep) {
    Map<String, XYChart> plots = new TreeMap<>();
    plots.put("distance-over-knudsen", ResultPlots.distanceOverKnudsen(sweep));
    for (String norm : SweepSlopes.norms(sweep)) {
      plots.put("distance-over-time-" + norm, ResultPlots.distanceOverTime(sweep, norm));
    }
    plots.put("theorem21-decay", RelaxationPlot.decay(sweep));
    plots.put("relative-entropy", ResultPlots.entropy(sweep));
    Mixture mixture = sweep.settings().mixture();
    // early enough for the deviation to be there, late enough for the initial layer to be gone
    double time = sweep.settings().endTime() / 4;
    for (int i = 0; i < mixture.size(); i++) {
      String name = fileName(mixture.species().get(i).name(), i);
      plots.put("concentration-" + name, ResultPlots.concentrations(sweep, i, time));
      plots.put("flux-" + name, ResultPlots.fluxes(sweep, i, time));
    }
    for (RunResult run : sweep.runs()) {
      plots.put("conserved-eps-" + run.knudsen(), ResultPlots.conservation(sweep, run));
    }
    return plots;
  }

  /** A species' name where it can be part of a file's name on every system, else its number. */
  private static String fileName(String species, int number) {
    return species.matches("[A-Za-z0-9_+-]+") ? number + 1 + "-" + species : "" + (number + 1);
  }
}
