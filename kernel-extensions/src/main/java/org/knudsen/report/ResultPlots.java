package org.knudsen.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knudsen.collision.Spectrum;
import org.knudsen.mixture.Mixture;
import org.knudsen.run.Observation;
import org.knudsen.run.Profile;
import org.knudsen.run.RunResult;
import org.knudsen.run.SlopeFit;
import org.knudsen.study.SweepResult;
import org.knudsen.torus.Torus;

/**
 * Results as plots, which a notebook shows and {@link PlotFiles} saves. Only what was computed is
 * drawn: points are not smoothed, and lines join neighbouring times or cells.
 *
 * <p>On a logarithmic axis a value of exactly 0 has no place. Distances of 0 (at time 0, where F =
 * M^eps by definition) are left out, and so are entropies that do not exist because F is negative
 * somewhere, which the legend says; drifts of 0 are drawn a decade below the smallest other one,
 * and the axis says where.
 */
public final class ResultPlots {

  /** Where drifts are drawn that are all 0: below the round-off of a double near 1. */
  private static final double LOWEST = 1e-18;

  private static final String EPS = "\u03b5";
  private static final String F = "F\u1d4b";
  private static final String DISTANCE = "\u2016" + F + " \u2212 M\u1d4b\u2016";

  /** What a title says of markers and lines. */
  private static final String KEY = " (markers: " + F + ", lines: fluid limit)";

  private ResultPlots() {}

  /**
   * The largest distance over time against eps, log-log, a colour a sweep and a marker a norm, with
   * the fitted line and its slope in the legend where there is one.
   */
  public static XYChart distanceOverKnudsen(SweepResult... sweeps) {
    XYChart chart =
        PlotTheme.chart(
            "Distance to the local Maxwellian",
            "Knudsen number " + EPS,
            "largest " + DISTANCE + " over time");
    List<String> names = SweepNames.of(sweeps);
    for (int s = 0; s < sweeps.length; s++) {
      int shape = 0;
      Map<String, SlopeFit> slopes = SweepSlopes.of(sweeps[s]);
      Set<String> norms = SweepSlopes.norms(sweeps[s]);
      for (String norm : norms) {
        int colour = sweeps.length > 1 ? s : shape;
        String name = (sweeps.length > 1 ? names.get(s) + ", " : "") + symbol(norm);
        Points points = new Points();
        for (RunResult run : sweeps[s].runs()) {
          Double value = run.supDistance().get(norm);
          if (value != null && value > 0) {
            points.add(run.knudsen(), value);
          }
        }
        if (points.isEmpty()) {
          continue;
        }
        XYSeries series = points.series(chart, name);
        PlotTheme.markers(series, colour, shape);
        SlopeFit fit = slopes.get(norm);
        if (fit != null) {
          Points line = new Points();
          for (double eps : new double[] {points.smallestX(), points.largestX()}) {
            line.add(eps, fit.factor() * Math.pow(eps, fit.slope()));
          }
          XYSeries fitted = line.series(chart, "  " + slope(fit) + " (" + name + ")");
          fitted.setLabel("  " + slope(fit));
          (shape == 0 ? LINE : DASHES).draw(fitted, colour);
        }
        shape++;
      }
    }
    logarithmic(chart, true);
    return chart;
  }

  private static String slope(SlopeFit fit) {
    String error =
        Double.isFinite(fit.standardError())
            ? " \u00b1 " + PlotTheme.power(oneDigit(fit.standardError()))
            : "";
    return String.format(Locale.ROOT, "slope %.3f", fit.slope()) + error;
  }

  private static double oneDigit(double value) {
    return new java.math.BigDecimal(value).round(new java.math.MathContext(1)).doubleValue();
  }

  /**
   * Distance against time, a line a Knudsen number, the distance on a logarithmic axis.
   *
   * @param norm "L2" or "H1eps"
   */
  public static XYChart distanceOverTime(SweepResult sweep, String norm) {
    return overTime(
        sweep,
        "Distance to the local Maxwellian, " + symbol(norm),
        DISTANCE,
        at -> at.distance().getOrDefault(norm, Double.NaN));
  }

  /**
   * Distance divided by eps^power against time, both axes linear, a line a Knudsen number: where
   * the distance is of that order, the lines fall onto one another.
   *
   * @param norm "L2" or "H1eps"
   * @param power at least 1
   */
  public static XYChart scaledDistance(SweepResult sweep, String norm, int power) {
    String order = EPS + (power == 1 ? "" : PlotTheme.raised(power));
    XYChart chart =
        PlotTheme.chart(
            "Distance divided by " + order + ", " + symbol(norm),
            "time t",
            DISTANCE + " / " + order);
    int number = 0;
    for (RunResult run : sweep.runs()) {
      Points points = new Points();
      for (Observation at : run.observations()) {
        double value = at.distance().getOrDefault(norm, Double.NaN);
        if (Double.isFinite(value)) {
          points.add(at.time(), value / Math.pow(run.knudsen(), power));
        }
      }
      if (!points.isEmpty()) {
        PlotTheme.line(points.series(chart, name(run)), number);
      }
      number++;
    }
    return chart;
  }

  /**
   * Lays a dashed black line over a plot: what a theory predicts, say.
   *
   * @param name its name in the legend
   */
  public static void addLine(XYChart chart, String name, double[] x, double[] y) {
    PlotTheme.dashes(chart.addSeries(name, x, y), PlotTheme.BLACK);
  }

  /** Relative entropy H(F | mu) against time, a line a Knudsen number, logarithmic. */
  public static XYChart entropy(SweepResult sweep) {
    return overTime(
        sweep,
        "Decay of the relative entropy",
        "H(" + F + " | \u03bc)",
        Observation::relativeEntropy);
  }

  private static XYChart overTime(
      SweepResult sweep, String title, String y, ToDoubleFunction<Observation> quantity) {
    XYChart chart = PlotTheme.chart(title, "time t", y);
    int number = 0;
    for (RunResult run : sweep.runs()) {
      boolean gaps = false;
      Points points = new Points();
      for (Observation at : run.observations()) {
        double value = quantity.applyAsDouble(at);
        if (value > 0 && Double.isFinite(value)) {
          points.add(at.time(), value);
        }
        gaps |= Double.isNaN(value);
      }
      if (!points.isEmpty()) {
        String name = name(run) + (gaps ? " (not where F < 0)" : "");
        PlotTheme.line(points.series(chart, name), number);
      }
      number++;
    }
    logarithmic(chart, false);
    return chart;
  }

  /** Makes the y axis, or both, logarithmic, for what has been added to the chart. */
  private static void logarithmic(XYChart chart, boolean both) {
    double[] x = {Double.POSITIVE_INFINITY, 0};
    double[] y = {Double.POSITIVE_INFINITY, 0};
    for (XYSeries series : chart.getSeriesCollection()) {
      x[0] = Math.min(x[0], series.getXMin());
      x[1] = Math.max(x[1], series.getXMax());
      y[0] = Math.min(y[0], series.getYMin());
      y[1] = Math.max(y[1], series.getYMax());
    }
    PlotTheme.logarithmicY(chart, y[0], y[1]);
    if (both) {
      PlotTheme.logarithmicX(chart, x[0], x[1]);
    }
  }

  /**
   * Concentration deviations (c_i - c_i,infinity) / eps of one species against x at the time kept
   * that is nearest to the one asked for: markers for F^eps, lines for the fluid limit, a colour a
   * Knudsen number. In more than one dimension, along the first axis through the first cell.
   *
   * @param species index i
   */
  public static XYChart concentrations(SweepResult sweep, int species, double time) {
    Mixture mixture = sweep.settings().mixture();
    double rest = mixture.concentration(species);
    return profiles(
        sweep,
        time,
        "Concentration of " + mixture.species().get(species).name(),
        "(c \u2212 c\u221e) / " + EPS,
        (run, profile, at) -> (profile.concentration()[at] - rest) / run.knudsen(),
        (run, profile, at) -> (profile.fluidConcentration()[at] - rest) / run.knudsen(),
        species);
  }

  /** Fluxes c_i u_i / eps of one species against x; see {@link #concentrations}. */
  public static XYChart fluxes(SweepResult sweep, int species, double time) {
    return profiles(
        sweep,
        time,
        "Flux of " + sweep.settings().mixture().species().get(species).name(),
        "c u / " + EPS,
        (run, profile, at) -> profile.flux()[at] / run.knudsen(),
        (run, profile, at) -> profile.fluidFlux()[at] / run.knudsen(),
        species);
  }

  /**
   * Concentration deviations (c_i - c_i,infinity) / eps of all species of one run against x:
   * markers for F^eps, lines for the fluid limit, a colour a species.
   */
  public static XYChart concentrations(SweepResult sweep, RunResult run, double time) {
    Mixture mixture = sweep.settings().mixture();
    Profile profile = nearest(run, time);
    XYChart chart =
        PlotTheme.chart(
            "Concentrations, " + name(run) + at(profile.time()) + KEY,
            "x",
            "(c \u2212 c\u221e) / " + EPS);
    Torus torus = sweep.settings().torus();
    for (int i = 0; i < mixture.size(); i++) {
      double rest = mixture.concentration(i);
      String name = mixture.species().get(i).name();
      pair(
          chart,
          torus,
          profile,
          i,
          at -> (profile.concentration()[at] - rest) / run.knudsen(),
          at -> (profile.fluidConcentration()[at] - rest) / run.knudsen(),
          name,
          i);
    }
    return chart;
  }

  private interface Cell {
    double value(RunResult run, Profile profile, int at);
  }

  private static XYChart profiles(
      SweepResult sweep,
      double time,
      String title,
      String y,
      Cell kinetic,
      Cell fluid,
      int species) {
    List<RunResult> runs = sweep.runs().stream().filter(run -> !run.profiles().isEmpty()).toList();
    double shown = runs.isEmpty() ? time : nearest(runs.get(0), time).time();
    XYChart chart = PlotTheme.chart(title + at(shown) + KEY, "x", y);
    Torus torus = sweep.settings().torus();
    for (int number = 0; number < runs.size(); number++) {
      RunResult run = runs.get(number);
      Profile profile = nearest(run, time);
      String late = profile.time() == shown ? "" : at(profile.time());
      pair(
          chart,
          torus,
          profile,
          species,
          at -> kinetic.value(run, profile, at),
          at -> fluid.value(run, profile, at),
          name(run) + late,
          number);
    }
    return chart;
  }

  /** Markers of the kinetic and a line of the fluid values, in one colour. */
  private static void pair(
      XYChart chart,
      Torus torus,
      Profile profile,
      int species,
      java.util.function.IntToDoubleFunction kinetic,
      java.util.function.IntToDoubleFunction fluid,
      String name,
      int colour) {
    Points markers = new Points();
    Points line = new Points();
    for (int cell = 0; cell < torus.points(); cell++) { // the other coordinates are 0
      int at = cell * profile.species() + species;
      markers.add(torus.coordinate(cell, 0), kinetic.applyAsDouble(at));
      line.add(torus.coordinate(cell, 0), fluid.applyAsDouble(at));
    }
    XYSeries limit = line.series(chart, "fluid limit, " + name);
    PlotTheme.line(limit, colour);
    limit.setShowInLegend(false);
    PlotTheme.markers(markers.series(chart, name), colour, colour);
  }

  /**
   * The drift of the conserved quantities of one run against time: the mass of each species,
   * momentum, energy; relative, on a logarithmic axis that says where zero is drawn.
   */
  public static XYChart conservation(SweepResult sweep, RunResult run) {
    Mixture mixture = sweep.settings().mixture();
    List<String> names = new ArrayList<>();
    List<ToDoubleFunction<Observation>> drifts = new ArrayList<>();
    for (int i = 0; i < mixture.size(); i++) {
      int species = i;
      names.add("mass of " + mixture.species().get(i).name());
      drifts.add(at -> at.drift().mass().get(species));
    }
    names.add("momentum");
    drifts.add(at -> at.drift().momentum());
    names.add("energy");
    drifts.add(at -> at.drift().energy());
    boolean zero = false;
    double smallest = Double.POSITIVE_INFINITY;
    for (ToDoubleFunction<Observation> drift : drifts) {
      for (Observation at : run.observations()) {
        double value = drift.applyAsDouble(at);
        zero |= value == 0;
        smallest = value > 0 ? Math.min(smallest, value) : smallest;
      }
    }
    double floor =
        smallest < Double.POSITIVE_INFINITY
            ? Math.pow(10, Math.floor(Math.log10(smallest)) - 1)
            : LOWEST;
    XYChart chart =
        PlotTheme.chart(
            "Conserved quantities, " + name(run),
            "time t",
            "relative drift" + (zero ? " (0 drawn at " + PlotTheme.power(floor) + ")" : ""));
    for (int q = 0; q < names.size(); q++) {
      Points points = new Points();
      for (Observation at : run.observations()) {
        double value = drifts.get(q).applyAsDouble(at);
        if (Double.isFinite(value)) {
          points.add(at.time(), value == 0 ? floor : value);
        }
      }
      if (!points.isEmpty()) {
        PlotTheme.markers(points.series(chart, names.get(q)), q, q);
      }
    }
    logarithmic(chart, false);
    return chart;
  }

  /** The eigenvalues of -L against the harmonic l; those that are zero are left to the tables. */
  public static XYChart spectrum(Spectrum spectrum) {
    XYChart chart =
        PlotTheme.chart(
            "Spectrum of \u2212L, degree " + spectrum.degree(), "harmonic l", "eigenvalue > 0");
    Points points = new Points();
    for (Spectrum.Harmonic harmonic : spectrum.harmonics()) {
      List<Double> values = harmonic.eigenvalues();
      values.subList(harmonic.zeros(), values.size()).forEach(v -> points.add(harmonic.l(), v));
    }
    if (!points.isEmpty()) {
      PlotTheme.markers(points.series(chart, "eigenvalues of \u2212L"), 0, 0);
    }
    logarithmic(chart, false);
    chart.getStyler().setLegendVisible(false);
    return chart;
  }

  private static Profile nearest(RunResult run, double time) {
    return run.profiles().stream()
        .min(Comparator.comparingDouble(profile -> Math.abs(profile.time() - time)))
        .orElseThrow(
            () ->
                new IllegalArgumentException("run at eps = " + run.knudsen() + " kept no profile"));
  }

  static String name(RunResult run) {
    return EPS + " = " + PlotTheme.power(run.knudsen());
  }

  private static String at(double time) {
    return String.format(Locale.ROOT, ", t = %.4g", time).replaceFirst("(\\.\\d*?)0+$", "$1");
  }

  private static String symbol(String norm) {
    return switch (norm) {
      case "L2" -> "L\u00b2";
      case "H1eps" -> "H\u00b9, " + EPS + "-weighted";
      case "H2eps" -> "H\u00b2, " + EPS + "-weighted";
      case "H3eps" -> "H\u00b3, " + EPS + "-weighted";
      default -> norm;
    };
  }

  private interface Pen {
    void draw(XYSeries series, int colour);
  }

  private static final Pen LINE = PlotTheme::line;
  private static final Pen DASHES = PlotTheme::dashes;

  /** Points of a series, in the order added. */
  private static final class Points {
    private final List<double[]> points = new ArrayList<>();

    void add(double x, double y) {
      points.add(new double[] {x, y});
    }

    boolean isEmpty() {
      return points.isEmpty();
    }

    double smallestX() {
      return Arrays.stream(column(0)).min().orElseThrow();
    }

    double largestX() {
      return Arrays.stream(column(0)).max().orElseThrow();
    }

    XYSeries series(XYChart chart, String name) {
      return chart.addSeries(name, column(0), column(1));
    }

    private double[] column(int which) {
      return points.stream().mapToDouble(point -> point[which]).toArray();
    }
  }
}
