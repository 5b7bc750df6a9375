package org.knudsen.velocity;

import org.knudsen.mixture.Mixture;

/**
 * A finite-dimensional space of velocity distributions h = (h_1, ..., h_N) of a mixture, in which a
 * run computes.
 *
 * <p>A field over cells is one flat array, cell-major, then species, then mode: entry {@code (cell
 * * N + species) * modes() + mode}. One distribution ("state at a point") is the same with one
 * cell; its length is {@link #size()}.
 *
 * <p>Modes are orthonormal in L^2(mu^{-1/2}): the product of two distributions is the sum over
 * species and modes. Beyond that this contract does not say what a mode is; values at nodes are
 * divided by the root of mu over the weight. What a space can do beyond existing is said by small
 * capability interfaces ({@link Streaming}, {@link Moments}, ...), asked for by {@link #require};
 * what is missing is reported by name.
 */
public interface VelocitySpace {

  /** The mixture it was made for. */
  Mixture mixture();

  /** Modes (or nodes) a species. */
  int modes();

  /** N * modes(), the length of one distribution. */
  default int size() {
    return mixture().size() * modes();
  }

  /** One line for tables and cards, for instance "burnett, degree 10, slab: 36 modes a species". */
  String describe();

  /**
   * This space as the given capability; if it does not offer it, a {@link
   * MissingCapabilityException} names both.
   */
  default <T> T require(Class<T> capability) {
    if (!capability.isInstance(this)) {
      throw new MissingCapabilityException(describe(), capability);
    }
    return capability.cast(this);
  }
}
