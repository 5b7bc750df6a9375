package org.knudsen.study;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.collision.TableCache;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.run.Assembly;
import org.knudsen.run.Cancellation;
import org.knudsen.run.Checkpoints;
import org.knudsen.run.ProgressListener;
import org.knudsen.run.Run;
import org.knudsen.run.RunObserver;
import org.knudsen.run.RunResult;

/**
 * A study carried out: one run for each Knudsen number, in the order of the study.
 *
 * <p>The sweep ends early when it is cancelled or a run breaks down; what was done is in the
 * result.
 */
public final class Sweep {

  private static final int WARM_UP_STEPS = 20;
  private static final long WARM_UP_NANOS = 1_500_000_000L;

  private final Study study;
  private final PluginCatalogue catalogue;
  private final TableCache cache;

  public Sweep(Study study, PluginCatalogue catalogue, TableCache cache) {
    this.study = study;
    this.catalogue = catalogue;
    this.cache = cache;
  }

  /**
   * Assembles and runs.
   *
   * @throws IllegalArgumentException if parts of the study do not fit each other, or the run does
   *     not fit into memory ({@link RunMemory}); nothing has been built then
   * @param observers told of every run
   * @param progress told of the tables and of each run, one task after the other
   * @param cancellation asked after every step
   */
  public SweepResult execute(
      List<RunObserver> observers, ProgressListener progress, Cancellation cancellation) {
    return execute(observers, progress, cancellation, Checkpoints.none());
  }

  /**
   * The same from the checkpoints on. A run whose checkpoint is its end is not made again: the
   * observers are told that it started and ended.
   *
   * @param checkpoints where each run goes on from, and where it leaves its own
   */
  public SweepResult execute(
      List<RunObserver> observers,
      ProgressListener progress,
      Cancellation cancellation,
      Checkpoints checkpoints) {
    RunSettings settings = study.requireForRun();
    RunMemory.require(study, catalogue);
    progress.started("collision tables", 1);
    Assembly assembly;
    try {
      assembly = study.assembly(catalogue, cache);
      progress.advanced(1);
    } finally {
      progress.finished();
    }
    warmUp(assembly, settings.knudsen().get(0), cancellation);
    List<RunResult> runs = new ArrayList<>();
    for (double eps : settings.knudsen()) {
      RunResult result =
          new Run(assembly, eps).execute(observers, progress, cancellation, checkpoints);
      runs.add(result);
      if (!result.complete()) {
        break;
      }
    }
    return new SweepResult(settings, runs);
  }

  /**
   * Runs the first steps, unobserved, until the virtual machine has compiled them: the wall times
   * of the runs are compared with each other, and an uncompiled run takes several times as long.
   * Long steps need no warming, so nothing is spent on them but one step.
   */
  private static void warmUp(Assembly assembly, double eps, Cancellation cancellation) {
    Assembly few = assembly.withSteps(Math.min(assembly.steps(), WARM_UP_STEPS));
    long end = System.nanoTime() + WARM_UP_NANOS;
    Cancellation enough = () -> cancellation.requested() || System.nanoTime() >= end;
    while (!enough.requested()) {
      new Run(few, eps).execute(List.of(), ProgressListener.silent(), enough);
    }
  }
}
