package org.knudsen.fluid;

import java.util.List;
import org.knudsen.collision.Gas;
import org.knudsen.mixture.Mixture;
import org.knudsen.torus.Torus;

/**
 * What a fluid limit is set up from.
 *
 * @param gas the mixture, the collision kernel from which Maxwell-Stefan coefficients follow, and L
 *     in the velocity space of the kinetic run, for limits with the transport coefficients of that
 *     very space
 * @param torus the spatial grid
 * @param knudsen the Knudsen number, > 0
 * @param initial Fourier modes of ct_i at time 0, summing to zero over species
 * @param drift Fourier modes of u-bar, divergence-free; empty for d = 1
 */
public record FluidSetting(
    Gas gas, Torus torus, double knudsen, List<ConcentrationWave> initial, List<DriftWave> drift) {

  public FluidSetting {
    initial = List.copyOf(initial);
    drift = List.copyOf(drift);
    requireKnudsen(knudsen);
  }

  /** A Knudsen number, which must be finite and > 0. */
  public static double requireKnudsen(double knudsen) {
    if (!(knudsen > 0) || Double.isInfinite(knudsen)) {
      throw new IllegalArgumentException("Knudsen number is " + knudsen + "; a finite number > 0");
    }
    return knudsen;
  }

  /** The species with their equilibrium concentrations. */
  public Mixture mixture() {
    return gas.mixture();
  }
}
