package org.knudsen.study;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.knudsen.collision.Gas;
import org.knudsen.collision.TableCache;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.DriftWave;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.VelocityGridProvider;
import org.knudsen.run.Assembly;
import org.knudsen.run.InitialData;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.run.Output;
import org.knudsen.run.Stepping;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.VelocitySpace;

/**
 * A study: everything that a sweep over Knudsen numbers is determined by. Made by {@link StudyFile}
 * or by {@link #builder()}, both of which check it; equal when all its values are equal.
 *
 * <p>Mixture, collision kernel and velocity grid are always there: hypotheses, spectrum and
 * transport coefficients need no more. The other parts may be missing; {@link #requireForRun} asks
 * for all of them.
 *
 * @param name how tables and files call it; not blank
 * @param mixture the gas
 * @param collisionKernel the physics
 * @param velocityGrid the discretisation of velocity
 * @param timeIntegrator the scheme and its step size
 * @param torus the spatial grid
 * @param fluidLimit what the kinetic solution is compared with
 * @param initial c-tilde_i at time 0 as Fourier modes, of zero mean and summing to zero over
 *     species
 * @param drift u-bar as Fourier modes, divergence-free; empty for d = 1
 * @param perturbation f^in of Theorem 2.2
 * @param knudsen the Knudsen numbers eps > 0 of the sweep, in its order
 * @param endTime the diffusive time at which a run ends, > 0, a multiple of dt to round-off
 * @param sobolev the number of derivatives in the norms of (3.35), s >= 0
 */
public record Study(
    String name,
    Mixture mixture,
    PluginChoice collisionKernel,
    PluginChoice velocityGrid,
    Optional<TimeStepping> timeIntegrator,
    Optional<Torus> torus,
    Optional<PluginChoice> fluidLimit,
    List<ConcentrationWave> initial,
    List<DriftWave> drift,
    InitialPerturbation perturbation,
    List<Double> knudsen,
    OptionalDouble endTime,
    int sobolev) {

  public Study {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mixture, "mixture");
    Objects.requireNonNull(collisionKernel, "collisionKernel");
    Objects.requireNonNull(velocityGrid, "velocityGrid");
    Objects.requireNonNull(timeIntegrator, "timeIntegrator");
    Objects.requireNonNull(torus, "torus");
    Objects.requireNonNull(fluidLimit, "fluidLimit");
    initial = List.copyOf(initial);
    drift = List.copyOf(drift);
    Objects.requireNonNull(perturbation, "perturbation");
    knudsen = List.copyOf(knudsen);
    Objects.requireNonNull(endTime, "endTime");
  }

  /** An empty builder. */
  public static StudyBuilder builder() {
    return new StudyBuilder();
  }

  /**
   * This study with every part that a sweep needs.
   *
   * @throws StudyException naming the first part that is missing
   */
  public RunSettings requireForRun() {
    return new RunSettings(
        name,
        mixture,
        collisionKernel,
        velocityGrid,
        timeIntegrator.orElseThrow(() -> missing("timeIntegrator")),
        torus.orElseThrow(() -> missing("torus")),
        fluidLimit.orElseThrow(() -> missing("fluidLimit")),
        present(initial, "initial"),
        drift,
        perturbation,
        present(knudsen, "knudsen"),
        endTime.orElseThrow(() -> missing("endTime")),
        sobolev);
  }

  private <T> List<T> present(List<T> list, String key) {
    if (list.isEmpty()) {
      throw missing(key);
    }
    return list;
  }

  private StudyException missing(String key) {
    return new StudyException("study '" + name + "'", 0, key, "missing", StudyKeys.allowed(key));
  }

  /** The collision kernel. */
  public CollisionKernel createCollisionKernel(PluginCatalogue catalogue) {
    return catalogue
        .find(PluginFamily.COLLISION_KERNELS, collisionKernel.id())
        .create(mixture, collisionKernel.parameters());
  }

  /** The velocity space, for the torus of the study, or for d = 1 without one. */
  public VelocitySpace createVelocitySpace(PluginCatalogue catalogue) {
    return catalogue
        .find(PluginFamily.VELOCITY_GRIDS, velocityGrid.id())
        .space(mixture, torus.map(Torus::dimension).orElse(1), velocityGrid.parameters());
  }

  /** The time integrator. */
  public TimeIntegrator createTimeIntegrator(PluginCatalogue catalogue) {
    PluginChoice scheme = timeIntegrator.orElseThrow(() -> missing("timeIntegrator")).scheme();
    return catalogue.find(PluginFamily.TIME_INTEGRATORS, scheme.id()).create(scheme.parameters());
  }

  /** The fluid limit. */
  public FluidLimit createFluidLimit(PluginCatalogue catalogue) {
    PluginChoice limit = fluidLimit.orElseThrow(() -> missing("fluidLimit"));
    return catalogue.find(PluginFamily.FLUID_LIMITS, limit.id()).create(limit.parameters());
  }

  /** The gas, in the velocity space of {@link #createVelocitySpace}. */
  public Gas gas(PluginCatalogue catalogue) {
    CollisionKernel kernel = createCollisionKernel(catalogue);
    VelocitySpace space = createVelocitySpace(catalogue);
    return new Gas(kernel, space, () -> grid(catalogue).harmonics(space, kernel));
  }

  private VelocityGridProvider grid(PluginCatalogue catalogue) {
    return catalogue.find(PluginFamily.VELOCITY_GRIDS, velocityGrid.id());
  }

  /** The parts of a run put together, with the plugins that the study names. */
  public Assembly assembly(PluginCatalogue catalogue, TableCache cache) {
    RunSettings settings = requireForRun();
    Gas gas = gas(catalogue);
    return new Assembly(
        gas,
        grid(catalogue).operator(gas.space(), gas.kernel(), cache),
        settings.torus(),
        createFluidLimit(catalogue),
        new InitialData(initial, drift, perturbation),
        new Stepping(createTimeIntegrator(catalogue), settings.step(), settings.steps()),
        Output.of(sobolev));
  }
}
