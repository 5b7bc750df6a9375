package org.knudsen.fluid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knudsen.collision.TransportCoefficients;
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
  private final RealFourier cells;
  private final double[] spectrum; // of ct and its d gradients, N (1 + d) components
  private final double[] values;
  private final int flow; // components of ubar in the state: d, or 0 without drift
  private final RealFourier fine; // where products are formed; null without drift
  private final double[] fineValues;
  private final RealFourier fineFluxes;
  private final double[] fluxValues; // [(cell * d + axis) * state components + component]
  private final double[] fluxSpectrum;

  FickEquation(FluidSetting setting, TransportCoefficients transport) {
    this.mixture = setting.mixture();
    this.eps = setting.eps();
    this.total = mixture.totalConcentration();
    this.dimension = setting.torus().dimension();
    this.species = mixture.size();
    this.modes = new FourierModes(setting.torus());
    this.operators = new ModeFluxes(modes);
    this.fluxes = fluxes(mixture, transport);
    DriftField drift = new DriftField(modes, setting.drift());
    this.flow = drift.isZero() ? 0 : dimension;
    this.initial = initial(InitialDeviations.spectrum(setting, modes), drift.initialSpectrum());
    this.linear = diffusion(transport.viscosity() / mixture.massDensity());
    int components = species * (1 + dimension) + flow;
    this.cells = new RealFourier(setting.torus(), components);
    this.spectrum = new double[modes.size(components)];
    this.values = new double[cells.cells() * components];
    if (flow == 0) {
      this.fine = null;
      this.fineValues = null;
      this.fineFluxes = null;
      this.fluxValues = null;
      this.fluxSpectrum = null;
      return;
    }
    this.fine = RealFourier.dealiased(modes, species + flow);
    this.fineValues = new double[fine.cells() * (species + flow)];
    this.fineFluxes = RealFourier.dealiased(modes, (species + flow) * dimension);
    this.fluxValues = new double[fine.cells() * (species + flow) * dimension];
    this.fluxSpectrum = new double[fineFluxes.spectrumSize()];
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

  /** The state of deviations and drift. */
  private double[] initial(double[] deviations, double[] drift) {
    int width = species + flow;
    double[] state = new double[size()];
    for (int w = 0; w < modes.count(); w++) {
      for (int part = 0; part < (w == 0 ? 1 : 2); part++) {
        int to = modes.offset(w, width) + part * width;
        int from = modes.offset(w, species) + part * species;
        System.arraycopy(deviations, from, state, to, species);
        from = modes.offset(w, dimension) + part * dimension;
        System.arraycopy(drift, from, state, to + species, flow);
      }
    }
    return state;
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

  private BlockLinearPart diffusion(double kinematicViscosity) {
    int width = species + flow;
    List<BlockLinearPart.Block> blocks = new ArrayList<>();
    blocks.add(new BlockLinearPart.Block(0, width, 1, new double[width * width]));
    for (int w = 1; w < modes.count(); w++) {
      double factor = -4 * Math.PI * Math.PI * modes.squaredNorm(w);
      double[] matrix = new double[width * width];
      for (int i = 0; i < width; i++) {
        if (i >= species) {
          matrix[i * width + i] = factor * kinematicViscosity;
          continue;
        }
        for (int j = 0; j < species; j++) {
          matrix[i * width + j] = factor * fluxes[i * species + j];
        }
      }
      blocks.add(new BlockLinearPart.Block(modes.offset(w, width), width, 2, matrix));
    }
    return new BlockLinearPart(size(), blocks);
  }

  @Override
  public int size() {
    return modes.size(species + flow);
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
    int width = species + flow;
    fine.toCells(y, fineValues);
    for (int cell = 0; cell < fine.cells(); cell++) {
      int at = cell * width;
      for (int axis = 0; axis < dimension; axis++) {
        double speed = fineValues[at + species + axis];
        int to = (cell * dimension + axis) * width;
        for (int a = 0; a < width; a++) {
          fluxValues[to + a] = speed * fineValues[at + a];
        }
      }
    }
    fineFluxes.toSpectrum(fluxValues, fluxSpectrum);
    operators.minusDivergence(fluxSpectrum, width, out);
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
    fields.require(cells.cells(), species);
    Arrays.fill(fields.velocity, 0); // out of the plane
    evaluate(y);
    int components = species * (1 + dimension) + flow;
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
    evaluate(y);
    int components = species * (1 + dimension) + flow;
    for (int cell = 0; cell < cells.cells(); cell++) {
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
            .formatted(what, value, t, cell, cells.cells()));
  }

  /** Values of ct, its gradients and ubar at the cells. */
  private void evaluate(double[] y) {
    int width = species + flow;
    int components = species * (1 + dimension) + flow;
    operators.gradients(y, width, species, spectrum, components);
    for (int w = 0; w < modes.count() && flow > 0; w++) {
      int from = modes.offset(w, width) + species;
      int to = modes.offset(w, components) + species * (1 + dimension);
      System.arraycopy(y, from, spectrum, to, flow);
      if (w > 0) {
        System.arraycopy(y, from + width, spectrum, to + components, flow);
      }
    }
    cells.toCells(spectrum, values);
  }
}
