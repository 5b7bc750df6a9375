package org.knudsen.fluid;

import java.util.List;
import java.util.OptionalDouble;
import org.knudsen.time.TimeIntegrator;

/**
 * A macroscopic system that the kinetic equation is compared with (Theorem 2.4 admits any): it
 * gives the concentrations and velocities from which the local Maxwellian M^eps of (2.2) is built.
 */
public interface FluidLimit {

  /** How tables call it. */
  String name();

  /**
   * Refuses a drift that the limit cannot carry, by an IllegalArgumentException that says what of
   * it there is no place for; by default it carries every one. Called when a study is read, and by
   * {@link #equation}.
   */
  default void requireDrift(List<DriftWave> drift) {}

  /**
   * For a limit whose solutions relax to equilibrium as Theorem 2.1 says: the rate at which small
   * data decay without drift, by linear theory. A run then measures the theorem's conclusions along
   * the solution. By default empty, for a limit that the theorem is not about.
   */
  default OptionalDouble relaxationRate(FluidSetting setting) {
    return OptionalDouble.empty();
  }

  /**
   * The bytes of an equation, its state and a stepper of it, known before they are built; empty if
   * not stated. A scheme that does not state its own counts as nothing.
   */
  default OptionalDouble bytes(FluidSetting setting, TimeIntegrator scheme) {
    return OptionalDouble.empty();
  }

  /** The equation of the limit for one setting (mixture, torus, eps, initial data). */
  FluidEquation equation(FluidSetting setting);
}
