package org.knudsen.report;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knudsen.figure.PlotFiles;
import org.knudsen.figure.PlotTheme;
import org.knudsen.figure.Thinning;
import org.knudsen.run.RunResult;
import org.knudsen.run.SlopeFit;
import org.knudsen.run.Variable;
import org.knudsen.study.SweepResult;

/**
 * Results as plots, which a notebook shows and {@link PlotFiles} saves. Only what was computed is
 * drawn: points are not smoothed, and lines join neighbouring times or cells.
 *
 * <p>On a logarithmic axis a value of exactly 0 has no place. Distances of 0 (at time 0, where F =
 * M^eps by definition) are left out, and so is what is not a number, which the legend says; drifts
 * of 0 are drawn a decade below the smallest other one, and the axis says where.
 */
public final class ResultPlots {

  /** Where drifts are drawn that are all 0: below the round-off of a double near 1. */
  private static final double LOWEST = 1e-18;

  private static final String EPS = "\u03b5";
  private static final String F = "F\u1d4b";
  private static final String DISTANCE = "$\u2016" + F + " \u2212 M\u1d4b\u2016$";

  /** What a title says of markers and lines. */
  private static final String KEY = " (markers: $" + F + "$, lines: fluid limit)";

  private ResultPlots() {}

  /**
   * The largest distance over time against eps, log-log, a colour a sweep and a marker a norm, with
   * the fitted line and its slope in the legend where there is one.
   */
  public static XYChart distanceOverKnudsen(SweepResult... sweeps) {
    XYChart chart = distanceOver("Knudsen number " + EPS);
    List<String> names = SweepNames.of(sweeps);
    for (int s = 0; s < sweeps.length; s++) {
      int shape = 0;
      Map<String, SlopeFit> slopes = sweeps[s].slopes();
      for (String norm : sweeps[s].norms()) {
        int colour = sweeps.length > 1 ? s : shape;
        String name = (sweeps.length > 1 ? PlotTheme.text(names.get(s)) + ", " : "") + symbol(norm);
        List<RunResult> runs =
            sweeps[s].runs().stream()
                .filter(run -> run.supDistance().getOrDefault(norm, 0.0) > 0)
                .toList();
        if (runs.isEmpty()) {
          continue;
        }
        double[] all = runs.stream().mapToDouble(RunResult::knudsen).toArray();
        double[] sup = runs.stream().mapToDouble(run -> run.supDistance().get(norm)).toArray();
        PlotTheme.markers(chart.addSeries(name, all, sup), colour, shape);
        SlopeFit fit = slopes.get(norm);
        if (fit != null) {
          DoubleSummaryStatistics range = Arrays.stream(all).summaryStatistics();
          double[] ends = {range.getMin(), range.getMax()};
          XYSeries fitted =
              chart.addSeries(
                  "  " + slope(fit) + " (" + name + ")",
                  ends,
                  drawn(ends, eps -> fit.factor() * Math.pow(eps, fit.slope())));
          fitted.setLabel("  " + slope(fit));
          if (shape == 0) {
            PlotTheme.line(fitted, colour);
          } else {
            PlotTheme.dashes(fitted, colour);
          }
        }
        shape++;
      }
    }
    chart.getStyler().setXAxisLogarithmic(true);
    return chart;
  }

  /** An empty chart of the largest distance over time, over something. */
  public static XYChart distanceOver(String what) {
    XYChart chart =
        PlotTheme.chart(
            "Distance to the local Maxwellian", what, "largest " + DISTANCE + " over time");
    chart.getStyler().setYAxisLogarithmic(true);
    return chart;
  }

  /** Adds a curve with a marker at each point. */
  public static void addCurve(XYChart chart, String name, double[] x, double[] y) {
    int number = chart.getSeriesCollection().size() / 2;
    PlotTheme.line(chart.addSeries(PlotTheme.text(name), x, y), number);
    XYSeries markers = chart.addSeries("  " + PlotTheme.text(name), x, y);
    PlotTheme.markers(markers, number, number);
    markers.setShowInLegend(false);
  }

  private static String slope(SlopeFit fit) {
    String error =
        Double.isFinite(fit.standardError())
            ? " \u00b1 " + PlotTheme.power(PlotTheme.rounded(fit.standardError(), 1))
            : "";
    return String.format(Locale.ROOT, "slope %.3f", fit.slope()) + error;
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
            "time $t$",
            DISTANCE + " / " + order);
    int number = 0;
    for (RunResult run : sweep.runs()) {
      if (run.norms().contains(norm)) {
        double scale = Math.pow(run.knudsen(), power);
        double[] scaled = drawn(run.distance(norm), value -> value / scale);
        line(chart, name(sweep, run), run.times(), scaled, number);
      }
      number++;
    }
    return chart;
  }

  /** Lays a dashed black line over a plot: what a theory predicts, say. */
  public static void addLine(XYChart chart, String name, double[] x, double[] y) {
    PlotTheme.dashes(chart.addSeries(name, x, y), PlotTheme.BLACK);
  }

  /** The names of what a sweep has measured at every observation, and can be drawn over time. */
  public static Set<String> overTime(SweepResult sweep) {
    Set<String> names = new LinkedHashSet<>();
    for (RunResult run : sweep.runs()) {
      for (Variable variable : run.variables().values()) {
        boolean number = variable.dimensions().size() == 1 && variable.inTime();
        // defects are drawn together, by conservation()
        if (number && !variable.name().matches("(drift|theorem21)/.*")) {
          names.add(variable.name());
        }
      }
    }
    return names;
  }

  /**
   * A number against time, a line a Knudsen number: on a logarithmic axis where all values are
   * positive, or 0 (which has no place there) at some times, and span a decade.
   *
   * @param name of a variable, "distance/L2" for instance
   */
  public static XYChart overTime(SweepResult sweep, String name) {
    List<RunResult> runs = sweep.runs().stream().filter(run -> run.has(name)).toList();
    String title = runs.isEmpty() ? name : runs.get(0).variable(name).quantity().longName();
    double[] all = runs.stream().flatMapToDouble(run -> Arrays.stream(run.values(name))).toArray();
    boolean logarithmic =
        Arrays.stream(all).noneMatch(value -> value < 0)
            && Arrays.stream(all).max().orElse(0) > 10 * leastPositive(all);
    XYChart chart = PlotTheme.chart(sentence(title) + " over time", "time $t$", title);
    int number = 0;
    for (RunResult run : sweep.runs()) {
      if (run.has(name)) {
        double[] values =
            drawn(run.values(name), value -> logarithmic && value == 0 ? Double.NaN : value);
        boolean gaps = Arrays.stream(run.values(name)).anyMatch(Double::isNaN);
        String label = name(sweep, run) + (gaps ? " (blank where it means nothing)" : "");
        line(chart, label, run.times(), values, number);
      }
      number++;
    }
    if (logarithmic) {
      chart.getStyler().setYAxisLogarithmic(true);
    }
    return chart;
  }

  /** Infinite where there is none. */
  private static double leastPositive(double[] values) {
    return Arrays.stream(values).filter(v -> v > 0).min().orElse(Double.POSITIVE_INFINITY);
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /**
   * Theorem 2.1: the logarithm of the norm of the concentration deviation over its first value
   * against time, a line a Knudsen number, and dashed the decay that linear theory predicts for
   * small data without drift. Empty for a fluid limit that the theorem is not about.
   */
  public static XYChart decay(SweepResult sweep) {
    XYChart chart =
        PlotTheme.chart(
            "Theorem 2.1: decay of the fluid solution",
            "time $t$",
            "ln $( \u2016c\u0303(t)\u2016 / \u2016c\u0303(0)\u2016 )$");
    double end = 0;
    double rate = 0;
    for (int number = 0; number < sweep.runs().size(); number++) {
      RunResult run = sweep.runs().get(number);
      if (!run.has("theorem21/measuredRate")) {
        continue;
      }
      double[] norm = run.values("theorem21/concentrationNorm");
      // the first is positive; a norm of exactly 0, after long times, has no logarithm
      double[] decay = drawn(norm, value -> value > 0 ? Math.log(value / norm[0]) : Double.NaN);
      int order = (int) run.variable("theorem21/order").value();
      line(chart, name(sweep, run) + ", H" + PlotTheme.raised(order), run.times(), decay, number);
      double last = run.times()[run.times().length - 1];
      if (last > end) {
        end = last;
        rate = run.variable("theorem21/predictedRate").value();
      }
    }
    if (end > 0) {
      addLine(chart, "predicted, no drift", new double[] {0, end}, new double[] {0, -rate * end});
    }
    return chart;
  }

  /** The species of a sweep. */
  public static List<String> species(SweepResult sweep) {
    return kept(sweep).stream()
        .findFirst()
        .map(run -> run.variable("concentration").dimension("species").labels())
        .orElse(List.of());
  }

  /** The last time kept of any run. */
  public static double endTime(SweepResult sweep) {
    return kept(sweep).stream()
        .map(run -> run.variable("concentration").dimensions().get(0).coordinates())
        .mapToDouble(times -> times[times.length - 1])
        .max()
        .orElse(0);
  }

  private static List<RunResult> kept(SweepResult sweep) {
    return sweep.runs().stream().filter(run -> run.has("concentration")).toList();
  }

  /**
   * Concentration deviations (c_i - c_i,infinity) / eps of the species i against x at the time kept
   * that is nearest to the one asked for: markers for F^eps, lines for the fluid limit, a colour a
   * Knudsen number. In more than one dimension, along the first axis through the first cell.
   */
  public static XYChart concentrations(SweepResult sweep, int species, double time) {
    return profiles(sweep, time, "Concentration of ", CONCENTRATION, species);
  }

  /** Fluxes c_i u_i / eps of one species along the first axis; see {@link #concentrations}. */
  public static XYChart fluxes(SweepResult sweep, int species, double time) {
    return profiles(sweep, time, "Flux of ", FLUX, species);
  }

  /**
   * Concentration deviations (c_i - c_i,infinity) / eps of all species of one run against x:
   * markers for F^eps, lines for the fluid limit, a colour a species.
   */
  public static XYChart concentrations(RunResult run, double time) {
    Slice slice = new Slice(run, time);
    XYChart chart =
        PlotTheme.chart(
            "Concentrations, " + name(run) + at(slice.time()) + KEY, "$x$", CONCENTRATION.axis());
    List<String> names = run.variable("concentration").dimension("species").labels();
    for (int i = 0; i < names.size(); i++) {
      pair(chart, slice, CONCENTRATION, i, PlotTheme.text(names.get(i)), i);
    }
    return chart;
  }

  /**
   * A field of both solutions, divided by eps.
   *
   * @param kinetic its variable, and that of the fluid limit
   * @param rest whether the equilibrium concentration is taken away
   */
  private record Field(String kinetic, String fluid, String axis, boolean rest) {}

  private static final Field CONCENTRATION =
      new Field("concentration", "fluidConcentration", "$(c \u2212 c_\u221e) / " + EPS + "$", true);
  private static final Field FLUX = new Field("flux", "fluidFlux", "$c u / " + EPS + "$", false);

  /** Fields of a run along the first axis, at the time kept that is nearest to one. */
  private record Slice(RunResult run, int kept) {

    Slice(RunResult run, double time) {
      this(run, run.variable("concentration").nearest(time));
    }

    double time() {
      return run.variable("concentration").dimensions().get(0).coordinates()[kept];
    }

    double[] x() {
      return run.variable("concentration").dimension("x").coordinates();
    }

    /** Values along x, which runs fastest of the axes; the other coordinates are 0. */
    double[] values(String name, int species, double rest) {
      Variable variable = run.variable(name);
      double[] all = variable.at(kept);
      int inner = variable.dimension("species").size();
      int vector = name.endsWith("lux") ? variable.dimension("axis").size() : 1;
      double[] out = new double[x().length];
      for (int cell = 0; cell < out.length; cell++) {
        out[cell] = (all[(cell * inner + species) * vector] - rest) / run.knudsen();
      }
      return out;
    }
  }

  private static XYChart profiles(
      SweepResult sweep, double time, String title, Field field, int species) {
    List<RunResult> runs = kept(sweep);
    double shown = runs.isEmpty() ? time : new Slice(runs.get(0), time).time();
    String name = runs.isEmpty() ? "species " + species : species(sweep).get(species);
    XYChart chart =
        PlotTheme.chart(title + PlotTheme.text(name) + at(shown) + KEY, "$x$", field.axis());
    for (int number = 0; number < runs.size(); number++) {
      Slice slice = new Slice(runs.get(number), time);
      String late = slice.time() == shown ? "" : at(slice.time());
      pair(chart, slice, field, species, name(sweep, runs.get(number)) + late, number);
    }
    return chart;
  }

  /** Markers of the kinetic and a line of the fluid values, in one colour. */
  private static void pair(
      XYChart chart, Slice slice, Field field, int species, String name, int colour) {
    double rest = field.rest() ? slice.run().values("equilibriumConcentration")[species] : 0;
    double[] fluid = slice.values(field.fluid(), species, rest);
    XYSeries limit = chart.addSeries("fluid limit, " + name, slice.x(), fluid);
    PlotTheme.line(limit, colour);
    limit.setShowInLegend(false);
    double[] kinetic = slice.values(field.kinetic(), species, rest);
    PlotTheme.markers(chart.addSeries(name, slice.x(), kinetic), colour, colour);
  }

  /**
   * The drift of the conserved quantities of one run against time: the mass of each species,
   * momentum, energy; relative, on a logarithmic axis that says where zero is drawn.
   */
  public static XYChart conservation(RunResult run) {
    Map<String, double[]> drifts = new LinkedHashMap<>();
    Variable mass = run.variable("drift/mass");
    List<String> species = mass.dimension("species").labels();
    for (int i = 0; i < species.size(); i++) {
      double[] own = new double[run.times().length];
      for (int t = 0; t < own.length; t++) {
        own[t] = mass.values()[t * species.size() + i];
      }
      drifts.put("mass of " + PlotTheme.text(species.get(i)), own);
    }
    drifts.put("momentum", run.values("drift/momentum"));
    drifts.put("energy", run.values("drift/energy"));
    double[] all = drifts.values().stream().flatMapToDouble(Arrays::stream).toArray();
    boolean zero = Arrays.stream(all).anyMatch(value -> value == 0);
    double smallest = leastPositive(all);
    double floor =
        smallest < Double.POSITIVE_INFINITY
            ? Math.pow(10, Math.floor(Math.log10(smallest)) - 1)
            : LOWEST;
    XYChart chart =
        PlotTheme.chart(
            "Conserved quantities, " + name(run),
            "time $t$",
            "relative drift" + (zero ? " (0 drawn at " + PlotTheme.power(floor) + ")" : ""));
    int number = 0;
    for (Map.Entry<String, double[]> drift : drifts.entrySet()) {
      double[] shown = drawn(drift.getValue(), value -> value == 0 ? floor : value);
      int shape = number++;
      series(chart, drift.getKey(), run.times(), shown)
          .ifPresent(series -> PlotTheme.markers(series, shape, shape));
    }
    chart.getStyler().setYAxisLogarithmic(true);
    return chart;
  }

  /** With as many digits of eps as tell the runs of a sweep apart; those of one eps by number. */
  private static String name(SweepResult sweep, RunResult run) {
    String brief = name(run);
    if (sweep.runs().stream().filter(other -> name(other).equals(brief)).count() == 1) {
      return brief;
    }
    List<RunResult> same =
        sweep.runs().stream().filter(other -> other.knudsen() == run.knudsen()).toList();
    return EPS
        + " = "
        + run.knudsen()
        + (same.size() == 1 ? "" : " (" + (same.indexOf(run) + 1) + ")");
  }

  static String name(RunResult run) {
    return EPS + " = " + PlotTheme.power(run.knudsen());
  }

  static String at(double time) {
    return String.format(Locale.ROOT, ", $t$ = %.4g", time).replaceFirst("(\\.\\d*?)0+$", "$1");
  }

  private static String symbol(String norm) {
    return switch (norm) {
      case "L2" -> "L\u00b2";
      case "H1eps", "H2eps", "H3eps" ->
          "H" + PlotTheme.raised(norm.charAt(1) - '0') + ", " + EPS + "-weighted";
      default -> norm;
    };
  }

  /** Values as they are drawn; one that becomes not finite leaves a gap. */
  private static double[] drawn(double[] values, DoubleUnaryOperator map) {
    return Arrays.stream(values).map(map).toArray();
  }

  private static void line(XYChart chart, String name, double[] x, double[] y, int colour) {
    series(chart, name, x, y).ifPresent(series -> PlotTheme.line(series, colour));
  }

  /** The points whose y is finite, as many as a picture can show, and gaps; no series for none. */
  private static Optional<XYSeries> series(XYChart chart, String name, double[] x, double[] y) {
    int[] finite = IntStream.range(0, x.length).filter(p -> Double.isFinite(y[p])).toArray();
    if (finite.length == 0) {
      return Optional.empty();
    }
    int[] kept = Thinning.indices(at(finite, x), at(finite, y));
    IntStream.Builder points = IntStream.builder();
    for (int k = 0; k < kept.length; k++) {
      int before = k == 0 ? -1 : finite[kept[k - 1]];
      if (k > 0 && finite[kept[k]] - before > kept[k] - kept[k - 1]) {
        int gap = before + 1;
        while (Double.isFinite(y[gap])) {
          gap++; // thinned out
        }
        points.add(gap);
      }
      points.add(finite[kept[k]]);
    }
    int[] shown = points.build().toArray();
    return Optional.of(chart.addSeries(name, at(shown, x), at(shown, y)));
  }

  private static double[] at(int[] points, double[] values) {
    return Arrays.stream(points).mapToDouble(p -> values[p]).toArray();
  }
}
