package org.knudsen.fluid;

import java.util.List;

/**
 * One Fourier mode of the incompressible drift u-bar of Theorem 2.1: u-bar(x) += cos cos(2 pi k.x)
 * + sin sin(2 pi k.x), with k.cos = k.sin = 0.
 *
 * @param wave k, one integer a direction of the torus; all zero for a constant drift
 * @param cos amplitude, one number a direction
 * @param sin amplitude, one number a direction
 */
public record DriftWave(List<Integer> wave, List<Double> cos, List<Double> sin) {

  /** How far k.cos and k.sin may be from 0, relative to the sum of the moduli: round-off. */
  private static final double ROUND_OFF = 1e-14;

  /**
   * @throws IllegalArgumentException if the lists differ in length, an amplitude is not finite, or
   *     the mode is compressible
   */
  public DriftWave {
    wave = List.copyOf(wave);
    cos = List.copyOf(cos);
    sin = List.copyOf(sin);
    check(wave, "cos", cos);
    check(wave, "sin", sin);
  }

  private static void check(List<Integer> wave, String name, List<Double> amplitude) {
    if (amplitude.size() != wave.size()) {
      throw new IllegalArgumentException(
          "drift wave "
              + wave
              + " has "
              + name
              + " amplitude "
              + amplitude
              + "; one number a direction is needed");
    }
    double divergence = 0;
    double size = 0;
    for (int axis = 0; axis < wave.size(); axis++) {
      divergence += wave.get(axis) * amplitude.get(axis);
      size += Math.abs(wave.get(axis) * amplitude.get(axis));
    }
    if (!(Math.abs(divergence) <= ROUND_OFF * size) || !Double.isFinite(size)) {
      throw new IllegalArgumentException(
          "drift wave "
              + wave
              + " has k."
              + name
              + " = "
              + divergence
              + "; the drift must be finite and divergence-free, 0 to round-off");
    }
  }
}
