package org.knudsen.velocity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

class MaxwellianTailTest {

  private static final MaxwellianTail TAIL = new MaxwellianTail();

  /** The coefficients of a Maxwellian in a space of degree 80, degree by degree. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0",
    "1, 0",
    "1.7, 0",
    "3, 0",
    "0, 0.3",
    "0, -0.3",
    "0.8, 0.25",
    "0.8, -0.25",
    "1.7, 0.4",
    "1.7, -0.4"
  })
  void isTheNormOfTheCoefficientsBeyondTheDegree(double z, double tau) {
    double mass = 4;
    BurnettSpace space =
        new BurnettSpace(Mixture.of(new Species("gas", mass, 0.6)), 80, AxialSymmetry.SLAB);
    BurnettModes modes = space.burnettModes();
    double[] h = new double[space.size()];
    double eps = 0.5;
    space.deviation(0, eps, 0, z / Math.sqrt(mass) / eps, 0, 0, tau / eps, h, 0);
    double[] squares = new double[81];
    for (int a = 0; a < h.length; a++) {
      int degree = 2 * modes.n(a) + modes.l(a);
      squares[degree] += Math.pow((degree == 0 ? 1 : 0) + eps * h[a] / Math.sqrt(0.6), 2);
    }
    for (int k = 0; k <= 20; k++) {
      double beyond = 0;
      for (int degree = 80; degree > k; degree--) { // small ones first
        beyond += squares[degree];
      }
      TAIL.sum(z * z, tau, k);
      // what lies beyond degree 80 is 0.4^60 of that beyond 20 at most, 1e-23. The sums that give a
      // coefficient of a heated gas have terms of both signs for tau < 0
      assertEquals(1, TAIL.beyond() / beyond, 1e-11, "degree " + k);
      // Mehler's formula at q = 1
      double whole = Math.pow(1 - tau * tau, -1.5) * Math.exp(z * z / (1 - tau));
      assertEquals(1, TAIL.whole() / whole, 1e-13);
    }
  }

  /** sum_{n > K} z^{2n} / n!, and the figure by which a degree is chosen. */
  @Test
  void withoutHeatItIsAPoissonDistribution() {
    for (double z : new double[] {0.3, 1.7, 5}) {
      for (int k : new int[] {2, 10, 30}) {
        double beyond = 0;
        for (int n = k + 150; n > k; n--) {
          double term = 1;
          for (int j = 1; j <= n; j++) {
            term *= z * z / j;
          }
          beyond += term;
        }
        TAIL.sum(z * z, 0, k);
        assertEquals(1, TAIL.beyond() / beyond, 1e-13, z + " beyond " + k);
        assertEquals(1, TAIL.whole() / Math.exp(z * z), 1e-13);
      }
    }
    TAIL.sum(1.7 * 1.7, 0, 10);
    assertEquals(0.01, Math.sqrt(TAIL.beyond() / TAIL.whole()), 5e-3, "one digit: about 1%");
    TAIL.sum(0, 0, 2);
    assertEquals(0, TAIL.beyond());
    assertEquals(1, TAIL.whole());
  }

  /** From twice the temperature of mu on a Gaussian is not in L^2(mu^{-1/2}). */
  @ParameterizedTest
  @CsvSource({
    "0.5, 1",
    "0.5, -1",
    "0, 7",
    "1e9, 0",
    "NaN, 0",
    "0, NaN",
    "499, 0.5",
    "499, 0.99",
    "400, -0.9"
  })
  void whatIsNotInTheSpaceIsAllBeyond(double square, double tau) {
    TAIL.sum(square, tau, 10);
    double part = TAIL.beyond() / TAIL.whole();
    assertTrue(part > 0.999 && part <= 1, () -> "part " + part);
  }
}
