package org.knudsen.plugin;

import org.knudsen.fluid.FluidLimit;

/** A macroscopic system that the kinetic equation is compared with (Theorems 2.1 and 2.4). */
public interface FluidLimitProvider extends Provider {

  /** The limit, from parameters checked against {@link #parameters()}. */
  FluidLimit create(ParameterValues parameters);
}
