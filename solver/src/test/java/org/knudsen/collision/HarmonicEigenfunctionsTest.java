package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

class HarmonicEigenfunctionsTest {

  private static final Mixture MIXTURE = TestKernels.mixture(1, 3);
  private static final int DEGREE = 7;

  private static LinearizedHarmonics harmonics(CollisionKernel kernel, Mixture mixture) {
    return new BurnettLinearized(mixture, kernel, DEGREE);
  }

  /** L x = -lambda x, orthonormal, ascending, and the eigenvalues of the spectrum. */
  @Test
  void eigenfunctionsSolveTheEigenproblem() {
    CollisionKernel kernel = TestKernels.powerLaw(2, 1, TestKernels.FORWARD);
    LinearizedHarmonics linearized = harmonics(kernel, MIXTURE);
    BurnettSpace space = new BurnettSpace(MIXTURE, DEGREE, AxialSymmetry.FULL);
    for (int l = 0; l <= DEGREE; l++) {
      HarmonicEigenfunctions found = HarmonicEigenfunctions.of(linearized, l);
      double[] block = linearized.block(l);
      int order = found.count();
      double largest = found.eigenvalue(order - 1);
      var spectrum = Spectrum.of(linearized, l).harmonics().get(0).eigenvalues();
      for (int k = 0; k < order; k++) {
        assertEquals(spectrum.get(k), found.eigenvalue(k), 1e-13 * largest);
        double[] x = found.coefficients(k);
        for (int a = 0; a < order; a++) {
          double sum = found.eigenvalue(k) * x[a];
          for (int b = 0; b < order; b++) {
            sum += block[a * order + b] * x[b];
          }
          assertEquals(0, sum, 1e-13 * largest);
        }
        for (int other = 0; other <= k; other++) {
          assertEquals(other == k ? 1 : 0, TestKernels.dot(x, found.coefficients(other)), 1e-13);
        }
        double[] distribution = found.distribution(space, k, -l);
        assertEquals(1, space.squaredNorm(distribution, 0), 1e-13);
        assertEquals(
            x[order / 2],
            distribution[space.modes() + space.burnettModes().index(0, l, -l)],
            0); // n = 0 of species 1
      }
    }
  }

  /** One gas of Maxwell molecules: every eigenfunction is a Burnett function. */
  @Test
  void eigenfunctionsOfMaxwellMoleculesAreBurnettFunctions() {
    Mixture gas = TestKernels.mixture(1.3);
    HarmonicEigenfunctions found =
        HarmonicEigenfunctions.of(
            harmonics(TestKernels.powerLaw(1, 0, TestKernels.FORWARD), gas), 2);
    for (int k = 0; k < found.count(); k++) {
      double most = TestKernels.size(found.coefficients(k));
      assertEquals(1, most, 1e-12); // one entry, since the vector has norm 1
    }
    // the slowest relaxation of the stress is n = 0: N_02 r^2
    double[] radial = new double[1];
    org.knudsen.velocity.BurnettFunctions.radial(2, 1.7, 1, radial, 0);
    assertEquals(radial[0], found.radial(0, 0, 1.7), 1e-12 * radial[0]);
  }

  @Test
  void aSpaceOfAnotherDegreeIsRefused() {
    HarmonicEigenfunctions found =
        HarmonicEigenfunctions.of(
            harmonics(TestKernels.powerLaw(2, 1, TestKernels.FORWARD), MIXTURE), 1);
    BurnettSpace space = new BurnettSpace(MIXTURE, DEGREE + 2, AxialSymmetry.FULL);
    assertThrows(IllegalArgumentException.class, () -> found.distribution(space, 0, 0));
  }
}
