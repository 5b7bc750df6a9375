package org.knudsen.velocity;

/**
 * Capability: the local Maxwellian of one species with given concentration, velocity and
 * temperature, as a deviation from mu, without cancellation at small eps.
 */
public interface MaxwellianExpansion {

  /**
   * Writes (M - mu)_i / eps for M_i = (c_i + eps ct_i) G_i(v - U), G_i the centred Gaussian of the
   * species (1.10) with temperature 1 + eps theta > 0, U = eps u.
   *
   * @param species i
   * @param eps the Knudsen number, > 0
   * @param concentrationDeviation ct_i = (concentration - c_{i,infinity}) / eps
   * @param ux the species velocity u_i, so that M is centred at eps u_i; likewise uy, uz
   * @param temperatureDeviation theta = (temperature - 1) / eps
   * @param out modes() entries from {@code offset} on are overwritten
   */
  void deviation(
      int species,
      double eps,
      double concentrationDeviation,
      double ux,
      double uy,
      double uz,
      double temperatureDeviation,
      double[] out,
      int offset);

  /** The same at temperature 1. */
  default void deviation(
      int species,
      double eps,
      double concentrationDeviation,
      double ux,
      double uy,
      double uz,
      double[] out,
      int offset) {
    deviation(species, eps, concentrationDeviation, ux, uy, uz, 0, out, offset);
  }
}
