package org.knudsen.plugin;

import java.util.List;

/**
 * A plugin family: one kind of thing that a study chooses by id.
 *
 * @param <P> the provider interface
 * @param key of a study file under which one is chosen, for instance "collisionKernel"; of an
 *     engine, which is in no study, how tables call it
 * @param title how messages call one, for instance "collision kernel"
 * @param type the provider interface, whose name is the file's name in META-INF/services
 */
public record PluginFamily<P extends Provider>(String key, String title, Class<P> type) {

  public static final PluginFamily<CollisionKernelProvider> COLLISION_KERNELS =
      new PluginFamily<>("collisionKernel", "collision kernel", CollisionKernelProvider.class);
  public static final PluginFamily<VelocityGridProvider> VELOCITY_GRIDS =
      new PluginFamily<>("velocityGrid", "velocity grid", VelocityGridProvider.class);
  public static final PluginFamily<TimeIntegratorProvider> TIME_INTEGRATORS =
      new PluginFamily<>("timeIntegrator", "time integrator", TimeIntegratorProvider.class);
  public static final PluginFamily<FluidLimitProvider> FLUID_LIMITS =
      new PluginFamily<>("fluidLimit", "fluid limit", FluidLimitProvider.class);
  public static final PluginFamily<SweepEngineProvider> SWEEP_ENGINES =
      new PluginFamily<>("sweepEngine", "sweep engine", SweepEngineProvider.class);

  /** All families, in the order of a run. */
  public static List<PluginFamily<?>> all() {
    return List.of(
        COLLISION_KERNELS, VELOCITY_GRIDS, TIME_INTEGRATORS, FLUID_LIMITS, SWEEP_ENGINES);
  }

  /**
   * The family of a provider.
   *
   * @throws IllegalArgumentException if it implements none of their interfaces, or several
   */
  public static PluginFamily<?> of(Provider provider) {
    List<PluginFamily<?>> found =
        all().stream().filter(f -> f.type().isInstance(provider)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "%s is of %s families; it must implement one of %s"
              .formatted(
                  provider.getClass().getName(),
                  found.size(),
                  all().stream().map(f -> f.type().getSimpleName()).toList()));
    }
    return found.get(0);
  }

  @Override
  public String toString() {
    return title;
  }
}
