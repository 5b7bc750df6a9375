package org.knudsen.fluid;

import java.util.List;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;

/** The values of a drift u-bar on grids of a torus. */
final class DriftField {

  private final FourierModes modes;
  private final int dimension;
  private final double[] spectrum;
  private final boolean zero;

  /**
   * @throws IllegalArgumentException if a mode is not one of the torus, or the torus has one
   *     dimension, where a divergence-free drift is constant and no frame of reference
   */
  DriftField(FourierModes modes, List<DriftWave> waves) {
    this.modes = modes;
    this.dimension = modes.torus().dimension();
    this.zero = waves.isEmpty();
    if (dimension == 1 && !zero) {
      throw new IllegalArgumentException(
          "drift of " + waves.size() + " modes on a torus of dimension 1; none there, 2 or 3");
    }
    this.spectrum = new double[modes.size(dimension)];
    for (DriftWave wave : waves) {
      int[] k = wave.wave().stream().mapToInt(Integer::intValue).toArray();
      modes.indexOf(k); // before amplitudes are read by axis
      for (int axis = 0; axis < dimension; axis++) {
        modes.add(spectrum, dimension, axis, k, wave.cos().get(axis), wave.sin().get(axis));
      }
    }
  }

  /** Whether it has no modes. */
  boolean isZero() {
    return zero;
  }

  /** The modes of u-bar with d components, laid out by {@link FourierModes}; a new array. */
  double[] spectrum() {
    return spectrum.clone();
  }

  /** u-bar on a grid, {@code cell * dimension + axis}, a new array. */
  double[] on(int points) {
    RealFourier transform = new RealFourier(modes, points, dimension);
    double[] values = new double[transform.cells() * dimension];
    transform.toCells(spectrum, values);
    return values;
  }
}
