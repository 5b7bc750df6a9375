package org.knudsen.run;

import java.util.List;

/**
 * One Fourier and velocity mode of f^in: f_i(x, v) += (cos * cos(2 pi k.x) + sin * sin(2 pi k.x))
 * psi_{i;nlm}(v), psi the orthonormal Burnett functions of L^2(mu^{-1/2}) ({@link
 * org.knudsen.velocity.BurnettSpace}): (0, 0, 0) is the concentration, (0, 1, m) the velocity, (1,
 * 0, 0) the energy with a minus, (1, 1, m) the heat flux, (0, 2, m) the stress of a species.
 *
 * @param species index i
 * @param wave k, one integer a direction of the torus; all zero for a constant in space
 * @param n radial number, >= 0
 * @param l order of the harmonic, >= 0
 * @param m azimuthal number about axis 0, |m| &lt;= l; 0 in a slab
 * @param cos amplitude
 * @param sin amplitude; without effect for the zero wave
 */
public record PerturbationWave(
    int species, List<Integer> wave, int n, int l, int m, double cos, double sin) {

  public PerturbationWave {
    wave = List.copyOf(wave);
    if (species < 0 || n < 0 || l < 0 || Math.abs(m) > l) {
      throw new IllegalArgumentException(
          "perturbation of species %s in mode (n, l, m) = (%s, %s, %s); at least 0, and |m| <= l"
              .formatted(species, n, l, m));
    }
    if (!Double.isFinite(cos) || !Double.isFinite(sin)) {
      throw new IllegalArgumentException(
          "amplitudes of perturbation %s are cos %s, sin %s; finite numbers"
              .formatted(wave, cos, sin));
    }
  }
}
