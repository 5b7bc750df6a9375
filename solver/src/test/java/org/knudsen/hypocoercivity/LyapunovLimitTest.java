package org.knudsen.hypocoercivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.Gas;
import org.knudsen.collision.Spectrum;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

/** The best functional of order 1 for small eps, against the optimum at small eps. */
class LyapunovLimitTest {

  private static final double KAPPA = 2 * Math.PI;
  private static final Mixture ONE = Mixture.of(new Species("a", 2, 0.8));
  private static final Mixture TWO = Mixture.of(new Species("a", 1, 0.5), new Species("b", 4, 0.5));

  private static Gas linearized(Mixture mixture, double gamma, int degree) {
    return Gas.of(
        mixture,
        CollisionKernel.symmetric(
            mixture.size(), (i, j) -> new PairKernel(new PowerLaw(0.5, gamma), s -> 1)),
        degree);
  }

  /**
   * At eps = 1e-3 the optimum that is sought has this rate and this b; the rate to order eps^2 and
   * to the 100 cuts, b less sharply since the rate is flat there.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void optimumTendsToIt(double gamma) {
    Gas gas = linearized(TWO, gamma, 4);
    LyapunovLimit limit = LyapunovLimit.of(gas);
    List<WaveOperator> modes = WaveOperator.all(gas, 1e-3, KAPPA, 2 * KAPPA);
    LyapunovFunctional best = LyapunovOptimum.functional(modes, 100);
    double expected = limit.rate(KAPPA);
    assertEquals(expected, LyapunovOptimum.smallestRate(best, modes), 5e-4 * expected);
    double scale = best.space(0) + KAPPA * KAPPA * best.space(1);
    assertEquals(limit.mixed(), best.mixed(1) / scale, 0.03 * limit.mixed());
    double spectral = new HydrodynamicRates(gas).smallest(KAPPA);
    assertTrue(expected < spectral, expected + " against " + spectral);
  }

  /**
   * One gas of Maxwell molecules, by hand: theta is the largest of m lambda_02 / 4 (shear, whose
   * rate the functional would see in full), m lambda_02 / 3 (momentum along k) and 5/12 m lambda_11
   * (energy). The second is, lambda_11 being 2/3 lambda_02: three quarters of the rate are seen.
   */
  @Test
  void oneGasOfMaxwellMoleculesByHand() {
    Gas gas = linearized(ONE, 0, 4);
    double stress = Spectrum.of(gas.harmonics(), 2).harmonics().get(0).eigenvalues().get(0);
    double heat = Spectrum.of(gas.harmonics(), 1).harmonics().get(0).gap().orElseThrow();
    double m = ONE.mass(0);
    double expected = Math.max(m * stress / 3, 5 * m * heat / 12);
    LyapunovLimit limit = LyapunovLimit.of(gas);
    assertEquals(expected, limit.theta(), 1e-12 * expected);
    double spectral = new HydrodynamicRates(gas).smallest(KAPPA);
    assertEquals(0.75 * spectral, limit.rate(KAPPA), 1e-12 * spectral);
  }

  /** Exact from degree 3 on. */
  @Test
  void doesNotDependOnTheDegree() {
    double three = LyapunovLimit.of(linearized(TWO, 1, 3)).theta();
    assertEquals(three, LyapunovLimit.of(linearized(TWO, 1, 7)).theta(), 1e-12 * three);
    Gas low = linearized(TWO, 1, 2);
    assertThrows(IllegalArgumentException.class, () -> LyapunovLimit.of(low));
  }
}
