package org.knudsen.study;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.TableCache;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.DriftFlows;
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
import org.knudsen.run.Output;
import org.knudsen.run.ProgressListener;
import org.knudsen.run.Run;
import org.knudsen.run.RunObserver;
import org.knudsen.run.RunResult;
import org.knudsen.run.RunState;
import org.knudsen.run.Stepping;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** The prediction against the heap in use while a run makes its steps. */
class RunMemoryTest {

  private static final int STEPS = 2;

  /**
   * The first and the last of some species have a wave.
   *
   * @param limit its name, with "drift" behind it for one with a Taylor-Green vortex
   */
  private static Assembly assembly(
      int species, Torus torus, int degree, TimeIntegrator scheme, String limit) {
    Mixture mixture =
        new Mixture(
            IntStream.range(0, species)
                .mapToObj(i -> new Species("s" + i, 1 + i, 1.0 / species))
                .toList());
    CollisionKernel kernel =
        CollisionKernel.symmetric(species, (i, j) -> new PairKernel(new PowerLaw(0.25, 1), s -> 1));
    AxialSymmetry symmetry = AxialSymmetry.ofDimension(torus.dimension());
    BurnettSpace space = new BurnettSpace(mixture, degree, symmetry);
    BurnettCollision operator = new BurnettCollision(space, kernel, TableCache.none());
    List<Integer> wave = List.of(1, 0, 0).subList(0, torus.dimension());
    FluidLimit fluid =
        switch (limit.replace(" drift", "")) {
          case "fick" -> new Fick();
          case "frozen" -> new Frozen();
          default -> new MaxwellStefan();
        };
    return new Assembly(
        operator.gas(),
        operator,
        torus,
        fluid,
        new InitialData(
            List.of(
                new ConcentrationWave(0, wave, 0.01, 0),
                new ConcentrationWave(species - 1, wave, -0.01, 0)),
            limit.contains("drift") ? DriftFlows.taylorGreen(torus.dimension(), 1, 0.1) : List.of(),
            InitialPerturbation.prepared()),
        new Stepping(scheme, 1e-3, STEPS),
        Output.of(2));
  }

  private static TimeIntegrator scheme(String name) {
    return switch (name) {
      case "ars-443" -> Schemes.ars443();
      case "etd-rk4" -> Schemes.etdRk4();
      case "rk4" -> Schemes.rk4();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Bytes reachable: the least of some collections. */
  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int turn = 0; turn < 4; turn++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  /** Bytes in use at the end of a run, less those before its assembly was made. */
  private static long measured(Supplier<Assembly> make) {
    long before = used();
    Assembly assembly = make.get();
    long[] most = new long[1];
    RunObserver observer =
        new RunObserver() {
          @Override
          public void reached(RunState state) {
            if (state.step() == STEPS - 1) { // another step follows: all of it is in use
              most[0] = used();
            }
          }
        };
    RunResult result =
        new Run(assembly, 0.3)
            .execute(List.of(observer), ProgressListener.silent(), Cancellation.never());
    assertEquals(STEPS, result.steps());
    return most[0] - before;
  }

  /**
   * Each kind of block, scheme, symmetry and fluid limit; some MiB each, against noise of some tens
   * of KiB. In the rows with many points and few modes the fluid has a large part.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 1, 96, 12, ars-443, maxwell-stefan",
    "2, 1, 96, 12, etd-rk4, maxwell-stefan",
    "2, 2, 32, 4, ars-443, maxwell-stefan",
    "2, 2, 32, 4, etd-rk4, maxwell-stefan drift",
    "2, 2, 32, 4, rk4, maxwell-stefan",
    "2, 3, 8, 4, ars-443, maxwell-stefan",
    "2, 3, 8, 4, etd-rk4, maxwell-stefan",
    "2, 1, 400, 3, ars-443, fick",
    "2, 1, 400, 3, ars-443, frozen",
    "6, 1, 100, 3, etd-rk4, maxwell-stefan",
    "6, 1, 100, 3, etd-rk4, fick",
    "2, 2, 40, 3, etd-rk4, fick drift",
    "2, 3, 8, 3, ars-443, fick drift",
  })
  void thePredictionIsWithinAFifth(
      int species, int dimension, int points, int degree, String name, String limit) {
    TimeIntegrator scheme = scheme(name);
    measured(() -> assembly(species, new Torus(dimension, 4), 3, scheme, limit)); // loads classes
    Supplier<Assembly> make =
        () -> assembly(species, new Torus(dimension, points), degree, scheme, limit);
    long measured = measured(make);
    RunMemory predicted = RunMemory.of(make.get()).orElseThrow();
    double ratio = predicted.running() / (double) measured;
    assertEquals(1, ratio, 0.2, () -> measured + " bytes measured, predicted " + predicted);
  }

  @Test
  void aRunThatDoesNotFitIsRefusedWithWhatWould() {
    Torus torus = new Torus(2, 32);
    TimeIntegrator scheme = Schemes.ars443();
    long fits = RunMemory.of(2, 4, torus, scheme, 10).orElseThrow().peak();
    assertDoesNotThrow(() -> RunMemory.require(2, 4, torus, scheme, 10, fits));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> RunMemory.require(2, 6, torus, scheme, 10, fits))
            .getMessage();
    assertTrue(message.contains("degree 4 would fit"), message);
    assertTrue(message.contains("the heap has " + fits / (1 << 20) + " MiB free"), message);
    // the number of points it names fits, and one more does not
    int points =
        Integer.parseInt(message.replaceAll(".*, (\\d+) points at this degree would fit.*", "$1"));
    assertTrue(points < 32);
    assertTrue(RunMemory.of(2, 6, new Torus(2, points), scheme, 10).orElseThrow().peak() <= fits);
    assertTrue(
        RunMemory.of(2, 6, new Torus(2, points + 1), scheme, 10).orElseThrow().peak() > fits);
  }

  /** Sizes beyond any machine are counted, not overflowed. */
  @Test
  void aHugeRunIsCounted() {
    RunMemory huge = RunMemory.of(3, 40, new Torus(3, 512), Schemes.etdRk4(), 1000).orElseThrow();
    assertTrue(huge.running() > 1L << 44, huge.toString());
  }
}
