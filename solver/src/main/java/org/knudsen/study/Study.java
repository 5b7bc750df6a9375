package org.knudsen.study;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.collision.Gas;
import org.knudsen.collision.TableCache;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.VelocityGridProvider;
import org.knudsen.run.Assembly;
import org.knudsen.run.Stepping;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.velocity.VelocitySpace;

/**
 * A study: the choice of a gas, which is all that hypotheses, spectrum and transport coefficients
 * need, and the plan of its runs. Made by {@link StudyFile} or by {@link #builder()}, both of which
 * check it; equal when all its values are equal.
 *
 * @param name how tables and files call it; not blank
 * @param dimension d of the torus, whose symmetry the velocity space has; 1 without a torus
 * @param plan empty where a key is missing that a run needs
 * @param vary what a sweep varies; a study that varies something is, in its other parts, that of
 *     the first value of each
 * @param tree all that was read, as maps, lists, texts and numbers in the shape and order of the
 *     file, without keys that are missing; with defaults, unless the study varies something;
 *     immutable
 */
public record Study(
    String name,
    Mixture mixture,
    PluginChoice collisionKernel,
    PluginChoice velocityGrid,
    int dimension,
    Optional<RunPlan> plan,
    List<Variation> vary,
    Map<String, Object> tree) {

  public Study {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mixture, "mixture");
    Objects.requireNonNull(collisionKernel, "collisionKernel");
    Objects.requireNonNull(velocityGrid, "velocityGrid");
    Objects.requireNonNull(plan, "plan");
    vary = List.copyOf(vary);
    Objects.requireNonNull(tree, "tree");
  }

  /** An empty builder. */
  public static StudyBuilder builder() {
    return new StudyBuilder(Map.of());
  }

  /** The same, as the first of those that vary something. */
  Study varying(List<Variation> all, Map<String, Object> given) {
    return new Study(name, mixture, collisionKernel, velocityGrid, dimension, plan, all, given);
  }

  /**
   * The plan of the runs, or a {@link StudyException} naming the first key that is missing, or that
   * the study varies something: then it is a sweep ({@link SweepPlan}).
   */
  public RunPlan requireForRun() {
    if (!vary.isEmpty()) {
      throw new StudyException(
          "study '" + name + "'", 0, StudyReader.VARY, "found a sweep", "nothing, for one run");
    }
    return firstPlan();
  }

  /** The same for the first value of each that varies. */
  RunPlan firstPlan() {
    if (plan.isPresent()) {
      return plan.get();
    }
    String key = StudyReader.missing(tree::containsKey).orElseThrow();
    throw new StudyException("study '" + name + "'", 0, key, "missing", StudyReader.allowed(key));
  }

  public CollisionKernel createCollisionKernel(PluginCatalogue catalogue) {
    return catalogue
        .find(PluginFamily.COLLISION_KERNELS, collisionKernel.id())
        .create(mixture, collisionKernel.parameters());
  }

  public VelocitySpace createVelocitySpace(PluginCatalogue catalogue) {
    return grid(catalogue).space(mixture, dimension, velocityGrid.parameters());
  }

  public TimeIntegrator createTimeIntegrator(PluginCatalogue catalogue) {
    PluginChoice scheme = requireForRun().timeIntegrator();
    return catalogue.find(PluginFamily.TIME_INTEGRATORS, scheme.id()).create(scheme.parameters());
  }

  public FluidLimit createFluidLimit(PluginCatalogue catalogue) {
    PluginChoice limit = requireForRun().fluidLimit();
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

  /** How many tables {@link #assembly} asks of its cache. */
  int tables(PluginCatalogue catalogue) {
    return grid(catalogue).tables(createVelocitySpace(catalogue));
  }

  /** The parts of a run put together, with the plugins that the study names. */
  public Assembly assembly(PluginCatalogue catalogue, TableCache cache) {
    requireForRun();
    Gas gas = gas(catalogue);
    return assembly(catalogue, gas, grid(catalogue).operator(gas.space(), gas.kernel(), cache));
  }

  /** The same with a gas and an operator of a study that has the same, built before. */
  public Assembly assembly(PluginCatalogue catalogue, Gas gas, CollisionOperator operator) {
    RunPlan run = requireForRun();
    return new Assembly(
        gas,
        operator,
        run.torus(),
        createFluidLimit(catalogue),
        run.data(),
        new Stepping(createTimeIntegrator(catalogue), run.step(), run.steps()),
        run.output());
  }
}
