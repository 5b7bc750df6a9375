package org.knudsen.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.run.ConservationDrift;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.run.Observation;
import org.knudsen.run.PerturbationSize;
import org.knudsen.run.Profile;
import org.knudsen.run.RunResult;
import org.knudsen.study.PluginChoice;
import org.knudsen.study.RunSettings;
import org.knudsen.study.SweepResult;
import org.knudsen.study.TimeStepping;
import org.knudsen.torus.Torus;

/**
 * Results with known numbers, to test tables, plots and files without a solver: two species on a
 * slab of 8 cells, a decaying wave, distances factor * eps^order.
 */
public final class MadeUpSweeps {

  public static final int CELLS = 8;

  private MadeUpSweeps() {}

  /** A complete sweep. */
  public static SweepResult complete(String kernel, double order, double... knudsen) {
    List<RunResult> runs = new ArrayList<>();
    for (double eps : knudsen) {
      runs.add(run(eps, order, 10, Optional.empty()));
    }
    return new SweepResult(settings(kernel, knudsen), runs);
  }

  /** A sweep of which the last run broke down after 4 of 10 steps. */
  public static SweepResult brokenDown(double... knudsen) {
    List<RunResult> runs = new ArrayList<>();
    for (int r = 0; r < knudsen.length; r++) {
      boolean last = r == knudsen.length - 1;
      runs.add(
          last
              ? run(knudsen[r], 1, 4, Optional.of("concentration of species 'light' is NaN"))
              : run(knudsen[r], 1, 10, Optional.empty()));
    }
    return new SweepResult(settings("hard-sphere", knudsen), runs);
  }

  static RunSettings settings(String kernel, double... knudsen) {
    PluginChoice none = new PluginChoice("none", ParameterValues.none());
    List<Double> list = new ArrayList<>();
    for (double eps : knudsen) {
      list.add(eps);
    }
    return new RunSettings(
        "made-up",
        Mixture.of(new Species("light", 1, 0.5), new Species("heavy", 4, 0.5)),
        new PluginChoice(kernel, ParameterValues.none()),
        none,
        new TimeStepping(none, 0.01),
        new Torus(1, CELLS),
        none,
        List.of(
            new ConcentrationWave(0, List.of(1), 0.1, 0),
            new ConcentrationWave(1, List.of(1), -0.1, 0)),
        List.of(),
        InitialPerturbation.none(),
        list,
        0.1,
        1);
  }

  private static RunResult run(double eps, double order, int steps, Optional<String> breakdown) {
    List<Observation> observations = new ArrayList<>();
    List<Profile> profiles = new ArrayList<>();
    for (int step = 0; step <= steps; step++) {
      double time = 0.01 * step;
      Map<String, Double> distance = new LinkedHashMap<>();
      double shape = step == 0 ? 0 : Math.exp(-time * step);
      distance.put("L2", 3 * Math.pow(eps, order) * shape / Math.exp(-0.01));
      distance.put("H1eps", 20 * Math.pow(eps, order) * shape / Math.exp(-0.01));
      observations.add(
          new Observation(
              step,
              time,
              distance,
              eps * eps * Math.exp(-4 * time),
              0.9,
              1e-3 * eps,
              new ConservationDrift(List.of(0.0, step * 1e-17), 0, step * 3e-17)));
      profiles.add(profile(time, eps));
    }
    Map<String, Double> none = new LinkedHashMap<>();
    none.put("L2", 0.0);
    none.put("H1eps", 0.0);
    return new RunResult(
        eps,
        steps,
        0.01,
        new PerturbationSize(none, 0),
        0.25,
        observations,
        profiles,
        breakdown,
        false);
  }

  private static Profile profile(double time, double eps) {
    double[] c = new double[2 * CELLS];
    double[] j = new double[2 * CELLS];
    double[] fluidC = new double[2 * CELLS];
    double[] fluidJ = new double[2 * CELLS];
    double[] temperature = new double[CELLS];
    for (int cell = 0; cell < CELLS; cell++) {
      double angle = 2 * Math.PI * cell / CELLS;
      for (int i = 0; i < 2; i++) {
        double sign = i == 0 ? 1 : -1;
        fluidC[2 * cell + i] = 0.5 + eps * sign * 0.1 * Math.exp(-6 * time) * Math.cos(angle);
        c[2 * cell + i] = fluidC[2 * cell + i] + 0.05 * eps * eps * Math.sin(angle);
        fluidJ[2 * cell + i] = sign * 0.4 * Math.exp(-6 * time) * Math.sin(angle);
        j[2 * cell + i] = fluidJ[2 * cell + i] * (1 + 0.2 * eps);
      }
      temperature[cell] = 1 + 1e-3 * eps * Math.cos(angle);
    }
    return new Profile(time, 2, c, j, fluidC, fluidJ, temperature);
  }
}
