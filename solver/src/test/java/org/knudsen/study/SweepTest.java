package org.knudsen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knudsen.collision.TableCache;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.plugin.FluidLimitProvider;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.TimeIntegratorProvider;
import org.knudsen.run.Assembly;
import org.knudsen.run.Cancellation;
import org.knudsen.run.ProgressListener;
import org.knudsen.run.RunObserver;
import org.knudsen.run.RunResult;
import org.knudsen.run.RunState;
import org.knudsen.run.StandInPlugins;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;

/** Runs of a sweep do not depend on each other. */
class SweepTest {

  private record Rk4() implements TimeIntegratorProvider {
    @Override
    public String id() {
      return "rk4";
    }

    @Override
    public String description() {
      return "explicit";
    }

    @Override
    public String reference() {
      return "none";
    }

    @Override
    public TimeIntegrator create(ParameterValues parameters) {
      return Schemes.rk4();
    }
  }

  private record Stefan() implements FluidLimitProvider {
    @Override
    public String id() {
      return "stefan";
    }

    @Override
    public String description() {
      return "the limit";
    }

    @Override
    public String reference() {
      return "none";
    }

    @Override
    public FluidLimit create(ParameterValues parameters) {
      return new MaxwellStefan();
    }
  }

  private static final PluginCatalogue CATALOGUE =
      StandInPlugins.catalogue()
          .with(PluginFamily.TIME_INTEGRATORS, new Rk4())
          .with(PluginFamily.FLUID_LIMITS, new Stefan());

  private static Study study(double amplitude, double heavy, double... knudsen) {
    return Study.builder()
        .name("sweep")
        .species("light", 1, 0.5)
        .species("heavy", heavy, 0.5)
        .collisionKernel(
            "vhs", Map.of("gamma", 1.0, "C", List.of(List.of(0.25, 0.25), List.of(0.25, 0.25))))
        .velocityGrid("burnett", Map.of("degree", 3))
        .timeIntegrator("rk4", 1e-3)
        .torus(1, 6)
        .fluidLimit("stefan")
        .initial("light", List.of(1), amplitude, 0)
        .initial("heavy", List.of(1), -amplitude, 0)
        .knudsen(knudsen)
        .endTime(0.02)
        .build(CATALOGUE);
  }

  private static SweepResult sweep(Study study, RunObserver... observers) {
    return new Sweep(study, CATALOGUE, TableCache.none())
        .execute(List.of(observers), ProgressListener.silent(), Cancellation.never());
  }

  private static void assertPhysical(String message) {
    // a number that has run away says nothing: no exponent of two digits and more
    assertFalse(message.matches("(?s).*[eE][+-]?\\d{2,}.*"), message);
    assertFalse(message.contains("NaN") || message.contains("Infinity"), message);
  }

  @Test
  void tablesAreCountedWhileTheyAreBuiltAndWhileTheyAreRead() {
    Map<String, double[]> kept = new HashMap<>();
    TableCache cache =
        new TableCache() {
          @Override
          public Optional<double[]> load(String key) {
            return Optional.ofNullable(kept.get(key));
          }

          @Override
          public void store(String key, double[] table) {
            kept.put(key, table);
          }
        };
    Sweep sweep = new Sweep(study(1e-3, 4, 0.5), CATALOGUE, cache);
    Recorded built = new Recorded();
    sweep.execute(List.of(), built, Cancellation.never());
    String told = built.told.toString();
    assertTrue(told.startsWith("collision tables of 4: 1 2 3 4;"), told);
    assertEquals(4, kept.size());
    Recorded read = new Recorded();
    sweep.execute(List.of(), read, Cancellation.never());
    assertEquals(told, read.told.toString());
  }

  @Test
  void progressIsToldOfEveryStepThatASweepSaysItHas() {
    Sweep sweep = new Sweep(study(1e-3, 4, 0.5, 0.25), CATALOGUE, TableCache.none());
    Recorded recorded = new Recorded();
    sweep.execute(List.of(), recorded, Cancellation.never());
    assertEquals(sweep.steps(), recorded.steps, recorded.told.toString());
  }

  private static final class Recorded implements ProgressListener {
    private final StringBuilder told = new StringBuilder();
    private long steps;
    private long last;

    @Override
    public void started(String task, long all) {
      told.append(task).append(" of ").append(all).append(':');
      last = 0;
    }

    @Override
    public void advanced(long done) {
      told.append(' ').append(done);
      last = done;
    }

    @Override
    public void finished() {
      told.append(';');
      steps += last;
    }
  }

  /** The first step size is beyond the stability limit of an explicit scheme. */
  @Test
  void aRunThatBreaksDownLeavesTheOthersAlone() {
    List<String> told = new ArrayList<>();
    RunObserver observer =
        new RunObserver() {
          @Override
          public void started(Assembly assembly, double knudsen) {
            told.add("started " + knudsen);
          }

          @Override
          public void ended(RunResult result) {
            told.add(result.ending() + " " + result.knudsen());
          }
        };
    SweepResult result = sweep(study(0.1, 4, 0.01, 0.3, 0.2), observer);
    assertEquals(
        List.of(
            "started 0.01",
            "BROKEN 0.01",
            "started 0.3",
            "COMPLETE 0.3",
            "started 0.2",
            "COMPLETE 0.2"),
        told);
    assertEquals(3, result.runs().size());
    assertFalse(result.complete());
    RunResult broken = result.runs().get(0);
    assertTrue(broken.steps() < 20 && broken.times().length == broken.steps() + 1);
    String message = broken.message();
    assertEquals(message, result.shortfall());
    assertPhysical(message);
    for (String part : List.of("eps = 0.01", "species '", "time 0.00", "step")) {
      assertTrue(message.contains(part), message);
    }
    // the same bits as without it
    SweepResult others = sweep(study(0.1, 4, 0.3, 0.2));
    assertTrue(others.complete());
    assertEquals("", others.shortfall());
    for (int r = 0; r < 2; r++) {
      RunResult expected = others.runs().get(r);
      RunResult found = result.runs().get(r + 1);
      expected
          .variables()
          .forEach((name, v) -> assertTrue(v.sameValues(found.variable(name)), name));
    }
    assertEquals(others.slopes(), result.slopes());
  }

  /** Where it is refused, too; the others are held by the grid. */
  @Test
  void aRunThatIsNotHeldLeavesTheOthersAlone() {
    SweepResult result = sweep(study(0.25, 30, 1.2, 0.3));
    assertEquals(RunResult.Ending.REFUSED, result.runs().get(0).ending());
    assertEquals(RunResult.Ending.COMPLETE, result.runs().get(1).ending());
    assertFalse(result.complete());
    assertTrue(result.shortfall().contains("species 'heavy'"), result.shortfall());
    assertPhysical(result.shortfall());
  }

  @Test
  void aCancelledSweepMakesNoFurtherRun() {
    boolean[] asked = {false};
    RunObserver observer =
        new RunObserver() {
          @Override
          public void reached(RunState state) {
            asked[0] = state.step() == 3;
          }
        };
    SweepResult result =
        new Sweep(study(0.1, 4, 0.3, 0.2), CATALOGUE, TableCache.none())
            .execute(List.of(observer), ProgressListener.silent(), () -> asked[0]);
    assertEquals(1, result.runs().size());
    assertEquals(2, result.asked());
    assertFalse(result.complete());
    assertEquals("stopped on request", result.shortfall());
  }

  @Test
  void runsThatAreMissingAreCounted() {
    RunResult done = sweep(study(0.1, 4, 0.3)).runs().get(0);
    SweepResult part = new SweepResult("sweep", "vhs", "none", 2, List.of(done));
    assertFalse(part.complete());
    assertEquals("1 of 2 runs were made", part.shortfall());
    assertTrue(new SweepResult("sweep", "vhs", "none", 1, List.of(done)).complete());
  }
}
