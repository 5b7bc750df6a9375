package org.knudsen.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knudsen.collision.LinearizedHarmonics;
import org.knudsen.collision.Spectrum;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.fluid.MaxwellStefanCoefficients;
import org.knudsen.kernel.Hypotheses;
import org.knudsen.mixture.Mixture;
import org.knudsen.run.Dimension;
import org.knudsen.run.Measurement;
import org.knudsen.run.RunResult;
import org.knudsen.run.SlopeFit;
import org.knudsen.run.Variable;
import org.knudsen.study.SweepResult;
import tech.tablesaw.api.Table;

/**
 * Results as tables: every variable of a result under its name. Everything is nondimensional but
 * wall time, which is in seconds and says so. A quantity that was not measured, or is not a number,
 * is a missing value. Several sweeps in one table are told apart by a first column: the collision
 * kernel, or where that is the same the study.
 */
public final class ResultTables {

  /** The column of {@link #runs} that another run of the same study has differently. */
  public static final String WALL_TIME = "wall time [s]";

  private static final String EPS = "eps";
  private static final String THEOREM = "theorem21/";
  private static final Measurement.When KEPT = Measurement.When.KEPT;

  private ResultTables() {}

  /**
   * One row a Knudsen number: steps, step size, wall time, what each quantity's summary says of it
   * ("sup distance L2", "end distance L2"), and how the run ended. Theorem 2.1 has a table of its
   * own.
   *
   * @param sweeps one or several, with the same norms and species for a table without gaps
   */
  public static Table runs(SweepResult... sweeps) {
    return perRun("Runs", sweeps, ResultTables::run);
  }

  private static void run(RunResult run, Supplier<Rows> row) {
    Rows rows =
        row.get()
            .number(EPS, run.knudsen())
            .count("steps", run.steps())
            .number("dt", run.dt())
            .number(WALL_TIME, run.wallSeconds());
    for (Variable variable : run.variables().values()) {
      if (!variable.name().startsWith(THEOREM)) {
        summary(rows, variable, variable.quantity().title());
      }
    }
    rows.text("ended", run.ended());
  }

  /** Of {@link #runs} what a terminal has room for: the distances, and how the run ended. */
  public static Table distances(SweepResult... sweeps) {
    Table runs = runs(sweeps);
    return runs.retainColumns(
        runs.columnNames().stream()
            .filter(name -> name.matches("sweep|eps|steps|wall time.*|.* distance .*|ended"))
            .toArray(String[]::new));
  }

  /**
   * Theorem 2.1 along the fluid solution, one row a Knudsen number: the decay rate measured over
   * all times, between the last two, and predicted; the smallest concentration; the constants of
   * the bounds; the defects of the constraints. Without rows for a fluid limit that the theorem is
   * not about.
   */
  public static Table theorem21(SweepResult... sweeps) {
    return perRun("Theorem 2.1", sweeps, ResultTables::theorem21);
  }

  private static void theorem21(RunResult run, Supplier<Rows> row) {
    Rows rows = null;
    for (Variable variable : run.variables().values()) {
      if (variable.name().startsWith(THEOREM) && !variable.summary().isEmpty()) {
        rows = rows == null ? row.get().number(EPS, run.knudsen()) : rows;
        summary(rows, variable, variable.quantity().title().substring(THEOREM.length()));
      }
    }
  }

  private static void summary(Rows rows, Variable variable, String title) {
    List<Dimension> dimensions =
        variable.dimensions().subList(variable.inTime() ? 1 : 0, variable.dimensions().size());
    for (Map.Entry<String, double[]> entry : variable.summary().entrySet()) {
      String name = entry.getKey().isEmpty() ? title : entry.getKey() + " " + title;
      for (int at = 0; at < entry.getValue().length; at++) {
        rows.number(name + labels(dimensions, at), entry.getValue()[at]);
      }
    }
  }

  /** What an entry is called after the name of its variable, " light" for instance. */
  private static String labels(List<Dimension> dimensions, int entry) {
    int[] index = index(dimensions, entry);
    return IntStream.range(0, index.length)
        .mapToObj(d -> " " + dimensions.get(d).label(index[d]))
        .collect(Collectors.joining());
  }

  /** The indices of an entry over some dimensions, of which the last runs fastest. */
  private static int[] index(List<Dimension> dimensions, int entry) {
    int[] index = new int[dimensions.size()];
    int rest = entry;
    for (int d = index.length - 1; d >= 0; d--) {
      index[d] = rest % dimensions.get(d).size();
      rest /= dimensions.get(d).size();
    }
    return index;
  }

  private static int size(List<Dimension> dimensions) {
    return dimensions.stream().mapToInt(Dimension::size).reduce(1, Math::multiplyExact);
  }

  /** One row a Knudsen number and time observed: every quantity measured then. */
  public static Table diagnostics(SweepResult... sweeps) {
    return variables("Diagnostics", Measurement.When.OBSERVED, List.of(), sweeps);
  }

  /**
   * One row a Knudsen number, time, cell and species: every field that was kept, a vector with a
   * column for each axis. Times are those that a run keeps.
   */
  public static Table profiles(SweepResult... sweeps) {
    return variables("Profiles", KEPT, List.of("z", "y", "x", "species"), sweeps);
  }

  /** The number of rows of {@link #profiles}. */
  public static long profileRows(SweepResult sweep) {
    return sweep.runs().stream()
        .mapToLong(run -> kept(run, KEPT).stream().mapToLong(ResultTables::cells).max().orElse(0))
        .sum();
  }

  private static long cells(Variable variable) {
    return variable.dimensions().stream()
        .filter(dimension -> !dimension.name().equals("axis"))
        .mapToLong(Dimension::size)
        .reduce(1, Math::multiplyExact);
  }

  private static List<Variable> kept(RunResult run, Measurement.When when) {
    return run.variables().values().stream()
        .filter(Variable::inTime)
        .filter(variable -> variable.dimensions().get(0).name().equals(when.dimension()))
        .toList();
  }

  /**
   * A row for each entry of the time and of some dimensions, a column for each entry of the others.
   *
   * @param down the dimensions that go down the table, in their order
   */
  private static Table variables(
      String title, Measurement.When when, List<String> down, SweepResult... sweeps) {
    return perRun(
        title, sweeps, (run, row) -> variables(kept(run, when), down, run.knudsen(), row));
  }

  private static void variables(
      List<Variable> all, List<String> down, double knudsen, Supplier<Rows> row) {
    if (all.isEmpty()) {
      return;
    }
    List<Dimension> axes = new ArrayList<>();
    axes.add(all.get(0).dimensions().get(0));
    for (String name : down) {
      all.stream()
          .flatMap(variable -> variable.dimensions().stream())
          .filter(dimension -> dimension.name().equals(name))
          .findFirst()
          .ifPresent(axes::add);
    }
    List<Entries> entries = all.stream().map(variable -> Entries.of(variable, axes)).toList();
    for (int entry = 0; entry < size(axes); entry++) {
      int[] index = index(axes, entry);
      Rows rows = row.get().number(EPS, knudsen);
      rows.number("time", axes.get(0).coordinates()[index[0]]);
      for (int axis = 1; axis < index.length; axis++) {
        Dimension dimension = axes.get(axis);
        if (dimension.labels().isEmpty()) {
          rows.number(dimension.name(), dimension.coordinates()[index[axis]]);
        } else {
          rows.text(dimension.name(), dimension.label(index[axis]));
        }
      }
      entries.forEach(each -> each.add(rows, index));
    }
  }

  /**
   * What a row has of a variable, worked out once for the many rows of a long run.
   *
   * @param values of the variable
   * @param columns one for each entry over the dimensions that are no axes
   * @param offsets of these entries
   * @param strides by how much an axis moves them; 0 for one that the variable does not have
   */
  private record Entries(double[] values, String[] columns, int[] offsets, int[] strides) {

    static Entries of(Variable variable, List<Dimension> axes) {
      List<Dimension> dimensions = variable.dimensions();
      List<Dimension> across = dimensions.stream().filter(d -> !axes.contains(d)).toList();
      String[] columns = new String[size(across)];
      int[] offsets = new int[columns.length];
      int[] strides = new int[axes.size()];
      for (int entry = 0; entry < columns.length; entry++) {
        columns[entry] = variable.quantity().title() + labels(across, entry);
        int[] moving = index(across, entry);
        int m = moving.length;
        int stride = 1;
        for (int d = dimensions.size() - 1; d >= 0; d--) {
          int axis = axes.indexOf(dimensions.get(d));
          if (axis >= 0) {
            strides[axis] = stride;
          } else {
            offsets[entry] += stride * moving[--m];
          }
          stride *= dimensions.get(d).size();
        }
      }
      return new Entries(variable.values(), columns, offsets, strides);
    }

    void add(Rows rows, int[] index) {
      int at = 0;
      for (int axis = 0; axis < index.length; axis++) {
        at += index[axis] * strides[axis];
      }
      for (int entry = 0; entry < columns.length; entry++) {
        rows.number(columns[entry], values[at + offsets[entry]]);
      }
    }
  }

  /**
   * One row a norm: distance ~ factor eps^slope, fitted to the largest distances over time. Norms
   * without two complete runs, or with a distance of exactly 0, have no row.
   */
  public static Table slopes(SweepResult... sweeps) {
    return perSweep(
        "Slopes in eps",
        sweeps,
        (sweep, row) -> sweep.slopes().forEach((norm, fit) -> slope(row.get(), norm, fit)));
  }

  private static void slope(Rows rows, String norm, SlopeFit fit) {
    rows.text("norm", norm)
        .number("slope", fit.slope())
        .number("standard error", fit.standardError())
        .number("factor", fit.factor())
        .count("points", fit.points());
  }

  /**
   * One row a pair of neighbouring Knudsen numbers: the slope of the largest distance over time
   * between them, by norm. It shows where a fit over all of them hides a bend. Runs that did not
   * reach their end are left out; a slope to a distance of exactly 0, or to a run without that
   * norm, is a missing value.
   */
  public static Table localSlopes(SweepResult... sweeps) {
    return perSweep("Slopes between neighbouring eps", sweeps, ResultTables::localSlopes);
  }

  private static void localSlopes(SweepResult sweep, Supplier<Rows> row) {
    List<RunResult> done = sweep.runs().stream().filter(RunResult::complete).toList();
    for (int r = 1; r < done.size(); r++) {
      RunResult from = done.get(r - 1);
      RunResult to = done.get(r);
      Rows rows = row.get().number("from eps", from.knudsen()).number("to eps", to.knudsen());
      Map<String, Double> second = to.supDistance();
      for (Map.Entry<String, Double> first : from.supDistance().entrySet()) {
        double other = second.getOrDefault(first.getKey(), 0.0);
        double slope = Math.log(first.getValue() / other) / Math.log(from.knudsen() / to.knudsen());
        rows.number(
            "slope " + first.getKey(),
            Double.isInfinite(slope) ? OptionalDouble.empty() : OptionalDouble.of(slope));
      }
    }
  }

  /**
   * One row a harmonic l: the number of eigenvalues of -L, those that are zero, the smallest that
   * is not, and the largest.
   */
  public static Table spectrum(Spectrum spectrum) {
    Rows rows = new Rows("Spectrum of -L, degree " + spectrum.degree());
    for (Spectrum.Harmonic harmonic : spectrum.harmonics()) {
      List<Double> values = harmonic.eigenvalues();
      rows.next()
          .count("l", harmonic.l())
          .count("multiplicity", 2 * harmonic.l() + 1)
          .count("eigenvalues", values.size())
          .count("zeros", harmonic.zeros())
          .number("smallest non-zero", harmonic.gap())
          .number("largest", values.get(values.size() - 1));
    }
    return rows.table();
  }

  /** One row an eigenvalue of -L: harmonic, number in it from 0, value. */
  public static Table eigenvalues(Spectrum spectrum) {
    Rows rows = new Rows("Eigenvalues of -L, degree " + spectrum.degree());
    for (Spectrum.Harmonic harmonic : spectrum.harmonics()) {
      for (int at = 0; at < harmonic.eigenvalues().size(); at++) {
        rows.next()
            .count("l", harmonic.l())
            .count("number", at)
            .number("eigenvalue", harmonic.eigenvalues().get(at));
      }
    }
    return rows.table();
  }

  /** One row a pair of a mixture's species: Maxwell-Stefan Delta_ij, diffusion matrix K_ij. */
  public static Table diffusion(
      Mixture mixture, MaxwellStefanCoefficients maxwellStefan, TransportCoefficients transport) {
    Rows rows = new Rows("Diffusion, degree " + transport.degree());
    for (int i = 0; i < mixture.size(); i++) {
      for (int j = 0; j < mixture.size(); j++) {
        rows.next()
            .text("i", mixture.species().get(i).name())
            .text("j", mixture.species().get(j).name())
            .number("Delta_ij", maxwellStefan.delta(i, j))
            .number("K_ij", transport.onsager(i, j));
      }
    }
    return rows.table();
  }

  /** One row a harmonic l: its multiplicity 2l + 1, and the order of the block of L. */
  public static Table harmonics(LinearizedHarmonics harmonics) {
    Rows rows = new Rows("L by harmonics, degree " + harmonics.degree());
    for (int l = 0; l <= harmonics.largestHarmonic(); l++) {
      rows.next().count("l", l).count("multiplicity", 2 * l + 1).count("order", harmonics.order(l));
    }
    return rows.table();
  }

  /** Delta_ij: a row for each i, a column for each j, both numbered from 1. */
  public static Table maxwellStefan(MaxwellStefanCoefficients coefficients) {
    Rows rows = new Rows("Maxwell-Stefan coefficients Delta_ij");
    for (int i = 0; i < coefficients.species(); i++) {
      rows.next().count("i", i + 1);
      for (int j = 0; j < coefficients.species(); j++) {
        rows.number("j = " + (j + 1), coefficients.delta(i, j));
      }
    }
    return rows.table();
  }

  /** One row a coefficient of the mixture as a whole; D and k_T for two species only. */
  public static Table transport(TransportCoefficients transport) {
    Map<String, Double> values = new LinkedHashMap<>();
    transport.binaryDiffusion().ifPresent(d -> values.put("binary diffusion D", d));
    transport.thermalDiffusionRatio().ifPresent(k -> values.put("thermal diffusion ratio k_T", k));
    values.put("viscosity eta", transport.viscosity());
    values.put("thermal conductivity lambda", transport.thermalConductivity());
    Rows rows = new Rows("Transport coefficients, degree " + transport.degree());
    values.forEach((name, value) -> rows.next().text("coefficient", name).number("value", value));
    return rows.table();
  }

  /** One row a variable of two results; see {@link Comparison}. */
  public static Table comparisons(List<Comparison> comparisons) {
    Rows rows = new Rows("Two results");
    for (Comparison comparison : comparisons) {
      rows.next()
          .number(EPS, comparison.knudsen())
          .text("quantity", comparison.quantity())
          .number("first", comparison.first())
          .number("second", comparison.second())
          .number("difference", comparison.difference());
    }
    return rows.table();
  }

  /** One row a pair of species and hypothesis: pair, hypothesis, holds or fails, the evidence. */
  public static Table hypotheses(Mixture mixture, Hypotheses found) {
    Rows rows = new Rows("Hypotheses on the collision kernel");
    for (Hypotheses.Pair pair : found.pairs()) {
      String name =
          mixture.species().get(pair.i()).name() + "-" + mixture.species().get(pair.j()).name();
      pair.findings()
          .forEach(
              (hypothesis, finding) ->
                  rows.next()
                      .text("pair", name)
                      .text("hypothesis", hypothesis)
                      .text("finding", finding.holds() ? "holds" : "fails")
                      .text("evidence", finding.evidence()));
    }
    return rows.table();
  }

  private static Table perRun(
      String title, SweepResult[] sweeps, BiConsumer<RunResult, Supplier<Rows>> fill) {
    return perSweep(
        title, sweeps, (sweep, row) -> sweep.runs().forEach(run -> fill.accept(run, row)));
  }

  /**
   * A table of what each sweep has.
   *
   * @param fill gets a sweep, and what begins a row, with the name of the sweep where there are
   *     several
   */
  private static Table perSweep(
      String title, SweepResult[] sweeps, BiConsumer<SweepResult, Supplier<Rows>> fill) {
    Rows rows = new Rows(title);
    List<String> names = SweepNames.of(sweeps);
    for (int s = 0; s < sweeps.length; s++) {
      String name = names.get(s);
      fill.accept(
          sweeps[s], () -> names.size() > 1 ? rows.next().text("sweep", name) : rows.next());
    }
    return rows.table();
  }
}
