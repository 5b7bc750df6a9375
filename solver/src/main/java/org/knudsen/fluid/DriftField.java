package org.knudsen.fluid;

import java.util.List;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;
import org.knudsen.torus.Torus;

/** The values of a drift u-bar(t) on grids of a torus. */
final class DriftField {

  private final FourierModes modes;
  private final int dimension;
  private final double[] steady; // of the modes that do not move
  private final List<DriftWave> moving;
  private final boolean zero;

  /**
   * The torus must have all modes, and more than one dimension: in one a divergence-free drift is
   * constant and no frame of reference.
   */
  DriftField(FourierModes modes, List<DriftWave> waves) {
    this.modes = modes;
    this.dimension = modes.torus().dimension();
    this.zero = waves.isEmpty();
    if (dimension == 1 && !zero) {
      throw new IllegalArgumentException(
          "drift of " + waves.size() + " modes on a torus of dimension 1; none there, 2 or 3");
    }
    this.moving = waves.stream().filter(DriftWave::moves).toList();
    this.steady = spectrum(waves.stream().filter(wave -> !wave.moves()).toList(), 0);
    spectrum(moving, 0); // the torus must have them
  }

  private double[] spectrum(List<DriftWave> waves, double time) {
    double[] spectrum = new double[modes.size(dimension)];
    for (DriftWave wave : waves) {
      int[] k = wave.wave().stream().mapToInt(Integer::intValue).toArray();
      modes.indexOf(k); // before amplitudes are read by axis
      double factor = wave.factor(time);
      for (int axis = 0; axis < dimension; axis++) {
        double cos = factor * wave.cos().get(axis);
        double sin = factor * wave.sin().get(axis);
        modes.add(spectrum, dimension, axis, k, cos, sin);
      }
    }
    return spectrum;
  }

  /** The bytes of {@link #on} a grid: the values, and those of each mode that moves. */
  static double bytes(Torus torus, int points, List<DriftWave> waves) {
    long moving = waves.stream().filter(DriftWave::moves).count();
    double fields = moving == 0 ? 1 : 2 + moving;
    return Double.BYTES * fields * torus.dimension() * Math.pow(points, torus.dimension());
  }

  /** Whether it has no modes. */
  boolean isZero() {
    return zero;
  }

  /** The largest frequency of its modes, turns in a unit of time; 0 if it does not move. */
  double frequency() {
    return moving.stream().mapToDouble(DriftWave::frequency).max().orElse(0);
  }

  /** The modes of u-bar(0) with d components, laid out by {@link FourierModes}; a new array. */
  double[] initialSpectrum() {
    double[] spectrum = spectrum(moving, 0);
    for (int e = 0; e < spectrum.length; e++) {
      spectrum[e] += steady[e];
    }
    return spectrum;
  }

  /** u-bar on a grid. */
  OnGrid on(int points) {
    return new OnGrid(points);
  }

  /** u-bar on one grid at any time; owns its values: one thread at a time. */
  final class OnGrid {

    private final double[] base;
    private final double[][] parts; // a moving mode, without its factor in time
    private final double[] values;

    private OnGrid(int points) {
      RealFourier transform = new RealFourier(modes, points, dimension);
      this.base = new double[transform.cells() * dimension];
      transform.toCells(steady, base);
      this.parts = new double[moving.size()][];
      for (int p = 0; p < parts.length; p++) {
        DriftWave wave = moving.get(p);
        parts[p] = new double[base.length];
        transform.toCells(
            spectrum(List.of(new DriftWave(wave.wave(), wave.cos(), wave.sin())), 0), parts[p]);
      }
      this.values = parts.length == 0 ? base : new double[base.length];
    }

    /**
     * u-bar(t), {@code cell * dimension + axis}; without allocation: the same array at every call,
     * overwritten by the next.
     */
    double[] at(double t) {
      if (parts.length == 0) {
        return base;
      }
      System.arraycopy(base, 0, values, 0, base.length);
      for (int p = 0; p < parts.length; p++) {
        double factor = moving.get(p).factor(t);
        double[] part = parts[p];
        for (int e = 0; e < values.length; e++) {
          values[e] += factor * part[e];
        }
      }
      return values;
    }
  }
}
