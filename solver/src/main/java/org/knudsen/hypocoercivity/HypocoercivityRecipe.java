package org.knudsen.hypocoercivity;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.knudsen.lemma.CoercivityConstants;

/**
 * The constants of (2.6) as the proof of Proposition 3.11 fixes them, and the rate that it proves.
 *
 * <p><b>Order 1.</b> With {@link EnergyEstimates} the combination A (3.19) + a (3.20) + b eps
 * (3.22) + d eps^2 (3.21) has four brackets, each to be &lt;= -1, beside what is kept of
 * ||f^perp||^2 / eps^2:
 *
 * <ol>
 *   <li>||grad_v f||^2: C^(4) b / e - d C_3 = -1 asks for d > 1 / C_3, the one free number;
 *   <li>||grad_x f||^2: K_dx d - b = -1 gives b = 1 + K_dx d, and then the first e = C^(4) b / (d
 *       C_3 - 1);
 *   <li>||grad_x f^perp||^2 / eps^2: C_1 e b + truncation b - a lambda_L / 2 &lt;= -1 gives a; and
 *       b^2 &lt;= a d, so that the functional is positive: a is the larger of the two;
 *   <li>||f^perp||^2 / eps^2: eps^2 K_1 d - A lambda_L / 2 &lt;= -1 gives A for all eps &lt;= 1.
 * </ol>
 *
 * <p>About mu all constants that limit eps_0 in the paper are zero, so eps_0 = 1. By (3.15) and
 * Poincare the four norms bound K_0 (||f||_gamma^2 + ||grad_x f||_gamma^2 + ||grad_v f||_gamma^2)
 * with K_0 = min(1/2, 1 / (2 C_pi (1 + C_T))). d is chosen for the largest rate.
 *
 * <p><b>Order s.</b> Derivatives in x commute with the equation about mu, so the functional of
 * order 1 of all grad_x^j f, j &lt; s, added up, has the same dissipation of each (the Q_{alpha,k}
 * of (3.32) with B' K_p = 1 for all p). Then for b = 2, ..., s the terms w_b eps^2 ||grad_v^b
 * grad_x^j f||^2, j &lt;= s - b, of (3.31) are added (there B K_p = w_b; the condition printed
 * under that sum is |alpha| >= 2 where |beta| >= 2 is meant). By (3.24) each brings -w_b C_3 of its
 * own norm and costs w_b (K_(b) + 3 b^2 / C_3) of lower ones; w_b is such that this is half of the
 * least dissipation there is of fewer derivatives in v. K_0 is what is left of the least.
 *
 * @param estimates what it is made from
 * @param functional the functional
 * @param young e
 * @param dissipation K_0^(s): d/dt functional &lt;= - K_0 ||f||_gamma^2 in H^s_{x,v}, for the
 *     linear equation; what Q and S^eps may take has been set aside
 * @param upper C_EQ of (3.35), for all waves and all eps &lt;= 1
 */
public record HypocoercivityRecipe(
    EnergyEstimates estimates,
    LyapunovFunctional functional,
    double young,
    double dissipation,
    double upper) {

  private static final double RANGE = 12; // of log(d C_3 - 1)

  /** lambda_B = K_0 / (2 C_EQ) of (3.36): half of K_0 is left to the quadratic term. */
  public double rate() {
    return dissipation / (2 * upper);
  }

  /** The recipe with the d that proves the largest rate, s from 1 to the order of the estimates. */
  public static HypocoercivityRecipe of(EnergyEstimates estimates, int order) {
    if (order < 1 || order > estimates.mixing().size()) {
      throw new IllegalArgumentException(
          "order of the functional is %s; 1 to %s, the order of the estimates"
              .formatted(order, estimates.mixing().size()));
    }
    double best =
        new BrentOptimizer(1e-8, 1e-12)
            .optimize(
                new MaxEval(500),
                GoalType.MAXIMIZE,
                new SearchInterval(-RANGE, RANGE),
                new UnivariateObjectiveFunction(
                    x -> Math.log(with(estimates, order, Math.exp(x)).rate())))
            .getPoint();
    return with(estimates, order, Math.exp(best));
  }

  /** The recipe with d = (1 + excess) / C_3. */
  static HypocoercivityRecipe with(EnergyEstimates c, int order, double excess) {
    double d = (1 + excess) / c.frequency();
    double b = 1 + c.transport() * d;
    double e = c.commutator() * b / excess;
    double a = Math.max(2 * (1 + (c.continuity() * e + c.truncation()) * b) / c.gap(), b * b / d);
    double l2 = 2 * (1 + c.mixing(1) * d) / c.gap();
    // the larger eigenvalue of (a, b/2; b/2, d)
    double gradients = (a + d) / 2 + Math.hypot(a - d, b) / 2;

    LyapunovFunctional functional = new LyapunovFunctional(l2, a, b, d).raised(order, 1);
    double least = Math.min(0.5, 0.5 / (c.fluid() * (1 + CoercivityConstants.POINCARE)));
    double upper = order == 1 ? Math.max(l2, gradients) : l2 + gradients;
    for (int v = 2; v <= order; v++) {
      double cost = c.mixing(v) + 3.0 * v * v / c.frequency();
      double weight = least / (2 * cost);
      for (int j = 0; j <= order - v; j++) {
        functional = functional.plus(LyapunovFunctional.unit(order, j, v, weight));
      }
      least = Math.min(least / 2, weight * c.frequency());
      upper = Math.max(upper, weight);
    }
    return new HypocoercivityRecipe(c, functional, e, least, upper);
  }
}
