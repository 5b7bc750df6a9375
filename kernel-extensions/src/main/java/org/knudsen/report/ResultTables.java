package org.knudsen.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.knudsen.collision.LinearizedHarmonics;
import org.knudsen.collision.Spectrum;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.fluid.MaxwellStefanCoefficients;
import org.knudsen.mixture.Mixture;
import org.knudsen.run.Dimension;
import org.knudsen.run.Measurement;
import org.knudsen.run.RunResult;
import org.knudsen.run.SlopeFit;
import org.knudsen.run.Variable;
import org.knudsen.study.Convergence;
import org.knudsen.study.SweepResult;
import tech.tablesaw.api.Table;

/**
 * Results as tables: every variable of a result under its name. Everything is nondimensional but
 * wall time, which is in seconds and says so. A quantity that was not measured, or is not a number,
 * is a missing value. Several sweeps in one table are told apart by a first column: the collision
 * kernel, or where that is the same the study.
 */
public final class ResultTables {

  private static final String SWEEP = "sweep";
  private static final String EPS = "eps";
  private static final String THEOREM = "theorem21/";

  private ResultTables() {}

  /**
   * One row a Knudsen number: steps, step size, wall time, what each quantity's summary says of it
   * ("sup distance L2", "end distance L2"), and how the run ended. Theorem 2.1 has a table of its
   * own.
   *
   * @param sweeps one or several, with the same norms and species for a table without gaps
   */
  public static Table runs(SweepResult... sweeps) {
    Rows rows = new Rows("Runs");
    each(
        sweeps,
        rows,
        (run, row) -> {
          row.run();
          rows.number(EPS, run.knudsen())
              .count("steps", run.steps())
              .number("dt", run.dt())
              .number("wall time [s]", run.wallSeconds());
          run.variables().values().stream()
              .filter(variable -> !variable.name().startsWith(THEOREM))
              .forEach(variable -> summary(rows, variable, variable.quantity().title()));
          rows.text("ended", run.ended());
        });
    return rows.table();
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
    Rows rows = new Rows("Theorem 2.1");
    each(
        sweeps,
        rows,
        (run, row) -> {
          List<Variable> own =
              run.variables().values().stream()
                  .filter(variable -> variable.name().startsWith(THEOREM))
                  .filter(variable -> !variable.summary().isEmpty())
                  .toList();
          if (!own.isEmpty()) {
            row.run();
            rows.number(EPS, run.knudsen());
            own.forEach(
                variable ->
                    summary(
                        rows, variable, variable.quantity().title().substring(THEOREM.length())));
          }
        });
    return rows.table();
  }

  private static void summary(Rows rows, Variable variable, String title) {
    List<Dimension> dimensions =
        variable.dimensions().subList(variable.inTime() ? 1 : 0, variable.dimensions().size());
    variable
        .summary()
        .forEach(
            (which, values) -> {
              for (int at = 0; at < values.length; at++) {
                rows.number(
                    (which.isEmpty() ? title : which + " " + title) + labels(dimensions, at),
                    values[at]);
              }
            });
  }

  /** What an entry is called after the name of its variable, " light" for instance. */
  private static String labels(List<Dimension> dimensions, int entry) {
    StringBuilder label = new StringBuilder();
    int rest = entry;
    for (int d = dimensions.size() - 1; d >= 0; d--) {
      label.insert(0, " " + dimensions.get(d).label(rest % dimensions.get(d).size()));
      rest /= dimensions.get(d).size();
    }
    return label.toString();
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
    return variables("Profiles", Measurement.When.KEPT, List.of("z", "y", "x", "species"), sweeps);
  }

  /** The number of rows of {@link #profiles}. */
  public static long profileRows(SweepResult sweep) {
    return sweep.runs().stream()
        .mapToLong(
            run ->
                kept(run, Measurement.When.KEPT).stream()
                    .flatMap(variable -> Stream.of(variable.dimensions()))
                    .map(
                        dimensions ->
                            dimensions.stream()
                                .filter(dimension -> !dimension.name().equals("axis"))
                                .mapToLong(Dimension::size)
                                .reduce(1, Math::multiplyExact))
                    .max(Long::compare)
                    .orElse(0L))
        .sum();
  }

  private static List<Variable> kept(RunResult run, Measurement.When when) {
    return run.variables().values().stream()
        .filter(variable -> variable.inTime())
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
    Rows rows = new Rows(title);
    each(
        sweeps,
        rows,
        (run, row) -> {
          List<Variable> all = kept(run, when);
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
          int[] index = new int[axes.size()];
          do {
            row.run();
            rows.number(EPS, run.knudsen());
            for (int axis = 0; axis < index.length; axis++) {
              Dimension dimension = axes.get(axis);
              if (axis == 0) {
                rows.number("time", dimension.coordinates()[index[0]]);
              } else if (dimension.labels().isEmpty()) {
                rows.number(dimension.name(), dimension.coordinates()[index[axis]]);
              } else {
                rows.text(dimension.name(), dimension.label(index[axis]));
              }
            }
            all.forEach(variable -> entries(rows, variable, axes, index));
          } while (next(index, axes));
        });
    return rows.table();
  }

  /** The values of a variable where its dimensions that are axes have an index. */
  private static void entries(Rows rows, Variable variable, List<Dimension> axes, int[] index) {
    List<Dimension> across = new ArrayList<>();
    List<Dimension> own = variable.dimensions();
    int[] fixed = new int[own.size()];
    for (int d = 0; d < own.size(); d++) {
      int axis = axes.indexOf(own.get(d));
      if (axis >= 0) {
        fixed[d] = index[axis];
      } else {
        across.add(own.get(d));
      }
    }
    int[] moving = new int[across.size()];
    do {
      int at = 0;
      int m = 0;
      StringBuilder label = new StringBuilder(variable.quantity().title());
      for (int d = 0; d < own.size(); d++) {
        boolean fix = axes.contains(own.get(d));
        at = at * own.get(d).size() + (fix ? fixed[d] : moving[m]);
        if (!fix) {
          label.append(' ').append(own.get(d).label(moving[m++]));
        }
      }
      rows.number(label.toString(), variable.values()[at]);
    } while (next(moving, across));
  }

  /** Counts on, the last index fastest; false after the last. */
  private static boolean next(int[] index, List<Dimension> dimensions) {
    for (int d = index.length - 1; d >= 0; d--) {
      if (++index[d] < dimensions.get(d).size()) {
        return true;
      }
      index[d] = 0;
    }
    return false;
  }

  /**
   * One row a norm: distance ~ factor eps^slope, fitted to the largest distances over time. Norms
   * without two complete runs, or with a distance of exactly 0, have no row.
   */
  public static Table slopes(SweepResult... sweeps) {
    Rows rows = new Rows("Slopes in eps");
    List<String> names = SweepNames.of(sweeps);
    for (int s = 0; s < sweeps.length; s++) {
      for (Map.Entry<String, SlopeFit> entry : sweeps[s].slopes().entrySet()) {
        begin(rows, names, s);
        SlopeFit fit = entry.getValue();
        rows.text("norm", entry.getKey())
            .number("slope", fit.slope())
            .number("standard error", fit.standardError())
            .number("factor", fit.factor())
            .count("points", fit.points());
      }
    }
    return rows.table();
  }

  /**
   * One row a pair of neighbouring Knudsen numbers: the slope of the largest distance over time
   * between them, by norm. It shows where a fit over all of them hides a bend. Runs that did not
   * reach their end are left out; a slope to a distance of exactly 0 is a missing value.
   */
  public static Table localSlopes(SweepResult... sweeps) {
    Rows rows = new Rows("Slopes between neighbouring eps");
    List<String> names = SweepNames.of(sweeps);
    for (int s = 0; s < sweeps.length; s++) {
      List<RunResult> done = sweeps[s].runs().stream().filter(RunResult::complete).toList();
      for (int r = 1; r < done.size(); r++) {
        RunResult from = done.get(r - 1);
        RunResult to = done.get(r);
        begin(rows, names, s);
        rows.number("from eps", from.knudsen()).number("to eps", to.knudsen());
        Map<String, Double> second = to.supDistance();
        from.supDistance()
            .forEach(
                (norm, distance) -> {
                  double slope =
                      Math.log(distance / second.get(norm))
                          / Math.log(from.knudsen() / to.knudsen());
                  rows.number(
                      "slope " + norm,
                      Double.isInfinite(slope) ? OptionalDouble.empty() : OptionalDouble.of(slope));
                });
      }
    }
    return rows.table();
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

  /**
   * One row a pair of species: the Maxwell-Stefan coefficient Delta_ij and the diffusion matrix
   * K_ij.
   *
   * @param maxwellStefan Delta_ij of the same mixture
   * @param transport of the same mixture
   */
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

  private interface PerRun {
    /**
     * @param row begins a row, with the name of the sweep where there are several
     */
    void rows(RunResult run, Runnable row);
  }

  private static void each(SweepResult[] sweeps, Rows rows, PerRun perRun) {
    List<String> names = SweepNames.of(sweeps);
    for (int s = 0; s < sweeps.length; s++) {
      int number = s;
      for (RunResult run : sweeps[s].runs()) {
        perRun.rows(run, () -> begin(rows, names, number));
      }
    }
  }

  private static void begin(Rows rows, List<String> names, int sweep) {
    rows.next();
    if (names.size() > 1) {
      rows.text(SWEEP, names.get(sweep));
    }
  }
}
