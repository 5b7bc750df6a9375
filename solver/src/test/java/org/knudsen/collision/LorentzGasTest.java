package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

/**
 * A trace of a light gas among scatterers of infinite mass (Chapman and Cowling 1970, section
 * 10.5), where the collision frequency is nu(v) ~ |v|^gamma and all is in closed form: D is the
 * mean of v^2 / nu, which for hard spheres is 32 / (9 pi) = 1.13177 of its first approximation, and
 * k_T = -gamma x_1 / 2 (the light gas goes to the hot side).
 *
 * <p>Corrections are of the order of the mass ratio and of the mole fraction of the trace, both
 * 1e-10 here.
 */
class LorentzGasTest {

  private static final double SMALL = 1e-10;

  private static TransportCoefficients hardSpheres(int degree) {
    Mixture mixture =
        Mixture.of(new Species("light", 1, SMALL), new Species("heavy", 1 / SMALL, 1));
    return new TransportCoefficients(Gas.of(mixture, TestKernels.hardSpheres(1, 1), degree));
  }

  /** Delta_12 with mu_r = 1: 3 / (beta &lt;g^3>), beta = pi, &lt;g^3> = 8 sqrt(2 / pi). */
  private static final double FIRST = 3 / (Math.PI * 8 * Math.sqrt(2 / Math.PI));

  private static double factor(int degree) {
    return hardSpheres(degree).binaryDiffusion().getAsDouble() / FIRST;
  }

  /**
   * Order m is degree 2m - 1. The second is 13/12; those from the third on were computed with 60
   * digits from the matrix of |v| between Sonine polynomials.
   */
  @ParameterizedTest
  @CsvSource({
    "3, 1.08333333333333",
    "5, 1.10677083333333",
    "9, 1.12152099609375",
    "19, 1.12892367760651",
    "39, 1.13101696652489"
  })
  void approximationsOfTheDiffusionCoefficient(int degree, double exact) {
    assertEquals(exact, factor(degree), 2e-9);
  }

  /**
   * The solution is 1 / |v|, not smooth at 0, so the m-th approximation errs by O(m^-2): the
   * exponent is asserted, and Richardson's extrapolation in m^-2, m^-3 gives 32 / (9 pi).
   */
  @Test
  void infiniteOrderIsThirtyTwoOverNinePi() {
    double exact = 32 / (9 * Math.PI);
    double ten = factor(19);
    double twenty = factor(39);
    double forty = factor(79);
    double order = Math.log((exact - twenty) / (exact - forty)) / Math.log(2);
    assertEquals(2, order, 0.05);
    double coarse = twenty + (twenty - ten) / 3;
    double fine = forty + (forty - twenty) / 3;
    assertEquals(exact, fine + (fine - coarse) / 7, 1e-6);
  }

  /** -5/13 at degree 3; -1/2 in the limit, approached as m^-2. */
  @Test
  void lightGasGoesToTheHotSide() {
    assertEquals(-5.0 / 13, hardSpheres(3).thermalDiffusionRatio().getAsDouble() / SMALL, 2e-9);
    double twenty = hardSpheres(39).thermalDiffusionRatio().getAsDouble() / SMALL;
    double forty = hardSpheres(79).thermalDiffusionRatio().getAsDouble() / SMALL;
    assertEquals(-0.5, forty + (forty - twenty) / 3, 1e-5);
  }

  /** gamma = 1/2: 45/44 at second order, and the mean of v^2 / nu = 1.031197389230 in the limit. */
  @Test
  void softerPotential() {
    Mixture mixture =
        Mixture.of(new Species("light", 1, SMALL), new Species("heavy", 1 / SMALL, 1));
    double first =
        new BurnettLinearized(mixture, TestKernels.powerLaw(2, 0.5, s -> 1), 2).block(1)[0];
    double[] found = new double[2];
    int[] degrees = {3, 39};
    for (int k = 0; k < 2; k++) {
      TransportCoefficients transport =
          new TransportCoefficients(
              Gas.of(mixture, TestKernels.powerLaw(2, 0.5, s -> 1), degrees[k]));
      found[k] = -transport.binaryDiffusion().getAsDouble() * first;
    }
    assertEquals(45.0 / 44, found[0], 2e-9);
    assertEquals(1.03113519346463, found[1], 2e-9); // 60-digit value at twenty radial modes
  }
}
