package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** L: symmetric, negative semi-definite, kernel of dimension N + 4, the derivative of Q at mu. */
class BurnettLinearizedTest {

  private static double[] masses(int species, double ratio) {
    double[] masses = new double[species];
    for (int i = 0; i < species; i++) {
      masses[i] = species == 1 ? 1 : Math.pow(ratio, (double) i / (species - 1));
    }
    return masses;
  }

  private static CollisionKernel spheres(int species) {
    double[] diameters = new double[species];
    Arrays.setAll(diameters, i -> 1 + 0.5 * i);
    return TestKernels.hardSpheres(diameters);
  }

  /**
   * Checks one block; returns the number of its zero eigenvalues. Round-off of a block is 1e-15 of
   * its norm; the smallest non-zero eigenvalue must stand clear of it.
   */
  private static int zeros(LinearizedHarmonics harmonics, int l) {
    int order = harmonics.order(l);
    double[] block = harmonics.block(l);
    double norm = TestKernels.size(block);
    assertTrue(SymmetricSpectrum.asymmetry(block, order) <= 1e-13 * norm, "asymmetry, l = " + l);
    double[] values = SymmetricSpectrum.of(block, order);
    int zeros = 0;
    for (double value : values) {
      if (Math.abs(value) <= 2e-14 * norm) {
        zeros++;
      } else {
        assertTrue(value < -1e-11 * norm, "eigenvalue " + value + " of norm " + norm + ", l " + l);
      }
    }
    return zeros;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 12",
    "2, 1, 12",
    "2, 10, 12",
    "2, 1e4, 12",
    "3, 1, 8",
    "3, 10, 8",
    "3, 1e4, 8",
    "10, 100, 6"
  })
  void symmetricNegativeWithTheCollisionInvariantsAsKernel(int species, double ratio, int degree) {
    Mixture mixture = TestKernels.mixture(masses(species, ratio));
    LinearizedHarmonics harmonics = new BurnettLinearized(mixture, spheres(species), degree);
    int dimension = 0;
    for (int l = 0; l <= degree; l++) {
      int zeros = zeros(harmonics, l);
      assertEquals(l == 0 ? species + 1 : l == 1 ? 1 : 0, zeros, "l = " + l);
      dimension += (2 * l + 1) * zeros;
    }
    assertEquals(species + 4, dimension);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void massRatioOfAMillionAtDegreeTwenty(int l) {
    Mixture mixture = TestKernels.mixture(1, 1e6);
    LinearizedHarmonics harmonics = new BurnettLinearized(mixture, spheres(2), 20);
    assertEquals(new int[] {3, 1, 0}[l], zeros(harmonics, l));
  }

  /** The kernel is spanned by the invariants of (2.4), in the matrix over all modes. */
  @ParameterizedTest
  @EnumSource(AxialSymmetry.class)
  void invariantsAreInTheKernel(AxialSymmetry symmetry) {
    Mixture mixture = TestKernels.mixture(1, 7);
    BurnettSpace space = new BurnettSpace(mixture, 5, symmetry);
    CollisionOperator operator =
        new BurnettCollision(
            space, TestKernels.powerLaw(2, 0.5, TestKernels.FORWARD), TableCache.none());
    double[] matrix = operator.linearized();
    double[] rows = space.invariants();
    int size = space.size();
    double norm = TestKernels.size(matrix);
    for (int k = 0; k < space.invariantCount(); k++) {
      for (int a = 0; a < size; a++) {
        double sum = 0;
        for (int b = 0; b < size; b++) {
          sum += matrix[a * size + b] * rows[k * size + b];
        }
        assertEquals(0, sum, 1e-14 * norm);
      }
    }
  }

  /**
   * For a quadratic Q, Q(mu + h) - Q(mu - h) = 2 L h exactly. L has its own closed form and Q its
   * own quadrature: their agreement checks both. Every column, in every symmetry.
   */
  @ParameterizedTest
  @EnumSource(AxialSymmetry.class)
  void linearizedIsTheDerivativeOfTheBilinearOperatorAtEquilibrium(AxialSymmetry symmetry) {
    Mixture mixture = TestKernels.mixture(1, 3);
    for (double gamma : new double[] {0, 0.5, 1}) {
      BurnettSpace space = new BurnettSpace(mixture, 5, symmetry);
      CollisionOperator operator =
          new BurnettCollision(
              space, TestKernels.powerLaw(2, gamma, TestKernels.FORWARD), TableCache.none());
      int size = space.size();
      double[] matrix = operator.linearized();
      double[] states = new double[2 * size * size];
      for (int b = 0; b < size; b++) {
        for (int i = 0; i < 2; i++) {
          int mu = i * space.modes() + space.burnettModes().index(0, 0, 0);
          states[2 * b * size + mu] = Math.sqrt(mixture.concentration(i));
          states[(2 * b + 1) * size + mu] = Math.sqrt(mixture.concentration(i));
        }
        states[2 * b * size + b] += 1;
        states[(2 * b + 1) * size + b] -= 1;
      }
      double[] out = new double[states.length];
      operator.quadratic().apply(states, out, 0, 2 * size);
      double norm = TestKernels.size(matrix);
      for (int b = 0; b < size; b++) {
        for (int a = 0; a < size; a++) {
          double derivative = (out[2 * b * size + a] - out[(2 * b + 1) * size + a]) / 2;
          assertEquals(matrix[a * size + b], derivative, 2e-13 * norm);
        }
      }
    }
  }

  /** The same at degree 10 and a mass ratio of 1e4, with conservation: nothing is lost there. */
  @Test
  void linearizedIsTheDerivativeAtAMassRatioOfTenThousand() {
    Mixture mixture = TestKernels.mixture(1, 1e4);
    BurnettSpace space = new BurnettSpace(mixture, 10, AxialSymmetry.SLAB);
    CollisionOperator operator =
        new BurnettCollision(
            space, TestKernels.powerLaw(2, 1, TestKernels.FORWARD), TableCache.none());
    int size = space.size();
    double[] matrix = operator.linearized();
    double[] states = new double[2 * size];
    double[] out = new double[2 * size];
    double[] rows = space.invariants();
    double norm = TestKernels.size(matrix);
    for (int b = 0; b < size; b++) {
      Arrays.fill(states, 0);
      for (int i = 0; i < 2; i++) {
        states[i * space.modes()] = Math.sqrt(mixture.concentration(i));
        states[size + i * space.modes()] = Math.sqrt(mixture.concentration(i));
      }
      states[b] += 1;
      states[size + b] -= 1;
      operator.quadratic().apply(states, out, 0, 2);
      for (int a = 0; a < size; a++) {
        assertEquals(matrix[a * size + b], (out[a] - out[size + a]) / 2, 2e-13 * norm);
      }
      for (int k = 0; k < space.invariantCount(); k++) {
        double sum = 0;
        for (int a = 0; a < size; a++) {
          sum += rows[k * size + a] * out[a];
        }
        assertEquals(0, sum, 1e-13 * norm, "invariant " + k);
      }
    }
  }

  /** Any Phi that is not a power law goes another way through the radial integrals. */
  @Test
  void powerLawAndTabulatedPathsAgree() {
    Mixture mixture = TestKernels.mixture(1, 3);
    CollisionKernel exact = TestKernels.powerLaw(2, 1, TestKernels.FORWARD);
    CollisionKernel same =
        TestKernels.of(
            2,
            (i, j) ->
                new org.knudsen.kernel.PairKernel(
                    g -> exact.pair(i, j).kinetic().at(g), exact.pair(i, j).angular()));
    for (int l = 0; l <= 3; l++) {
      double[] a = new BurnettLinearized(mixture, exact, 10).block(l);
      double[] b = new BurnettLinearized(mixture, same, 10).block(l);
      double norm = TestKernels.size(a);
      for (int e = 0; e < a.length; e++) {
        assertEquals(a[e], b[e], 1e-13 * norm);
      }
    }
  }

  @Test
  void harmonicsOutOfRangeAreNamed() {
    LinearizedHarmonics harmonics =
        new BurnettLinearized(TestKernels.mixture(1), TestKernels.hardSpheres(1), 4);
    Throwable e = assertThrows(IllegalArgumentException.class, () -> harmonics.block(5));
    assertEquals("harmonic l = 5; 0..4 at this degree", e.getMessage());
  }
}
