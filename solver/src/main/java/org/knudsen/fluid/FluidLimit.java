package org.knudsen.fluid;

/**
 * A macroscopic system that the kinetic equation is compared with (Theorem 2.4 admits any): it
 * gives the concentrations and velocities from which the local Maxwellian M^eps of (2.2) is built.
 */
public interface FluidLimit {

  /** How tables call it. */
  String name();

  /** The equation of the limit for one setting (mixture, torus, eps, initial data). */
  FluidEquation equation(FluidSetting setting);
}
