package org.knudsen.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.Gas;
import org.knudsen.collision.TableCache;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.DriftFlows;
import org.knudsen.fluid.DriftWave;
import org.knudsen.fluid.Fick;
import org.knudsen.fluid.FluidFields;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.Frozen;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.fluid.MaxwellStefanCoefficients;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.time.Schemes;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.MissingCapabilityException;

/** Theorem 2.4: the same runs beside different fluid limits. */
class FluidLimitRunTest {

  private static final double AMPLITUDE = 0.1;

  private static Mixture mixture(int n) {
    return n == 2
        ? Mixture.of(new Species("light", 1, 0.5), new Species("heavy", 4, 0.5))
        : Mixture.of(
            new Species("light", 1, 0.3),
            new Species("middle", 4, 0.3),
            new Species("heavy", 20, 0.4));
  }

  private static List<ConcentrationWave> waves(int n, List<Integer> k) {
    return n == 2
        ? List.of(
            new ConcentrationWave(0, k, AMPLITUDE, 0), new ConcentrationWave(1, k, -AMPLITUDE, 0))
        : List.of(
            new ConcentrationWave(0, k, AMPLITUDE, 0),
            new ConcentrationWave(1, k, 0, AMPLITUDE),
            new ConcentrationWave(2, k, -AMPLITUDE, -AMPLITUDE));
  }

  private static CollisionKernel kernel(int n, double gamma) {
    return CollisionKernel.symmetric(
        n, (i, j) -> new PairKernel(new PowerLaw(0.25, gamma), s -> 1));
  }

  private static Assembly slab(int n, double gamma, FluidLimit limit) {
    BurnettCollision operator =
        new BurnettCollision(
            new BurnettSpace(mixture(n), 6, AxialSymmetry.SLAB),
            kernel(n, gamma),
            TableCache.none());
    return assembly(
        operator, operator.gas(), new Torus(1, 12), limit, waves(n, List.of(1)), List.of());
  }

  private static Assembly assembly(
      BurnettCollision operator,
      Gas gas,
      Torus torus,
      FluidLimit limit,
      List<ConcentrationWave> waves,
      List<DriftWave> drift) {
    return new Assembly(
        gas,
        operator,
        torus,
        limit,
        new InitialData(waves, drift, InitialPerturbation.none()),
        new Stepping(Schemes.etdRk4(), 0.005, 20));
  }

  private static RunResult run(Assembly assembly, double eps) {
    return new Run(assembly, eps)
        .execute(List.of(), ProgressListener.silent(), Cancellation.never());
  }

  private static double slope(Assembly assembly, String norm) {
    double coarse = run(assembly, 2e-3).supDistance().get(norm);
    double fine = run(assembly, 1e-3).supDistance().get(norm);
    return Math.log(coarse / fine) / Math.log(2);
  }

  /** Two species obey a linear equation, so that the decay is the predicted one at any eps. */
  @Test
  void aRunMeasuresTheoremTwoOneBesideMaxwellStefan() {
    Assembly stefan = slab(2, 1, new MaxwellStefan());
    RunResult result = run(stefan, 0.3);
    assertEquals(1, theorem(result, "order"));
    assertArrayEquals(
        result.times(),
        result.variable("theorem21/concentrationNorm").dimensions().get(0).coordinates());
    double rate = theorem(result, "predictedRate");
    MaxwellStefanCoefficients coefficients = MaxwellStefanCoefficients.of(mixture(2), kernel(2, 1));
    assertEquals(
        4 * Math.PI * Math.PI * coefficients.delta(0, 1) / mixture(2).totalConcentration(),
        rate,
        1e-13 * rate);
    assertEquals(
        rate, theorem(result, "measuredRate"), 1e-12 * rate); // one wave, exponential scheme
    assertEquals(rate, theorem(result, "latestRate"), 1e-10 * rate);
    assertEquals(
        0.5 - 0.3 * AMPLITUDE,
        result.variable("theorem21/smallestConcentration").summary().get("inf")[0],
        1e-15);
    assertTrue(theorem(result, "velocityConstant") > 0);
    assertTrue(theorem(result, "dissipationConstant") > 0);
    assertTrue(largest(result, "defect/sum") < 1e-16 && largest(result, "defect/mean") < 1e-16);
    assertTrue(largest(result, "defect/flux") < 1e-15);
    String prediction = result.variable("theorem21/predictedRate").quantity().longName();
    assertTrue(prediction.contains("|k| = 1") && !prediction.contains("there is"), prediction);

    // one that was stopped measures as far as it came; other limits have no theorem
    RunResult stopped =
        new Run(stefan, 0.3).execute(List.of(), ProgressListener.silent(), () -> true);
    for (String name : THEOREM) {
      assertArrayEquals(
          Arrays.copyOf(result.values("theorem21/" + name), 2),
          stopped.values("theorem21/" + name),
          name);
    }
    for (FluidLimit other : List.of(new Fick(), new Frozen())) {
      assertTrue(
          run(slab(2, 1, other), 0.3).variables().keySet().stream()
              .noneMatch(name -> name.startsWith("theorem21")));
    }
  }

  private static final List<String> THEOREM =
      List.of(
          "concentrationNorm",
          "velocityNorm",
          "dissipationNorm",
          "smallestConcentration",
          "defect/sum",
          "defect/flux",
          "defect/mean");

  private static double theorem(RunResult result, String name) {
    return result.variable("theorem21/" + name).value();
  }

  private static double largest(RunResult result, String name) {
    return result.variable("theorem21/" + name).summary().get("sup")[0];
  }

  /**
   * Hard spheres. Beside Maxwell-Stefan the distance is eps times the difference of the diffusion
   * coefficients, with the temperature that it lacks; beside Fick it is eps^2 times the first
   * Chapman-Enskog correction, the heat flux of the data.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void theTrueLimitIsOneOrderCloser(int n) {
    Assembly stefan = slab(n, 1, new MaxwellStefan());
    Assembly fick = slab(n, 1, new Fick());
    for (String norm : List.of("L2", "H1eps")) {
      // the next term is one order higher: at eps = 1e-3 it changes the slope by less than 1%
      assertEquals(1, slope(stefan, norm), 0.01, norm);
      assertEquals(2, slope(fick, norm), 0.02, norm);
    }
    double eps = 1e-3;
    // regression: the coefficients of eps and eps^2, at eps = 1e-3, as first measured
    assertEquals(
        n == 2 ? 0.0073336 : 0.0115910, run(stefan, eps).supDistance().get("L2") / eps, 1e-6);
    assertEquals(
        n == 2 ? 0.0320989 : 0.0567647, run(fick, eps).supDistance().get("L2") / (eps * eps), 1e-6);
  }

  /**
   * The coefficients of eps and eps^2 without a kinetic run: the distance of the fields of the two
   * limits, and what gradients leave beside velocities, largest as soon as the layer is over.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void theCoefficientsAreThoseOfTheFluids(int n) {
    double eps = 1e-4;
    Assembly stefan = slab(n, 1, new MaxwellStefan());
    Assembly fick = slab(n, 1, new Fick());
    List<FluidFields> gas = fields(fick);
    List<FluidFields> fluid = fields(stefan);
    double leading = 0;
    for (int step = 0; step < gas.size(); step++) {
      leading = Math.max(leading, gas.get(step).distance(fluid.get(step), mixture(n)));
    }
    // the next terms are one order higher
    assertEquals(1, run(stefan, eps).supDistance().get("L2") / eps / leading, 2 * eps);
    FluidFields early = gas.get(1);
    TransportCoefficients transport = new TransportCoefficients(fick.gas());
    double sum = 0;
    for (int cell = 0; cell < early.cells; cell++) {
      double[] forces = new double[n + 1]; // of |k| = 1: as large as their gradients in the mean
      Arrays.fill(forces, 2 * Math.PI * early.temperatureDeviation[cell]);
      for (int i = 0; i < n; i++) {
        forces[i] += 2 * Math.PI * early.deviation(i)[cell] / mixture(n).concentration(i);
      }
      sum += Math.pow(transport.heatModes(forces), 2);
    }
    assertEquals(
        1, run(fick, eps).distance("L2")[1] / (eps * eps) / Math.sqrt(sum / early.cells), 2 * eps);
  }

  private static List<FluidFields> fields(Assembly assembly) {
    return new FluidRun(assembly.fluidLimit(), assembly.fluidSetting(1e-30), assembly.stepping())
        .fields();
  }

  /** Maxwell molecules of two species: e^{-4 pi^2 Delta_12 t / C_0}, whatever eps. */
  @Test
  void besideTheFrozenEquilibriumTheDistanceIsTheDecay() {
    double eps = 1e-4;
    RunResult result = run(slab(2, 0, new Frozen()), eps);
    double delta = MaxwellStefanCoefficients.of(mixture(2), kernel(2, 0)).delta(0, 1);
    // at time 0: |ct|_{L2(c^{-1/2})} = sqrt(2 (A^2 / 2) / 0.5)
    double start = eps * Math.sqrt(2 * AMPLITUDE * AMPLITUDE / 2 / 0.5);
    double[] times = result.times();
    assertEquals(21, times.length);
    for (int t = 0; t < times.length; t++) {
      double expected = start * Math.exp(-4 * Math.PI * Math.PI * delta * times[t]);
      // velocities are O(eps) of the distance, squared in its norm; and O(eps^2) in the rate
      assertEquals(1, result.distance("L2")[t] / expected, 1e-5, "time " + times[t]);
    }
  }

  @Test
  void aVortexStirsAGasThatConservesItsMoments() {
    BurnettCollision operator =
        new BurnettCollision(
            new BurnettSpace(mixture(2), 3, AxialSymmetry.PLANAR), kernel(2, 1), TableCache.none());
    Assembly assembly =
        assembly(
            operator,
            new Gas(kernel(2, 1), operator.space(), Optional::empty),
            new Torus(2, 6),
            new MaxwellStefan(),
            waves(2, List.of(1, 0)),
            DriftFlows.taylorGreen(2, 1, 0.2));
    double coarse = 0;
    for (double eps : new double[] {2e-3, 1e-3}) {
      RunResult result = run(assembly, eps);
      assertTrue(result.complete(), () -> result.message());
      assertEquals(0, result.distance("L2")[0]);
      for (String what : List.of("drift/momentum", "drift/energy")) {
        assertEquals(0, result.variable(what).summary().get("sup")[0], 1e-15, what);
      }
      double distance = result.supDistance().get("L2");
      if (coarse == 0) {
        coarse = distance;
        continue;
      }
      // the kinetic gas is viscous, u-bar is given: eps (u - ubar), Theorem 2.2's bound attained
      assertEquals(1, Math.log(coarse / distance) / Math.log(2), 0.02);
    }
    Assembly fick =
        assembly(
            operator,
            new Gas(kernel(2, 1), operator.space(), Optional::empty),
            new Torus(2, 6),
            new Fick(),
            waves(2, List.of(1, 0)),
            List.of());
    String message =
        assertThrows(MissingCapabilityException.class, () -> run(fick, 0.1)).getMessage();
    assertTrue(message.contains("burnett") && message.contains("LinearizedHarmonics"), message);
  }

  /**
   * With the drift that viscosity slows down, the true limit is one order closer in a plane too.
   */
  @Test
  void theTrueLimitIsOneOrderCloserWithADrift() {
    BurnettCollision operator =
        new BurnettCollision(
            new BurnettSpace(mixture(2), 3, AxialSymmetry.PLANAR), kernel(2, 1), TableCache.none());
    List<DriftWave> drift = new ArrayList<>(DriftFlows.shear(2, 0, 1, 1, 0.2));
    drift.addAll(DriftFlows.shear(2, 1, 0, 2, 0.2)); // together they stir each other
    Assembly fick =
        assembly(
            operator, operator.gas(), new Torus(2, 6), new Fick(), waves(2, List.of(1, 0)), drift);
    assertEquals(2, slope(fick, "L2"), 0.02);
  }
}
