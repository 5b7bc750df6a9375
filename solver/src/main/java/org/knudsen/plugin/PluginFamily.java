package org.knudsen.plugin;

import java.util.List;

/**
 * A plugin family: one kind of thing that a study chooses by id.
 *
 * @param <P> the provider interface
 */
public final class PluginFamily<P extends Provider> {

  public static final PluginFamily<CollisionKernelProvider> COLLISION_KERNELS =
      new PluginFamily<>("collisionKernel", "collision kernel", CollisionKernelProvider.class);
  public static final PluginFamily<VelocityGridProvider> VELOCITY_GRIDS =
      new PluginFamily<>("velocityGrid", "velocity grid", VelocityGridProvider.class);
  public static final PluginFamily<TimeIntegratorProvider> TIME_INTEGRATORS =
      new PluginFamily<>("timeIntegrator", "time integrator", TimeIntegratorProvider.class);
  public static final PluginFamily<FluidLimitProvider> FLUID_LIMITS =
      new PluginFamily<>("fluidLimit", "fluid limit", FluidLimitProvider.class);

  private final String key;
  private final String title;
  private final Class<P> type;

  private PluginFamily(String key, String title, Class<P> type) {
    this.key = key;
    this.title = title;
    this.type = type;
  }

  /** All families, in the order of a run. */
  public static List<PluginFamily<?>> all() {
    return List.of(COLLISION_KERNELS, VELOCITY_GRIDS, TIME_INTEGRATORS, FLUID_LIMITS);
  }

  /** The key of a study file under which one is chosen, for instance "collisionKernel". */
  public String key() {
    return key;
  }

  /** How messages call one, for instance "collision kernel". */
  public String title() {
    return title;
  }

  /** The provider interface, whose name is the file's name in META-INF/services. */
  public Class<P> type() {
    return type;
  }

  @Override
  public String toString() {
    return title;
  }
}
