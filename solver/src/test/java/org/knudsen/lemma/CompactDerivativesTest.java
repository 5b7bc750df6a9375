package org.knudsen.lemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.Gas;
import org.knudsen.collision.OperatorsAboutMaxwellian;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.velocity.BurnettSpace;

/** (3.6) of Lemma 3.4. */
class CompactDerivativesTest {

  private static CompactDerivatives gradient(double gamma, int degree) {
    return new CompactDerivatives(
        DerivativeForms.gradient(Gas.of(TwoGases.MIXTURE, TwoGases.kernel(gamma), degree), gamma));
  }

  /**
   * Maxwell molecules: K keeps degrees and K mu_i = nu_i mu_i, the largest eigenvalue, so C_2 = max
   * nu_i; C_1(xi) is found at degree 4 and finite even for xi = 0.
   */
  @Test
  void maxwellMoleculesNeedLowDegreesOnly() {
    CompactDerivatives low = gradient(0, 4);
    CompactDerivatives high = gradient(0, 14);
    double nu = TwoGases.rate(1, 0) * 0.5 + TwoGases.rate(1, 1) * 0.3;
    assertEquals(nu, low.c2(), 1e-12 * nu);
    assertEquals(nu, high.c2(), 1e-12 * nu);
    for (double xi : new double[] {0, 0.01, 0.1, 0.5}) {
      assertEquals(low.c1(xi), high.c1(xi), 1e-10 * low.c1(xi));
    }
  }

  /** Largest eigenvalues: 0 at xi = 1, falling and convex in xi, rising with the degree. */
  @Test
  void theTradeOffIsConvex() {
    CompactDerivatives low = gradient(1, 6);
    CompactDerivatives high = gradient(1, 10);
    assertEquals(0, high.c1(1), 1e-10 * high.c1(0));
    double step = 0.125;
    for (int k = 1; k < 8; k++) {
      double here = high.c1(k * step);
      assertTrue(high.c1((k - 1) * step) > here);
      assertTrue(high.c1((k - 1) * step) + high.c1((k + 1) * step) >= 2 * here * (1 - 1e-12));
    }
    assertTrue(low.c2() <= high.c2() && low.c1(0.1) < high.c1(0.1));
    assertThrows(IllegalArgumentException.class, () -> low.c1(-0.1));
  }

  /**
   * The regularising property: C_1(xi) converges with the degree for a fixed xi, the faster the
   * larger xi is. Hard spheres: xi = 0.5 is settled at degree 12, xi = 0.1 is not, and without the
   * term, xi = 0, it still grows.
   */
  @Test
  void convergesWithTheDegreeForEveryXi() {
    double[] half = new double[3];
    double[] tenth = new double[3];
    double[] none = new double[3];
    for (int k = 0; k < 3; k++) {
      CompactDerivatives constants = gradient(1, 6 + 6 * k);
      double scale = 9.553950594819309 / constants.c2(); // one C_2 for all degrees
      half[k] = constants.c1(0.5 * scale);
      tenth[k] = constants.c1(0.1 * scale);
      none[k] = constants.c1(0);
    }
    assertTrue(half[2] - half[1] < 1e-4 * half[2]);
    assertTrue(half[2] - half[1] < 0.01 * (half[1] - half[0]), "faster than any power");
    assertTrue(tenth[2] - tenth[1] < 0.8 * (tenth[1] - tenth[0]) + 0.1 * tenth[2]);
    assertTrue(none[2] > 1.1 * none[1]);
  }

  /** About a moving background: no f violates it, one attains it. */
  @Test
  void theConstantIsAttained() {
    BurnettSpace space = TwoGases.slab(4);
    LocalMaxwellian moving = TwoGases.background(0.5, 0.2);
    BurnettCollision operator = TwoGases.collision(1, 4);
    OperatorsAboutMaxwellian about = new OperatorsAboutMaxwellian(operator, moving);
    for (int order = 1; order <= 2; order++) {
      DerivativeForms forms = DerivativeForms.about(space, about, 1, order).get(0);
      CompactDerivatives constants =
          new CompactDerivatives(DerivativeForms.about(space, about, 1, order));
      double c1 = constants.c1(0.2);
      SimpleMatrix left =
          forms
              .lower()
              .scale(c1)
              .plus(forms.plain().scale(0.2 * constants.c2()))
              .minus(forms.compact());
      Random random = new Random(2);
      for (int trial = 0; trial < 50; trial++) {
        assertTrue(TwoGases.form(left, TwoGases.random(random, space.size())) > 0);
      }
      SymmetricPencil.Pair best = SymmetricPencil.smallest(left, forms.lower());
      assertEquals(
          0,
          TwoGases.form(left, best.vector()) / TwoGases.form(forms.lower(), best.vector()),
          1e-10 * c1);
    }
  }

  /** About M^eps the constants are those about mu plus O(eps). */
  @Test
  void tendToThoseAboutTheEquilibriumAtFirstOrder() {
    BurnettSpace space = TwoGases.slab(4);
    BurnettCollision operator = TwoGases.collision(1, 4);
    double[] c1 = new double[3];
    double[] eps = {0, 0.02, 0.01};
    for (int k = 0; k < 3; k++) {
      c1[k] =
          new CompactDerivatives(
                  DerivativeForms.about(
                      space,
                      new OperatorsAboutMaxwellian(operator, TwoGases.background(eps[k], 0.1)),
                      1,
                      1))
              .c1(0.2);
    }
    double slope = Math.log((c1[1] - c1[0]) / (c1[2] - c1[0])) / Math.log(2);
    assertEquals(1, slope, 0.05);
  }
}
