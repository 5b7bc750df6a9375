package org.knudsen.hypocoercivity;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.collision.Gas;

/**
 * Rates of decay of T^eps on one wave, the slowest azimuthal number of each: what is proved beside
 * what is so. Each is at most the next, from {@code proved} to {@code recipe}, from {@code recipe}
 * and {@code uniform} to {@code best}, and from there to {@code spectral}.
 *
 * @param knudsen eps
 * @param wave kappa = 2 pi |k| > 0
 * @param proved lambda_B of the recipe, one number for all waves and all eps &lt;= 1
 * @param recipe the rate that the recipe's functional has
 * @param uniform the rate of a functional chosen for many waves and eps
 * @param best the rate of the best functional of order 2 for this wave and this eps; what order 3
 *     adds is in the third digit
 * @param spectral the decay rate itself
 */
public record DecayRates(
    double knudsen,
    double wave,
    double proved,
    double recipe,
    double uniform,
    double best,
    double spectral) {

  private static final int CUTS = 600;

  /**
   * The rates over Knudsen numbers and waves, kappa of each, eps by eps; uniform by {@link
   * LyapunovOptimum#functional} and {@link LyapunovOptimum#strengthened}.
   */
  public static List<DecayRates> table(
      Gas gas,
      HypocoercivityRecipe recipe,
      LyapunovFunctional uniform,
      double[] knudsen,
      double[] waves) {
    List<DecayRates> rows = new ArrayList<>();
    for (double eps : knudsen) {
      for (double kappa : waves) {
        List<WaveOperator> modes = WaveOperator.all(gas, eps, kappa);
        LyapunovFunctional best = LyapunovOptimum.functional(modes, 2, CUTS);
        rows.add(
            new DecayRates(
                eps,
                kappa,
                recipe.rate(),
                LyapunovOptimum.smallestRate(recipe.functional(), modes),
                LyapunovOptimum.smallestRate(uniform, modes),
                LyapunovOptimum.smallestRate(best, modes),
                modes.stream().mapToDouble(WaveOperator::decayRate).min().orElseThrow()));
      }
    }
    return rows;
  }
}
