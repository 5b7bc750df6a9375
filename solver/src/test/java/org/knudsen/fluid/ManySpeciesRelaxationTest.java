package org.knudsen.fluid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.collision.Gas;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.run.Stepping;
import org.knudsen.time.Schemes;
import org.knudsen.torus.Torus;

/** Theorem 2.1 for two to five species on T^2 and T^3, with a small drift and without. */
class ManySpeciesRelaxationTest {

  private static final double EPS = 0.2;

  private static Mixture mixture(int n) {
    List<Species> species = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      species.add(new Species("s" + i, 1 + 2 * i, 0.2 + 0.1 * i));
    }
    return new Mixture(species);
  }

  private static FluidSetting setting(int d, int n, double drift) {
    List<ConcentrationWave> waves = new ArrayList<>();
    for (int axis = 0; axis < d; axis++) {
      List<Integer> k = new ArrayList<>(Collections.nCopies(d, 0));
      k.set(axis, 1);
      for (int i = 0; i < n; i++) { // differences of neighbours sum to zero
        waves.add(new ConcentrationWave(i, k, 0.1, 0.05 * axis));
        waves.add(new ConcentrationWave((i + 1 + axis) % n, k, -0.1, -0.05 * axis));
        waves.add(new ConcentrationWave(i, k, 0.005 * i, 0));
        waves.add(new ConcentrationWave(0, k, -0.005 * i, 0));
      }
    }
    List<DriftWave> vortices = DriftFlows.taylorGreen(d, 1, drift);
    return new FluidSetting(
        Gas.of(
            mixture(n),
            CollisionKernel.symmetric(
                n, (i, j) -> new PairKernel(new PowerLaw(0.1 + 0.05 * (i + j), 1), s -> 1))),
        new Torus(d, d == 2 ? 10 : 6),
        EPS,
        waves,
        drift == 0 ? List.of() : vortices.stream().map(mode -> mode.swinging(0.5, 0.1)).toList());
  }

  @ParameterizedTest
  @CsvSource({"2, 3", "2, 5", "3, 2", "3, 5"})
  void everyConclusionHolds(int d, int n) {
    for (double drift : new double[] {0, 0.02}) {
      FluidSetting setting = setting(d, n, drift);
      double lambda =
          Relaxation.spectralRate(
              setting.mixture(),
              MaxwellStefanCoefficients.of(setting.mixture(), setting.gas().kernel()));
      Relaxation measured =
          RelaxationTest.along(
              new MaxwellStefan(), setting, new Stepping(Schemes.etdRk4(), 0.1 / lambda, 80), 3);
      String what = n + " species on T^" + d + ", drift " + drift;
      assertEquals(lambda, new MaxwellStefan().relaxationRate(setting).orElseThrow(), 0.0, what);
      for (Relaxation.Point at : measured.points()) {
        assertTrue(at.smallestConcentration() > 0.1, what);
        // (2.1), sum c ut = 0 and zero means: each a sum of at most 5 numbers below 2
        assertTrue(at.sumDefect() <= 1e-15, what + at.sumDefect());
        assertTrue(at.meanDefect() <= 1e-15, what + at.meanDefect());
        // where there is a drift ut is (u - ubar) / eps
        assertTrue(at.fluxDefect() <= 2e-14, what + at.fluxDefect());
      }
      // after eight relaxation times the slowest mode is left; a drift stirs at second order
      assertEquals(lambda, measured.latestRate(), (drift == 0 ? 0.01 : 0.1) * lambda, what);
      assertTrue(measured.decayRate() > 0.5 * lambda, what + measured.decayRate());
      // the second and third bound with half the rate: their constants stop growing
      double half = 0.5 * lambda;
      Relaxation shorter =
          RelaxationTest.along(
              new MaxwellStefan(), setting, new Stepping(Schemes.etdRk4(), 0.1 / lambda, 50), 3);
      assertEquals(shorter.velocityConstant(half), measured.velocityConstant(half), 0.0, what);
      double first = shorter.dissipationConstant(half);
      // Int_5^8 e^{-tau} is 0.6% of the integral
      assertEquals(first, measured.dissipationConstant(half), 0.02 * first, what);
    }
  }
}
