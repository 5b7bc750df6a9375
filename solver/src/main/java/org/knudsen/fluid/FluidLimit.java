package org.knudsen.fluid;

import java.util.List;

/**
 * A macroscopic system that the kinetic equation is compared with (Theorem 2.4 admits any): it
 * gives the concentrations and velocities from which the local Maxwellian M^eps of (2.2) is built.
 */
public interface FluidLimit {

  /** How tables call it. */
  String name();

  /**
   * Refuses a drift that the limit cannot carry; by default it carries every one. Called when a
   * study is read, and by {@link #equation}.
   *
   * @throws IllegalArgumentException saying what of the drift there is no place for
   */
  default void requireDrift(List<DriftWave> drift) {}

  /** The equation of the limit for one setting (mixture, torus, eps, initial data). */
  FluidEquation equation(FluidSetting setting);
}
