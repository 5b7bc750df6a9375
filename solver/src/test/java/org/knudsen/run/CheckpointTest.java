package org.knudsen.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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

/** Runs stopped after a step and gone on with from there, against runs that were not. */
class CheckpointTest {

  private static final double EPS = 0.3; // an explicit scheme is stable at this step, too
  private static final int STEPS = 6;

  private static Assembly assembly(TimeIntegrator scheme, int dimension) {
    Mixture mixture = new Mixture(List.of(new Species("a", 1, 0.5), new Species("b", 4, 0.5)));
    CollisionKernel kernel =
        CollisionKernel.symmetric(2, (i, j) -> new PairKernel(new PowerLaw(0.25, 1), s -> 1));
    List<Integer> wave = dimension == 1 ? List.of(1) : List.of(1, 1);
    AxialSymmetry symmetry = AxialSymmetry.ofDimension(dimension);
    BurnettSpace space = new BurnettSpace(mixture, 3, symmetry);
    BurnettCollision operator = new BurnettCollision(space, kernel, TableCache.none());
    Assembly assembly =
        new Assembly(
            operator.gas(),
            operator,
            new Torus(dimension, 6),
            new MaxwellStefan(),
            new InitialData(
                List.of(
                    new ConcentrationWave(0, wave, 0.1, 0),
                    new ConcentrationWave(1, wave, -0.1, 0)),
                List.of(),
                InitialPerturbation.none()),
            new Stepping(scheme, 1e-3, STEPS));
    return assembly.with(InitialPerturbation.prepared());
  }

  private static TimeIntegrator scheme(String name) {
    return switch (name) {
      case "ars-222" -> Schemes.ars222();
      case "ars-443" -> Schemes.ars443();
      case "etd-rk4" -> Schemes.etdRk4();
      case "rk4" -> Schemes.rk4();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Keeps a copy of every checkpoint it is offered. */
  private static final class Kept implements Checkpoints {
    private final Checkpoint from;
    private final List<Checkpoint> all = new ArrayList<>();

    Kept(Checkpoint from) {
      this.from = from;
    }

    @Override
    public Optional<Checkpoint> last(double knudsen) {
      return Optional.ofNullable(from);
    }

    @Override
    public boolean due(boolean last) {
      return true;
    }

    @Override
    public void save(Checkpoint c) {
      all.add(new Checkpoint(c.result(), c.kinetic().clone(), c.fluid().clone()));
    }

    Checkpoint end() {
      return all.get(all.size() - 1);
    }
  }

  private static RunResult run(Assembly assembly, Kept kept) {
    return new Run(assembly, EPS)
        .execute(List.of(), ProgressListener.silent(), Cancellation.never(), kept);
  }

  /** assertEquals and assertArrayEquals without a tolerance compare doubles bit by bit. */
  private static void assertSame(Kept expected, Kept actual) {
    assertEquals(STEPS, actual.end().result().steps());
    assertArrayEquals(expected.end().kinetic(), actual.end().kinetic());
    assertArrayEquals(expected.end().fluid(), actual.end().fluid());
    assertSame(expected.end().result(), actual.end().result());
  }

  private static void assertSame(RunResult expected, RunResult actual) {
    assertEquals(
        List.copyOf(expected.variables().keySet()), List.copyOf(actual.variables().keySet()));
    expected
        .variables()
        .forEach(
            (name, variable) -> {
              Variable found = actual.variable(name);
              assertArrayEquals(variable.values(), found.values(), name);
              assertEquals(variable.dimensions().size(), found.dimensions().size(), name);
              for (int d = 0; d < variable.dimensions().size(); d++) {
                assertArrayEquals(
                    variable.dimensions().get(d).coordinates(),
                    found.dimensions().get(d).coordinates(),
                    name);
              }
            });
  }

  @ParameterizedTest
  @CsvSource({
    "ars-222, 1", "ars-443, 1", "etd-rk4, 1", "rk4, 1",
    "ars-222, 2", "ars-443, 2", "etd-rk4, 2", "rk4, 2"
  })
  void aResumedRunHasTheBitsOfAnUninterruptedOne(String scheme, int dimension) {
    Assembly assembly = assembly(scheme(scheme), dimension);
    Kept whole = new Kept(null);
    RunResult expected = run(assembly, whole);
    assertTrue(expected.complete(), () -> expected.message());
    assertEquals(STEPS, whole.all.size());
    // the states move: equal bits at the end are not those of the beginning
    double moved = 0;
    for (int a = 0; a < whole.end().kinetic().length; a++) {
      moved += Math.abs(whole.end().kinetic()[a] - whole.all.get(0).kinetic()[a]);
    }
    assertTrue(moved > 1e-3, "moved " + moved);
    for (Checkpoint from : List.of(whole.all.get(0), whole.all.get(3))) {
      Kept resumed = new Kept(from);
      RunResult result = run(assembly, resumed);
      assertEquals(
          STEPS - from.result().steps(), resumed.all.size(), "only the missing steps are made");
      assertSame(whole, resumed);
      assertSame(expected, result);
      assertTrue(result.wallSeconds() >= from.result().wallSeconds());
    }
  }

  @Test
  void aRunAtItsEndIsNotMadeAgain() {
    Assembly assembly = assembly(Schemes.ars222(), 1);
    Kept whole = new Kept(null);
    RunResult expected = run(assembly, whole);
    Kept resumed = new Kept(whole.end());
    RunResult result = run(assembly, resumed);
    assertEquals(0, resumed.all.size());
    assertSame(expected, result);
    assertEquals(expected.steps(), result.steps());
    assertTrue(result.complete());
    assertEquals(whole.end().result().wallSeconds(), result.wallSeconds());
  }

  @Test
  void aCheckpointOfAnotherRunIsRefused() {
    Kept whole = new Kept(null);
    run(assembly(Schemes.ars222(), 1), whole);
    Assembly plane = assembly(Schemes.ars222(), 2);
    String length =
        assertThrows(IllegalArgumentException.class, () -> run(plane, new Kept(whole.all.get(0))))
            .getMessage();
    assertTrue(length.contains("kinetic state of length"), length);
    Run other = new Run(assembly(Schemes.ars222(), 1), 2 * EPS);
    String eps =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    other.execute(
                        List.of(),
                        ProgressListener.silent(),
                        Cancellation.never(),
                        new Kept(whole.all.get(0))))
            .getMessage();
    assertTrue(eps.contains("eps 0.3") && eps.contains("0.6"), eps);
  }
}
