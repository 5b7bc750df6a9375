package org.knudsen.hypocoercivity;

import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.knudsen.collision.Gas;
import org.knudsen.collision.LinearizedHarmonics;
import org.knudsen.lemma.CoercivityConstants;
import org.knudsen.lemma.FrequencyBounds;
import org.knudsen.lemma.SymmetricPencil;
import org.knudsen.lemma.VelocityForms;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.mixture.Mixture;

/**
 * The constants of the a priori estimates (3.19)-(3.26) about the global equilibrium (delta_MS = 0,
 * the square brackets of the paper dropped), each the best that its line can have, with gamma-norms
 * those of L^2(&lt;v&gt;^{gamma/2} mu^{-1/2}):
 *
 * <ul>
 *   <li>(3.19), (3.20): d/dt ||f||^2 &lt;= - (lambda_L / eps^2) ||f^perp||_gamma^2, the same for
 *       grad_x f; of 2 lambda_L the other half is left to Q and S^eps, as in the paper;
 *   <li>(3.21): d/dt ||grad_v f||^2 &lt;= (K_1 / eps^2) ||f^perp||_gamma^2 + (K_dx / eps^2)
 *       ||grad_x f||^2 - (C_3 / eps^2) ||grad_v f||_gamma^2, where C_3 = C_3^nu is half C_1^nu of
 *       {@link FrequencyBounds}, the infimum of nu_i / &lt;v&gt;^gamma (as in the proof of Lemma
 *       3.3) and K_1 the largest eigenvalue of 2 &lt;grad_v L f, grad_v f&gt; + 2 C_3 ||grad_v
 *       f||_gamma^2 against ||f^perp||_gamma^2 + ||pi_L f||^2: the bounds on nu and on K of Lemmas
 *       3.3, 3.4 in one. Of 2 C_3 a third of C_3 each goes to transport, Q and S^eps, so K_dx = K_1
 *       C_T + 3 / C_3;
 *   <li>(3.22): d/dt &lt;grad_x f, grad_v f&gt; &lt;= (C_1 e / eps^3) ||grad_x f^perp||_gamma^2 -
 *       (1 / eps) ||grad_x f||^2 + (C^(4) / (e eps)) ||grad_v f||_gamma^2, C^(4) = C_1^L + 1, the 1
 *       left to Q;
 *   <li>(3.24), order b in v: 2 &lt;grad_v^b L f, grad_v^b f&gt; + 2 C_3 ||grad_v^b f||_gamma^2
 *       &lt;= K_(b) sum_{c &lt; b} ||grad_v^c f||_gamma^2, K_(b) the largest eigenvalue; transport
 *       costs (3 b^2 / C_3) ||grad_v^{b-1} grad_x f||^2 (the paper's C^(9)).
 * </ul>
 *
 * <p>Two lines of appendix B differ here. Its section B.4 differentiates &lt;grad_x f, grad_v f&gt;
 * as 2 &lt;grad_x d_t f, grad_v f&gt;; the form is not symmetric, and it is &lt;grad_x d_t f,
 * (grad_v + grad_v^*) f&gt; with -grad_v^* = grad_v + m v. Both parts are bounded by ||grad_v
 * f||_gamma, since ||(grad_v + m v) f||_gamma^2 = ||grad_v f||_gamma^2 - m Int (3 + gamma |v|^2 /
 * &lt;v&gt;^2) f^2 &lt;v&gt;^gamma / mu, so (3.22) holds; the term ||v.grad_x f||^2 of (B.16) and
 * (3.27) is not there (HypocoercivityTest). And Young's inequality x y &lt;= (x^2 + y^2) / 2 is
 * used with its half, which the paper drops.
 *
 * <p>On functions of degree K: constants from above are too small and lambda_L too large, both
 * monotone in K. On the top degree the identity behind (3.22) fails in a Galerkin method, by at
 * most (K + 1) ||grad_x f||^2 / eps of that degree: {@code truncation} = K + 1, which is 0 for the
 * equation itself.
 *
 * @param gap lambda_L in the gamma-norm
 * @param continuity C_1^L
 * @param fluid C_pi of (3.15)
 * @param frequency C_3^nu
 * @param mixing K_(1) = K_1, K_(2), ..., K_(s)
 * @param truncation K + 1, or 0
 */
public record EnergyEstimates(
    double gap,
    double continuity,
    double fluid,
    double frequency,
    List<Double> mixing,
    double truncation) {

  public EnergyEstimates {
    mixing = List.copyOf(mixing);
  }

  /** K_(b), b = 1..s; K_1 of (3.21) is the first. */
  public double mixing(int b) {
    return mixing.get(b - 1);
  }

  /** K_dx of (3.21). */
  public double transport() {
    return mixing(1) * CoercivityConstants.POINCARE + 3 / frequency;
  }

  /** C^(4) of (3.22). */
  public double commutator() {
    return continuity + 1;
  }

  /**
   * The constants of a gas for a weight of exponent gamma, 0 to 1, that of the kernel in (H3), and
   * up to s derivatives.
   */
  public static EnergyEstimates of(Gas gas, double gamma, int order) {
    if (order < 1) {
      throw new IllegalArgumentException("order of the estimates is " + order + "; at least 1");
    }
    Mixture mixture = gas.mixture();
    LinearizedHarmonics harmonics = gas.harmonics();
    CoercivityConstants coercivity = CoercivityConstants.of(gas, gamma);
    double frequency =
        FrequencyBounds.of(LocalMaxwellian.equilibrium(mixture), gas.kernel(), gamma).lower() / 2;
    int degree = harmonics.degree();
    List<Double> mixing = new ArrayList<>();
    SimpleMatrix[] lower = VelocityForms.of(mixture, gamma, degree, 0);
    for (int b = 1; b <= order; b++) {
      SimpleMatrix[] plain = VelocityForms.of(mixture, 0, degree, b);
      SimpleMatrix[] weighted = VelocityForms.of(mixture, gamma, degree, b);
      double largest = 0;
      for (int l = 0; l <= degree; l++) {
        int rows = harmonics.order(l);
        SimpleMatrix collision = new SimpleMatrix(rows, rows, true, harmonics.block(l));
        SimpleMatrix form =
            SymmetricPencil.symmetric(plain[l].mult(collision))
                .plus(frequency, weighted[l])
                .scale(2);
        SimpleMatrix against = b == 1 ? split(mixture, lower[l], l) : lower[l];
        largest = Math.max(largest, SymmetricPencil.largest(form, against));
        lower[l] = lower[l].plus(weighted[l]);
      }
      mixing.add(largest);
    }
    return new EnergyEstimates(
        coercivity.gap(),
        coercivity.continuity(),
        coercivity.fluid(),
        frequency,
        mixing,
        degree + 1);
  }

  /** ||f^perp||_gamma^2 + ||pi_L f||^2 in harmonic l. */
  private static SimpleMatrix split(Mixture mixture, SimpleMatrix weight, int l) {
    SimpleMatrix phi = CoercivityConstants.invariants(mixture, l, weight.getNumRows());
    SimpleMatrix projection = phi.mult(phi.transpose());
    SimpleMatrix rest = SimpleMatrix.identity(weight.getNumRows()).minus(projection);
    return SymmetricPencil.restricted(weight, rest).plus(projection);
  }
}
