package org.knudsen.fluid;

import org.knudsen.mixture.Mixture;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;

/**
 * Measures what Theorem 2.1 is about at one time of a solution; {@link Relaxation} has the theorem.
 *
 * <p>Norms are sums over multi-indices |alpha| &lt;= s of squared derivatives, exact on the Fourier
 * modes of the torus's grid. ut = (u - ubar) / eps loses |ubar| / (eps |ut|) of its digits where
 * there is a drift.
 *
 * <p>Owns workspace: one thread at a time.
 */
public final class RelaxationNorms {

  private final Mixture mixture;
  private final double eps;
  private final int order;
  private final int dimension;
  private final FourierModes modes;
  private final RealFourier concentrations;
  private final RealFourier velocities;
  private final DriftField.OnGrid drift;
  private final double[] deviation;
  private final double[] velocity;
  private final double[] concentrationSpectrum;
  private final double[] velocitySpectrum;

  /** Norms of order s >= 1 of the solutions of a setting. */
  public RelaxationNorms(FluidSetting setting, int order) {
    if (order < 1) {
      throw new IllegalArgumentException(
          "order of derivatives is " + order + "; at least 1, velocities are measured in H^{s-1}");
    }
    this.mixture = setting.mixture();
    this.eps = setting.knudsen();
    this.order = order;
    this.dimension = setting.torus().dimension();
    this.modes = new FourierModes(setting.torus());
    int species = mixture.size();
    this.concentrations = new RealFourier(setting.torus(), species);
    this.velocities = new RealFourier(setting.torus(), species * dimension);
    this.drift = new DriftField(modes, setting.drift()).on(setting.torus().points());
    this.deviation = new double[setting.torus().cells() * species];
    this.velocity = new double[setting.torus().cells() * species * dimension];
    this.concentrationSpectrum = new double[concentrations.spectrumSize()];
    this.velocitySpectrum = new double[velocities.spectrumSize()];
  }

  /** Measures the fields at a time, which are not modified. */
  public Relaxation.Point at(double time, FluidFields fields) {
    int species = mixture.size();
    double[] ubar = drift.at(time);
    double smallest = Double.POSITIVE_INFINITY;
    double sumDefect = 0;
    double fluxDefect = 0;
    for (int cell = 0; cell < fields.cells; cell++) {
      double sum = 0;
      for (int i = 0; i < species; i++) {
        double value = fields.concentrationDeviation[cell * species + i];
        deviation[cell * species + i] = value;
        smallest = Math.min(smallest, mixture.concentration(i) + eps * value);
        sum += value;
      }
      sumDefect = Math.max(sumDefect, Math.abs(sum));
      for (int axis = 0; axis < dimension; axis++) {
        double flux = 0;
        for (int i = 0; i < species; i++) {
          double value =
              (fields.velocity[(cell * species + i) * 3 + axis] - ubar[cell * dimension + axis])
                  / eps;
          velocity[(cell * species + i) * dimension + axis] = value;
          flux += (mixture.concentration(i) + eps * deviation[cell * species + i]) * value;
        }
        fluxDefect = Math.max(fluxDefect, Math.abs(flux));
      }
    }
    concentrations.toSpectrum(deviation, concentrationSpectrum);
    velocities.toSpectrum(velocity, velocitySpectrum);
    double meanDefect = 0;
    double concentration = 0;
    double low = 0;
    double high = 0;
    for (int i = 0; i < species; i++) {
      meanDefect = Math.max(meanDefect, Math.abs(concentrationSpectrum[i]));
      concentration +=
          squaredNorm(concentrationSpectrum, species, i, order) / mixture.concentration(i);
      for (int axis = 0; axis < dimension; axis++) {
        int component = i * dimension + axis;
        low += squaredNorm(velocitySpectrum, species * dimension, component, order - 1);
        high += squaredNorm(velocitySpectrum, species * dimension, component, order);
      }
    }
    return new Relaxation.Point(
        time,
        Math.sqrt(concentration),
        Math.sqrt(low),
        Math.sqrt(high),
        smallest,
        sumDefect,
        fluxDefect,
        meanDefect);
  }

  /** The squared H^s norm of one component. */
  private double squaredNorm(double[] spectrum, int components, int component, int s) {
    double sum = spectrum[component] * spectrum[component];
    for (int w = 1; w < modes.count(); w++) {
      int at = modes.offset(w, components) + component;
      double re = spectrum[at];
      double im = spectrum[at + components];
      sum += 2 * weight(w, 0, s) * (re * re + im * im); // k and -k
    }
    return sum;
  }

  /** sum over |alpha| &lt;= s of prod (2 pi k_axis)^{2 alpha_axis}, axes from {@code axis} on. */
  private double weight(int w, int axis, int s) {
    if (axis == dimension) {
      return 1;
    }
    double square = Math.pow(2 * Math.PI * modes.wave(w, axis), 2);
    double power = 1;
    double sum = 0;
    for (int a = 0; a <= s; a++) {
      sum += power * weight(w, axis + 1, s - a);
      power *= square;
    }
    return sum;
  }
}
