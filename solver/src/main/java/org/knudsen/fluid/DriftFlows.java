package org.knudsen.fluid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Ready-made incompressible drifts u-bar, as Fourier modes. */
public final class DriftFlows {

  private DriftFlows() {}

  /**
   * A shear flow on a torus of dimension 2 or 3: u-bar along {@code axis} is amplitude sin(2 pi k
   * x_across), k not 0, and constant along {@code axis}.
   */
  public static List<DriftWave> shear(
      int dimension, int axis, int across, int k, double amplitude) {
    requirePlane(dimension);
    if (axis == across
        || Math.min(axis, across) < 0
        || Math.max(axis, across) >= dimension
        || k == 0) {
      throw new IllegalArgumentException(
          ("shear along axis %s that varies along axis %s with wave number %s; two "
                  + "different axes of 0..%s and a wave number other than 0")
              .formatted(axis, across, k, dimension - 1));
    }
    List<Integer> wave = new ArrayList<>(Collections.nCopies(dimension, 0));
    wave.set(across, k);
    List<Double> sin = new ArrayList<>(Collections.nCopies(dimension, 0.0));
    sin.set(axis, amplitude);
    return List.of(new DriftWave(wave, Collections.nCopies(dimension, 0.0), sin));
  }

  /**
   * The Taylor-Green vortices of axes 0 and 1, k not 0: u-bar = amplitude (sin a cos b, -cos a sin
   * b) with a = 2 pi k x, b = 2 pi k y; in three dimensions constant along z, with no flow along
   * it.
   */
  public static List<DriftWave> taylorGreen(int dimension, int k, double amplitude) {
    requirePlane(dimension);
    if (k == 0) {
      throw new IllegalArgumentException("Taylor-Green wave number is 0; an integer other than 0");
    }
    // sin a cos b and cos a sin b are half the sum and the difference of sin(a + b) and sin(a - b)
    return List.of(
        mode(dimension, k, k, amplitude / 2, -amplitude / 2),
        mode(dimension, k, -k, amplitude / 2, amplitude / 2));
  }

  private static DriftWave mode(int dimension, int kx, int ky, double sinX, double sinY) {
    List<Double> none = Collections.nCopies(dimension, 0.0);
    return dimension == 2
        ? new DriftWave(List.of(kx, ky), none, List.of(sinX, sinY))
        : new DriftWave(List.of(kx, ky, 0), none, List.of(sinX, sinY, 0.0));
  }

  private static void requirePlane(int dimension) {
    if (dimension != 2 && dimension != 3) {
      throw new IllegalArgumentException(
          "dimension of a drift is " + dimension + "; 2 or 3, in one dimension it is constant");
    }
  }
}
