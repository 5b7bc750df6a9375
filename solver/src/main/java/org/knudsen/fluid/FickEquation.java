package org.knudsen.fluid;

import java.util.Arrays;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.fluid.ModeFluxes.Grid;
import org.knudsen.mixture.Mixture;
import org.knudsen.time.BlockLinearPart;
import org.knudsen.time.LinearPart;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;
import org.knudsen.torus.Torus;

/**
 * The diffusion limit of (1.6) about mu.
 *
 * <p><b>Derivation.</b> With F = mu + eps h the leading order of h is in the kernel of L: h_i =
 * mu_i (ct_i / c_i + (m_i |v|^2 / 2 - 3/2) theta), the common velocity being of order eps. Momentum
 * at order 1/eps then reads grad(sum_i ct_i + C_0 theta) = 0: the pressure is uniform, and since
 * energy is conserved it does not change,
 *
 * <p>sum_i ct_i = - C_0 theta.
 *
 * <p>The next order is h' = L^{-1} (v.grad h) plus a common velocity eps w. With g_j = grad ct_j /
 * c_j + grad theta (the part of v.grad h on v mu_j), K, T, H the coefficients of {@link
 * TransportCoefficients} (onsager, thermalDiffusion, heatConduction), the fluxes of species and of
 * heat are
 *
 * <p>J_i = - sum_j K_ij g_j - T_i grad theta + c_i w, q = - sum_j T_j g_j - H grad theta.
 *
 * <p>Mass gives d_t ct_i + div J_i = 0. Energy gives 3/2 d_t (sum ct_i + C_0 theta) + div(5/2 sum_i
 * J_i + q) = 0, whose first term vanishes; both are gradients, so that
 *
 * <p>sum_i J_i = - 2/5 q, which fixes w: the enthalpy that diffusion carries balances the heat
 * flux.
 *
 * <p>Hence 5/2 C_0 d_t theta + div q = 0, the heat equation with its Dufour term. The constraint
 * (2.1), sum_i c_i ut_i = 0, is not the one of the kinetic equation: it holds only where no heat
 * flows. Mass-averaged momentum is sum_i m_i J_i = w sum_i m_i c_i. Acoustic waves have amplitude
 * O(eps) in h when a run begins from this M^eps, and are not followed.
 *
 * <p>A drift ubar, a common velocity of order 1, carries ct and theta and obeys div ubar = 0, d_t
 * ubar + div(ubar x ubar) + grad p = nu Laplace ubar, nu = viscosity / sum_i m_i c_i. It is not
 * given for all times as in Theorem 2.1; the setting has its initial value.
 *
 * <p><b>State.</b> The Fourier modes of all N deviations ct_i and, where there is a drift, of the d
 * components of ubar, laid out by {@link FourierModes} with N or N + d components; theta is minus
 * the sum of ct over C_0. Linear part: -4 pi^2 |k|^2 B and -4 pi^2 |k|^2 nu on mode k, with J_i = -
 * sum_j B_ij grad ct_j. Nonlinear part: minus the divergence of ct_i ubar and of ubar x ubar, the
 * latter projected on divergence-free fields, exact on a grid with 3 largestWave + 1 points a
 * direction; zero without drift. Velocities are u_i = ubar + eps J_i / (c_i + eps ct_i): the flux
 * of M^eps is then exactly the flux of the limit. Mode 0 is untouched: masses and momentum are
 * constant to the last bit.
 *
 * <p>Owns its workspace: one thread at a time.
 */
final class FickEquation implements FluidEquation {

  private final Mixture mixture;
  private final double eps;
  private final double total; // C_0
  private final int dimension;
  private final int species;
  private final FourierModes modes;
  private final ModeFluxes operators;
  private final double[] fluxes; // B, row-major
  private final BlockLinearPart linear;
  private final double[] initial;
  private final Grid cells;
  private final double[] spectrum; // of ct and its d gradients and ubar
  private final int flow; // components of ubar in the state: d, or 0 without drift
  private final int width; // components of the state: N + flow
  private final int components; // of the spectrum: N (1 + d) + flow
  private final Grid fine; // where products are formed; null without drift
  private final Grid products; // [(cell * d + axis) * width + component]
  private final double[] productSpectrum;

  FickEquation(FluidSetting setting, TransportCoefficients transport) {
    this.mixture = setting.mixture();
    this.eps = setting.knudsen();
    this.total = mixture.totalConcentration();
    this.dimension = setting.torus().dimension();
    this.species = mixture.size();
    this.modes = new FourierModes(setting.torus());
    this.operators = new ModeFluxes(modes);
    this.fluxes = fluxes(mixture, transport);
    DriftField drift = new DriftField(modes, setting.drift());
    this.flow = drift.isZero() ? 0 : dimension;
    this.width = species + flow;
    this.components = species * (1 + dimension) + flow;
    this.initial = new double[size()];
    operators.copy(
        InitialDeviations.spectrum(setting, modes), species, 0, species, initial, width, 0);
    operators.copy(drift.initialSpectrum(), dimension, 0, flow, initial, width, species);
    double[] diffusion = new double[width * width];
    for (int i = 0; i < species; i++) {
      System.arraycopy(fluxes, i * species, diffusion, i * width, species);
    }
    for (int i = species; i < width; i++) {
      diffusion[i * width + i] = transport.viscosity() / mixture.massDensity();
    }
    this.linear = operators.diffusion(width, diffusion);
    this.cells = Grid.of(modes, components);
    this.spectrum = new double[modes.size(components)];
    this.fine = Grid.dealiased(modes, flow == 0 ? 0 : width);
    this.products = Grid.dealiased(modes, flow * width);
    this.productSpectrum = new double[modes.size(flow * width)];
  }

  /** The bytes of an equation with its state and a stepper. */
  static double bytes(FluidSetting setting, TimeIntegrator scheme) {
    Torus torus = setting.torus();
    int d = torus.dimension();
    int fine = torus.dealiasedPoints();
    double species = setting.mixture().size();
    double width = setting.drift().isEmpty() ? species : species + d;
    double products = setting.drift().isEmpty() ? 0 : width;
    return ModeFluxes.bytes(torus, width, scheme)
        + RealFourier.bytes(torus, torus.points(), width + species * d)
        + RealFourier.bytes(torus, fine, products)
        + RealFourier.bytes(torus, fine, products * d)
        + Double.BYTES * FourierModes.size(torus, width + (species + products) * d);
  }

  /**
   * B, column by column: the fluxes that a unit gradient of one ct_j drives at uniform pressure.
   */
  private static double[] fluxes(Mixture mixture, TransportCoefficients transport) {
    int n = mixture.size();
    double total = mixture.totalConcentration();
    double[] matrix = new double[n * n];
    double[] force = new double[n];
    double[] flux = new double[n];
    for (int column = 0; column < n; column++) {
      double theta = -1 / total;
      double heat = -transport.heatConduction() * theta;
      for (int j = 0; j < n; j++) {
        force[j] = theta + (j == column ? 1 / mixture.concentration(j) : 0);
        heat -= transport.thermalDiffusion(j) * force[j];
      }
      double molar = 0;
      for (int i = 0; i < n; i++) {
        flux[i] = -transport.thermalDiffusion(i) * theta;
        for (int j = 0; j < n; j++) {
          flux[i] -= transport.onsager(i, j) * force[j];
        }
        molar += flux[i];
      }
      double common = -(molar + 0.4 * heat) / total; // w
      for (int i = 0; i < n; i++) {
        matrix[i * n + column] = -(flux[i] + mixture.concentration(i) * common);
      }
    }
    return matrix;
  }

  @Override
  public int size() {
    return modes.size(width);
  }

  @Override
  public LinearPart linear() {
    return linear;
  }

  @Override
  public double[] initialState() {
    return initial.clone();
  }

  @Override
  public void nonlinear(double t, double[] y, double[] out) {
    if (flow == 0) {
      Arrays.fill(out, 0);
      return;
    }
    fine.transform().toCells(y, fine.values());
    for (int cell = 0; cell < fine.transform().cells(); cell++) {
      int at = cell * width;
      for (int axis = 0; axis < dimension; axis++) {
        double speed = fine.values()[at + species + axis];
        int to = (cell * dimension + axis) * width;
        for (int a = 0; a < width; a++) {
          products.values()[to + a] = speed * fine.values()[at + a];
        }
      }
    }
    products.transform().toSpectrum(products.values(), productSpectrum);
    operators.minusDivergence(productSpectrum, width, out);
    for (int w = 1; w < modes.count(); w++) {
      int re = modes.offset(w, width);
      project(w, out, re + species);
      project(w, out, re + width + species);
    }
  }

  /** Takes away the part of a vector that is along k: the pressure of mode w. */
  private void project(int w, double[] vector, int at) {
    double along = 0;
    for (int axis = 0; axis < dimension; axis++) {
      along += modes.wave(w, axis) * vector[at + axis];
    }
    along /= modes.squaredNorm(w);
    for (int axis = 0; axis < dimension; axis++) {
      vector[at + axis] -= along * modes.wave(w, axis);
    }
  }

  @Override
  public void fields(double t, double[] y, FluidFields fields) {
    fields.require(modes.torus().cells(), species);
    Arrays.fill(fields.velocity, 0); // out of the plane
    double[] values = evaluate(y);
    for (int cell = 0; cell < fields.cells; cell++) {
      int at = cell * components;
      double sum = 0;
      for (int i = 0; i < species; i++) {
        double deviation = values[at + i];
        sum += deviation;
        fields.concentrationDeviation[cell * species + i] = deviation;
        double concentration = mixture.concentration(i) + eps * deviation;
        for (int axis = 0; axis < dimension; axis++) {
          double flux = 0;
          for (int j = 0; j < species; j++) {
            flux -= fluxes[i * species + j] * values[at + species * (1 + axis) + j];
          }
          double common = flow == 0 ? 0 : values[at + species * (1 + dimension) + axis];
          fields.velocity[(cell * species + i) * 3 + axis] = common + eps * flux / concentration;
        }
      }
      fields.temperatureDeviation[cell] = -sum / total;
    }
  }

  @Override
  public void check(double t, double[] y) {
    double[] values = evaluate(y);
    for (int cell = 0; cell < modes.torus().cells(); cell++) {
      double sum = 0;
      for (int i = 0; i < species; i++) {
        double deviation = values[cell * components + i];
        sum += deviation;
        double concentration = mixture.concentration(i) + eps * deviation;
        if (!(concentration > 0) || Double.isInfinite(concentration)) {
          throw broken(
              "concentration of species '" + mixture.species().get(i).name() + "'",
              concentration,
              t,
              cell);
        }
      }
      double temperature = 1 - eps * sum / total;
      if (!(temperature > 0)) {
        throw broken("temperature", temperature, t, cell);
      }
    }
  }

  private FluidBreakdownException broken(String what, double value, double t, int cell) {
    return new FluidBreakdownException(
        "%s is %s at time %s in cell %s of %s; the Fick limit needs a finite number > 0"
            .formatted(what, value, t, cell, modes.torus().cells()));
  }

  /** Values of ct, its gradients and ubar at the cells. */
  private double[] evaluate(double[] y) {
    operators.gradients(y, width, species, spectrum, components);
    operators.copy(y, width, species, flow, spectrum, components, components - flow);
    cells.transform().toCells(spectrum, cells.values());
    return cells.values();
  }
}
