package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.special.Gamma;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.kernel.AngularPart;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** Diffusion, thermal diffusion, viscosity and conductivity of mixtures. */
class MixtureTransportTest {

  /** Delta_ij = 3 / (mu_r^2 beta &lt;|g|^{2+gamma}>), g a Gaussian of variance 1 / mu_r. */
  private static double delta(Mixture mixture, CollisionKernel kernel, int i, int j) {
    PairKernel pair = kernel.pair(i, j);
    double gamma = pair.kinetic().exponent().getAsDouble();
    double reduced = mixture.reducedMass(i, j);
    double beta = TestKernels.beta(pair) * pair.kinetic().at(1);
    double moment =
        Math.pow(2 / reduced, 1 + gamma / 2) * Gamma.gamma((5 + gamma) / 2) / Gamma.gamma(1.5);
    return 3 / (reduced * reduced * beta * moment);
  }

  private static TransportCoefficients transport(
      Mixture mixture, CollisionKernel kernel, int degree) {
    return new TransportCoefficients(Gas.of(mixture, kernel, degree));
  }

  /** L cut to one radial mode in harmonic 1; the others relax at rate 1 and drive nothing. */
  private record OneRadialMode(LinearizedHarmonics full, int species)
      implements LinearizedHarmonics {
    @Override
    public int degree() {
      return full.degree();
    }

    @Override
    public int largestHarmonic() {
      return full.largestHarmonic();
    }

    @Override
    public int order(int l) {
      return full.order(l);
    }

    @Override
    public double[] block(int l) {
      double[] block = full.block(l);
      int order = order(l);
      int modes = order / species;
      for (int row = 0; row < order; row++) {
        for (int column = 0; column < order; column++) {
          if (row % modes > 0 || column % modes > 0) {
            block[row * order + column] = row == column ? -1 : 0;
          }
        }
      }
      return block;
    }
  }

  /**
   * In the first approximation D is Delta_12; and the block of one radial mode is the momentum
   * exchange of Maxwell-Stefan, -[c_2 / m_1, -sqrt(c_1 c_2 / m_1 m_2); ., c_1 / m_2] / Delta_12.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 4, 100, 1e4})
  void firstApproximationIsMaxwellStefan(double ratio) {
    Mixture mixture = TestKernels.mixture(1, ratio);
    double c1 = mixture.concentration(0);
    double c2 = mixture.concentration(1);
    for (double gamma : new double[] {0, 0.5, 1}) {
      for (AngularPart b : new AngularPart[] {TestKernels.ISOTROPIC, TestKernels.FORWARD}) {
        CollisionKernel kernel = TestKernels.powerLaw(2, gamma, b);
        double delta = delta(mixture, kernel, 0, 1);
        double[] block = new BurnettLinearized(mixture, kernel, 2).block(1);
        assertEquals(1, -c2 / delta / block[0], 1e-13);
        assertEquals(1, Math.sqrt(c1 * c2 / ratio) / delta / block[1], 1e-13);
        // heavy-heavy collisions are sqrt(ratio) times as large here and cancel: 1e-14 of them
        assertEquals(1, -c1 / ratio / delta / block[3], 1e-13 + 1e-14 * Math.sqrt(ratio));
        double d =
            new TransportCoefficients(
                    new Gas(
                        kernel,
                        new BurnettSpace(mixture, 3, AxialSymmetry.SLAB),
                        () ->
                            Optional.of(
                                new OneRadialMode(new BurnettLinearized(mixture, kernel, 3), 2))))
                .binaryDiffusion()
                .getAsDouble();
        assertEquals(1, d / delta, 1e-12);
      }
    }
  }

  /** Moments of Maxwell molecules close: D = Delta_12 at every degree, no thermal diffusion. */
  @ParameterizedTest
  @CsvSource({"1, 3", "7, 12", "1e4, 9"})
  void maxwellMoleculesDiffuseExactlyAsMaxwellStefan(double ratio, int degree) {
    Mixture mixture = TestKernels.mixture(1, ratio);
    CollisionKernel kernel = TestKernels.powerLaw(2, 0, TestKernels.FORWARD);
    TransportCoefficients found = transport(mixture, kernel, degree);
    double d = found.binaryDiffusion().getAsDouble();
    assertEquals(1, d / delta(mixture, kernel, 0, 1), 1e-12);
    assertEquals(0, found.thermalDiffusionRatio().getAsDouble(), 1e-12);
  }

  /** With three Maxwell gases -grad c_i = sum_j c_i c_j (u_i - u_j) / Delta_ij (1.8) is exact. */
  @Test
  void threeMaxwellGasesObeyMaxwellStefan() {
    Mixture mixture = TestKernels.mixture(1, 5, 40);
    CollisionKernel kernel = TestKernels.powerLaw(3, 0, TestKernels.FORWARD);
    TransportCoefficients found = transport(mixture, kernel, 6);
    double[] gradient = {0.3, 0.5, -0.8};
    double[] u = new double[3];
    double momentum = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        u[i] -= found.onsager(i, j) * gradient[j] / mixture.concentration(j);
      }
      momentum += mixture.mass(i) * u[i];
      u[i] /= mixture.concentration(i);
    }
    assertEquals(0, momentum, 1e-13);
    for (int i = 0; i < 3; i++) {
      double friction = 0;
      for (int j = 0; j < 3; j++) {
        if (j != i) {
          friction +=
              mixture.concentration(i)
                  * mixture.concentration(j)
                  * (u[i] - u[j])
                  / delta(mixture, kernel, i, j);
        }
      }
      assertEquals(-gradient[i], friction, 1e-12);
    }
  }

  /** Onsager: symmetric, null vector m, positive on the rest. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 10, 1e4})
  void onsagerMatrixOfThreeGases(double ratio) {
    Mixture mixture = TestKernels.mixture(1, Math.sqrt(ratio), ratio);
    TransportCoefficients found = transport(mixture, TestKernels.hardSpheres(1, 1.5, 2), 11);
    double[] matrix = new double[9];
    double size = 0;
    for (int i = 0; i < 3; i++) {
      double sum = 0;
      double parts = 0;
      for (int j = 0; j < 3; j++) {
        matrix[i * 3 + j] = found.onsager(i, j);
        assertEquals(found.onsager(j, i), found.onsager(i, j), 0.0);
        sum += found.onsager(i, j) * mixture.mass(j);
        parts += Math.abs(found.onsager(i, j) * mixture.mass(j));
        size = Math.max(size, Math.abs(found.onsager(i, j)));
      }
      assertEquals(0, sum, 1e-12 * parts);
    }
    double[] values = SymmetricSpectrum.of(matrix, 3);
    assertEquals(0, values[0], 1e-13 * size);
    assertTrue(values[1] > 1e-9 * size, "two positive eigenvalues: " + values[1]);
  }

  /**
   * Chapman and Cowling (1970), section 14.7: for isotopes of equal rigid spheres the first
   * approximation (n &lt;= 1: degree 3) of the thermal diffusion ratio is 105/118 (m_1 - m_2) /
   * (m_1 + m_2) x_1 x_2. Antisymmetric in the masses: the next term is cubic, 1e-12.
   */
  @Test
  void isotopesThermoDiffuseAsChapmanAndCowlingSay() {
    double small = 1e-4;
    double x1 = 0.25;
    double[] ratio = new double[2];
    for (int sign = 0; sign < 2; sign++) {
      double step = sign == 0 ? small : -small;
      Mixture mixture =
          Mixture.of(new Species("a", 1 + step, x1), new Species("b", 1 - step, 1 - x1));
      ratio[sign] =
          transport(mixture, TestKernels.hardSpheres(1, 1), 3)
              .thermalDiffusionRatio()
              .getAsDouble();
    }
    double slope = (ratio[0] - ratio[1]) / (2 * small * x1 * (1 - x1));
    assertEquals(105.0 / 118, slope, 1e-8); // 1e-13 of k_T's scale over 1e-4, and cubic terms
    assertTrue(ratio[0] > 0, "the heavier gas goes to the cold side");
  }

  /**
   * Without diffusion fluxes a distribution has no n = 0 part in harmonic 1, the diffusion forces
   * being what holds it there: lambda = s^T (-L)^{-1} s on the modes n >= 1 alone. The code goes
   * the other way, by the response at given forces less what diffusion carries.
   */
  @ParameterizedTest
  @CsvSource({"2, 1, 5", "2, 10, 9", "2, 1e4, 9", "3, 10, 7"})
  void conductivityIsThatOfTheStateWithoutDiffusion(int species, double ratio, int degree) {
    double[] masses = {1, ratio, Math.sqrt(ratio)};
    Mixture mixture = TestKernels.mixture(Arrays.copyOf(masses, species));
    CollisionKernel kernel = TestKernels.powerLaw(species, 1, TestKernels.FORWARD);
    BurnettLinearized harmonics = new BurnettLinearized(mixture, kernel, degree);
    double[] block = harmonics.block(1);
    int modes = harmonics.order(1) / species;
    int order = species * (modes - 1);
    DMatrixRMaj matrix = new DMatrixRMaj(order, order);
    DMatrixRMaj source = new DMatrixRMaj(order, 1);
    for (int row = 0; row < order; row++) {
      int full = row / (modes - 1) * modes + 1 + row % (modes - 1);
      for (int column = 0; column < order; column++) {
        int fullColumn = column / (modes - 1) * modes + 1 + column % (modes - 1);
        matrix.set(row, column, -block[full * species * modes + fullColumn]);
      }
    }
    for (int i = 0; i < species; i++) {
      source.set(i * (modes - 1), 0, Math.sqrt(2.5 * mixture.concentration(i) / mixture.mass(i)));
    }
    DMatrixRMaj response = new DMatrixRMaj(order, 1);
    assertTrue(CommonOps_DDRM.solve(matrix, source, response));
    double exact = TestKernels.dot(source.data, response.data);
    double found = transport(mixture, kernel, degree).thermalConductivity();
    assertEquals(1, found / exact, 1e-12);
  }

  /** The order of species is a matter of naming. */
  @Test
  void swappingTheSpecies() {
    Species a = new Species("a", 1, 0.3);
    Species b = new Species("b", 9, 0.8);
    TransportCoefficients one = transport(Mixture.of(a, b), TestKernels.hardSpheres(1, 2), 9);
    TransportCoefficients two = transport(Mixture.of(b, a), TestKernels.hardSpheres(2, 1), 9);
    assertEquals(1, one.viscosity() / two.viscosity(), 1e-13);
    assertEquals(1, one.thermalConductivity() / two.thermalConductivity(), 1e-12);
    assertEquals(
        1, one.binaryDiffusion().getAsDouble() / two.binaryDiffusion().getAsDouble(), 1e-12);
    assertEquals(
        -1,
        one.thermalDiffusionRatio().getAsDouble() / two.thermalDiffusionRatio().getAsDouble(),
        1e-12);
    assertEquals(one.onsager(0, 0), two.onsager(1, 1), 1e-13);
  }

  /** A trace of a second gas leaves the first one's coefficients, up to its mole fraction. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-2, 1, 50})
  void aTraceChangesNothing(double massOfTrace) {
    Species gas = new Species("gas", 1, 0.7);
    Mixture mixture = Mixture.of(gas, new Species("trace", massOfTrace, 1e-10));
    TransportCoefficients found = transport(mixture, TestKernels.hardSpheres(1, 2), 7);
    TransportCoefficients pure = transport(Mixture.of(gas), TestKernels.hardSpheres(1), 7);
    assertEquals(1, found.viscosity() / pure.viscosity(), 1e-8);
    assertEquals(1, found.thermalConductivity() / pure.thermalConductivity(), 1e-8);
  }

  /**
   * vhs, gamma = 1/2, mass ratio 4: degree 40 against 60. Thermal diffusion, a small difference of
   * large terms, converges one digit behind.
   */
  @Test
  void softerThanHardSpheresHasEightDigitsAtDegreeForty() {
    Mixture mixture = TestKernels.mixture(1, 4);
    CollisionKernel kernel = TestKernels.powerLaw(2, 0.5, TestKernels.ISOTROPIC);
    TransportCoefficients low = transport(mixture, kernel, 40);
    TransportCoefficients high = transport(mixture, kernel, 60);
    assertEquals(1, low.viscosity() / high.viscosity(), 1e-9);
    assertEquals(1, low.thermalConductivity() / high.thermalConductivity(), 1e-8);
    assertEquals(
        1, low.binaryDiffusion().getAsDouble() / high.binaryDiffusion().getAsDouble(), 1e-8);
    assertEquals(
        1,
        low.thermalDiffusionRatio().getAsDouble() / high.thermalDiffusionRatio().getAsDouble(),
        1e-7);
  }
}
