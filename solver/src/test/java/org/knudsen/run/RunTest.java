package org.knudsen.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.TableCache;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

class RunTest {

  private static final double AMPLITUDE = 0.1;

  private static Mixture mixture(double... masses) {
    return new Mixture(
        IntStream.range(0, masses.length)
            .mapToObj(i -> new Species("s" + i, masses[i], 1.0 / masses.length))
            .toList());
  }

  /**
   * c-tilde_0 = -c-tilde_1 = amplitude cos(2 pi x); gamma 0: Maxwell molecules, 1: hard spheres.
   */
  private static Assembly assembly(
      Mixture mixture, double gamma, double amplitude, TimeIntegrator scheme, int steps) {
    CollisionKernel kernel =
        CollisionKernel.symmetric(
            mixture.size(), (i, j) -> new PairKernel(new PowerLaw(0.25, gamma), s -> 1));
    BurnettSpace space = new BurnettSpace(mixture, 6, AxialSymmetry.SLAB);
    BurnettCollision operator = new BurnettCollision(space, kernel, TableCache.none());
    return new Assembly(
        operator.gas(),
        operator,
        new Torus(1, 12),
        new MaxwellStefan(),
        new InitialData(
            List.of(
                new ConcentrationWave(0, List.of(1), amplitude, 0),
                new ConcentrationWave(1, List.of(1), -amplitude, 0)),
            List.of(),
            InitialPerturbation.none()),
        new Stepping(scheme, 0.1 / steps, steps));
  }

  private static RunResult run(Assembly assembly, double eps) {
    return new Run(assembly, eps)
        .execute(List.of(), ProgressListener.silent(), Cancellation.never());
  }

  /** Every norm up to the study's order is recorded, and each holds the one before it. */
  @Test
  void higherNormsAreRecorded() {
    Assembly one = assembly(mixture(1, 4), 1, AMPLITUDE, Schemes.ars443(), 2);
    Assembly three =
        new Assembly(
            one.gas(),
            one.operator(),
            one.torus(),
            one.fluidLimit(),
            new InitialData(one.data().initial(), one.data().drift(), InitialPerturbation.none()),
            new Stepping(one.stepping().integrator(), one.stepping().dt(), one.stepping().steps()),
            Output.of(3));
    RunResult result = run(three, 0.1);
    assertEquals(List.of("L2", "H1eps", "H2eps", "H3eps"), List.copyOf(end(result).keySet()));
    double before = 0;
    for (double value : end(result).values()) {
      assertTrue(value > before, "norms grow with their order");
      before = value;
    }
    assertEquals(end(run(one, 0.1)).get("H1eps"), end(result).get("H1eps"), "same bits");
  }

  private static java.util.Map<String, Double> end(RunResult result) {
    return result.endDistance();
  }

  /** Masses up to 1e4 apart, and three species, through the same code. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void anyMixtureRunsAndConserves(int which) {
    double[][] masses = {{1, 1}, {1, 10}, {1, 1e4}, {1, 4, 40}};
    Assembly assembly = assembly(mixture(masses[which]), 1, AMPLITUDE, Schemes.ars443(), 10);
    RunResult result = run(assembly, 0.05);
    assertTrue(result.complete(), () -> result.message());
    assertEquals(11, result.times().length);
    // momentum, energy and masses are coordinates that no step touches; 1e-12 is what is promised
    for (String what : List.of("drift/mass", "drift/momentum", "drift/energy")) {
      for (double drift : result.values(what)) {
        assertEquals(0, drift, 1e-15, what);
      }
    }
  }

  @Test
  void beginsAtTheLocalMaxwellianOfTheFluid() {
    RunResult result = run(assembly(mixture(1, 4), 1, AMPLITUDE, Schemes.ars443(), 4), 0.1);
    assertEquals(0, result.distance("L2")[0]);
    assertEquals(0, result.distance("H1eps")[0]);
    double[] concentration = result.variable("concentration").at(0);
    assertEquals(2 * 12, concentration.length);
    assertArrayEquals(result.variable("fluidConcentration").at(0), concentration, 1e-15);
    double[] flux = result.variable("flux").at(0);
    assertEquals(2 * 12, flux.length);
    assertArrayEquals(result.variable("fluidFlux").at(0), flux, 1e-14);
  }

  /** Maxwell molecules: Delta_ij is exact and F - M is O(eps^3); hard spheres: O(eps). */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void theDistanceHasTheOrderOfTheKernel(double gamma) {
    Assembly assembly = assembly(mixture(1, 4), gamma, AMPLITUDE, Schemes.etdRk4(), 20);
    double order = gamma == 0 ? 3 : 1;
    for (String norm : List.of("L2", "H1eps")) {
      double coarse = run(assembly, 2e-3).supDistance().get(norm);
      double fine = run(assembly, 1e-3).supDistance().get(norm);
      // the next term is one order higher: at eps = 1e-3 it changes the slope by less than 1%
      assertEquals(order, Math.log(coarse / fine) / Math.log(2), 0.01 * order, norm);
    }
  }

  @Test
  void entropyRelativeToEquilibriumDecaysAndIsQuadraticInSmallDeviations() {
    RunResult result = run(assembly(mixture(1, 4), 1, AMPLITUDE, Schemes.etdRk4(), 20), 0.01);
    double[] entropy = result.values("relativeEntropy");
    assertEquals(21, entropy.length);
    for (int step = 1; step < entropy.length; step++) {
      assertTrue(entropy[step] < entropy[step - 1]);
    }
    // at time 0: eps^2/2 sum_i Int c-tilde_i^2 / c_i dx = eps^2/2 * 2 * (A^2/2) / 0.5, next is
    // O(eps^3)
    double eps = 0.01;
    double expected = eps * eps / 2 * 2 * (AMPLITUDE * AMPLITUDE / 2) / 0.5;
    assertEquals(expected, entropy[0], 1e-3 * expected);
    assertTrue(result.values("leastRatio")[0] > 0.99);
  }

  @Test
  void aNegativeConcentrationStopsTheRunAndKeepsWhatItHad() {
    // an explicit scheme beyond its stability limit: grows until a concentration is negative
    Assembly assembly = assembly(mixture(1, 4), 1, AMPLITUDE, Schemes.rk4(), 20);
    RunResult result = run(assembly, 0.02);
    assertFalse(result.complete());
    assertEquals(RunResult.Ending.BROKEN, result.ending());
    String message = result.message();
    for (String part : List.of("species", "x = ", "time", "eps = 0.02")) {
      assertTrue(message.contains(part), message);
    }
    // the step that broke is not measured
    assertEquals(result.steps() + 1, result.times().length);
    assertTrue(result.steps() < 20);
  }

  @Test
  void cancellationEndsTheRunAfterTheStepInWhichItWasAsked() {
    Assembly assembly = assembly(mixture(1, 4), 1, AMPLITUDE, Schemes.ars222(), 20);
    List<Integer> seen = new ArrayList<>();
    RunObserver observer =
        new RunObserver() {
          @Override
          public void reached(RunState state) {
            seen.add(state.step());
          }
        };
    RunResult result =
        new Run(assembly, 0.1)
            .execute(List.of(observer), ProgressListener.silent(), () -> seen.contains(3));
    assertEquals(RunResult.Ending.CANCELLED, result.ending());
    assertEquals(3, result.steps());
    assertEquals(List.of(0, 1, 2, 3), seen);
  }

  @Test
  void everyEpsTakesTheSameSteps() {
    Assembly assembly = assembly(mixture(1, 4), 1, AMPLITUDE, Schemes.ars443(), 20);
    for (double eps : new double[] {0.2, 1e-3, 1e-6}) {
      RunResult result = run(assembly, eps);
      assertTrue(result.complete());
      assertEquals(20, result.steps());
      assertEquals(0.1 / 20, result.dt());
    }
  }
}
