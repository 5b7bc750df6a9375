package org.knudsen.archive;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.knudsen.fluid.Relaxation;
import org.knudsen.fluid.RelaxationSummary;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.run.Observation;
import org.knudsen.run.Profile;
import org.knudsen.run.RunResult;
import org.knudsen.study.SweepResult;
import org.knudsen.torus.Torus;

/**
 * A sweep as an HDF5 file: a group for each Knudsen number, in it
 *
 * <pre>
 * perturbation/NORM, perturbation/equilibrium              [1]
 * time, relativeEntropy, smallestRatio, temperatureRange   [step]
 * distance/NORM                                            [step]
 * drift/mass                                               [step][species]
 * drift/momentum, drift/energy                             [step]
 * theorem21/time, concentrationNorm, velocityNorm, dissipationNorm, smallestConcentration   [step]
 * profiles/time                                            [profile]
 * profiles/x                                               [cell][dimension]
 * profiles/concentration, flux, fluidConcentration, fluidFlux   [profile][cell][species]
 * profiles/temperature                                     [profile][cell]
 * </pre>
 *
 * <p>perturbation holds the norms of f^in, and of pi_T f^in. Attributes of the file: study,
 * species, mass, equilibriumConcentration. Of a group: knudsen, dt, steps, complete (1 or 0),
 * wallSeconds. Everything is nondimensional but the latter.
 */
public final class ResultHdf5 {

  private ResultHdf5() {}

  /** The name of the group of a run. */
  public static String group(RunResult run) {
    return "eps=" + run.knudsen();
  }

  /** Writes the file; runs without a single observation are left out. */
  public static void write(SweepResult sweep, Path file) {
    Mixture mixture = sweep.settings().mixture();
    try (WritableHdfFile out = HdfFile.write(file)) {
      out.putAttribute("study", sweep.settings().name());
      out.putAttribute(
          "species", mixture.species().stream().map(Species::name).toArray(String[]::new));
      out.putAttribute("mass", mixture.species().stream().mapToDouble(Species::mass).toArray());
      out.putAttribute(
          "equilibriumConcentration",
          mixture.species().stream().mapToDouble(Species::concentration).toArray());
      for (RunResult run : sweep.runs()) {
        if (!run.observations().isEmpty()) {
          write(sweep, run, out.putGroup(group(run)));
        }
      }
    }
  }

  private static void write(SweepResult sweep, RunResult run, WritableGroup group) {
    group.putAttribute("knudsen", run.knudsen());
    group.putAttribute("dt", run.dt());
    group.putAttribute("steps", run.steps());
    group.putAttribute("complete", run.complete() ? 1 : 0);
    group.putAttribute("wallSeconds", run.wallSeconds());
    WritableGroup perturbation = group.putGroup("perturbation");
    run.perturbation()
        .norm()
        .forEach((norm, value) -> perturbation.putDataset(norm, new double[] {value}));
    perturbation.putDataset("equilibrium", new double[] {run.perturbation().equilibrium()});
    group.putDataset("time", series(run, Observation::time));
    group.putDataset("relativeEntropy", series(run, Observation::relativeEntropy));
    group.putDataset("smallestRatio", series(run, Observation::smallestRatio));
    group.putDataset("temperatureRange", series(run, Observation::temperatureRange));
    Set<String> norms = run.supDistance().keySet();
    WritableGroup distance = group.putGroup("distance");
    for (String norm : norms) {
      distance.putDataset(norm, series(run, at -> at.distance().get(norm)));
    }
    WritableGroup drift = group.putGroup("drift");
    drift.putDataset(
        "mass",
        run.observations().stream()
            .map(at -> at.drift().mass().stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new));
    drift.putDataset("momentum", series(run, at -> at.drift().momentum()));
    drift.putDataset("energy", series(run, at -> at.drift().energy()));
    run.relaxation().ifPresent(measured -> theorem21(measured, group.putGroup("theorem21")));
    if (!run.profiles().isEmpty()) {
      profiles(sweep.settings().torus(), run.profiles(), group.putGroup("profiles"));
    }
  }

  private static void theorem21(RelaxationSummary measured, WritableGroup group) {
    group.putAttribute("order", measured.order());
    group.putAttribute("measuredRate", measured.measuredRate());
    group.putAttribute("predictedRate", measured.predictedRate());
    group.putDataset("time", series(measured, Relaxation.Point::time));
    group.putDataset("concentrationNorm", series(measured, Relaxation.Point::concentrationNorm));
    group.putDataset("velocityNorm", series(measured, Relaxation.Point::velocityNorm));
    group.putDataset("dissipationNorm", series(measured, Relaxation.Point::dissipationNorm));
    group.putDataset(
        "smallestConcentration", series(measured, Relaxation.Point::smallestConcentration));
  }

  private static double[] series(
      RelaxationSummary measured, ToDoubleFunction<Relaxation.Point> quantity) {
    return measured.points().stream().mapToDouble(quantity).toArray();
  }

  private static void profiles(Torus torus, List<Profile> profiles, WritableGroup group) {
    int cells = profiles.get(0).cells();
    double[][] x = new double[cells][torus.dimension()];
    for (int cell = 0; cell < cells; cell++) {
      for (int axis = 0; axis < torus.dimension(); axis++) {
        x[cell][axis] = torus.coordinate(cell, axis);
      }
    }
    group.putDataset("time", profiles.stream().mapToDouble(Profile::time).toArray());
    group.putDataset("x", x);
    group.putDataset("concentration", fields(profiles, Profile::concentration));
    group.putDataset("flux", fields(profiles, Profile::flux));
    group.putDataset("fluidConcentration", fields(profiles, Profile::fluidConcentration));
    group.putDataset("fluidFlux", fields(profiles, Profile::fluidFlux));
    group.putDataset(
        "temperature", profiles.stream().map(Profile::temperature).toArray(double[][]::new));
  }

  /** [profile][cell][species] of a flat field. */
  private static double[][][] fields(List<Profile> profiles, Function<Profile, double[]> field) {
    double[][][] all = new double[profiles.size()][][];
    for (int p = 0; p < all.length; p++) {
      Profile profile = profiles.get(p);
      double[] flat = field.apply(profile);
      all[p] = new double[profile.cells()][profile.species()];
      for (int cell = 0; cell < profile.cells(); cell++) {
        System.arraycopy(flat, cell * profile.species(), all[p][cell], 0, profile.species());
      }
    }
    return all;
  }

  private static double[] series(RunResult run, ToDoubleFunction<Observation> quantity) {
    return run.observations().stream().mapToDouble(quantity).toArray();
  }
}
