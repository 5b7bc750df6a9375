package org.knudsen.fluid;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.knudsen.mixture.Mixture;

/**
 * The algebra of (1.8) at one point: from concentrations and gradients to diffusion velocities.
 *
 * <p>With u_i = eps ut_i and c_i = c_{i,infinity} + eps ct_i it reads
 *
 * <p>- grad ct_i = sum_j c_i c_j (ut_i - ut_j) / Delta_ij, sum_i c_i ut_i = 0.
 *
 * <p>Grounding one species, the solvent s (w_i = ut_i - ut_s), leaves a symmetric positive definite
 * diagonally dominant matrix of order N - 1, factored as L D L^T without pivoting; then ut_i = w_i
 * - sum_j c_j w_j / sum_j c_j. The solvent is the species of largest c_{i,infinity}. Its deviation
 * is minus the sum of the others', so that sum_i ct_i = 0 holds by construction and costs a trace
 * species no digits. "Solute" a = 0..N-2 below is species a, or a + 1 behind the solvent.
 *
 * <p>Owns its workspace: one thread at a time.
 */
final class DiffusionFluxes {

  private final int species;
  private final int solvent;
  private final double[] friction; // 1 / Delta_ij
  private final double[] mean; // c_{i,infinity}
  private final double[] factor; // L below the diagonal, D on it

  DiffusionFluxes(Mixture mixture, MaxwellStefanCoefficients coefficients) {
    this.species = mixture.size();
    this.mean = new double[species];
    this.friction = new double[species * species];
    int largest = 0;
    for (int i = 0; i < species; i++) {
      mean[i] = mixture.concentration(i);
      if (mean[i] > mean[largest]) {
        largest = i;
      }
      for (int j = 0; j < species; j++) {
        friction[i * species + j] = 1 / coefficients.delta(i, j);
      }
    }
    this.solvent = largest;
    this.factor = new double[(species - 1) * (species - 1)];
  }

  /** N - 1. */
  int solutes() {
    return species - 1;
  }

  /** The grounded species. */
  int solvent() {
    return solvent;
  }

  /** The species that solute a is. */
  int speciesOf(int solute) {
    return solute < solvent ? solute : solute + 1;
  }

  /** Factors the friction matrix at all N concentrations c > 0, which are not modified. */
  void factor(double[] c) {
    int n = species - 1;
    for (int a = 0; a < n; a++) {
      int i = speciesOf(a);
      double diagonal = c[i] * c[solvent] * friction[i * species + solvent];
      for (int b = 0; b < n; b++) {
        int j = speciesOf(b);
        if (b != a) {
          double coupling = c[i] * c[j] * friction[i * species + j];
          factor[a * n + b] = -coupling;
          diagonal += coupling;
        }
      }
      factor[a * n + a] = diagonal;
    }
    for (int k = 0; k < n; k++) {
      double pivot = factor[k * n + k];
      for (int i = k + 1; i < n; i++) {
        double l = factor[i * n + k] / pivot;
        for (int j = k + 1; j <= i; j++) {
          factor[i * n + j] -= l * factor[j * n + k];
        }
      }
      for (int i = k + 1; i < n; i++) {
        factor[i * n + k] /= pivot;
      }
    }
  }

  /**
   * Diffusion velocities ut_i of all N species along one axis at c, the concentrations last
   * factored. The gradients d ct_a / dx of the solutes are read from {@code at}; velocity is
   * overwritten.
   */
  void velocities(double[] c, double[] gradient, int at, double[] velocity) {
    int n = species - 1;
    for (int a = 0; a < n; a++) {
      double value = -gradient[at + a];
      for (int b = 0; b < a; b++) {
        value -= factor[a * n + b] * velocity[speciesOf(b)];
      }
      velocity[speciesOf(a)] = value;
    }
    for (int a = n - 1; a >= 0; a--) {
      double value = velocity[speciesOf(a)] / factor[a * n + a];
      for (int b = a + 1; b < n; b++) {
        value -= factor[b * n + a] * velocity[speciesOf(b)];
      }
      velocity[speciesOf(a)] = value;
    }
    velocity[solvent] = 0;
    double total = 0;
    double flux = 0;
    for (int i = 0; i < species; i++) {
      total += c[i];
      flux += c[i] * velocity[i];
    }
    double frame = flux / total;
    for (int i = 0; i < species; i++) {
      velocity[i] -= frame;
    }
  }

  /**
   * The diffusivity matrix of the solutes about equilibrium, c_i ut_i = - sum_b D_ab grad ct_b;
   * row-major, of order N - 1. It is the inverse of M_ab = delta_ab sum_j c_j / Delta_ij - c_a (1 /
   * Delta_ab - 1 / Delta_as) with 1 / Delta_aa = 0.
   */
  double[] diffusivity() {
    int n = species - 1;
    if (n == 0) {
      return new double[0];
    }
    DMatrixRMaj m = new DMatrixRMaj(n, n);
    for (int a = 0; a < n; a++) {
      int i = speciesOf(a);
      double toSolvent = friction[i * species + solvent];
      double diagonal = mean[i] * toSolvent;
      for (int j = 0; j < species; j++) {
        diagonal += j == i ? 0 : mean[j] * friction[i * species + j];
      }
      for (int b = 0; b < n; b++) {
        int j = speciesOf(b);
        m.set(a, b, a == b ? diagonal : mean[i] * (toSolvent - friction[i * species + j]));
      }
    }
    DMatrixRMaj inverse = new DMatrixRMaj(n, n);
    if (!CommonOps_DDRM.invert(m, inverse)) {
      throw new ArithmeticException("the friction matrix of the mixture is singular");
    }
    return inverse.data;
  }
}
