package org.knudsen.run;

import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.Moments;
import org.knudsen.velocity.VelocitySpace;

/** The moments of (1.3), (1.4) of F = mu + eps h, from h. Owns workspace: one thread at a time. */
final class MomentFields {

  private static final int AXES = 3;

  private final Mixture mixture;
  private final int modes;
  private final double eps;
  private final double[][] concentrationOf;
  private final double[][][] fluxOf;
  private final double[][] energyOf;
  private final double[] concentration;
  private final double[] flux;
  private final double[] temperature;

  MomentFields(VelocitySpace space, int cells, double eps) {
    this.mixture = space.mixture();
    this.modes = space.modes();
    this.eps = eps;
    Moments moments = space.require(Moments.class);
    int species = mixture.size();
    concentrationOf = new double[species][];
    fluxOf = new double[species][AXES][];
    energyOf = new double[species][];
    for (int i = 0; i < species; i++) {
      concentrationOf[i] = moments.concentration(i);
      energyOf[i] = moments.energy(i);
      for (int axis = 0; axis < AXES; axis++) {
        fluxOf[i][axis] = moments.flux(i, axis);
      }
    }
    this.concentration = new double[cells * species];
    this.flux = new double[cells * species * AXES];
    this.temperature = new double[cells];
  }

  /** c_i, {@code cell * species + i}. */
  double[] concentration() {
    return concentration;
  }

  /** c_i u_i, {@code (cell * species + i) * 3 + axis}. */
  double[] flux() {
    return flux;
  }

  /** Of the mixture, a cell each. */
  double[] temperature() {
    return temperature;
  }

  private double apply(double[] functional, double[] h, int offset) {
    double sum = 0;
    for (int a = 0; a < modes; a++) {
      sum += functional[a] * h[offset + a];
    }
    return sum;
  }

  /**
   * The conserved totals of h: concentration per species, momentum along three axes, energy. The
   * first column of the spectrum is the spatial mean.
   */
  double[] totals(double[] spectrum) {
    int species = mixture.size();
    double[] totals = new double[species + AXES + 1];
    for (int i = 0; i < species; i++) {
      totals[i] = apply(concentrationOf[i], spectrum, i * modes);
      for (int axis = 0; axis < AXES; axis++) {
        totals[species + axis] += mixture.mass(i) * apply(fluxOf[i][axis], spectrum, i * modes);
      }
      totals[species + AXES] += apply(energyOf[i], spectrum, i * modes);
    }
    return totals;
  }

  /** Evaluates the moments in every cell of the field h, which is not modified. */
  void evaluate(double[] field) {
    int species = mixture.size();
    for (int cell = 0; cell < temperature.length; cell++) {
      double total = 0;
      double heat = 0;
      double rho = 0;
      for (int i = 0; i < species; i++) {
        int at = cell * species + i;
        double deviation = apply(concentrationOf[i], field, at * modes);
        concentration[at] = mixture.concentration(i) + eps * deviation;
        for (int axis = 0; axis < AXES; axis++) {
          flux[AXES * at + axis] = apply(fluxOf[i][axis], field, at * modes);
        }
        total += concentration[at];
        rho += mixture.mass(i) * concentration[at];
        heat += apply(energyOf[i], field, at * modes) - 1.5 * deviation;
      }
      double bulk = 0;
      for (int axis = 0; axis < AXES; axis++) {
        double momentum = 0;
        for (int i = 0; i < species; i++) {
          momentum += mixture.mass(i) * flux[AXES * (cell * species + i) + axis];
        }
        bulk += momentum * momentum;
      }
      // 3/2 c (T - 1) = eps (e - 3/2 c~) - |eps j|^2 / (2 rho)
      temperature[cell] = 1 + (eps * heat - eps * eps * bulk / (2 * rho)) / (1.5 * total);
    }
  }
}
