package org.knudsen.fluid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.mixture.Mixture;
import org.knudsen.time.BlockLinearPart;
import org.knudsen.time.LinearPart;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;

/**
 * The diffusion limit of (1.6) about mu, without drift.
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
 * <p><b>State.</b> The Fourier modes of all N deviations ct_i, laid out by {@link FourierModes};
 * theta is minus their sum over C_0. The system is linear: one block -4 pi^2 |k|^2 B a mode, with
 * J_i = - sum_j B_ij grad ct_j. Velocities are u_i = eps J_i / (c_i + eps ct_i): the flux of M^eps
 * is then exactly the flux of the limit. Mode 0 is untouched: masses are constant to the last bit.
 *
 * <p>Owns its workspace: one thread at a time.
 */
final class FickEquation implements FluidEquation {

  private final Mixture mixture;
  private final double eps;
  private final int dimension;
  private final int species;
  private final FourierModes modes;
  private final double[] fluxes; // B, row-major
  private final BlockLinearPart linear;
  private final double[] initial;
  private final RealFourier cells;
  private final double[] spectrum; // of ct and its d gradients, N (1 + d) components
  private final double[] values;

  FickEquation(FluidSetting setting, TransportCoefficients transport) {
    this.mixture = setting.mixture();
    this.eps = setting.eps();
    this.dimension = setting.torus().dimension();
    this.species = mixture.size();
    this.modes = new FourierModes(setting.torus());
    this.fluxes = fluxes(mixture, transport);
    this.initial = InitialDeviations.spectrum(setting, modes);
    this.linear = diffusion();
    int components = species * (1 + dimension);
    this.cells = new RealFourier(setting.torus(), components);
    this.spectrum = new double[modes.size(components)];
    this.values = new double[cells.cells() * components];
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

  private BlockLinearPart diffusion() {
    List<BlockLinearPart.Block> blocks = new ArrayList<>();
    blocks.add(new BlockLinearPart.Block(0, species, 1, new double[species * species]));
    for (int w = 1; w < modes.count(); w++) {
      double factor = -4 * Math.PI * Math.PI * modes.squaredNorm(w);
      double[] matrix = Arrays.stream(fluxes).map(b -> factor * b).toArray();
      blocks.add(new BlockLinearPart.Block(modes.offset(w, species), species, 2, matrix));
    }
    return new BlockLinearPart(size(), blocks);
  }

  @Override
  public int size() {
    return modes.size(species);
  }

  @Override
  public LinearPart linear() {
    return linear;
  }

  @Override
  public double[] initialState() {
    return initial.clone();
  }

  /** Zero: the system is linear. */
  @Override
  public void nonlinear(double t, double[] y, double[] out) {
    Arrays.fill(out, 0);
  }

  @Override
  public void fields(double t, double[] y, FluidFields fields) {
    if (fields.cells != cells.cells() || fields.species != species) {
      throw new IllegalArgumentException(
          "fields are for "
              + fields.cells
              + " cells and "
              + fields.species
              + " species; the equation has "
              + cells.cells()
              + " and "
              + species);
    }
    Arrays.fill(fields.velocity, 0);
    evaluate(y);
    int components = species * (1 + dimension);
    double total = mixture.totalConcentration();
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
          fields.velocity[(cell * species + i) * 3 + axis] = eps * flux / concentration;
        }
      }
      fields.temperatureDeviation[cell] = -sum / total;
    }
  }

  @Override
  public void check(double t, double[] y) {
    evaluate(y);
    int components = species * (1 + dimension);
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
      double temperature = 1 - eps * sum / mixture.totalConcentration();
      if (!(temperature > 0)) {
        throw broken("temperature", temperature, t, cell);
      }
    }
  }

  private FluidBreakdownException broken(String what, double value, double t, int cell) {
    return new FluidBreakdownException(
        what
            + " is "
            + value
            + " at time "
            + t
            + " in cell "
            + cell
            + " of "
            + cells.cells()
            + "; the Fick limit needs a finite number > 0");
  }

  /** Values of ct and its gradients at the cells. */
  private void evaluate(double[] y) {
    int components = species * (1 + dimension);
    for (int w = 0; w < modes.count(); w++) {
      int from = modes.offset(w, species);
      int to = modes.offset(w, components);
      for (int i = 0; i < species; i++) {
        double re = y[from + i];
        double im = w == 0 ? 0 : y[from + species + i];
        spectrum[to + i] = re;
        if (w > 0) {
          spectrum[to + components + i] = im;
        }
        for (int axis = 0; axis < dimension; axis++) {
          double factor = 2 * Math.PI * modes.wave(w, axis);
          int at = to + species * (1 + axis) + i;
          spectrum[at] = -factor * im;
          if (w > 0) {
            spectrum[at + components] = factor * re;
          }
        }
      }
    }
    cells.toCells(spectrum, values);
  }
}
