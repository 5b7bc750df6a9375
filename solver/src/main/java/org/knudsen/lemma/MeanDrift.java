package org.knudsen.lemma;

import org.knudsen.fluid.FluidFields;
import org.knudsen.mixture.Mixture;

/**
 * Lemma 3.10: what keeps pi_L f from having zero mean on the torus. By (3.18) pi_T f - pi_T f^in =
 * - (1 / eps) pi_T (M^eps - M^{eps,in}), in the orthonormal coordinates of (2.4)
 *
 * <ul>
 *   <li>species i: - mean(ct_i - ct_i^in) / sqrt(c_{i,infinity}), 0 for a solution by (2.1);
 *   <li>momentum: - mean(sum_i m_i (c_i u_i - c_i^in u_i^in)) / sqrt(rho_infinity);
 *   <li>energy: - eps mean(sum_i m_i (c_i |u_i|^2 - c_i^in |u_i^in|^2)) / sqrt(6 C_0).
 * </ul>
 *
 * <p>The energy part agrees with the printed one here (that of pi_L S^eps does not, {@link
 * org.knudsen.kinetic.SourceProjection}).
 *
 * <p>(3.16) then holds with C^T of {@link #constant}. Since pi_L f - pi_T f has zero mean and is
 * orthogonal to pi_T f on the unit torus, ||pi_L f||^2 = ||pi_L f - pi_T f||^2 + ||pi_T f||^2: the
 * two factors 2 of (3.17) are not needed, and the best factor of ||grad_x f||^2 is the Poincare
 * constant 1 / (4 pi^2) itself.
 *
 * @param coordinates species, then momentum by axis, then energy: N + 4 entries
 */
public record MeanDrift(double[] coordinates) {

  /** From the fluid fields at time 0 and at another. */
  public static MeanDrift between(
      Mixture mixture, FluidFields initial, FluidFields fields, double eps) {
    double[] sum = new double[mixture.size() + 4];
    add(mixture, fields, eps, -1.0 / fields.cells, sum);
    add(mixture, initial, eps, 1.0 / initial.cells, sum);
    return new MeanDrift(sum);
  }

  private static void add(
      Mixture mixture, FluidFields fields, double eps, double weight, double[] sum) {
    int species = mixture.size();
    double momentum = 1 / Math.sqrt(mixture.massDensity());
    double energy = eps / Math.sqrt(6 * mixture.totalConcentration());
    for (int cell = 0; cell < fields.cells; cell++) {
      for (int i = 0; i < species; i++) {
        int at = cell * species + i;
        double deviation = fields.concentrationDeviation[at];
        double c = mixture.concentration(i) + eps * deviation;
        double mass = weight * mixture.mass(i) * c;
        sum[i] += weight * deviation / Math.sqrt(mixture.concentration(i));
        for (int axis = 0; axis < 3; axis++) {
          double u = fields.velocity[3 * at + axis];
          sum[species + axis] += momentum * mass * u;
          sum[species + 3] += energy * mass * u * u;
        }
      }
    }
  }

  /** ||pi_T f - pi_T f^in||. */
  public double norm() {
    double sum = 0;
    for (double c : coordinates) {
      sum += c * c;
    }
    return Math.sqrt(sum);
  }

  /**
   * C^T of (3.16) for ||pi_T f^in|| and delta_MS > 0: (||pi_T f^in|| + ||pi_T f - pi_T f^in||)^2 /
   * delta_MS^2, a bound over all f^in of that projection.
   */
  public double constant(double initialNorm, double delta) {
    if (!(delta > 0) || !(initialNorm >= 0)) {
      throw new IllegalArgumentException(
          "delta_MS = " + delta + " must be > 0 and ||pi_T f^in|| = " + initialNorm + " >= 0");
    }
    return Math.pow((initialNorm + norm()) / delta, 2);
  }
}
