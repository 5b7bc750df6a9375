package org.knudsen.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.time.Allocation;
import org.knudsen.time.Schemes;

/** When a run measures, what it keeps, and that a run that was stopped keeps the same. */
class OutputTest {

  private static final double EPS = 0.2;
  private static final int STEPS = 46; // kept every second step
  private static final double DT = 1e-3;

  private static Assembly assembly(int every, Double... distribution) {
    return TestRuns.slab(3, 6, new Stepping(Schemes.ars222(), DT, STEPS))
        .with(new Output(1, every, List.of(distribution), false));
  }

  private static final RunResult AT_EVERY_STEP = new Run(assembly(1), EPS).execute();

  /** The steps of a cadence, with the last. */
  private static int[] steps(int every) {
    List<Integer> all = new ArrayList<>();
    for (int step = 0; step < STEPS; step += every) {
      all.add(step);
    }
    all.add(STEPS);
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 23, 45, 46, 1000})
  void observationsAreThoseOfEveryStepThinned(int every) {
    RunResult result = new Run(assembly(every), EPS).execute();
    int[] steps = steps(every);
    double[] times = result.times();
    assertEquals(steps.length, times.length);
    int seen = 0;
    for (Variable variable : result.variables().values()) {
      Variable all = AT_EVERY_STEP.variable(variable.name());
      if (variable.dimensions().isEmpty() || !variable.dimensions().get(0).name().equals("time")) {
        if (!variable.name().startsWith("theorem21")) { // whose constants are of the times observed
          assertTrue(variable.sameValues(all), variable.name());
        }
        continue;
      }
      seen++;
      assertArrayEquals(times, variable.dimensions().get(0).coordinates(), variable.name());
      for (int t = 0; t < steps.length; t++) {
        assertEquals(steps[t] * DT, times[t]);
        assertArrayEquals(all.at(steps[t]), variable.at(t), variable.name() + " " + t);
      }
    }
    assertTrue(seen > 15, "distances, drifts, entropy, ...: " + seen);
    double[] kept = result.variable("concentration").dimensions().get(0).coordinates();
    assertEquals(24, kept.length);
    assertEquals(4 * DT, kept[2]);
    assertEquals(STEPS * DT, kept[23]);
  }

  /** At the nearest step, each once, in the order of time. */
  @Test
  void theDistributionIsTheStateAtTheTimesAskedFor() {
    Map<Integer, double[]> states = new TreeMap<>();
    RunObserver observer =
        new RunObserver() {
          @Override
          public void reached(RunState state) {
            states.put(state.step(), state.field().clone());
          }
        };
    RunResult result =
        new Run(assembly(9, 0.0204, 0.0, 0.0196, 0.0316, 0.046), EPS)
            .execute(List.of(observer), ProgressListener.silent(), Cancellation.never());
    Variable h = result.variable("distribution");
    assertEquals(
        List.of("chosenTime", "x", "species", "mode"),
        h.dimensions().stream().map(Dimension::name).toList());
    assertArrayEquals(
        new double[] {0, 20 * DT, 32 * DT, STEPS * DT}, h.dimension("chosenTime").coordinates());
    int[] steps = {0, 20, 32, STEPS};
    for (int t = 0; t < 4; t++) {
      assertArrayEquals(states.get(steps[t]), h.at(t));
    }
    assertFalse(AT_EVERY_STEP.has("distribution"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 0.0466, 1e300, Double.NaN})
  void aDistributionOutsideTheRunIsRefused(double time) {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> new Run(assembly(1, time), EPS).execute())
            .getMessage();
    assertTrue(message.contains("distribution is asked for at time"), message);
    assertTrue(message.contains("the run ends at 0.046"), message);
  }

  @Test
  void anOutputHasACadence() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Output(1, 0, List.of(), false))
            .getMessage();
    assertTrue(message.contains("every 0"), message);
    assertThrows(IllegalArgumentException.class, () -> new Output(-1, 1, List.of(), false));
  }

  /** Takes a checkpoint after chosen steps. */
  private static final class Kept implements Checkpoints {
    private final Optional<Checkpoint> from;
    private final List<Integer> when;
    private final List<Checkpoint> all = new ArrayList<>();
    private int asked;

    Kept(Optional<Checkpoint> from, List<Integer> when) {
      this.from = from;
      this.when = when;
      this.asked = from.map(checkpoint -> checkpoint.result().steps()).orElse(0);
    }

    @Override
    public Optional<Checkpoint> last(double knudsen) {
      return from;
    }

    @Override
    public boolean due(boolean last) {
      return when.contains(++asked) || last;
    }

    @Override
    public void save(Checkpoint c) {
      all.add(new Checkpoint(c.result(), c.kinetic().clone(), c.fluid().clone()));
    }
  }

  private static void assertSameResult(RunResult expected, RunResult found) {
    assertEquals(expected.steps(), found.steps());
    assertEquals(expected.ending(), found.ending());
    assertEquals(
        List.copyOf(expected.variables().keySet()), List.copyOf(found.variables().keySet()));
    for (Variable variable : expected.variables().values()) {
      Variable other = found.variable(variable.name());
      assertTrue(variable.sameValues(other), variable.name());
      for (int d = 0; d < variable.dimensions().size(); d++) {
        Dimension dimension = variable.dimensions().get(d);
        assertEquals(dimension.name(), other.dimensions().get(d).name());
        assertArrayEquals(
            dimension.coordinates(), other.dimensions().get(d).coordinates(), variable.name());
      }
    }
  }

  /** From checkpoints at observations, between them, and where nothing is kept. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 23, 1000})
  void aResumedRunKeepsTheSameBits(int every) {
    Assembly assembly = assembly(every, 0.0, 0.005, 0.03);
    RunResult whole = new Run(assembly, EPS).execute();
    Kept first = new Kept(Optional.empty(), List.of(1, 5, 13, 14, 23, 35, 45));
    new Run(assembly, EPS)
        .execute(List.of(), ProgressListener.silent(), Cancellation.never(), first);
    assertEquals(8, first.all.size());
    for (Checkpoint from : first.all) {
      Kept second = new Kept(Optional.of(from), List.of(40));
      RunResult resumed =
          new Run(assembly, EPS)
              .execute(List.of(), ProgressListener.silent(), Cancellation.never(), second);
      assertSameResult(whole, resumed);
      if (from.result().steps() < 40) { // and once more
        RunResult again =
            new Run(assembly, EPS)
                .execute(
                    List.of(),
                    ProgressListener.silent(),
                    Cancellation.never(),
                    new Kept(Optional.of(second.all.get(0)), List.of()));
        assertSameResult(whole, again);
      }
    }
  }

  @Test
  void aCheckpointOfAnotherCadenceIsRefused() {
    Kept kept = new Kept(Optional.empty(), List.of(13));
    new Run(assembly(7), EPS)
        .execute(List.of(), ProgressListener.silent(), Cancellation.never(), kept);
    Run other = new Run(assembly(5), EPS);
    Kept from = new Kept(Optional.of(kept.all.get(0)), List.of());
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    other.execute(List.of(), ProgressListener.silent(), Cancellation.never(), from))
            .getMessage();
    assertTrue(message.contains("checkpoint has 2 values of 'distance/L2'"), message);
    assertTrue(message.contains("the run has 3 after step 13"), message);
  }

  /** Asked after the step that it is in, whether that is observed or not. */
  @ParameterizedTest
  @CsvSource({"3, 1", "7, 2", "20, 3"})
  void cancellationBetweenObservationsKeepsThoseBefore(int step, int observed) {
    Assembly assembly = assembly(7, 0.0, 0.03);
    int[] reached = {0};
    RunObserver observer =
        new RunObserver() {
          @Override
          public void reached(RunState state) {
            reached[0] = state.step();
          }
        };
    Kept kept = new Kept(Optional.empty(), List.of());
    RunResult stopped =
        new Run(assembly, EPS)
            .execute(List.of(observer), ProgressListener.silent(), () -> reached[0] == step, kept);
    assertEquals(RunResult.Ending.CANCELLED, stopped.ending());
    assertEquals(step, stopped.steps());
    assertEquals(observed, stopped.times().length);
    assertEquals(1, stopped.variable("distribution").dimensions().get(0).size());
    RunResult resumed =
        new Run(assembly, EPS)
            .execute(
                List.of(),
                ProgressListener.silent(),
                Cancellation.never(),
                new Kept(Optional.of(kept.all.get(0)), List.of()));
    assertSameResult(new Run(assembly, EPS).execute(), resumed);
  }

  /**
   * Between measurements a run steps, checks and tells its observers without allocation: a garbage
   * collector has nothing to do. Fields are kept every 200 steps here, which a window of 190 steps
   * leaves out.
   */
  @Test
  void steppingAllocatesNothing() {
    Assembly assembly =
        TestRuns.slab(3, 6, new Stepping(Schemes.ars222(), 1e-4, 4000))
            .with(new Output(0, 4000, List.of(), false));
    long[] least = {Long.MAX_VALUE};
    RunObserver observer =
        new RunObserver() {
          private long before;

          @Override
          public void reached(RunState state) {
            if (state.step() % 200 == 5) {
              before = Allocation.now();
            } else if (state.step() % 200 == 195) {
              least[0] = Math.min(least[0], Allocation.now() - before);
            }
          }
        };
    RunResult result =
        new Run(assembly, EPS)
            .execute(List.of(observer), ProgressListener.silent(), Cancellation.never());
    assertTrue(result.complete());
    assertEquals(0, least[0], "bytes in 190 steps, once the code is compiled");
  }
}
