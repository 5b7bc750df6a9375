package org.knudsen.lemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SobolevAlgebraTest {

  /**
   * s = 1, in closed form: sum_j w(k) / (w(j) w(k - j)) is a convolution of Lorentzians of
   * half-width a = 1 / (2 pi), whose limit in k is 2 sum_j 1 / w(j) = coth(1/2). A may not be below
   * it, and is within 1% of the largest.
   */
  @Test
  void theFirstOrderIsNearItsClosedForm() {
    double a = 1 / (2 * Math.PI);
    double sum = 1 / Math.tanh(0.5) / 2; // sum_j 1 / w(j)
    double most = 0;
    for (int k = 1; k <= 100000; k++) {
      // partial fractions: 1 / (w(j) w(k - j)), summed over j, is 2 a^2 sum / (k^2 + 4 a^2)
      double square = (double) k * k;
      double value = SobolevAlgebra.weight(1, k) * 2 * a * a * sum / (square + 4 * a * a);
      most = Math.max(most, value);
    }
    assertEquals(1 / Math.tanh(0.5), most, 1e-9, "the limit is the supremum");
    double constant = SobolevAlgebra.constant(1);
    assertTrue(constant * constant >= most && constant < 1.01 * Math.sqrt(most));
  }

  /** Higher orders, against the sums for the first waves and their limit for the last. */
  @Test
  void higherOrdersAreNearTheSupremum() {
    for (int s = 2; s <= 4; s++) {
      double most = 0;
      double limit = 0;
      for (int j = -300; j <= 300; j++) {
        limit += 2 / SobolevAlgebra.weight(s, j);
      }
      for (int k = 0; k <= 20; k++) {
        double sum = 0;
        for (int j = -300; j <= 300; j++) {
          sum += 1 / (SobolevAlgebra.weight(s, j) * SobolevAlgebra.weight(s, k - j));
        }
        most = Math.max(most, SobolevAlgebra.weight(s, k) * sum);
      }
      double supremum = Math.sqrt(Math.max(most, limit));
      double constant = SobolevAlgebra.constant(s);
      assertTrue(
          constant >= supremum * (1 - 1e-12) && constant < 1.01 * supremum,
          s + ": " + constant + " against " + supremum);
    }
  }

  /** Products of trigonometric polynomials, and of one with itself concentrated at a point. */
  @Test
  void noProductViolatesIt() {
    Random random = new Random(12);
    for (int s = 1; s <= 3; s++) {
      double constant = SobolevAlgebra.constant(s);
      double most = 0;
      for (int trial = 0; trial < 40; trial++) {
        int n = 12;
        double[] f = new double[2 * n + 1];
        double[] g = new double[2 * n + 1];
        for (int k = 0; k <= 2 * n; k++) {
          double decay = 1 / SobolevAlgebra.weight(s, k - n);
          f[k] = decay * (trial == 0 ? 1 : random.nextGaussian());
          g[k] = decay * (trial == 0 ? 1 : random.nextGaussian());
        }
        double[] product = new double[4 * n + 1];
        for (int j = 0; j <= 2 * n; j++) {
          for (int k = 0; k <= 2 * n; k++) {
            product[j + k] += f[j] * g[k];
          }
        }
        most = Math.max(most, norm(s, product) / (norm(s, f) * norm(s, g)));
      }
      assertTrue(most <= constant && most > 1, s + ": " + most + " against " + constant);
    }
  }

  private static double norm(int s, double[] f) {
    double sum = 0;
    for (int k = 0; k < f.length; k++) {
      sum += SobolevAlgebra.weight(s, k - f.length / 2) * f[k] * f[k];
    }
    return Math.sqrt(sum);
  }

  @Test
  void refusesOrdersThatAreNoAlgebra() {
    assertThrows(IllegalArgumentException.class, () -> SobolevAlgebra.constant(0));
  }
}
