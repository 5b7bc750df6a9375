package org.knudsen.lemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.collision.Gas;
import org.knudsen.collision.Spectrum;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

class CoercivityConstantsTest {

  private static final Mixture TWO = Mixture.of(new Species("a", 1, 0.5), new Species("b", 4, 0.3));

  private static Gas gas(double gamma, int degree) {
    return Gas.of(
        TWO,
        CollisionKernel.symmetric(
            2, (i, j) -> new PairKernel(new PowerLaw(0.25 + 0.1 * i, gamma), s -> 1)),
        degree);
  }

  /** gamma = 0: no weight, so gap and norm of L are eigenvalues, and C_pi = 1. */
  @Test
  void withoutWeightTheyAreEigenvaluesOfL() {
    Gas gas = gas(0, 7);
    CoercivityConstants constants = CoercivityConstants.of(gas, 0);
    double gap = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (Spectrum.Harmonic harmonic : Spectrum.of(gas.harmonics()).harmonics()) {
      gap = Math.min(gap, harmonic.gap().orElse(gap));
      largest = Math.max(largest, harmonic.eigenvalues().get(harmonic.eigenvalues().size() - 1));
    }
    assertEquals(gap, constants.gap(), 1e-12 * largest);
    assertEquals(largest, constants.continuity(), 1e-12 * largest);
    assertEquals(1, constants.fluid(), 1e-14);
    assertEquals(6, constants.printedFluid(), 1e-13, "N + 4 times the largest product, 1");
  }

  /** gamma = 2: 1 + |w|^2 / m is a polynomial, tridiagonal with 2n + l + 3/2 in |w|^2 / 2. */
  @ParameterizedTest
  @CsvSource({"1, 0", "4, 1", "0.5, 3"})
  void polynomialWeightIsTridiagonal(double mass, int l) {
    SimpleMatrix weight = VelocityForms.weight(2, mass, l, 5);
    for (int a = 0; a < 5; a++) {
      for (int b = 0; b < 5; b++) {
        double half = 0; // |w|^2 / 2
        if (a == b) {
          half = 2 * a + l + 1.5;
        } else if (Math.abs(a - b) == 1) {
          int upper = Math.max(a, b);
          half = -Math.sqrt(upper * (upper + l + 0.5));
        }
        assertEquals((a == b ? 1 : 0) + 2 * half / mass, weight.get(a, b), 1e-11);
      }
    }
  }

  /**
   * Light species: &lt;v>^gamma = (r^2 / m)^{gamma/2} + O(m), closed form of its lowest element.
   */
  @Test
  void weightOfLightSpeciesIsThatOfThePower() {
    double mass = 1e-8;
    double mean = 2 * Math.sqrt(2 / Math.PI); // of r over the unit Gaussian
    double found = VelocityForms.weight(1, mass, 0, 3).get(0, 0) * Math.sqrt(mass);
    assertEquals(mean, found, 1e-6);
    SimpleMatrix low = VelocityForms.weight(1, 1e-4, 2, 4);
    SimpleMatrix high = VelocityForms.weight(1, 1e-4, 2, 24); // other panels
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        assertEquals(low.get(a, b), high.get(a, b), 1e-13 * low.get(0, 0));
      }
    }
  }

  /** Heavy species: &lt;v> = 1 + O(1 / m), so every weight is nearly the identity. */
  @Test
  void weightOfHeavySpeciesIsOne() {
    SimpleMatrix weight = VelocityForms.weight(1, 1e8, 2, 4);
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        assertEquals(a == b ? 1 : 0, weight.get(a, b), 1e-6);
      }
    }
  }

  /** Hard spheres: with the degree the gap falls and the norm grows; the printed C_pi is larger. */
  @Test
  void constantsAreMonotoneInTheDegree() {
    CoercivityConstants before = CoercivityConstants.of(gas(1, 4), 1);
    for (int degree : new int[] {6, 8, 10}) {
      CoercivityConstants now = CoercivityConstants.of(gas(1, degree), 1);
      assertTrue(now.gap() > 0 && now.gap() <= before.gap() * (1 + 1e-12));
      assertTrue(now.continuity() >= before.continuity() * (1 - 1e-12));
      assertEquals(before.fluid(), now.fluid(), 1e-12, "lives in degree 2");
      assertTrue(now.fluid() > 1 && now.fluid() < now.printedFluid());
      before = now;
    }
  }

  @Test
  void poincareConstantIsThatOfTheFirstWave() {
    double wave = 2 * Math.PI;
    assertEquals(1, CoercivityConstants.POINCARE * wave * wave, 1e-15);
  }

  @Test
  void refusesNegativeExponents() {
    assertThrows(IllegalArgumentException.class, () -> CoercivityConstants.of(gas(1, 4), -1));
  }
}
