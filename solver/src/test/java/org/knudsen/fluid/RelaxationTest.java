package org.knudsen.fluid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.Gas;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.run.FluidRun;
import org.knudsen.run.Stepping;
import org.knudsen.time.Schemes;
import org.knudsen.torus.Torus;

/** Theorem 2.1 measured. */
class RelaxationTest {

  private static final double PI2 = 2 * Math.PI;

  private static final Mixture BINARY =
      Mixture.of(new Species("light", 1, 0.3), new Species("heavy", 4, 0.9));

  private static final Mixture TERNARY =
      Mixture.of(new Species("a", 1, 0.25), new Species("b", 3, 0.5), new Species("c", 10, 0.25));

  private static CollisionKernel kernel(Mixture mixture, double strength) {
    return CollisionKernel.symmetric(
        mixture.size(),
        (i, j) -> new PairKernel(new PowerLaw(strength * (1 + i + 2 * j), 0), s -> 1));
  }

  private static FluidSetting setting(
      Mixture mixture,
      double strength,
      Torus torus,
      double eps,
      List<DriftWave> drift,
      ConcentrationWave... waves) {
    return new FluidSetting(
        Gas.of(mixture, kernel(mixture, strength)), torus, eps, List.of(waves), drift);
  }

  /** Measures a limit solved alone at time 0 and after every step. */
  static Relaxation along(FluidLimit limit, FluidSetting setting, Stepping stepping, int order) {
    RelaxationNorms norms = new RelaxationNorms(setting, order);
    List<Relaxation.Point> points = new ArrayList<>();
    new FluidRun(limit, setting, stepping)
        .execute((time, fields) -> points.add(norms.at(time, fields)));
    return new Relaxation(order, points);
  }

  private static double spectralRate(FluidSetting setting) {
    return Relaxation.spectralRate(
        setting.mixture(), MaxwellStefanCoefficients.of(setting.mixture(), setting.gas().kernel()));
  }

  private static ConcentrationWave wave(int species, List<Integer> k, double cos, double sin) {
    return new ConcentrationWave(species, k, cos, sin);
  }

  /** Two species, one wave: ct and ut decay with one rate, every constant is known. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void constantsOfTwoSpeciesInClosedForm(int s) {
    double eps = 1e-9; // c_i ut_i = - D grad ct_i with c_i constant
    FluidSetting setting =
        setting(
            BINARY,
            0.1,
            new Torus(1, 8),
            eps,
            List.of(),
            wave(0, List.of(1), 0.2, 0.1),
            wave(1, List.of(1), -0.2, -0.1));
    double lambda = spectralRate(setting);
    double time = 1 / lambda;
    Relaxation measured =
        along(new MaxwellStefan(), setting, new Stepping(Schemes.etdRk4(), time / 400, 400), s);
    assertEquals(lambda, measured.decayRate(), 1e-12 * lambda);
    assertEquals(lambda, measured.latestRate(), 1e-10 * lambda);
    double diffusivity = lambda / (PI2 * PI2);
    double low = 0;
    double high = 0;
    for (int a = 0; a <= s; a++) {
      low += a < s ? Math.pow(PI2, 2 * a) : 0;
      high += Math.pow(PI2, 2 * a);
    }
    double inverse = 1 / 0.3 + 1 / 0.9;
    double inverseSquares = 1 / 0.09 + 1 / 0.81;
    double start = Math.sqrt(high * inverse * (0.04 + 0.01) / 2);
    assertEquals(start, measured.points().get(0).concentrationNorm(), 1e-14 * start);
    double constant = PI2 * diffusivity * Math.sqrt(low * inverseSquares / (high * inverse));
    assertEquals(constant, measured.velocityConstant(lambda), 1e-8 * constant); // eps ct^2
    // e^{2 lambda tau} |ut|^2 is constant in time
    double dissipation = Math.pow(PI2 * diffusivity, 2) * inverseSquares / inverse * time;
    assertEquals(dissipation, measured.dissipationConstant(lambda), 1e-8 * dissipation);
    // as printed it is e^{2 lambda t} (1 - e^{-4 lambda t}) / (4 lambda); trapezoids err by
    // (4 lambda dt)^2 / 12 = 8e-6
    double printed = dissipation / time * Math.exp(2) * (1 - Math.exp(-4)) / (4 * lambda);
    assertEquals(printed, measured.printedConstant(lambda), 1e-5 * printed);
  }

  /** Large data of three species: every conclusion, with the rate of the linear theory. */
  @Test
  void threeSpeciesDecayAtTheSpectralRate() {
    List<Integer> k = List.of(1);
    FluidSetting setting =
        setting(
            TERNARY,
            0.1,
            new Torus(1, 24),
            0.5,
            List.of(),
            wave(0, k, 0.3, 0),
            wave(1, k, -0.3, 0.3),
            wave(2, k, 0, -0.3));
    double lambda = spectralRate(setting);
    Relaxation measured =
        along(new MaxwellStefan(), setting, new Stepping(Schemes.etdRk4(), 0.02 / lambda, 400), 4);
    for (Relaxation.Point at : measured.points()) {
      assertTrue(at.smallestConcentration() > 0.09);
      assertEquals(0, at.sumDefect(), 1e-15);
      assertEquals(0, at.fluxDefect(), 2e-15);
      assertEquals(0, at.meanDefect(), 1e-16);
    }
    assertEquals(0.25 - 0.5 * 0.3, measured.points().get(0).smallestConcentration(), 1e-15);
    // after eight relaxation times the quadratic terms are e^{-8} and the faster mode is gone
    assertEquals(lambda, measured.latestRate(), 1e-3 * lambda);
    double rate = measured.decayRate();
    assertTrue(rate > 0.5 * lambda && rate < 1.2 * lambda, rate + " beside " + lambda);
    // an energy estimate bounds the third integral for all times; the printed one has no bound
    double half = 0.5 * lambda;
    Relaxation shorter =
        along(new MaxwellStefan(), setting, new Stepping(Schemes.etdRk4(), 0.02 / lambda, 300), 4);
    assertEquals(1, shorter.dissipationConstant(half) / measured.dissipationConstant(half), 0.01);
    // e^{2 * half * 2 / lambda} = e^2 more in two relaxation times
    assertEquals(Math.exp(2), measured.printedConstant(half) / shorter.printedConstant(half), 1e-2);
  }

  /**
   * Assumption (iv), a small drift, is needed: a divergence-free drift does nothing to L^2, but a
   * strong one makes derivatives grow before diffusion wins, and then diffuses faster.
   */
  @Test
  void aStrongDriftMakesDerivativesGrowFirst() {
    List<Integer> k = List.of(1, 0);
    ConcentrationWave light = wave(0, k, 0.1, 0);
    ConcentrationWave heavy = wave(1, k, -0.1, 0);
    double[] rates = new double[3];
    double[] amplitudes = {0, 0.01, 1};
    double lambda = 0;
    for (int a = 0; a < 3; a++) {
      FluidSetting setting =
          setting(
              BINARY,
              10,
              new Torus(2, 16),
              0.2,
              DriftFlows.shear(2, 0, 1, 1, amplitudes[a]),
              light,
              heavy);
      lambda = spectralRate(setting);
      Relaxation measured =
          along(new MaxwellStefan(), setting, new Stepping(Schemes.etdRk4(), 0.02, 100), 4);
      rates[a] = measured.decayRate();
      if (a == 2) {
        assertTrue(measured.latestRate() > 1.5 * lambda, "mixing enhances diffusion");
      }
    }
    assertEquals(lambda, rates[0], 1e-10 * lambda);
    assertTrue(rates[1] > 0 && rates[1] < 1.5 * lambda, "small drift: " + rates[1]);
    assertTrue(rates[2] < -lambda, "strong drift: " + rates[2]);
  }

  @Test
  void orderZeroAndMissingTimesAreNamed() {
    FluidSetting setting = setting(BINARY, 1, new Torus(1, 8), 0.1, List.of());
    assertThrows(IllegalArgumentException.class, () -> new RelaxationNorms(setting, 0));
    Relaxation empty = new Relaxation(1, List.of());
    assertThrows(IllegalStateException.class, empty::latestRate);
    assertThrows(IllegalStateException.class, empty::decayRate);
  }
}
