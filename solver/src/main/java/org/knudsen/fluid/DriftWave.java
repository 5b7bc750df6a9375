package org.knudsen.fluid;

import java.util.List;

/**
 * One Fourier mode of the incompressible drift u-bar of Theorem 2.1: u-bar(t, x) += cos(2 pi
 * frequency t + phase) (cos cos(2 pi k.x) + sin sin(2 pi k.x)), with k.cos = k.sin = 0.
 *
 * <p>The theorem asks of u-bar that it be bounded in time. Two modes a quarter of a turn apart make
 * a wave that travels.
 *
 * @param wave k, one integer a direction of the torus; all zero for a uniform drift
 * @param cos amplitude, one number a direction
 * @param sin amplitude, one number a direction
 * @param frequency turns in a unit of diffusive time, >= 0; 0 for a drift that does not move
 * @param phase radians
 */
public record DriftWave(
    List<Integer> wave, List<Double> cos, List<Double> sin, double frequency, double phase) {

  /** How far k.cos and k.sin may be from 0, relative to the sum of the moduli: round-off. */
  private static final double ROUND_OFF = 1e-14;

  public DriftWave {
    wave = List.copyOf(wave);
    cos = List.copyOf(cos);
    sin = List.copyOf(sin);
    check(wave, "cos", cos);
    check(wave, "sin", sin);
    if (!(frequency >= 0) || Double.isInfinite(frequency) || !Double.isFinite(phase)) {
      throw new IllegalArgumentException(
          ("drift wave %s has frequency %s and phase %s; a finite frequency >= 0 and a "
                  + "finite phase")
              .formatted(wave, frequency, phase));
    }
  }

  /** A mode that does not move. */
  public DriftWave(List<Integer> wave, List<Double> cos, List<Double> sin) {
    this(wave, cos, sin, 0, 0);
  }

  /** The same mode, swinging as cos(2 pi frequency t + phase). */
  public DriftWave swinging(double newFrequency, double newPhase) {
    return new DriftWave(wave, cos, sin, newFrequency, newPhase);
  }

  /** Whether it depends on time. */
  public boolean moves() {
    return frequency > 0;
  }

  /** cos(2 pi frequency t + phase), exactly 1 for a mode without frequency and phase. */
  double factor(double t) {
    return Math.cos(2 * Math.PI * frequency * t + phase);
  }

  private static void check(List<Integer> wave, String name, List<Double> amplitude) {
    if (amplitude.size() != wave.size()) {
      throw new IllegalArgumentException(
          "drift wave %s has %s amplitude %s; one number a direction is needed"
              .formatted(wave, name, amplitude));
    }
    double divergence = divergence(wave, amplitude);
    if (divergence != 0) {
      throw new IllegalArgumentException(
          ("drift wave %s has k.%s = %s; the drift must be finite and divergence-free, 0 "
                  + "to round-off")
              .formatted(wave, name, divergence));
    }
  }

  /** k.u of a mode k with an amplitude u as long, 0 where it is round-off. */
  public static double divergence(List<Integer> wave, List<Double> amplitude) {
    double divergence = 0;
    double size = 0;
    for (int axis = 0; axis < wave.size(); axis++) {
      divergence += wave.get(axis) * amplitude.get(axis);
      size += Math.abs(wave.get(axis) * amplitude.get(axis));
    }
    return Math.abs(divergence) <= ROUND_OFF * size && Double.isFinite(size) ? 0 : divergence;
  }
}
