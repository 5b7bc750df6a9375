package org.knudsen.run;

import org.knudsen.fluid.FluidFields;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.Moments;
import org.knudsen.velocity.VelocitySpace;

/** The moments of (1.3), (1.4) of F = mu + eps h, from h. */
final class MomentFields {

  private static final int AXES = 3;

  private final Mixture mixture;
  private final int modes;
  private final double eps;
  private final double[][] concentration;
  private final double[][][] flux;
  private final double[][] energy;

  MomentFields(VelocitySpace space, double eps) {
    this.mixture = space.mixture();
    this.modes = space.modes();
    this.eps = eps;
    Moments moments = space.require(Moments.class);
    int species = mixture.size();
    concentration = new double[species][];
    flux = new double[species][AXES][];
    energy = new double[species][];
    for (int i = 0; i < species; i++) {
      concentration[i] = moments.concentration(i);
      energy[i] = moments.energy(i);
      for (int axis = 0; axis < AXES; axis++) {
        flux[i][axis] = moments.flux(i, axis);
      }
    }
  }

  private double apply(double[] functional, double[] h, int offset) {
    double sum = 0;
    for (int a = 0; a < modes; a++) {
      sum += functional[a] * h[offset + a];
    }
    return sum;
  }

  /**
   * The conserved totals of h: concentration per species, momentum along three axes, energy.
   *
   * @param spectrum its first column is the spatial mean; not modified
   */
  double[] totals(double[] spectrum) {
    int species = mixture.size();
    double[] totals = new double[species + AXES + 1];
    for (int i = 0; i < species; i++) {
      totals[i] = apply(concentration[i], spectrum, i * modes);
      for (int axis = 0; axis < AXES; axis++) {
        totals[species + axis] += mixture.mass(i) * apply(flux[i][axis], spectrum, i * modes);
      }
      totals[species + AXES] += apply(energy[i], spectrum, i * modes);
    }
    return totals;
  }

  /**
   * The fields of a profile.
   *
   * @param field h over the cells of the torus; not modified
   */
  Profile profile(double time, double[] field, FluidFields fluid) {
    int species = mixture.size();
    int cells = fluid.cells;
    double[] density = new double[cells * species];
    double[] current = new double[cells * species];
    double[] fluidDensity = new double[cells * species];
    double[] fluidCurrent = new double[cells * species];
    double[] temperature = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      double total = 0;
      double heat = 0;
      double rho = 0;
      double[] momentum = new double[AXES];
      for (int i = 0; i < species; i++) {
        int at = cell * species + i;
        double deviation = apply(concentration[i], field, at * modes);
        density[at] = mixture.concentration(i) + eps * deviation;
        current[at] = apply(flux[i][0], field, at * modes);
        for (int axis = 0; axis < AXES; axis++) {
          momentum[axis] += mixture.mass(i) * apply(flux[i][axis], field, at * modes);
        }
        total += density[at];
        rho += mixture.mass(i) * density[at];
        heat += apply(energy[i], field, at * modes) - 1.5 * deviation;
        fluidDensity[at] = mixture.concentration(i) + eps * fluid.concentrationDeviation[at];
        fluidCurrent[at] = fluidDensity[at] * fluid.velocity[3 * at];
      }
      double bulk = 0;
      for (double m : momentum) {
        bulk += m * m;
      }
      // 3/2 c (T - 1) = eps (e - 3/2 c~) - |eps j|^2 / (2 rho)
      temperature[cell] = 1 + (eps * heat - eps * eps * bulk / (2 * rho)) / (1.5 * total);
    }
    return new Profile(time, species, density, current, fluidDensity, fluidCurrent, temperature);
  }
}
