package org.knudsen.study;

import java.util.List;

/**
 * One Fourier mode of the incompressible drift u-bar of Theorem 2.1: u-bar(x) += cos cos(2 pi k.x)
 * + sin sin(2 pi k.x), with k.cos = k.sin = 0.
 *
 * @param wave k, one integer a direction of the torus
 * @param cos amplitude, one number a direction
 * @param sin amplitude, one number a direction
 */
public record DriftWave(List<Integer> wave, List<Double> cos, List<Double> sin) {

  public DriftWave {
    wave = List.copyOf(wave);
    cos = List.copyOf(cos);
    sin = List.copyOf(sin);
  }
}
