package org.knudsen.stability;

import org.knudsen.hypocoercivity.EnergyEstimates;
import org.knudsen.hypocoercivity.HypocoercivityRecipe;
import org.knudsen.hypocoercivity.LyapunovFunctional;
import org.knudsen.lemma.CollisionBound;

/**
 * delta_B of Theorem 2.2, as Corollary 3.12 fixes it, on the circle with s = 1: while ||f|| &lt;=
 * delta_B in the norm (2.6) of the recipe, the quadratic term takes at most half of K_0.
 *
 * <p>With q = Q(f, f) in the dual of the gamma-norm, what {@link EnergyEstimates} left to Q in each
 * line, by Young's inequality:
 *
 * <ul>
 *   <li>(3.19), (3.20): (2 / lambda_L) ||q||^2, the same of grad_x q;
 *   <li>(3.22), times eps: e ||grad_x q||^2;
 *   <li>(3.21): (3 / C_3) ||grad_v q||^2.
 * </ul>
 *
 * <p>So K_1^(1) = (2 / lambda_L) max(A, a) + b e and K_2^(1) = 3 d / C_3 in (3.29). (3.10) with g =
 * h = f makes ||q|| &lt;= 2 C_s^Q ||f|| ||f||_gamma, and (3.35) gives
 *
 * <p>K_1 G_x^2 + eps^2 K_2 G_{x,v}^2 &lt;= (4 (C_s^Q)^2 / C_eq) (K_1 + K_2) ||f||^2 ||f||_gamma^2,
 *
 * <p>at most (K_0 / 2) ||f||_gamma^2 if ||f|| &lt;= delta_B. The proof of Corollary 3.12 has 2
 * where 4 stands here: (x y + x y)^2 is 4 x^2 y^2.
 *
 * <p>C_eq is the one for all functions, all waves and all eps &lt;= 1: half of A, or the smaller
 * eigenvalue of (a, b/2; b/2, d). delta_MS = 0, as in the recipe: what S^eps and L^eps - L take is
 * not counted; {@link #localTime} says how a source enters (3.37).
 *
 * @param first K_1^(1)
 * @param second K_2^(1)
 * @param collisions C_s^Q of (3.10)
 * @param lower C_eq of (3.35)
 * @param radius delta_B, in the norm of the recipe's functional
 * @param dissipation K_0^(1)
 */
public record StabilityRadius(
    double first,
    double second,
    double collisions,
    double lower,
    double radius,
    double dissipation) {

  /**
   * delta_B of a recipe.
   *
   * @param recipe of order 1
   * @param bound of Q, of degree K + 1 at least if K is that of the recipe's estimates: one
   *     derivative in v raises the degree
   * @throws IllegalArgumentException if the recipe is of another order, for which (3.10) has no
   *     constant here, or the degree is less
   */
  public static StabilityRadius of(HypocoercivityRecipe recipe, CollisionBound bound) {
    LyapunovFunctional functional = recipe.functional();
    EnergyEstimates estimates = recipe.estimates();
    if (functional.sobolev() != 1) {
      throw new IllegalArgumentException(
          "order of the functional is "
              + functional.sobolev()
              + "; 1, where (3.10) has a constant");
    }
    if (bound.degree() < estimates.truncation()) {
      throw new IllegalArgumentException(
          ("degree of the bound on Q is %s; at least %s, one more than that of the " + "estimates")
              .formatted(bound.degree(), Math.round(estimates.truncation())));
    }
    double l2 = functional.space(0);
    double a = functional.space(1);
    double b = functional.mixed(1);
    double d = functional.velocity(0, 1);
    double first = 2 * Math.max(l2, a) / estimates.gap() + b * recipe.young();
    double second = 3 * d / estimates.frequency();
    // smaller eigenvalue of (a, b/2; b/2, d) as determinant over the larger one
    double gradients = (a * d - b * b / 4) / ((a + d) / 2 + Math.hypot(a - d, b) / 2);
    double lower = Math.min(l2 / 2, gradients);
    double collisions = bound.sobolev(1);
    double square = recipe.dissipation() * lower / (8 * collisions * collisions * (first + second));
    return new StabilityRadius(
        first, second, collisions, lower, Math.sqrt(square), recipe.dissipation());
  }

  /**
   * T_0 of (3.37), for how long the Picard iteration is sure to stay within delta_B: delta_B min(1,
   * K_0 / 2) / (4 C^(s) delta_MS).
   *
   * @param source C^(s) delta_MS > 0 of (3.29), what S^eps adds
   */
  public double localTime(double source) {
    if (!(source > 0)) {
      throw new IllegalArgumentException("source is " + source + "; > 0, without one T_0 = inf");
    }
    return radius * Math.min(1, dissipation / 2) / (4 * source);
  }
}
