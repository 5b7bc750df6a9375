package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.velocity.BurnettPolynomials;

/** The expansion of one particle's function in centre-of-mass and relative velocities. */
class CentreOfMassBracketsTest {

  /** phi_nlm(w) has norm 1 against the pair's Gaussian, and so must its coefficients, at K = 40. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9, 1e-4})
  void squaresSumToOneAtDegreeForty(double share) {
    int degree = 40;
    double cosine = Math.sqrt(share);
    double sine = Math.sqrt(1 - share);
    CentreOfMassBrackets brackets = new CentreOfMassBrackets(degree, cosine, -sine);
    for (int l = 0; l <= degree; l++) {
      for (int n = 0; 2 * n + l <= degree; n++) {
        double sum = 0;
        for (int lambda = 0; lambda <= degree; lambda++) {
          for (int bigL = Math.abs(l - lambda); bigL <= Math.min(degree, l + lambda); bigL += 2) {
            double zeros = ClebschGordan.zeros(bigL, lambda, l);
            int most = n + (l - bigL - lambda) / 2;
            for (int nu = 0; nu <= most; nu++) {
              double value = brackets.value(n, l, most - nu, bigL, nu, lambda, zeros);
              sum += value * value;
            }
          }
        }
        assertEquals(1, sum, 1e-13, "n " + n + ", l " + l); // 40 factors of relative 1e-16 each
      }
    }
  }

  /**
   * phi_nlm(cos W + sin u) = sum of brackets and couplings, at random W, u; all modes of degree 5.
   */
  @Test
  void expansionHoldsPointwise() {
    Random random = new Random(6);
    int degree = 5;
    double cosine = Math.sqrt(0.25);
    double sine = Math.sqrt(0.75);
    CentreOfMassBrackets first = new CentreOfMassBrackets(degree, cosine, sine);
    CentreOfMassBrackets second = new CentreOfMassBrackets(degree, sine, -cosine);
    for (int trial = 0; trial < 5; trial++) {
      double[] bigW = random.doubles(3, -1.5, 1.5).toArray();
      double[] u = random.doubles(3, -1.5, 1.5).toArray();
      for (int l = 0; l <= degree; l++) {
        for (int n = 0; 2 * n + l <= degree; n++) {
          for (int m = -l; m <= l; m++) {
            // the reference's explicit sums lose two digits on values up to 100
            assertEquals(at(n, l, m, bigW, cosine, u, sine), sum(first, n, l, m, bigW, u), 1e-11);
            assertEquals(at(n, l, m, bigW, sine, u, -cosine), sum(second, n, l, m, bigW, u), 1e-11);
          }
        }
      }
    }
  }

  private static double at(int n, int l, int m, double[] bigW, double c, double[] u, double s) {
    return BurnettPolynomials.value(
        n, l, m, c * bigW[0] + s * u[0], c * bigW[1] + s * u[1], c * bigW[2] + s * u[2]);
  }

  private static double sum(
      CentreOfMassBrackets brackets, int n, int l, int m, double[] bigW, double[] u) {
    double sum = 0;
    for (int lambda = 0; lambda <= 2 * n + l; lambda++) {
      for (int bigL = Math.abs(l - lambda); bigL <= Math.min(2 * n + l, l + lambda); bigL += 2) {
        double zeros = ClebschGordan.zeros(bigL, lambda, l);
        int most = n + (l - bigL - lambda) / 2;
        for (int nu = 0; nu <= most; nu++) {
          double bracket = brackets.value(n, l, most - nu, bigL, nu, lambda, zeros);
          for (int bigM = -bigL; bigM <= bigL; bigM++) {
            for (int mu = -lambda; mu <= lambda; mu++) {
              double coupling = ClebschGordan.real(bigL, bigM, lambda, mu, l, m);
              if (coupling != 0) {
                sum +=
                    bracket
                        * coupling
                        * BurnettPolynomials.value(most - nu, bigL, bigM, bigW[0], bigW[1], bigW[2])
                        * BurnettPolynomials.value(nu, lambda, mu, u[0], u[1], u[2]);
              }
            }
          }
        }
      }
    }
    return sum;
  }
}
