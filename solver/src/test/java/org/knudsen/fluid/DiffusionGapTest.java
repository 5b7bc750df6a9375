package org.knudsen.fluid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.collision.Gas;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

class DiffusionGapTest {

  private static CollisionKernel powerLaw(int n, double gamma) {
    return CollisionKernel.symmetric(
        n, (i, j) -> new PairKernel(new PowerLaw(0.25 * (1 + 0.3 * i + 0.7 * j), gamma), s -> 1));
  }

  private static Mixture mixture(double... masses) {
    Species[] species = new Species[masses.length];
    for (int i = 0; i < masses.length; i++) {
      species[i] = new Species("s" + i, masses[i], 0.2 + 0.3 * i);
    }
    return Mixture.of(species);
  }

  private static TransportCoefficients transport(
      Mixture mixture, CollisionKernel kernel, int degree) {
    return new TransportCoefficients(Gas.of(mixture, kernel, degree));
  }

  private static DiffusionGap gap(Mixture mixture, CollisionKernel kernel, int degree) {
    return DiffusionGap.of(
        mixture, transport(mixture, kernel, degree), MaxwellStefanCoefficients.of(mixture, kernel));
  }

  /** Two species: one diffusivity, D / C_0; its ratio is D / Delta_12. */
  @Test
  void twoSpeciesHaveTheBinaryCoefficient() {
    Mixture mixture = mixture(1, 4);
    CollisionKernel kernel = powerLaw(2, 1);
    double d = transport(mixture, kernel, 9).binaryDiffusion().getAsDouble();
    double delta = MaxwellStefanCoefficients.of(mixture, kernel).delta(0, 1);
    DiffusionGap gap = gap(mixture, kernel, 9);
    double total = mixture.totalConcentration();
    assertEquals(1, gap.kinetic().get(0) / (d / total), 1e-13);
    assertEquals(1, gap.maxwellStefan().get(0) / (delta / total), 1e-13);
    assertEquals(d / delta, gap.largest(), 1e-13);
    assertEquals(gap.largest(), gap.smallest());
    DiffusionMatrix matrix = DiffusionMatrix.of(mixture, transport(mixture, kernel, 9));
    assertEquals(1, matrix.fick(0, 0) / (d / total), 1e-13);
    assertThrows(IndexOutOfBoundsException.class, () -> matrix.fick(0, 1));
  }

  /** Maxwell molecules: Maxwell-Stefan is the limit, for any number of species. */
  @ParameterizedTest
  @CsvSource({"1, 5, 40", "1, 1, 1", "1, 1000, 30"})
  void maxwellMoleculesHaveNoGap(double m1, double m2, double m3) {
    Mixture mixture = mixture(m1, m2, m3);
    DiffusionGap gap = gap(mixture, powerLaw(3, 0), 5);
    for (int k = 0; k < 2; k++) {
      assertEquals(1, gap.ratios().get(k), 1e-11);
      assertEquals(1, gap.kinetic().get(k) / gap.maxwellStefan().get(k), 1e-11);
    }
  }

  /**
   * A larger basis diffuses more, in every direction; hard spheres never above Lorentz' 1.13177.
   */
  @Test
  void ratiosGrowWithTheDegreeFromOne() {
    Mixture mixture = mixture(1, 7, 60);
    CollisionKernel kernel = powerLaw(3, 1);
    DiffusionGap before = gap(mixture, kernel, 3);
    assertTrue(before.smallest() > 1, () -> "second approximation: " + gap(mixture, kernel, 3));
    for (int degree = 5; degree <= 11; degree += 2) {
      DiffusionGap after = gap(mixture, kernel, degree);
      for (int k = 0; k < 2; k++) {
        assertTrue(after.ratios().get(k) > before.ratios().get(k));
        assertTrue(after.kinetic().get(k) > before.kinetic().get(k));
      }
      before = after;
    }
    assertTrue(before.largest() < 32 / (9 * Math.PI));
  }

  /** Fick's matrix from (1.8) for three species, entry by entry, on a gradient. */
  @Test
  void fickSolvesMaxwellStefan() {
    Mixture mixture = mixture(1, 3, 20);
    MaxwellStefanCoefficients delta = MaxwellStefanCoefficients.of(mixture, powerLaw(3, 1));
    DiffusionMatrix matrix = DiffusionMatrix.of(mixture, delta);
    double[] gradient = {0.3, 0.5, -0.8};
    double[] u = new double[3];
    double flux = 0;
    for (int i = 0; i < 2; i++) {
      double f = -matrix.fick(i, 0) * gradient[0] - matrix.fick(i, 1) * gradient[1];
      flux += f;
      u[i] = f / mixture.concentration(i);
    }
    u[2] = -flux / mixture.concentration(2);
    for (int i = 0; i < 3; i++) {
      double friction = 0;
      for (int j = 0; j < 3; j++) {
        if (j != i) {
          double cc = mixture.concentration(i) * mixture.concentration(j);
          friction += cc * (u[i] - u[j]) / delta.delta(i, j);
        }
      }
      assertEquals(-gradient[i], friction, 1e-13);
    }
  }

  /** The trace of Fick's matrix is the sum of the diffusivities, its determinant their product. */
  @Test
  void fickHasTheDiffusivitiesAsEigenvalues() {
    Mixture mixture = mixture(1, 3, 20);
    DiffusionMatrix matrix = DiffusionMatrix.of(mixture, transport(mixture, powerLaw(3, 1), 7));
    double[] d = matrix.diffusivities();
    assertEquals(1, (matrix.fick(0, 0) + matrix.fick(1, 1)) / (d[0] + d[1]), 1e-13);
    double determinant =
        matrix.fick(0, 0) * matrix.fick(1, 1) - matrix.fick(0, 1) * matrix.fick(1, 0);
    assertEquals(1, determinant / (d[0] * d[1]), 1e-12);
  }

  @Test
  void oneSpeciesDoesNotDiffuse() {
    Mixture mixture = mixture(1);
    TransportCoefficients transport = transport(mixture, powerLaw(1, 1), 3);
    assertThrows(IllegalArgumentException.class, () -> DiffusionMatrix.of(mixture, transport));
  }
}
