package org.knudsen.lemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.OperatorsAboutMaxwellian;
import org.knudsen.mixture.LocalMaxwellian;

/** (3.6) with a derivative in x. */
class CompactGradientTest {

  private static final int DEGREE = 2;
  private static final double GAMMA = 1;

  /** d_x ct and d_x u of each species. */
  private static final double[] GRADIENT = {0.7, 0.3, -0.4, -0.9};

  private static BurnettCollision operator;
  private static CompactGradient atOne; // at the Knudsen number 1

  @BeforeAll
  static void build() {
    operator = TwoGases.collision(1, DEGREE);
    atOne = gradient(1);
  }

  private static CompactGradient gradient(double eps) {
    LocalMaxwellian background = TwoGases.background(eps, 0.1);
    return new CompactGradient(
        operator,
        forms(background),
        new FrequencyGradient(operator.space(), background, TwoGases.kernel(GAMMA), GAMMA, 0),
        background,
        eps);
  }

  private static DerivativeForms forms(LocalMaxwellian background) {
    return DerivativeForms.about(
            operator.space(), new OperatorsAboutMaxwellian(operator, background), GAMMA, 1)
        .get(0);
  }

  /** eps Kt is the derivative of K^eps in x, by a fourth-order difference. */
  @Test
  void isTheDerivativeOfTheCompactPart() {
    double eps = 0.5;
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
      SimpleMatrix k =
          TwoGases.square(
                  new OperatorsAboutMaxwellian(
                          operator, LocalMaxwellian.of(TwoGases.MIXTURE, c, centre))
                      .compact())
              .scale(weight[p + 2] / (h * eps));
      sum = sum == null ? k : sum.plus(k);
    }
    SimpleMatrix found = gradient(eps).rate(GRADIENT);
    // h^4 / 30 times fifth derivatives in U
    assertEquals(0, sum.minus(found).normF(), 1e-6 * found.normF());
  }

  /** Without gradients it is the constant of |alpha| = 0; with them it rises by O(eps^2). */
  @Test
  void gradientsCostSecondOrder() {
    double[] none = new double[4];
    CompactDerivatives plain =
        new CompactDerivatives(
            DerivativeForms.about(
                TwoGases.slab(DEGREE),
                new OperatorsAboutMaxwellian(operator, TwoGases.background(0.02, 0.1)),
                1,
                1));
    CompactGradient coarse = gradient(0.02);
    assertEquals(plain.c2(), coarse.c2(), 1e-12 * plain.c2());
    assertEquals(plain.c1(0.2), coarse.c1(0.2, none), 1e-10 * plain.c1(0.2));
    CompactGradient fine = gradient(0.01);
    double first = coarse.c1(0.2, GRADIENT) - coarse.c1(0.2, none);
    double second = fine.c1(0.2, GRADIENT) - fine.c1(0.2, none);
    assertEquals(2, Math.log(first / second) / Math.log(2), 0.05);
    assertThrows(IllegalArgumentException.class, () -> fine.c1(0, GRADIENT));
  }

  /**
   * Attained: the best f for a g leaves eps^2 / (4 C_1) |B g|^2, B^T the mixed form and the norm
   * dual to ||f||^2 + ||d_v f||^2; with the least C_1 some g makes the rest zero.
   */
  @Test
  void theLeastConstantIsAttained() {
    double eps = 1;
    double xi = 0.2;
    CompactGradient constants = atOne;
    DerivativeForms forms = forms(TwoGases.background(eps, 0.1));
    double c1 = constants.c1(xi, GRADIENT);
    SimpleMatrix mixed = forms.plain().mult(constants.rate(GRADIENT)).scale(eps);
    SimpleMatrix norm = forms.lower().plus(forms.plain());
    SimpleMatrix rest =
        forms
            .compact()
            .plus(-xi * constants.c2(), forms.plain())
            .plus(-c1, forms.lower())
            .plus(1 / (4 * c1), mixed.mult(norm.invert()).mult(mixed.transpose()));
    double largest = -SymmetricPencil.smallest(rest.negative()).value();
    assertEquals(0, largest, 1e-12 * forms.compact().normF());
    double box = constants.constant(xi, 0.7, 0.9);
    assertTrue(box >= c1, "the corners of the box bound what is inside");
    double most = 0;
    for (double[] corner :
        new double[][] {
          {1, 1, 1, 1}, {1, 1, 1, -1}, {1, 1, -1, 1}, {1, 1, -1, -1},
          {1, -1, 1, 1}, {1, -1, 1, -1}, {1, -1, -1, 1}, {1, -1, -1, -1}
        }) {
      double[] at = {0.7 * corner[0], 0.9 * corner[1], 0.7 * corner[2], 0.9 * corner[3]};
      most = Math.max(most, constants.c1(xi, at));
    }
    assertEquals(most, box, 1e-12 * box);
  }

  /** Any f and g = d_x f. */
  @Test
  void noPairViolatesIt() {
    double eps = 1;
    double xi = 0.2;
    CompactGradient constants = atOne;
    DerivativeForms forms =
        DerivativeForms.about(
                TwoGases.slab(DEGREE),
                new OperatorsAboutMaxwellian(operator, TwoGases.background(eps, 0.1)),
                0,
                1)
            .get(0);
    SimpleMatrix mixed = forms.plain().mult(constants.rate(GRADIENT)).scale(eps);
    double c1 = constants.c1(xi, GRADIENT);
    Random random = new Random(17);
    for (int trial = 0; trial < 50; trial++) {
      SimpleMatrix f = TwoGases.random(random, operator.space().size());
      SimpleMatrix g = TwoGases.random(random, operator.space().size());
      double left = TwoGases.form(forms.compact(), g) + g.transpose().mult(mixed).mult(f).get(0, 0);
      double right =
          c1 * (f.dot(f) + TwoGases.form(forms.plain(), f) + g.dot(g))
              + xi * constants.c2() * TwoGases.form(forms.plain(), g);
      assertTrue(left < right);
    }
  }
}
