package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.mixture.Mixture;

/** nu_ij of (3.2). */
class CollisionFrequencyTest {

  private static final Mixture MIXTURE = TestKernels.mixture(1, 3);
  private static final LocalMaxwellian SHIFTED =
      LocalMaxwellian.of(
          MIXTURE, new double[] {0.7, 1.2}, new double[] {0.15, -0.1, 0.05, -0.4, 0.2, 0.3});
  private static final double[] DISTANCES = {0, 1e-9, 1e-3, 0.3, 1, 4, 30};

  /** 2 pi C Int b ds for {@link TestKernels#FORWARD}, whose integral is 2 + 1/3. */
  private static double rate(CollisionKernel kernel, int i, int j) {
    return 2 * Math.PI * (7.0 / 3) * kernel.pair(i, j).kinetic().at(1);
  }

  @Test
  void maxwellMoleculesCollideAtOneRate() {
    CollisionKernel kernel = TestKernels.powerLaw(2, 0, TestKernels.FORWARD);
    CollisionFrequency nu = new CollisionFrequency(SHIFTED, kernel);
    double sum = 0;
    for (int j = 0; j < 2; j++) {
      double exact = rate(kernel, 0, j) * SHIFTED.concentration(j);
      sum += exact;
      for (double d : DISTANCES) {
        assertEquals(exact, nu.atDistance(0, j, d), 1e-13 * exact); // 500 terms of one sign
      }
    }
    assertEquals(sum, nu.at(0, 0.4, -2, 1), 1e-13 * sum);
  }

  @Test
  void hardSpheresFollowTheErrorFunction() {
    CollisionKernel kernel = TestKernels.powerLaw(2, 1, TestKernels.FORWARD);
    CollisionFrequency nu = new CollisionFrequency(SHIFTED, kernel);
    for (int j = 0; j < 2; j++) {
      for (double d : DISTANCES) {
        double exact =
            TestKernels.hardSphereFrequency(
                rate(kernel, 1, j), SHIFTED.concentration(j), MIXTURE.mass(j), d);
        assertEquals(exact, nu.atDistance(1, j, d), 2e-13 * exact, "d = " + d);
      }
    }
    // about the velocity of species 1, not about 0
    double away = Math.sqrt(0.9 * 0.9 + 0.2 * 0.2 + 0.7 * 0.7);
    double exact =
        TestKernels.hardSphereFrequency(rate(kernel, 0, 1), SHIFTED.concentration(1), 3, away);
    assertEquals(exact, nu.at(0, 1, 0.5, 0.4, 1), 1e-13 * exact);
  }

  /**
   * &lt;|X + d|^gamma&gt; = 2^{gamma/2} Gamma((3+gamma)/2) / Gamma(3/2) 1F1(-gamma/2; 3/2; -d^2/2).
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void powersFollowKummersFunction(double gamma) {
    CollisionKernel kernel = TestKernels.powerLaw(2, gamma, TestKernels.FORWARD);
    CollisionFrequency nu = new CollisionFrequency(SHIFTED, kernel);
    for (double d : new double[] {0, 0.3, 1, 3}) {
      double z = 3 * d * d / 2; // mass 3
      double term = 1;
      double sum = 1;
      for (int k = 0; k < 200; k++) {
        term *= (1.5 + gamma / 2 + k) / (1.5 + k) * z / (k + 1); // Kummer: all positive
        sum += term;
      }
      double exact =
          rate(kernel, 0, 1)
              * SHIFTED.concentration(1)
              * Math.pow(2.0 / 3, gamma / 2)
              * Gamma.gamma(1.5 + gamma / 2)
              / Gamma.gamma(1.5)
              * Math.exp(-z)
              * sum;
      assertEquals(exact, nu.atDistance(0, 1, d), 2e-13 * exact, "d = " + d);
    }
  }

  /** A kinetic part that is no power, against the loss of (1.1) by brute force. */
  @Test
  void anyKineticPartAgreesWithTheLossTerm() {
    PairKernel pair = new PairKernel(g -> g * g / (1 + g), TestKernels.FORWARD);
    CollisionFrequency nu = new CollisionFrequency(SHIFTED, TestKernels.of(2, (i, j) -> pair));
    double[] v = {0.5, -0.6, 0.3};
    double loss =
        -new DirectQuadrature(40, 20, 3)
            .at(
                v,
                1,
                3,
                pair,
                (x, y, z) -> x == v[0] && y == v[1] && z == v[2] ? 1 : 0,
                (x, y, z) -> SHIFTED.at(1, x, y, z),
                6);
    assertEquals(loss, nu.at(0, 1, v[0], v[1], v[2]), 1e-12 * loss);
  }
}
