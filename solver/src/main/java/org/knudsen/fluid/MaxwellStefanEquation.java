package org.knudsen.fluid;

import org.knudsen.fluid.ModeFluxes.Grid;
import org.knudsen.mixture.Mixture;
import org.knudsen.time.BlockLinearPart;
import org.knudsen.time.LinearPart;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;
import org.knudsen.torus.Torus;

/**
 * The Maxwell-Stefan system in deviation form, spectral in space:
 *
 * <p>d_t ct_i + div(ct_i ubar + c_i ut_i) = 0, c_i = c_{i,infinity} + eps ct_i, u_i = ubar + eps
 * ut_i, ut from (1.8) pointwise ({@link DiffusionFluxes}). That is (1.7) divided by eps; the drift
 * drops out of (1.8), and div(c_{i,infinity} ubar) = 0. ubar(t, x) is given for all times; the
 * explicit part of a scheme evaluates it at the times of its stages.
 *
 * <p><b>State.</b> The Fourier modes of the N - 1 solutes' ct, laid out by {@link FourierModes}
 * with N - 1 components. The solvent is minus their sum.
 *
 * <p><b>Splitting.</b> Linear part: diffusion about equilibrium, -4 pi^2 |k|^2 D on mode k, one
 * block with the real and the imaginary part as columns. Nonlinear part: minus the divergence of
 * (exact flux - linear flux) and of the flux ct_i ubar of the drift, evaluated at the points of a
 * grid with 3 largestWave + 1 points a direction. The flux is a rational function of c; on that
 * grid its quadratic part and the drift's are exact and the rest converges spectrally. Without
 * drift it is of size eps |ct|^2, and for two species it is zero: their system is linear.
 *
 * <p><b>Conservation.</b> Mode 0 is touched by neither part: the mass of every species is constant
 * to the last bit. sum_i ct_i = 0 by construction.
 *
 * <p>Owns its workspace: one thread at a time. No method but the constructor and {@link
 * #initialState} allocates.
 */
final class MaxwellStefanEquation implements FluidEquation {

  private final Mixture mixture;
  private final double eps;
  private final double total; // C_0
  private final int dimension;
  private final int species;
  private final int solutes;
  private final FourierModes modes;
  private final ModeFluxes operators;
  private final DiffusionFluxes fluxes;
  private final double[] diffusivity;
  private final BlockLinearPart linear;
  private final double[] initial;

  private final Grid fine; // where products are formed; null for one species, like the others
  private final Grid cells; // the torus's own
  private final int components; // of ct and its d gradients, solutes * (1 + d)
  private final double[] spectrum;
  private final Grid remainders; // solutes * d components
  private final double[] remainderSpectrum;
  private final double[] concentration;
  private final double[] velocity;
  private final boolean still; // no drift
  private final double driftFrequency;
  private final DriftField.OnGrid fineDrift;
  private final DriftField.OnGrid cellDrift;

  MaxwellStefanEquation(FluidSetting setting, MaxwellStefanCoefficients coefficients) {
    this.mixture = setting.mixture();
    this.eps = setting.knudsen();
    this.total = mixture.totalConcentration();
    this.dimension = setting.torus().dimension();
    this.species = mixture.size();
    this.modes = new FourierModes(setting.torus());
    this.operators = new ModeFluxes(modes);
    this.fluxes = new DiffusionFluxes(mixture, coefficients);
    this.solutes = fluxes.solutes();
    this.diffusivity = fluxes.diffusivity();
    this.linear = operators.diffusion(solutes, diffusivity);
    double[] all = InitialDeviations.spectrum(setting, modes);
    int solvent = fluxes.solvent();
    this.initial = new double[size()];
    operators.copy(all, species, 0, solvent, initial, solutes, 0);
    operators.copy(all, species, solvent + 1, solutes - solvent, initial, solutes, solvent);
    this.concentration = new double[species];
    this.velocity = new double[species];
    DriftField drift = new DriftField(modes, setting.drift());
    this.still = drift.isZero();
    this.driftFrequency = drift.frequency();
    this.cellDrift = drift.on(setting.torus().points());
    this.fineDrift = solutes == 0 ? null : drift.on(setting.torus().dealiasedPoints());
    this.components = solutes * (1 + dimension);
    this.fine = Grid.dealiased(modes, components);
    this.cells = Grid.of(modes, components);
    this.spectrum = new double[modes.size(components)];
    this.remainders = Grid.dealiased(modes, solutes * dimension);
    this.remainderSpectrum = new double[modes.size(solutes * dimension)];
  }

  /** The bytes of an equation with its state and a stepper. */
  static double bytes(FluidSetting setting, TimeIntegrator scheme) {
    Torus torus = setting.torus();
    int fine = torus.dealiasedPoints();
    double solutes = setting.mixture().size() - 1;
    double fluxes = solutes * torus.dimension();
    return ModeFluxes.bytes(torus, solutes, scheme)
        + RealFourier.bytes(torus, fine, solutes + fluxes) // concentrations and gradients
        + RealFourier.bytes(torus, torus.points(), solutes + fluxes)
        + RealFourier.bytes(torus, fine, fluxes)
        + Double.BYTES * FourierModes.size(torus, solutes + 2 * fluxes)
        + DriftField.bytes(torus, fine, setting.drift())
        + DriftField.bytes(torus, torus.points(), setting.drift());
  }

  @Override
  public int size() {
    return modes.size(solutes);
  }

  @Override
  public LinearPart linear() {
    return linear;
  }

  @Override
  public double[] initialState() {
    return initial.clone();
  }

  /**
   * out = minus the divergence of the nonlinear part of the fluxes; all concentrations must be > 0.
   */
  @Override
  public void nonlinear(double t, double[] y, double[] out) {
    if (solutes == 0) {
      return;
    }
    evaluate(y, fine);
    double[] drift = fineDrift.at(t);
    for (int cell = 0; cell < fine.transform().cells(); cell++) {
      int at = cell * components;
      concentrations(t, fine, cell);
      fluxes.factor(concentration);
      for (int axis = 0; axis < dimension; axis++) {
        int gradient = at + solutes * (1 + axis);
        fluxes.velocities(concentration, fine.values(), gradient, velocity);
        int to = (cell * dimension + axis) * solutes;
        for (int a = 0; a < solutes; a++) {
          int i = fluxes.speciesOf(a);
          double remainder = concentration[i] * velocity[i];
          for (int b = 0; b < solutes; b++) {
            remainder += diffusivity[a * solutes + b] * fine.values()[gradient + b];
          }
          if (!still) {
            remainder += drift[cell * dimension + axis] * fine.values()[at + a];
          }
          remainders.values()[to + a] = remainder;
        }
      }
    }
    remainders.transform().toSpectrum(remainders.values(), remainderSpectrum);
    operators.minusDivergence(remainderSpectrum, solutes, out);
  }

  @Override
  public void fields(double t, double[] y, FluidFields fields) {
    fields.require(modes.torus().cells(), species);
    fields.clear();
    double[] drift = cellDrift.at(t);
    if (solutes == 0) {
      for (int cell = 0; cell < fields.cells; cell++) {
        System.arraycopy(drift, cell * dimension, fields.velocity, cell * 3, dimension);
      }
      return;
    }
    evaluate(y, cells);
    for (int cell = 0; cell < fields.cells; cell++) {
      int at = cell * components;
      double others = 0;
      for (int a = 0; a < solutes; a++) {
        double deviation = cells.values()[at + a];
        fields.concentrationDeviation[cell * species + fluxes.speciesOf(a)] = deviation;
        others += deviation;
      }
      fields.concentrationDeviation[cell * species + fluxes.solvent()] = -others;
      concentrations(t, cells, cell);
      fluxes.factor(concentration);
      for (int axis = 0; axis < dimension; axis++) {
        fluxes.velocities(concentration, cells.values(), at + solutes * (1 + axis), velocity);
        for (int i = 0; i < species; i++) {
          fields.velocity[(cell * species + i) * 3 + axis] =
              drift[cell * dimension + axis] + eps * velocity[i];
        }
      }
    }
  }

  @Override
  public double explicitFrequency() {
    return driftFrequency;
  }

  /** Also guards the arithmetic of sum_i c_i, which is constant by construction. */
  @Override
  public void check(double t, double[] y) {
    if (solutes == 0) {
      return;
    }
    evaluate(y, cells);
    for (int cell = 0; cell < cells.transform().cells(); cell++) {
      concentrations(t, cells, cell);
      double sum = 0;
      for (double c : concentration) {
        sum += c;
      }
      if (Math.abs(sum - total) > 1e-12 * total) {
        throw new FluidBreakdownException(
            "total concentration in cell %s at time %s is %s, not %s"
                .formatted(cell, t, sum, total));
      }
    }
  }

  /** Values of ct and its gradients on a grid. */
  private void evaluate(double[] y, Grid grid) {
    operators.gradients(y, solutes, solutes, spectrum, components);
    grid.transform().toCells(spectrum, grid.values());
  }

  /** All N concentrations in one cell, checked. */
  private void concentrations(double t, Grid grid, int cell) {
    int at = cell * components;
    double others = 0;
    for (int a = 0; a < solutes; a++) {
      int i = fluxes.speciesOf(a);
      double deviation = grid.values()[at + a];
      concentration[i] = mixture.concentration(i) + eps * deviation;
      others += deviation;
    }
    int solvent = fluxes.solvent();
    concentration[solvent] = mixture.concentration(solvent) - eps * others;
    for (int i = 0; i < species; i++) {
      if (!(concentration[i] > 0) || Double.isInfinite(concentration[i])) {
        throw new FluidBreakdownException(
            ("concentration of species '%s' is %s at time %s in cell %s of %s; "
                    + "Maxwell-Stefan needs a finite number > 0")
                .formatted(
                    mixture.species().get(i).name(),
                    concentration[i],
                    t,
                    cell,
                    grid.transform().cells()));
      }
    }
  }
}
