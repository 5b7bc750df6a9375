package org.knudsen.study;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/** The prediction against the heap in use while a run makes its steps. */
class RunMemoryTest {

  private static final int STEPS = 2;

  private static Assembly assembly(Torus torus, int degree, TimeIntegrator scheme) {
    Mixture mixture = new Mixture(List.of(new Species("a", 1, 0.5), new Species("b", 4, 0.5)));
    CollisionKernel kernel =
        CollisionKernel.symmetric(2, (i, j) -> new PairKernel(new PowerLaw(0.25, 1), s -> 1));
    AxialSymmetry symmetry = AxialSymmetry.ofDimension(torus.dimension());
    BurnettSpace space = new BurnettSpace(mixture, degree, symmetry);
    BurnettCollision operator = new BurnettCollision(space, kernel, TableCache.none());
    List<Integer> wave = List.of(1, 0, 0).subList(0, torus.dimension());
    return new Assembly(
        mixture,
        kernel,
        operator,
        Optional.of(operator.harmonics()),
        torus,
        scheme,
        new MaxwellStefan(),
        List.of(new ConcentrationWave(0, wave, 0.1, 0), new ConcentrationWave(1, wave, -0.1, 0)),
        List.of(),
        1e-3,
        STEPS,
        1);
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
  private static long measured(Torus torus, int degree, TimeIntegrator scheme) {
    long before = used();
    Assembly assembly = assembly(torus, degree, scheme);
    long[] most = new long[1];
    RunObserver observer =
        new RunObserver() {
          @Override
          public void observed(Observation observation, Profile profile) {
            if (observation.step() == STEPS - 1) { // another step follows: all of it is in use
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

  /** Each kind of block, scheme and symmetry; some MiB each, against noise of some tens of KiB. */
  @ParameterizedTest
  @CsvSource({
    "1, 96, 12, ars-443",
    "1, 96, 12, etd-rk4",
    "2, 32, 4, ars-443",
    "2, 32, 4, etd-rk4",
    "2, 32, 4, rk4",
    "3, 8, 4, ars-443",
    "3, 8, 4, etd-rk4"
  })
  void thePredictionIsWithinAFifth(int dimension, int points, int degree, String name) {
    TimeIntegrator scheme = scheme(name);
    measured(new Torus(dimension, 4), 2, scheme); // loads classes
    Torus torus = new Torus(dimension, points);
    long measured = measured(torus, degree, scheme);
    RunMemory predicted = RunMemory.of(2, degree, torus, scheme, STEPS).orElseThrow();
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
