package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.kernel.KineticPart;
import org.knudsen.kernel.PowerLaw;

/** Quadrature over the relative speed, the kinetic part in the weight. */
class RelativeSpeedRuleTest {

  private static double moment(RelativeSpeedRule rule, int k) {
    double sum = 0;
    for (int q = 0; q < rule.size(); q++) {
      sum += rule.weight(q) * Math.pow(rule.speed(q), 2 * k);
    }
    return sum;
  }

  /** (2 pi)^{-3/2} C mu_r^{-gamma/2} Int u^{2k + 2 + gamma} exp(-u^2/2) du in closed form. */
  private static double powerMoment(double c, double gamma, double reduced, int k) {
    return c
        * Math.pow(reduced, -gamma / 2)
        * Math.pow(2 * Math.PI, -1.5)
        * Math.pow(2, k + (1 + gamma) / 2)
        * Gamma.gamma(k + (3 + gamma) / 2);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0.5, 0.75", "1, 1e-4", "1, 5000"})
  void powerLawIsExactToTheDegreeOfTheRule(double gamma, double reduced) {
    RelativeSpeedRule rule = RelativeSpeedRule.of(new PowerLaw(1.7, gamma), reduced, 12);
    for (int k = 0; k < 24; k++) {
      assertEquals(1, moment(rule, k) / powerMoment(1.7, gamma, reduced, k), 1e-13 * (1 + k));
    }
  }

  /** Phi = g + g^2 exp(-g^2): no power law; the second part is a Gaussian of another width. */
  @Test
  void anyOtherFunctionIsExactToo() {
    double reduced = 0.75;
    KineticPart phi = g -> g + g * g * Math.exp(-g * g);
    RelativeSpeedRule rule = RelativeSpeedRule.of(phi, reduced, 12);
    double narrow = 1 + 2 / reduced; // u^2 / 2 + u^2 / mu_r = narrow u^2 / 2
    for (int k = 0; k < 24; k++) {
      double second = powerMoment(1, 2, reduced, k) * Math.pow(narrow, -(k + 2.5));
      double exact = powerMoment(1, 1, reduced, k) + second;
      assertEquals(1, moment(rule, k) / exact, 1e-13 * (1 + k));
    }
  }

  /** A table with a knot: Phi = min(g, 1.3), a kink inside a panel unless it is split there. */
  @Test
  void aKinkAtABreakPointCostsNothing() {
    double reduced = 2;
    double knot = 1.3;
    KineticPart phi =
        new KineticPart() {
          @Override
          public double at(double g) {
            return Math.min(g, knot);
          }

          @Override
          public double[] breakpoints() {
            return new double[] {knot};
          }
        };
    RelativeSpeedRule rule = RelativeSpeedRule.of(phi, reduced, 10);
    double u = knot * Math.sqrt(reduced);
    double x = u * u / 2;
    for (int k = 0; k < 20; k++) {
      double below = Gamma.regularizedGammaP(k + 2, x, 1e-16, 10000);
      double above = Gamma.regularizedGammaQ(k + 1.5, x, 1e-16, 10000);
      double exact =
          powerMoment(1, 1, reduced, k) * below + knot * powerMoment(1, 0, reduced, k) * above;
      assertEquals(1, moment(rule, k) / exact, 1e-12);
    }
  }

  /**
   * Phi = g^gamma, gamma = -1.8, not declared as a power law: u^0.2 has a root at u = 0, where the
   * panels halve 24 times down to 2^-25. What is lost stands in the smallest panel, where 20 Gauss
   * points (made here by commons-math) miss the integral of u^0.2 by a known part of it: 5e-14 of
   * the whole. Each panel less makes that 2^1.2 times as large.
   */
  @Test
  void panelsHalveTowardsRestUntilARootIsSeen() {
    double gamma = -1.8;
    int moments = 12;
    RelativeSpeedRule rule = RelativeSpeedRule.of(g -> Math.pow(g, gamma), 1, moments / 2);
    double smallest = 0x1p-25;
    GaussIntegrator points = new GaussIntegratorFactory().legendre(20, 0, 1);
    double missed = points.integrate(x -> Math.pow(x, 2 + gamma)) - 1 / (3 + gamma);
    double whole = powerMoment(1, gamma, 1, 0) * Math.pow(2 * Math.PI, 1.5);
    double lost = missed * Math.pow(smallest, 3 + gamma) / whole;
    for (int k = 0; k < moments; k++) {
      double error = moment(rule, k) / powerMoment(1, gamma, 1, k) - 1;
      // of higher moments the smallest panel holds nothing; round-off of sums of some 2,000 terms
      double bound = (k == 0 ? lost : 0) + 5e-15;
      assertEquals(0, error, bound, "moment " + k);
    }
  }

  @Test
  void negativeOrInfiniteKineticPartsAreNamed() {
    Throwable e =
        assertThrows(ArithmeticException.class, () -> RelativeSpeedRule.of(g -> -1, 1, 4));
    assertTrue(e.getMessage().contains("= -1.0; a finite number >= 0"), e.getMessage());
    assertThrows(
        ArithmeticException.class,
        () -> RelativeSpeedRule.of(g -> g > 3 ? Double.POSITIVE_INFINITY : 1, 1, 4));
  }
}
