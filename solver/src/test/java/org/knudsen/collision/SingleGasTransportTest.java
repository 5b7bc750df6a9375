package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

/**
 * Viscosity, conductivity and self-diffusion of hard spheres against Chapman and Cowling (1970),
 * chapters 10 and 14. Harmonic l holds radial modes n &lt;= (K - l) / 2, so the approximation of
 * order m is degree 2m (viscosity, l = 2, n from 0), 2m + 1 (conductivity, l = 1, n from 1) and 2m
 * - 1 (diffusion, l = 1, n from 0).
 */
class SingleGasTransportTest {

  private static final double MASS = 2.3;
  private static final double DIAMETER = 1.7;
  private static final double DENSITY = 0.9;

  /** Textbook first approximations at temperature 1. */
  private static final double VISCOSITY =
      5.0 / 16 * Math.sqrt(MASS / Math.PI) / (DIAMETER * DIAMETER);

  private static final double CONDUCTIVITY =
      75.0 / 64 * Math.sqrt(1 / (Math.PI * MASS)) / (DIAMETER * DIAMETER);
  private static final double SELF_DIFFUSION =
      3.0 / 8 * Math.sqrt(1 / (Math.PI * MASS)) / (DENSITY * DIAMETER * DIAMETER);

  private static TransportCoefficients gas(int degree) {
    Mixture gas = Mixture.of(new Species("gas", MASS, DENSITY));
    return new TransportCoefficients(Gas.of(gas, TestKernels.hardSpheres(DIAMETER), degree));
  }

  /** The same gas, its particles painted in two colours. */
  private static TransportCoefficients painted(int degree) {
    Mixture gas = Mixture.of(new Species("red", MASS, 0.3), new Species("blue", MASS, 0.6));
    return new TransportCoefficients(
        Gas.of(gas, TestKernels.hardSpheres(DIAMETER, DIAMETER), degree));
  }

  /** The usual coefficient: c_1 + c_2 times smaller than the Maxwell-Stefan one. */
  private static double selfDiffusion(int degree) {
    return painted(degree).binaryDiffusion().getAsDouble() / DENSITY;
  }

  @Test
  void firstApproximationsAreThoseOfTheTextbook() {
    assertEquals(1, gas(3).viscosity() / VISCOSITY, 1e-12);
    assertEquals(1, gas(3).thermalConductivity() / CONDUCTIVITY, 1e-12);
  }

  /** Exactly 205/202, 45/44, 59/58. */
  @Test
  void secondApproximationsAreTheirRationalNumbers() {
    assertEquals(205.0 / 202, gas(4).viscosity() / VISCOSITY, 1e-12);
    assertEquals(45.0 / 44, gas(5).thermalConductivity() / CONDUCTIVITY, 1e-12);
    assertEquals(59.0 / 58, selfDiffusion(3) / SELF_DIFFUSION, 1e-12);
  }

  /** The infinite-order factors, six decimals as printed in the literature. */
  @Test
  void factorsOfInfiniteOrder() {
    TransportCoefficients forty = gas(40);
    assertEquals(1.016034, forty.viscosity() / VISCOSITY, 5e-7);
    assertEquals(1.025218, forty.thermalConductivity() / CONDUCTIVITY, 5e-7);
    assertEquals(1.018954, selfDiffusion(40) / SELF_DIFFUSION, 5e-7);
  }

  /** A variational bound from below: each order adds. */
  @Test
  void convergenceInDegreeIsMonotone() {
    double before = 0;
    for (int degree = 4; degree <= 12; degree += 2) {
      double now = gas(degree).viscosity();
      assertTrue(now > before, "degree " + degree);
      before = now;
    }
  }

  /** Ten digits stand at degree 40: frozen from degrees 60, 70 and 80, which agree in twelve. */
  @Test
  void factorsOfInfiniteOrderToTenDigits() {
    TransportCoefficients forty = gas(40);
    assertEquals(1.016033941656, forty.viscosity() / VISCOSITY, 1e-10);
    assertEquals(1.025218168323, forty.thermalConductivity() / CONDUCTIVITY, 1e-10);
    assertEquals(1.018953784881, selfDiffusion(40) / SELF_DIFFUSION, 1e-10);
    TransportCoefficients sixty = gas(60);
    assertEquals(1.016033941656, sixty.viscosity() / VISCOSITY, 2e-12);
    assertEquals(1.025218168323, sixty.thermalConductivity() / CONDUCTIVITY, 2e-12);
    assertEquals(1.018953784881, selfDiffusion(60) / SELF_DIFFUSION, 2e-12);
  }

  /** Maxwell molecules: conductivity / viscosity = 15 / 4 / m at every order; nothing to add. */
  @Test
  void maxwellMoleculesAreExactAtFirstOrder() {
    Mixture gas = Mixture.of(new Species("gas", MASS, DENSITY));
    CollisionKernel kernel = TestKernels.powerLaw(1, 0, TestKernels.FORWARD);
    TransportCoefficients low = new TransportCoefficients(Gas.of(gas, kernel, 3));
    TransportCoefficients high = new TransportCoefficients(Gas.of(gas, kernel, 21));
    assertEquals(1, low.viscosity() / high.viscosity(), 1e-13);
    assertEquals(1, low.thermalConductivity() / high.thermalConductivity(), 1e-13);
    assertEquals(3.75 / MASS, high.thermalConductivity() / high.viscosity(), 1e-12);
  }

  /** Colours change neither viscosity nor conductivity, and do not thermo-diffuse. */
  @Test
  void colouredParticlesAreOneGas() {
    TransportCoefficients one = gas(9);
    TransportCoefficients two = painted(9);
    assertEquals(1, two.viscosity() / one.viscosity(), 1e-13);
    assertEquals(1, two.thermalConductivity() / one.thermalConductivity(), 1e-12);
    assertEquals(0, two.thermalDiffusionRatio().getAsDouble(), 1e-13);
    assertTrue(one.binaryDiffusion().isEmpty());
    assertTrue(one.thermalDiffusionRatio().isEmpty());
    assertEquals(0, one.onsager(0, 0), 1e-14); // one species does not diffuse
  }

  @Test
  void degreeTwoHasNoHeatConduction() {
    Throwable e = assertThrows(IllegalArgumentException.class, () -> gas(2));
    assertTrue(e.getMessage().contains("degree is 2"), e.getMessage());
  }
}
