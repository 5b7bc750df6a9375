package org.knudsen.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.knudsen.run.Dimension;
import org.knudsen.run.Quantity;
import org.knudsen.run.Quantity.Summary;
import org.knudsen.run.RunResult;
import org.knudsen.run.RunResult.Ending;
import org.knudsen.run.Variable;
import org.knudsen.study.SweepResult;
import org.knudsen.torus.Torus;

/**
 * Results with known numbers, to test tables, plots and files without a solver: two species on a
 * slab of 8 cells, a decaying wave, distances factor * eps^order.
 */
public final class MadeUpSweeps {

  public static final int CELLS = 8;

  private static final Dimension SPECIES = Dimension.labelled("species", List.of("light", "heavy"));

  private MadeUpSweeps() {}

  /** A complete sweep. */
  public static SweepResult complete(String kernel, double order, double... knudsen) {
    List<RunResult> runs = new ArrayList<>();
    for (double eps : knudsen) {
      runs.add(run(eps, order, 10, ""));
    }
    return sweep(kernel, knudsen.length, runs);
  }

  /** A sweep of which the last run broke down after 4 of 10 steps. */
  public static SweepResult brokenDown(double... knudsen) {
    List<RunResult> runs = new ArrayList<>();
    for (int r = 0; r < knudsen.length; r++) {
      boolean last = r == knudsen.length - 1;
      runs.add(run(knudsen[r], 1, last ? 4 : 10, last ? "the density of 'light' is NaN" : ""));
    }
    return sweep("hard-sphere", knudsen.length, runs);
  }

  private static SweepResult sweep(String kernel, int asked, List<RunResult> runs) {
    return new SweepResult("made-up", kernel, "none", asked, runs);
  }

  /** A run with one number at each of many times, value(step). */
  public static SweepResult ofMany(int steps, String name, IntToDoubleFunction value) {
    Variable variable = series(steps, name, Summary.NONE, value);
    return sweep(
        "hard-sphere",
        1,
        List.of(new RunResult(0.1, 0.01, steps, Ending.COMPLETE, "", 1, Map.of(name, variable))));
  }

  /**
   * A run on a torus, with concentration(cell) of its one species at one time.
   *
   * @param cells asked for the value of each cell, as the torus numbers them
   */
  public static SweepResult onTorus(Torus torus, IntToDoubleFunction cells) {
    List<Dimension> dimensions = new ArrayList<>();
    dimensions.add(Dimension.of("keptTime", 0));
    for (int axis = torus.dimension() - 1; axis >= 0; axis--) {
      dimensions.add(Dimension.of(Torus.axisName(axis), torus.coordinates()));
    }
    dimensions.add(Dimension.labelled("species", List.of("light")));
    Variable concentration =
        new Variable(
            new Quantity("concentration", "c", Summary.NONE, dimensions.toArray(Dimension[]::new)),
            IntStream.range(0, torus.cells()).mapToDouble(cells).toArray());
    return sweep(
        "hard-sphere",
        1,
        List.of(
            new RunResult(
                0.1, 0.01, 0, Ending.COMPLETE, "", 1, Map.of("concentration", concentration))));
  }

  private static Variable series(
      int steps, String name, Summary summary, IntToDoubleFunction value) {
    double[] times = IntStream.rangeClosed(0, steps).mapToDouble(step -> 0.01 * step).toArray();
    return new Variable(
        new Quantity(name, name, summary, Dimension.of("time", times)),
        IntStream.rangeClosed(0, steps).mapToDouble(value).toArray());
  }

  private static RunResult run(double eps, double order, int steps, String message) {
    Map<String, Variable> all = new LinkedHashMap<>();
    put(
        all,
        new Variable(
            new Quantity("equilibriumConcentration", "c", Summary.NONE, SPECIES),
            new double[] {0.5, 0.5}));
    put(all, Variable.of("perturbation/norm/L2", "f", 0));
    put(all, Variable.of("perturbation/equilibrium", "f", 0));
    IntToDoubleFunction shape =
        step -> step == 0 ? 0 : Math.pow(eps, order) * Math.exp(-0.01 * step * step + 0.01);
    Summary both = Summary.LARGEST_AND_LAST;
    put(all, series(steps, "distance/L2", both, step -> 3 * shape.applyAsDouble(step)));
    put(all, series(steps, "distance/H1eps", both, step -> 20 * shape.applyAsDouble(step)));
    put(
        all,
        series(steps, "relativeEntropy", Summary.NONE, step -> eps * eps * Math.exp(-0.04 * step)));
    double[] mass = new double[2 * (steps + 1)];
    for (int step = 0; step <= steps; step++) {
      mass[2 * step + 1] = step * 1e-17;
    }
    put(
        all,
        new Variable(
            new Quantity(
                "drift/mass",
                "drift",
                Summary.LARGEST,
                all.get("distance/L2").dimensions().get(0),
                SPECIES),
            mass));
    put(all, series(steps, "drift/momentum", Summary.LARGEST, step -> 0));
    put(all, series(steps, "drift/energy", Summary.LARGEST, step -> step * 3e-17));
    fields(all, eps, steps);
    return new RunResult(
        eps, 0.01, steps, message.isEmpty() ? Ending.COMPLETE : Ending.BROKEN, message, 0.25, all);
  }

  private static void fields(Map<String, Variable> all, double eps, int steps) {
    Dimension time =
        Dimension.of(
            "keptTime", IntStream.rangeClosed(0, steps).mapToDouble(s -> 0.01 * s).toArray());
    Dimension x = Dimension.of("x", new Torus(1, CELLS).coordinates());
    Dimension axis = Dimension.labelled("axis", List.of("x"));
    int size = (steps + 1) * CELLS * 2;
    double[] c = new double[size];
    double[] j = new double[size];
    double[] fluidC = new double[size];
    double[] fluidJ = new double[size];
    double[] temperature = new double[size / 2];
    for (int at = 0; at < size; at++) {
      double sign = at % 2 == 0 ? 1 : -1;
      double angle = 2 * Math.PI * (at / 2 % CELLS) / CELLS;
      double decay = Math.exp(-6 * 0.01 * (at / (2 * CELLS)));
      fluidC[at] = 0.5 + eps * sign * 0.1 * decay * Math.cos(angle);
      c[at] = fluidC[at] + 0.05 * eps * eps * Math.sin(angle);
      fluidJ[at] = sign * 0.4 * decay * Math.sin(angle);
      j[at] = fluidJ[at] * (1 + 0.2 * eps);
      temperature[at / 2] = 1 + 1e-3 * eps * Math.cos(angle);
    }
    Summary none = Summary.NONE;
    put(all, new Variable(new Quantity("concentration", "c", none, time, x, SPECIES), c));
    put(all, new Variable(new Quantity("flux", "c u", none, time, x, SPECIES, axis), j));
    put(all, new Variable(new Quantity("fluidConcentration", "c", none, time, x, SPECIES), fluidC));
    put(all, new Variable(new Quantity("fluidFlux", "c u", none, time, x, SPECIES, axis), fluidJ));
    put(all, new Variable(new Quantity("temperature", "T", none, time, x), temperature));
  }

  private static void put(Map<String, Variable> all, Variable variable) {
    all.put(variable.name(), variable);
  }
}
