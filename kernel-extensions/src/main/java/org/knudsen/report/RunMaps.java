package org.knudsen.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knudsen.figure.Film;
import org.knudsen.figure.HeatMapPlot;
import org.knudsen.figure.PlotTheme;
import org.knudsen.run.RunResult;
import org.knudsen.run.Variable;
import org.knudsen.torus.Torus;

/** Fields of a run in two dimensions as maps and as a film. */
public final class RunMaps {

  private static final int MILLISECONDS = 150;
  private static final String QUANTITY = "$(c \u2212 c_\u221e) / \u03b5$";

  private RunMaps() {}

  /**
   * The concentration deviation (c_i - c_i,infinity) / eps of a species at the time kept that is
   * nearest to one, and as arrows its flux c_i u_i / eps.
   *
   * @throws IllegalArgumentException for a run that has no field in two dimensions
   */
  public static HeatMapPlot concentration(RunResult run, int species, double time) {
    return concentrationAt(run, species, run.variable("concentration").nearest(time));
  }

  /** The same at several times, side by side on one scale. */
  public static IChart concentrations(RunResult run, int species, double... times) {
    return HeatMapPlot.row(
        "Concentration over time",
        Arrays.stream(times)
            .mapToObj(time -> concentration(run, species, time))
            .toArray(HeatMapPlot[]::new));
  }

  /** The same at every time kept, one after another on one scale. */
  public static Film film(RunResult run, int species) {
    int kept = run.variable("concentration").times().length;
    List<HeatMapPlot> maps =
        IntStream.range(0, kept).mapToObj(k -> concentrationAt(run, species, k)).toList();
    return new Film(name(run, species), HeatMapPlot.onOneScale(maps), MILLISECONDS);
  }

  private static String name(RunResult run, int species) {
    String name = run.variable("concentration").dimension("species").labels().get(species);
    return PlotTheme.text(name) + ", " + ResultPlots.name(run);
  }

  private static HeatMapPlot concentrationAt(RunResult run, int species, int kept) {
    Variable concentration = run.variable("concentration");
    List<String> axes =
        concentration.dimensions().stream().map(d -> d.name()).filter("xyz"::contains).toList();
    if (axes.size() != 2) {
      throw new IllegalArgumentException(
          "concentration over " + axes + "; a map needs a run in two dimensions");
    }
    Torus torus = new Torus(2, concentration.dimension("x").size());
    int all = concentration.dimension("species").size();
    double rest = run.variable("equilibriumConcentration").values()[species];
    double[] c = concentration.at(kept);
    double[] flux = run.variable("flux").at(kept);
    double[] deviation = new double[torus.cells()];
    double[][] flow = new double[2][torus.cells()];
    for (int cell = 0; cell < torus.cells(); cell++) {
      int at = cell * all + species;
      deviation[cell] = (c[at] - rest) / run.knudsen();
      flow[0][cell] = flux[2 * at] / run.knudsen();
      flow[1][cell] = flux[2 * at + 1] / run.knudsen();
    }
    String time = ResultPlots.at(concentration.times()[kept]);
    return HeatMapPlot.onTorus(name(run, species) + time, torus, deviation)
        .signed(QUANTITY)
        .withArrows(torus, flow[0], flow[1]);
  }
}
