package org.knudsen.norm;

import org.knudsen.torus.FourierModes;
import org.knudsen.velocity.VelocitySpace;

/**
 * The projection pi_T of (3.14) onto ker T^eps, T^eps = L / eps^2 - v.grad / eps: the mean over the
 * torus of the fluid projection, pi_T f = Int pi_L f dx. By Lemma 3.8 ker T^eps = ker L and ker
 * v.grad for every eps > 0: what is constant in space and a collision invariant. Immutable.
 */
public final class EquilibriumProjection {

  private final FluidProjection fluid;
  private final FourierModes modes;
  private final int size;

  public EquilibriumProjection(VelocitySpace space, FourierModes modes) {
    this.fluid = new FluidProjection(space);
    this.modes = modes;
    this.size = space.size();
  }

  /**
   * out = pi_T f, a field constant in space; spectra are laid out by {@link FourierModes}, and out
   * may be the other, which is not modified else.
   */
  public void apply(double[] spectrum, double[] out) {
    fluid.apply(spectrum, out, 0);
    java.util.Arrays.fill(out, size, modes.size(size), 0);
  }

  /** The norm of pi_T f in L^2_{x,v}(mu^{-1/2}), which Theorem 2.2 asks to be small at time 0. */
  public double norm(double[] spectrum) {
    double[] coordinates = new double[fluid.rank()];
    fluid.coordinates(spectrum, 0, coordinates);
    double sum = 0;
    for (double c : coordinates) {
      sum += c * c;
    }
    return Math.sqrt(sum);
  }
}
