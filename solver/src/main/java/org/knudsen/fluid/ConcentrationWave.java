package org.knudsen.fluid;

import java.util.List;

/**
 * One Fourier mode of the initial concentration deviation: ct_i(x) += cos * cos(2 pi k.x) + sin *
 * sin(2 pi k.x).
 *
 * @param species index i
 * @param wave k, one integer a direction of the torus, not all zero (zero mean)
 * @param cos amplitude
 * @param sin amplitude
 */
public record ConcentrationWave(int species, List<Integer> wave, double cos, double sin) {

  public ConcentrationWave {
    wave = List.copyOf(wave);
    if (wave.stream().allMatch(k -> k == 0)) {
      throw new IllegalArgumentException(
          "wave %s of species %s is constant; the mean of ct_i must be zero"
              .formatted(wave, species));
    }
    if (!Double.isFinite(cos) || !Double.isFinite(sin)) {
      throw new IllegalArgumentException(
          "amplitudes of wave " + wave + " are cos " + cos + ", sin " + sin + "; finite numbers");
    }
  }
}
