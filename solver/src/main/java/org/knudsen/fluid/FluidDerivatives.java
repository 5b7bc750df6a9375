package org.knudsen.fluid;

import java.util.Arrays;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;
import org.knudsen.torus.Torus;

/**
 * The fields of a fluid limit at the cells of a torus with their first derivatives in time and
 * space, at one time. What the source term of (1.13) is made of.
 *
 * <p>Time derivatives are those of the semi-discrete equation y' = A y + N(t, y), carried through
 * the fields by an eighth-order central difference along y': the fields are analytic in the state,
 * so with a step that changes it by one part in a hundred both truncation and round-off are near
 * 1e-13 of their size. This asks nothing of a limit beyond its contract. Fields that depend on t
 * besides ({@link FluidEquation#explicitFrequency}) add the same difference along t with the state
 * held, at a step of a fiftieth of a radian. Space derivatives are spectral.
 *
 * <p>Owns workspace: one thread at a time.
 */
public final class FluidDerivatives {

  private static final double[] STENCIL = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};
  private static final double RELATIVE_STEP = 0.01;
  private static final double RADIANS = 0.02; // of a step: truncation 1e-16, round-off 1e-14

  private final FluidEquation equation;
  private final int species;
  private final int dimension;
  private final RealFourier transform; // of 4 N + 1 components: ct_i, u_i, theta
  private final FluidFields value;
  private final FluidFields rate;
  private final FluidFields shifted;
  private final double[] packed;
  private final double[] spectrum;
  private final double[] derived;
  private final int components; // 4 N + 1
  private final double[][] gradient; // [axis][cell * components + 4 i + (0: ct, 1 + a: u_a)]
  private final double[] slope;
  private final double[] nonlinear;
  private final double[] state;

  public FluidDerivatives(FluidEquation equation, Torus torus, int species) {
    this.equation = equation;
    this.species = species;
    this.dimension = torus.dimension();
    this.components = 4 * species + 1;
    this.transform = new RealFourier(new FourierModes(torus), torus.points(), components);
    this.value = new FluidFields(torus.cells(), species);
    this.rate = new FluidFields(torus.cells(), species);
    this.shifted = new FluidFields(torus.cells(), species);
    this.packed = new double[torus.cells() * components];
    this.spectrum = new double[transform.spectrumSize()];
    this.derived = new double[spectrum.length];
    this.gradient = new double[dimension][packed.length];
    this.slope = new double[equation.size()];
    this.nonlinear = new double[equation.size()];
    this.state = new double[equation.size()];
  }

  /** The bytes of the fields, their derivatives in time and space, and workspace. */
  public static double bytes(Torus torus, int species) {
    double components = 4.0 * species + 1;
    double fields = (3 + torus.dimension()) * Math.pow(torus.points(), torus.dimension());
    return RealFourier.bytes(torus, torus.points(), components)
        + Double.BYTES * (components * fields + 2 * FourierModes.size(torus, components));
  }

  /** d of the torus. */
  public int dimension() {
    return dimension;
  }

  /** The fields at the time last evaluated. */
  public FluidFields fields() {
    return value;
  }

  /** Their time derivatives, in the same layout. */
  public FluidFields rates() {
    return rate;
  }

  /** d ct_i / dx_axis in a cell. */
  public double concentrationGradient(int cell, int i, int axis) {
    return gradient[axis][cell * components + 4 * i];
  }

  /** d u_{i,component} / dx_axis in a cell. */
  public double velocityGradient(int cell, int i, int axis, int component) {
    return gradient[axis][cell * components + 4 * i + 1 + component];
  }

  /** d theta / dx_axis in a cell. */
  public double temperatureGradient(int cell, int axis) {
    return gradient[axis][cell * components + 4 * species];
  }

  /**
   * Evaluates everything at time t from the state y of the fluid equation, which is not modified.
   */
  public void evaluate(double t, double[] y) {
    equation.fields(t, y, value);
    rates(t, y);
    for (int cell = 0; cell < value.cells; cell++) {
      for (int i = 0; i < species; i++) {
        int at = cell * species + i;
        int to = cell * components + 4 * i;
        packed[to] = value.concentrationDeviation[at];
        System.arraycopy(value.velocity, 3 * at, packed, to + 1, 3);
      }
      packed[cell * components + 4 * species] = value.temperatureDeviation[cell];
    }
    transform.toSpectrum(packed, spectrum);
    for (int axis = 0; axis < dimension; axis++) {
      transform.modes().derivative(spectrum, components, axis, derived);
      transform.toCells(derived, gradient[axis]);
    }
  }

  private void rates(double t, double[] y) {
    rate.clear();
    double frequency = equation.explicitFrequency();
    if (frequency > 0) {
      Arrays.fill(slope, 0);
      difference(t, y, RADIANS / (2 * Math.PI * frequency), 1);
    }
    if (y.length == 0) {
      return;
    }
    equation.linear().apply(y, slope);
    equation.nonlinear(t, y, nonlinear);
    double size = 0;
    double speed = 0;
    for (int a = 0; a < slope.length; a++) {
      slope[a] += nonlinear[a];
      size = Math.max(size, Math.abs(y[a]));
      speed = Math.max(speed, Math.abs(slope[a]));
    }
    if (speed > 0) {
      difference(t, y, RELATIVE_STEP * size / speed, 0);
    }
  }

  /** rate += the difference of the fields along (clock, slope). */
  private void difference(double t, double[] y, double step, double clock) {
    for (int p = 1; p <= STENCIL.length; p++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        double tau = sign * p * step;
        for (int a = 0; a < state.length; a++) {
          state[a] = y[a] + tau * slope[a];
        }
        equation.fields(t + clock * tau, state, shifted);
        double weight = sign * STENCIL[p - 1] / step;
        add(weight, shifted.concentrationDeviation, rate.concentrationDeviation);
        add(weight, shifted.velocity, rate.velocity);
        add(weight, shifted.temperatureDeviation, rate.temperatureDeviation);
      }
    }
  }

  private static void add(double weight, double[] from, double[] to) {
    for (int a = 0; a < to.length; a++) {
      to[a] += weight * from[a];
    }
  }
}
