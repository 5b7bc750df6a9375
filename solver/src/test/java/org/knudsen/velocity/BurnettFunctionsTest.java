package org.knudsen.velocity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.knudsen.kernel.GaussRule;

/** Radial and polar factors of the Burnett functions: orthonormal, and those of the definition. */
class BurnettFunctionsTest {

  /** (2 pi)^{-3/2} Int rho_n rho_n' r^2 exp(-r^2/2) dr, all pairs with 2n + l &lt;= 60. */
  @Test
  void radialFunctionsAreOrthonormal() {
    GaussRule rule = GaussRule.laguerre(62, 0.5);
    for (int l = 0; l <= 60; l++) {
      int count = (60 - l) / 2 + 1;
      double[][] rho = new double[rule.size()][count];
      for (int q = 0; q < rule.size(); q++) {
        BurnettFunctions.radial(l, Math.sqrt(2 * rule.node(q)), count, rho[q], 0);
      }
      for (int a = 0; a < count; a++) {
        for (int b = 0; b <= a; b++) {
          double sum = 0;
          for (int q = 0; q < rule.size(); q++) {
            sum +=
                Math.sqrt(2) * Math.pow(2 * Math.PI, -1.5) * rule.weight(q) * rho[q][a] * rho[q][b];
          }
          // round-off of the rule, which grows with the power of the node (GaussRuleTest)
          assertEquals(a == b ? 1 : 0, sum, 2e-12, "l " + l + ", n " + a + ", " + b);
        }
      }
    }
  }

  @Test
  void radialFunctionsAreThoseOfTheDefinition() {
    double[] rho = new double[6];
    for (int l = 0; l <= 5; l++) {
      for (double r : new double[] {0, 0.3, 1, 2.7}) {
        BurnettFunctions.radial(l, r, 6, rho, 0);
        for (int n = 0; n < 6; n++) {
          double exact =
              BurnettPolynomials.norm(n, l)
                  * Math.pow(r, l)
                  * BurnettPolynomials.laguerre(n, l + 0.5, r * r / 2);
          // the explicit sum alternates: it, not the recurrence, loses two digits
          assertEquals(exact, rho[n], 1e-12 * (1 + Math.abs(exact)));
        }
      }
    }
  }

  @Test
  void radialWritesItsRangeOnly() {
    double[] out = {7, 7, 7, 7};
    BurnettFunctions.radial(0, 1, 2, out, 1);
    assertEquals(7, out[0]);
    assertEquals(7, out[3]);
    assertEquals(Math.sqrt(4 * Math.PI), out[1], 1e-14); // phi_000 = 1
  }

  /** 2 pi Int P_lm P_l'm ds = delta for all l, l' &lt;= 40. */
  @Test
  void polarFunctionsAreOrthonormal() {
    int top = 40;
    GaussRule rule = GaussRule.legendre(top + 1);
    double[][] p = new double[rule.size()][(top + 1) * (top + 2) / 2];
    for (int q = 0; q < rule.size(); q++) {
      double s = rule.node(q);
      BurnettFunctions.legendre(top, s, Math.sqrt(1 - s * s), p[q]);
    }
    for (int m = 0; m <= top; m++) {
      for (int l = m; l <= top; l++) {
        for (int l2 = m; l2 <= l; l2++) {
          double sum = 0;
          for (int q = 0; q < rule.size(); q++) {
            sum +=
                2
                    * Math.PI
                    * rule.weight(q)
                    * p[q][l * (l + 1) / 2 + m]
                    * p[q][l2 * (l2 + 1) / 2 + m];
          }
          assertEquals(l == l2 ? 1 : 0, sum, 1e-13, "m " + m + ", l " + l + ", " + l2);
        }
      }
    }
  }

  /** The leading coefficient of phi_nlm is (-1)^n / A_nl, so A_nl = 2^n n! / N_nl. */
  @Test
  void fockNormIsTheInverseLeadingCoefficient() {
    for (int l = 0; l <= 30; l++) {
      for (int n = 0; n <= 20; n++) {
        double exact = Math.pow(2, n) * Gamma.gamma(n + 1) / BurnettPolynomials.norm(n, l);
        assertEquals(1, BurnettFunctions.fockNorm(n, l) / exact, 1e-13); // Gamma's own accuracy
      }
    }
  }
}
