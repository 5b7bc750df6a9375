package org.knudsen.fluid;

import java.util.List;
import java.util.function.Supplier;
import org.knudsen.collision.LinearizedHarmonics;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.torus.Torus;

/**
 * What a fluid limit is set up from.
 *
 * @param mixture species with their equilibrium concentrations
 * @param kernel the collision kernel, from which transport coefficients follow
 * @param harmonics L in the velocity space of the kinetic run, for limits with the transport
 *     coefficients of that very space; throws where the space does not offer it, naming the space
 * @param torus the spatial grid
 * @param eps the Knudsen number, > 0
 * @param initial Fourier modes of ct_i at time 0, summing to zero over species
 * @param drift Fourier modes of u-bar, divergence-free; empty for d = 1
 */
public record FluidSetting(
    Mixture mixture,
    CollisionKernel kernel,
    Supplier<LinearizedHarmonics> harmonics,
    Torus torus,
    double eps,
    List<ConcentrationWave> initial,
    List<DriftWave> drift) {

  public FluidSetting {
    initial = List.copyOf(initial);
    drift = List.copyOf(drift);
    if (!(eps > 0) || Double.isInfinite(eps)) {
      throw new IllegalArgumentException("Knudsen number is " + eps + "; a finite number > 0");
    }
  }

  /** A setting without drift and without a velocity space. */
  public FluidSetting(
      Mixture mixture,
      CollisionKernel kernel,
      Torus torus,
      double eps,
      List<ConcentrationWave> initial) {
    this(mixture, kernel, FluidSetting::noHarmonics, torus, eps, initial, List.of());
  }

  private static LinearizedHarmonics noHarmonics() {
    throw new IllegalStateException(
        "this fluid setting has no velocity space; give one that offers LinearizedHarmonics");
  }
}
