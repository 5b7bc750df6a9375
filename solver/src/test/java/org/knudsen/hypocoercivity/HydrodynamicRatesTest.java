package org.knudsen.hypocoercivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knudsen.collision.Gas;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

/** Limits of the slow eigenvalues of T^eps, against those eigenvalues. */
class HydrodynamicRatesTest {

  private static final double KAPPA = 2 * Math.PI;
  private static final int DEGREE = 6;

  static List<Mixture> mixtures() {
    return List.of(
        Mixture.of(new Species("a", 2, 0.8)),
        Mixture.of(new Species("a", 1, 0.5), new Species("b", 4, 0.7)),
        Mixture.of(new Species("a", 1, 0.4), new Species("b", 3, 0.3), new Species("c", 8, 0.2)));
  }

  private static Gas hardSpheres(Mixture mixture) {
    return Gas.of(
        mixture,
        CollisionKernel.symmetric(
            mixture.size(), (i, j) -> new PairKernel(new PowerLaw(0.5 + 0.2 * i * j, 1), s -> 1)),
        DEGREE);
  }

  /** The slowest eigenvalues, {rate, |frequency|}, of azimuth m, ascending by rate. */
  private static double[][] slow(Mixture mixture, Gas gas, int m, double eps, int count) {
    double[][] all = new WaveOperator(gas, m, KAPPA, eps).eigenvalues();
    double[][] out = new double[count][];
    for (int e = 0; e < count; e++) {
      double[] eigenvalue = all[all.length - 1 - e];
      out[e] = new double[] {-eigenvalue[0], Math.abs(eigenvalue[1])};
    }
    return out;
  }

  /** Every one of the N + 3 rates, at order two: a third of eps leaves a ninth of the error. */
  @ParameterizedTest
  @MethodSource("mixtures")
  void eigenvaluesTendToThemAtOrderTwo(Mixture mixture) {
    Gas gas = hardSpheres(mixture);
    HydrodynamicRates rates = new HydrodynamicRates(gas);
    int n = mixture.size();
    double[] expected = Arrays.copyOf(rates.diffusive(KAPPA), n + 3);
    expected[n] = rates.sound(KAPPA);
    expected[n + 1] = rates.sound(KAPPA);
    expected[n + 2] = rates.shear(KAPPA);
    double[][] error = new double[2][n + 3];
    for (int p = 0; p < 2; p++) {
      // below 2e-3 the round-off of L / eps^2, some 1e-14 / eps^2, is some % of the error
      double eps = p == 0 ? 6e-3 : 2e-3;
      double[][] slow = slow(mixture, gas, 0, eps, n + 2);
      double[] still =
          Arrays.stream(slow).filter(e -> e[1] * eps < 1e-3).mapToDouble(e -> e[0]).toArray();
      double[][] moving =
          Arrays.stream(slow).filter(e -> e[1] * eps >= 1e-3).toArray(double[][]::new);
      assertEquals(n, still.length);
      double[] found = Arrays.copyOf(still, n + 3);
      found[n] = moving[0][0];
      found[n + 1] = moving[1][0];
      found[n + 2] = slow(mixture, gas, 1, eps, 1)[0][0];
      for (int e = 0; e < n + 3; e++) {
        error[p][e] = Math.abs(found[e] - expected[e]);
      }
      // the dispersion of sound is of relative order (kappa eps)^2 too
      assertEquals(rates.soundSpeed() * KAPPA, moving[0][1] * eps, 1e3 * eps * eps);
      double slowest = Math.min(slow[0][0], found[n + 2]);
      assertEquals(rates.smallest(KAPPA), slowest, 1e4 * eps * eps * slowest);
    }
    for (int e = 0; e < n + 3; e++) {
      // the next term, of relative order eps^2, and round-off shift the order by 0.003 at most
      assertEquals(2, Math.log(error[0][e] / error[1][e]) / Math.log(3), 0.01, "rate " + e);
    }
  }

  /** One gas: Navier-Stokes in closed form, with the sound speed sqrt(5/3 / m). */
  @Test
  void oneGasIsNavierStokes() {
    Mixture one = mixtures().get(0);
    TransportCoefficients transport = new TransportCoefficients(hardSpheres(one));
    HydrodynamicRates rates = new HydrodynamicRates(hardSpheres(one));
    double nu = transport.viscosity() / one.massDensity();
    double heat = 0.4 * transport.thermalConductivity() / one.totalConcentration();
    double square = KAPPA * KAPPA;
    assertEquals(nu * square, rates.shear(KAPPA), 1e-14 * nu * square);
    assertEquals(heat * square, rates.diffusive(KAPPA)[0], 1e-13 * heat * square);
    double sound = (4 * nu / 3 + 2 * heat / 3) / 2 * square;
    assertEquals(sound, rates.sound(KAPPA), 1e-13 * sound);
    assertEquals(Math.sqrt(5.0 / 6), rates.soundSpeed(), 1e-15);
    assertTrue(rates.smallest(KAPPA) <= sound);
  }

  /** Maxwell molecules of one mass: diffusion and heat do not couple, and D = Delta. */
  @Test
  void equalMaxwellMoleculesDiffuseWithDelta() {
    Mixture two = Mixture.of(new Species("a", 2, 0.3), new Species("b", 2, 0.6));
    CollisionKernel kernel =
        CollisionKernel.symmetric(2, (i, j) -> new PairKernel(new PowerLaw(0.25, 0), s -> 1));
    HydrodynamicRates rates = new HydrodynamicRates(Gas.of(two, kernel, DEGREE));
    // 1 / Delta = 4 pi C m / 2, over the total concentration
    double expected = 1 / (Math.PI * 0.9);
    assertTrue(
        Arrays.stream(rates.diffusive(1)).anyMatch(rate -> Math.abs(rate / expected - 1) < 1e-13),
        Arrays.toString(rates.diffusive(1)));
  }
}
