package org.knudsen.lemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.knudsen.collision.CollisionFrequency;
import org.knudsen.collision.CollisionFrequencyMatrix;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.velocity.BurnettSpace;

/** The eps-terms of (3.5). */
class FrequencyGradientTest {

  /** d_x ct and d_x u of each species. */
  private static final double[] GRADIENT = {0.7, 0.3, -0.4, -0.9};

  private static FrequencyGradient gradient(double gamma, double eps, int degree) {
    return new FrequencyGradient(
        TwoGases.slab(degree), TwoGases.background(eps, 0.1), TwoGases.kernel(gamma), gamma, 0);
  }

  /** eps nut is the derivative of nu^eps in x, by a fourth-order difference. */
  @Test
  void isTheDerivativeOfTheFrequencyInSpace() {
    double eps = 0.5;
    BurnettSpace space = TwoGases.slab(2);
    LocalMaxwellian here = TwoGases.background(eps, 0.1);
    double h = 0.02;
    SimpleMatrix sum = null;
    double[] weight = {1.0 / 12, -2.0 / 3, 0, 2.0 / 3, -1.0 / 12};
    for (int p = -2; p <= 2; p++) {
      double[] c = new double[2];
      double[] centre = new double[6];
      for (int j = 0; j < 2; j++) {
        c[j] = here.concentration(j) + p * h * eps * GRADIENT[2 * j];
        centre[3 * j] = here.centre(j, 0) + p * h * eps * GRADIENT[2 * j + 1];
      }
      SimpleMatrix nu =
          TwoGases.square(
                  CollisionFrequencyMatrix.matrix(
                      space,
                      new CollisionFrequency(
                          LocalMaxwellian.of(TwoGases.MIXTURE, c, centre), TwoGases.kernel(1))))
              .scale(weight[p + 2] / (h * eps));
      sum = sum == null ? nu : sum.plus(nu);
    }
    SimpleMatrix found = gradient(1, eps, 2).rate(GRADIENT);
    // h^4 / 30 times fifth derivatives in U of some (m U)^5 nu
    assertEquals(0, sum.minus(found).normF(), 1e-6 * found.normF());
  }

  /**
   * gamma = 0: nut_i = sum_j rate d_x ct_j, a number, and velocity gradients do not enter. Then
   * sigma = max |nut_i| (d / (1 + d))^{1/2} with d the largest value of ||d_v f||^2 / ||f||^2 on
   * the degree.
   */
  @Test
  void maxwellMoleculesAreExact() {
    int degree = 4;
    SimpleMatrix plain = new DerivativeMatrices(TwoGases.slab(degree), 0).plain(1);
    int modes = TwoGases.slab(degree).modes();
    double exact = 0;
    for (int i = 0; i < 2; i++) {
      double nu = TwoGases.rate(i, 0) * GRADIENT[0] + TwoGases.rate(i, 1) * GRADIENT[2];
      SimpleMatrix block =
          plain.extractMatrix(i * modes, (i + 1) * modes, i * modes, (i + 1) * modes);
      double d = -SymmetricPencil.smallest(block.negative()).value();
      exact = Math.max(exact, Math.abs(nu) * Math.sqrt(d / (1 + d)));
    }
    FrequencyGradient gradient = gradient(0, 0.5, degree);
    assertEquals(exact, gradient.sigma(GRADIENT), 1e-10 * exact);
    assertEquals(0, gradient.constant(0, 1), 1e-11);
    // the corner with equal signs is the largest, and degree tends to max nu / 2 from below
    double limit = (TwoGases.rate(1, 0) + TwoGases.rate(1, 1)) / 2;
    assertTrue(gradient.constant(1, 0) < limit && gradient.constant(1, 0) > 0.95 * limit);
  }

  /** sigma is a norm of the gradients; its constant is the largest over a box, attained inside. */
  @Test
  void theBoxHoldsItsPoints() {
    FrequencyGradient gradient = gradient(1, 1, 2);
    double box = gradient.constant(1, 1);
    assertEquals(
        2 * gradient.sigma(GRADIENT),
        gradient.sigma(Arrays.stream(GRADIENT).map(x -> 2 * x).toArray()),
        1e-9);
    Random random = new Random(4);
    for (int trial = 0; trial < 30; trial++) {
      double[] inside = random.doubles(4, -1, 1).toArray();
      assertTrue(gradient.sigma(inside) / 2 <= box * (1 + 1e-12));
    }
    assertEquals(3 * box, gradient.constant(3, 3), 1e-10 * box);
    assertTrue(gradient(1, 1, 3).constant(1, 1) > box, "grows with the degree");
    assertThrows(IllegalArgumentException.class, () -> gradient.sigma(1, 2, 3));
  }

  /** C_4 = C_6 = C_7 = sigma / 2 bound the mixed term for any f and g = d_x f. */
  @Test
  void theEpsilonTermsBoundTheMixedTerm() {
    BurnettSpace space = TwoGases.slab(3);
    FrequencyGradient gradient = gradient(1, 1, 3);
    DerivativeMatrices forms = new DerivativeMatrices(space, 1);
    SimpleMatrix left = forms.plain(1).mult(gradient.rate(GRADIENT));
    SimpleMatrix weighted = forms.weighted(1);
    double c = gradient.sigma(GRADIENT) / 2;
    Random random = new Random(6);
    for (int trial = 0; trial < 50; trial++) {
      SimpleMatrix f = TwoGases.random(random, space.size());
      SimpleMatrix g = TwoGases.random(random, space.size());
      double value = g.transpose().mult(left).mult(f).get(0, 0);
      double bound = c * (TwoGases.form(weighted, g) + TwoGases.form(weighted, f) + f.dot(f));
      assertTrue(Math.abs(value) <= bound);
    }
  }
}
