package org.knudsen.fluid;

import java.util.List;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.torus.Torus;

/**
 * What a fluid limit is set up from.
 *
 * @param mixture species with their equilibrium concentrations
 * @param kernel the collision kernel, from which transport coefficients follow
 * @param torus the spatial grid
 * @param eps the Knudsen number, > 0
 * @param initial Fourier modes of ct_i at time 0, summing to zero over species
 */
public record FluidSetting(
    Mixture mixture,
    CollisionKernel kernel,
    Torus torus,
    double eps,
    List<ConcentrationWave> initial) {

  public FluidSetting {
    initial = List.copyOf(initial);
    if (!(eps > 0) || Double.isInfinite(eps)) {
      throw new IllegalArgumentException("Knudsen number is " + eps + "; a finite number > 0");
    }
  }
}
