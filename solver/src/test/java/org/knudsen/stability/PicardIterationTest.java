package org.knudsen.stability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.TableCache;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.Fick;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.Frozen;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.run.Assembly;
import org.knudsen.run.Cancellation;
import org.knudsen.run.InitialData;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.run.PerturbationWave;
import org.knudsen.run.ProgressListener;
import org.knudsen.run.Stepping;
import org.knudsen.time.Schemes;
import org.knudsen.time.SemilinearEquation;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** Propositions 3.14 and 3.15 by the iteration of their proof. */
class PicardIterationTest {

  private static final Mixture MIXTURE =
      Mixture.of(new Species("light", 1, 0.5), new Species("heavy", 4, 0.5));
  private static final BurnettCollision HARD = operator(1);
  private static final BurnettCollision MAXWELL = operator(0);
  private static final int STEPS = 10;

  private static CollisionKernel kernel(double gamma) {
    return CollisionKernel.symmetric(
        2, (i, j) -> new PairKernel(new PowerLaw(0.25, gamma), s -> 1));
  }

  private static BurnettCollision operator(double gamma) {
    return new BurnettCollision(
        new BurnettSpace(MIXTURE, 5, AxialSymmetry.SLAB), kernel(gamma), TableCache.none());
  }

  private static Assembly assembly(
      BurnettCollision operator, FluidLimit limit, TimeIntegrator scheme, int steps) {
    return new Assembly(
        operator.gas(),
        operator,
        new Torus(1, 10),
        limit,
        new InitialData(
            List.of(
                new ConcentrationWave(0, List.of(1), 0.05, 0),
                new ConcentrationWave(1, List.of(1), -0.05, 0)),
            List.of(),
            InitialPerturbation.none()),
        new Stepping(scheme, 0.05 / steps, steps));
  }

  /** Temperature, heat flux and stress of given norm. */
  private static InitialPerturbation data(double size) {
    return new InitialPerturbation.Given(
        OptionalDouble.of(size),
        OptionalDouble.empty(),
        List.of(
            new PerturbationWave(0, List.of(1), 1, 1, 0, 0.5, 0),
            new PerturbationWave(0, List.of(1), 1, 0, 0, 1, 0),
            new PerturbationWave(1, List.of(2), 0, 2, 0, 0, 1)));
  }

  private static Assembly hard(double size) {
    return assembly(HARD, new Fick(), Schemes.ars443(), STEPS).with(data(size));
  }

  static Stream<Arguments> problems() {
    return Stream.of(
        Arguments.of(HARD, new MaxwellStefan(), Schemes.ars222(), 0.1),
        Arguments.of(HARD, new Fick(), Schemes.ars443(), 0.5),
        Arguments.of(MAXWELL, new Fick(), Schemes.etdRk4(), 0.5),
        Arguments.of(MAXWELL, new Frozen(), Schemes.rk4(), 1),
        Arguments.of(HARD, new Frozen(), Schemes.etdRk4(), 0.01));
  }

  /** The iterates tend to the integrator's solution of (1.11), in a few steps, to round-off. */
  @ParameterizedTest
  @MethodSource("problems")
  void theLimitIsTheSolutionOfTheScheme(
      BurnettCollision operator, FluidLimit limit, TimeIntegrator scheme, double eps) {
    int steps = scheme.unconditional() ? STEPS : 100;
    Assembly assembly = assembly(operator, limit, scheme, steps).with(data(1));
    PicardResult result = new PicardIteration(assembly, eps).solve();
    assertTrue(result.converged(), result.summary());
    assertEquals("H1eps", result.norm());
    assertEquals(eps, result.knudsen());
    assertTrue(result.iterates().size() <= 8, result.summary());
    PicardResult.Iterate last = result.iterates().get(result.iterates().size() - 1);
    // Q(f + g) - Q(g) against (Q(3f/2 + g) - Q(f/2 - g)) / 2: round-off of Q / eps, a few steps
    assertEquals(0, last.distance(), 1e-13 * result.size(), result.summary());
    double before = Double.NaN;
    for (PicardResult.Iterate iterate : result.iterates()) {
      assertEquals(iterate.change() / before, iterate.rate());
      before = iterate.change();
    }
  }

  /** Where the rate comes from: it is the size of f, here over a factor of twenty. */
  @Test
  void theContractionRateIsProportionalToTheSizeOfTheData() {
    double[] size = {0.5, 1, 10};
    double[] rate = new double[size.length];
    for (int p = 0; p < size.length; p++) {
      rate[p] = new PicardIteration(hard(size[p]), 0.1).solve().rate();
    }
    // f has a part of norm 0.03 that S^eps makes; the next order is the rate itself
    assertEquals(2, rate[1] / rate[0], 0.02 * 2);
    assertEquals(10, rate[2] / rate[1], 0.05 * 10);
    assertTrue(rate[1] < 0.01, "rate " + rate[1]);
  }

  /** Proposition 3.15: whatever f^(0), the limit is the same. */
  @Test
  void theLimitDoesNotDependOnTheStart() {
    PicardIteration usual = new PicardIteration(hard(1), 0.2);
    PicardIteration fromZero = usual.startingFrom(InitialPerturbation.none());
    PicardIteration fromOther =
        usual.startingFrom(
            new InitialPerturbation.Given(
                List.of(new PerturbationWave(1, List.of(3), 1, 1, 0, 3, -2))));
    double first = usual.solve().iterates().get(0).change();
    assertTrue(fromZero.solve().converged());
    assertTrue(fromOther.solve().converged());
    double[] end = usual.perturbation(STEPS);
    double largest = Arrays.stream(end).map(Math::abs).max().orElseThrow();
    assertArrayEquals(end, fromZero.perturbation(STEPS), 1e-14 * largest);
    assertArrayEquals(end, fromOther.perturbation(STEPS), 1e-14 * largest);
    // f^in is the same, f^(0) was not
    assertArrayEquals(usual.perturbation(0), fromOther.perturbation(0));
    double other = fromOther.solve().iterates().get(0).change();
    assertTrue(Math.abs(other - first) > 0.5 * first, first + " and " + other);
  }

  @Test
  void aSlowIterationSaysSoAndGivesNoSolution() {
    PicardIteration iteration = new PicardIteration(hard(100), 0.5);
    PicardResult result =
        iteration.solve(1e-12, 4, ProgressListener.silent(), Cancellation.never());
    assertEquals(PicardResult.Ending.TOO_SLOW, result.ending());
    assertFalse(result.converged());
    assertEquals(4, result.iterates().size());
    assertTrue(result.rate() > 0.1, "rate " + result.rate());
    String message =
        assertThrows(IllegalStateException.class, () -> iteration.perturbation(0)).getMessage();
    for (String part : List.of("eps = 0.5", "too slow", "4 iterates", "contraction rates: 0.")) {
      assertTrue(message.contains(part), message);
    }
  }

  @Test
  void dataThatNoSolutionComesFromAreReported() {
    PicardIteration iteration = new PicardIteration(hard(1e4), 0.5);
    PicardResult result = iteration.solve();
    assertEquals(PicardResult.Ending.DIVERGED, result.ending());
    assertTrue(result.summary().contains("not finite"), result.summary());
    assertThrows(IllegalStateException.class, result::rate);
  }

  @Test
  void stopsWhenAskedAndTellsItsProgress() {
    int[] asked = {0};
    long[] done = {0};
    boolean[] finished = {false};
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void started(String task, long steps) {
            assertTrue(task.contains("eps = 0.1"), task);
          }

          @Override
          public void advanced(long count) {
            done[0] = count;
          }

          @Override
          public void finished() {
            finished[0] = true;
          }
        };
    // the integrator's own steps, one iterate of STEPS + 1 levels, and some of the next
    PicardResult result =
        new PicardIteration(hard(1), 0.1)
            .solve(1e-12, 20, listener, () -> ++asked[0] > 2 * STEPS + 4);
    assertEquals(PicardResult.Ending.CANCELLED, result.ending());
    assertEquals(1, result.iterates().size());
    assertEquals(1, done[0]);
    assertTrue(finished[0]);
  }

  @Test
  void refusesWhatItCannotDo() {
    PicardIteration iteration = new PicardIteration(hard(1), 0.1);
    assertThrows(IllegalStateException.class, () -> iteration.perturbation(0));
    ProgressListener silent = ProgressListener.silent();
    Cancellation never = Cancellation.never();
    assertThrows(IllegalArgumentException.class, () -> iteration.solve(0, 5, silent, never));
    assertThrows(IllegalArgumentException.class, () -> iteration.solve(1e-3, 0, silent, never));
    Assembly long_ = assembly(HARD, new Fick(), Schemes.ars222(), 50_000_000);
    String message =
        assertThrows(IllegalArgumentException.class, () -> new PicardIteration(long_, 0.1).solve())
            .getMessage();
    assertTrue(message.contains("MiB") && message.contains("50000000 steps"), message);
  }

  /** A scheme that evaluates once more in each iterate has no record to meet. */
  @Test
  void refusesAnIntegratorWithoutFixedStages() {
    int[] extra = {0};
    TimeIntegrator fickle =
        new TimeIntegrator() {
          @Override
          public String name() {
            return "fickle";
          }

          @Override
          public int order() {
            return 2;
          }

          @Override
          public boolean unconditional() {
            return true;
          }

          @Override
          public Stepper stepper(SemilinearEquation equation, double dt) {
            Stepper inner = Schemes.ars222().stepper(equation, dt);
            double[] out = new double[equation.size()];
            return (t, y) -> {
              inner.step(t, y);
              for (int more = 0; t == 0 && more < extra[0]; more++) {
                equation.nonlinear(t, y, out);
              }
              extra[0] += t == 0 ? 1 : 0;
            };
          }
        };
    Assembly assembly = assembly(HARD, new Fick(), fickle, 2);
    String message =
        assertThrows(IllegalStateException.class, () -> new PicardIteration(assembly, 0.1).solve())
            .getMessage();
    assertTrue(message.contains("fickle") && message.contains("fixed stages"), message);
  }
}
