package org.knudsen.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gauss rules integrate monomials exactly, and keep the relative accuracy of small weights. */
class GaussRuleTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 32, 64, 336, 512})
  void legendreIsExactOnMonomials(int n) {
    GaussRule rule = GaussRule.legendre(n);
    for (int k = 0; k < 2 * n; k++) {
      double sum = 0;
      for (int q = 0; q < n; q++) {
        sum += rule.weight(q) * Math.pow(rule.node(q), k);
      }
      assertEquals((k & 1) == 0 ? 2.0 / (k + 1) : 0, sum, 1e-14, "power " + k); // round-off of 2
    }
  }

  /**
   * Against the rule of commons-math, which finds its nodes by bisection between those of the rule
   * before: the two agree to their round-off of 1e-15 for the nodes, and for the weights to that
   * over the distance of the node from the end.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 12, 41, 168})
  void legendreIsThatOfAnotherRoute(int n) {
    GaussRule rule = GaussRule.legendre(n);
    GaussIntegrator other = new GaussIntegratorFactory().legendre(n);
    for (int q = 0; q < n; q++) {
      assertEquals(other.getPoint(q), rule.node(q), 1e-15);
      double fromTheEnd = 1 - Math.abs(rule.node(q));
      assertEquals(1, other.getWeight(q) / rule.weight(q), 1e-14 + 2e-16 / fromTheEnd);
    }
  }

  /**
   * Relative to Gamma(k + alpha + 1). At power 2n - 1 the largest nodes carry the sum, with weights
   * as small as 1e-90: their relative accuracy is what is tested. A node's relative error of 1e-16
   * grows to k 1e-16 in its k-th power, hence the tolerance.
   */
  @ParameterizedTest
  @CsvSource({"1, 0.5", "5, 0", "17, 0.5", "32, 0.75", "32, 1", "60, 0.5", "60, 1"})
  void laguerreIsExactOnMonomials(int n, double alpha) {
    GaussRule rule = GaussRule.laguerre(n, alpha);
    for (int k = 0; k < 2 * n; k++) {
      double exact = Gamma.gamma(k + alpha + 1);
      double sum = 0;
      for (int q = 0; q < n; q++) {
        sum += rule.weight(q) * Math.pow(rule.node(q), k);
      }
      assertEquals(1, sum / exact, 1e-14 * (10 + k), "power " + k);
    }
  }

  @Test
  void nodesAscendAndWeightsArePositive() {
    GaussRule rule = GaussRule.laguerre(50, 1);
    for (int q = 0; q < rule.size(); q++) {
      assertTrue(rule.weight(q) > 0);
      assertTrue(q == 0 || rule.node(q) > rule.node(q - 1));
    }
  }

  /** Abramowitz and Stegun, table 25.9 (n = 3): 12 digits are printed. */
  @Test
  void laguerreThreePointsAsTabulated() {
    GaussRule rule = GaussRule.laguerre(3, 0);
    assertEquals(0.415774556783, rule.node(0), 6e-13);
    assertEquals(2.294280360279, rule.node(1), 6e-13);
    assertEquals(6.289945082937, rule.node(2), 6e-13);
    assertEquals(0.711093009929, rule.weight(0), 6e-13);
    assertEquals(0.278517733569, rule.weight(1), 6e-13);
    assertEquals(0.0103892565016, rule.weight(2), 6e-14);
  }

  /** The Stieltjes procedure on a 90-point discretisation finds the rule of the continuous one. */
  @Test
  void ruleOfADiscreteMeasureIsThatOfTheContinuousOne() {
    GaussRule fine = GaussRule.laguerre(90, 0.5);
    double[] at = new double[90];
    double[] mass = new double[90];
    for (int q = 0; q < 90; q++) {
      at[q] = fine.node(q);
      mass[q] = fine.weight(q);
    }
    GaussRule expected = GaussRule.laguerre(20, 0.5);
    GaussRule found = GaussRule.ofMeasure(20, at, mass);
    for (int q = 0; q < 20; q++) {
      // relative; a weight moves by d ln w / d t = 1 times the node's absolute error
      assertEquals(1, found.node(q) / expected.node(q), 1e-13);
      assertEquals(1, found.weight(q) / expected.weight(q), 2e-12);
    }
  }

  @Test
  void measureWithoutMassIsRefused() {
    Throwable e =
        assertThrows(
            ArithmeticException.class,
            () -> GaussRule.ofMeasure(1, new double[] {1, 2}, new double[] {0, 0}));
    assertTrue(e.getMessage().contains("total mass 0.0"), e.getMessage());
  }
}
