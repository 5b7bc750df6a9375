package org.knudsen.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knudsen.archive.RecordedRun;
import org.knudsen.collision.Spectrum;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.fluid.MaxwellStefanCoefficients;
import org.knudsen.fluid.RelaxationSummary;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.run.ConservationDrift;
import org.knudsen.run.Observation;
import org.knudsen.run.Profile;
import org.knudsen.run.RunResult;
import org.knudsen.run.SlopeFit;
import org.knudsen.study.SweepResult;
import org.knudsen.torus.Torus;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Results as tables. Everything is nondimensional but wall time, which is in seconds and says so. A
 * quantity that was not measured, or is not a number, is a missing value. Several sweeps in one
 * table are told apart by a first column: the collision kernel, or where that is the same the
 * study.
 */
public final class ResultTables {

  private static final String SWEEP = "sweep";
  private static final String EPS = "eps";

  private ResultTables() {}

  /**
   * One row a Knudsen number: steps, step size, wall time, the norms of f^in and of pi_T f^in, the
   * largest and the last distance |F^eps - M^eps| by norm, the largest drift of each conserved
   * quantity over time, and how the run ended.
   *
   * @param sweeps one or several, with the same norms and species for a table without gaps
   */
  public static Table runs(SweepResult... sweeps) {
    Rows rows = new Rows("Runs");
    each(
        sweeps,
        rows,
        (sweep, run, row) -> {
          row.run();
          rows.number(EPS, run.knudsen())
              .count("steps", Math.max(0, run.steps()))
              .number("dt", run.dt())
              .number("wall time [s]", run.wallSeconds());
          run.perturbation().norm().forEach((norm, value) -> rows.number("f^in " + norm, value));
          rows.number("pi_T f^in", run.perturbation().equilibrium());
          if (!run.observations().isEmpty()) {
            Map<String, Double> end = run.endDistance();
            run.supDistance()
                .forEach(
                    (norm, value) ->
                        rows.number("sup " + norm, value).number("end " + norm, end.get(norm)));
            drift(rows, sweep.settings().mixture(), run.drift());
          }
          rows.text("ended", ending(run));
        });
    return rows.table();
  }

  /** How a run ended, in a word or with its message. */
  static String ending(RunResult run) {
    return run.breakdown().orElse(run.cancelled() ? "cancelled" : "complete");
  }

  /**
   * One row a Knudsen number and time: distances, relative entropy, the smallest F/mu, the range of
   * the temperature, the drift of each conserved quantity.
   */
  public static Table diagnostics(SweepResult... sweeps) {
    Rows rows = new Rows("Diagnostics");
    each(
        sweeps,
        rows,
        (sweep, run, row) -> {
          for (Observation at : run.observations()) {
            row.run();
            rows.number(EPS, run.knudsen()).count("step", at.step()).number("time", at.time());
            at.distance().forEach(rows::number);
            rows.number("relative entropy", at.relativeEntropy())
                .number("smallest F/mu", at.smallestRatio())
                .number("temperature range", at.temperatureRange());
            drift(rows, sweep.settings().mixture(), at.drift());
          }
        });
    return rows.table();
  }

  /**
   * One row a Knudsen number, time, cell and species: concentration c_i and flux c_i u_i along the
   * first axis of the kinetic and of the fluid solution, and the kinetic temperature of the
   * mixture. Times are those that a run keeps.
   */
  public static Table profiles(SweepResult... sweeps) {
    Rows rows = new Rows("Profiles");
    each(
        sweeps,
        rows,
        (sweep, run, row) -> {
          Torus torus = sweep.settings().torus();
          for (Profile profile : run.profiles()) {
            for (int at = 0; at < profile.concentration().length; at++) {
              row.run();
              int cell = at / profile.species();
              rows.number(EPS, run.knudsen()).number("time", profile.time());
              for (int axis = 0; axis < torus.dimension(); axis++) {
                rows.number(Torus.axisName(axis), torus.coordinate(cell, axis));
              }
              rows.text("species", species(sweep, at % profile.species()))
                  .number("concentration", profile.concentration()[at])
                  .number("fluid concentration", profile.fluidConcentration()[at])
                  .number("flux", profile.flux()[at])
                  .number("fluid flux", profile.fluidFlux()[at])
                  .number("temperature", profile.temperature()[cell]);
            }
          }
        });
    return rows.table();
  }

  /**
   * Theorem 2.1 along the fluid solution, one row a Knudsen number: the decay rate measured over
   * all times, between the last two, and predicted; the smallest concentration; the constants of
   * the bounds; the defects of the constraints. See {@link RelaxationSummary}. Without rows for a
   * fluid limit that the theorem is not about.
   */
  public static Table theorem21(SweepResult... sweeps) {
    Rows rows = new Rows("Theorem 2.1");
    each(
        sweeps,
        rows,
        (sweep, run, row) ->
            run.relaxation()
                .ifPresent(
                    measured -> {
                      row.run();
                      rows.number(EPS, run.knudsen())
                          .count("s", measured.order())
                          .number("rate", measured.measuredRate())
                          .number("latest rate", measured.latestRate())
                          .number("predicted rate", measured.predictedRate())
                          .number("smallest c", measured.smallestConcentration())
                          .number("C", measured.velocityConstant())
                          .number("C'", measured.dissipationConstant())
                          .number("|sum ct|", measured.sumDefect())
                          .number("|sum c ut|", measured.fluxDefect())
                          .number("|mean ct|", measured.meanDefect());
                    }));
    return rows.table();
  }

  /**
   * One row a norm: distance ~ factor eps^slope, fitted to the largest distances over time. Norms
   * without two complete runs, or with a distance of exactly 0, have no row.
   */
  public static Table slopes(SweepResult... sweeps) {
    Rows rows = new Rows("Slopes in eps");
    List<String> names = SweepNames.of(sweeps);
    for (int s = 0; s < sweeps.length; s++) {
      for (Map.Entry<String, SlopeFit> entry : SweepSlopes.of(sweeps[s]).entrySet()) {
        rows.next();
        if (sweeps.length > 1) {
          rows.text(SWEEP, names.get(s));
        }
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
        rows.next();
        if (sweeps.length > 1) {
          rows.text(SWEEP, names.get(s));
        }
        rows.number("from eps", from.knudsen()).number("to eps", to.knudsen());
        Map<String, Double> first = from.supDistance();
        Map<String, Double> second = to.supDistance();
        first.forEach(
            (norm, distance) -> {
              double slope =
                  Math.log(distance / second.get(norm)) / Math.log(from.knudsen() / to.knudsen());
              rows.number("slope " + norm, Double.isFinite(slope) ? slope : Double.NaN);
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
          .number("smallest non-zero", harmonic.gap().orElse(Double.NaN))
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

  /** One row a number that was recorded and computed again; see {@link RecordedRun.Comparison}. */
  public static Table comparisons(List<RecordedRun.Comparison> comparisons) {
    Rows rows = new Rows("Recorded and recomputed");
    for (RecordedRun.Comparison comparison : comparisons) {
      rows.next()
          .number(EPS, comparison.knudsen())
          .text("quantity", comparison.quantity())
          .number("recorded", comparison.recorded())
          .number("recomputed", comparison.recomputed())
          .number("difference", comparison.difference());
    }
    return rows.table();
  }

  private static void drift(Rows rows, Mixture mixture, ConservationDrift drift) {
    for (int i = 0; i < mixture.size(); i++) {
      Species species = mixture.species().get(i);
      rows.number("drift mass " + species.name(), drift.mass().get(i));
    }
    rows.number("drift momentum", drift.momentum()).number("drift energy", drift.energy());
  }

  private static String species(SweepResult sweep, int i) {
    return sweep.settings().mixture().species().get(i).name();
  }

  private interface PerRun {
    /**
     * @param row begins a row, with the name of the sweep where there are several
     */
    void rows(SweepResult sweep, RunResult run, Runnable row);
  }

  private static void each(SweepResult[] sweeps, Rows rows, PerRun perRun) {
    List<String> names = SweepNames.of(sweeps);
    for (int s = 0; s < sweeps.length; s++) {
      String name = names.get(s);
      Runnable row =
          () -> {
            rows.next();
            if (sweeps.length > 1) {
              rows.text(SWEEP, name);
            }
          };
      for (RunResult run : sweeps[s].runs()) {
        perRun.rows(sweeps[s], run, row);
      }
    }
  }

  /** Rows of named values; a column appears when a row first names it. */
  static final class Rows {
    private final String title;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    Rows(String title) {
      this.title = title;
    }

    Rows next() {
      rows.add(new LinkedHashMap<>());
      return this;
    }

    Rows number(String column, double value) {
      return put(column, value);
    }

    Rows count(String column, int value) {
      return put(column, value);
    }

    Rows text(String column, String value) {
      return put(column, value);
    }

    private Rows put(String column, Object value) {
      last().put(column, value);
      return this;
    }

    private Map<String, Object> last() {
      return rows.get(rows.size() - 1);
    }

    Table table() {
      Set<String> names = new LinkedHashSet<>();
      rows.forEach(row -> names.addAll(row.keySet()));
      Table table = Table.create(title);
      for (String name : names) {
        List<Object> values = rows.stream().map(row -> row.get(name)).toList();
        Object sample = values.stream().filter(v -> v != null).findFirst().orElseThrow();
        if (sample instanceof Double) {
          DoubleColumn column = DoubleColumn.create(name);
          values.forEach(v -> column.append((Double) v));
          table.addColumns(column);
        } else if (sample instanceof Integer) {
          IntColumn column = IntColumn.create(name);
          values.forEach(v -> column.append((Integer) v));
          table.addColumns(column);
        } else {
          StringColumn column = StringColumn.create(name);
          values.forEach(v -> column.append((String) v));
          table.addColumns(column);
        }
      }
      return table;
    }
  }
}
