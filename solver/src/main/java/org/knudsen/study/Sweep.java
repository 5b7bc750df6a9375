package org.knudsen.study;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.collision.TableCache;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.run.Assembly;
import org.knudsen.run.Cancellation;
import org.knudsen.run.Checkpoints;
import org.knudsen.run.Measurement;
import org.knudsen.run.ProgressListener;
import org.knudsen.run.Run;
import org.knudsen.run.RunObserver;
import org.knudsen.run.RunResult;

/**
 * A study carried out: one run for each Knudsen number, in the order of the study. A run that
 * breaks down, or that its velocity grid does not hold, says so in its result, and the others go
 * on; a sweep ends early only when it is cancelled.
 */
public final class Sweep {

  private final Study study;
  private final PluginCatalogue catalogue;
  private final TableCache cache;
  private final List<Measurement> measurements;

  /**
   * @param measurements beside what every run measures
   */
  public Sweep(
      Study study, PluginCatalogue catalogue, TableCache cache, Measurement... measurements) {
    this.study = study;
    this.catalogue = catalogue;
    this.cache = cache;
    this.measurements = List.of(measurements);
  }

  /** The steps of all its tasks together, as progress is told of them. */
  public long steps() {
    RunPlan plan = study.requireForRun();
    return study.tables(catalogue) + (long) plan.knudsen().size() * plan.steps();
  }

  /**
   * Assembles and runs. Progress is told of the tables and of each run, one task after the other.
   *
   * @throws IllegalArgumentException if parts of the study do not fit each other, or the run does
   *     not fit into memory ({@link RunMemory}); nothing has been built then
   */
  public SweepResult execute(
      List<RunObserver> observers, ProgressListener progress, Cancellation cancellation) {
    return execute(observers, progress, cancellation, Checkpoints.none());
  }

  /**
   * The same from the checkpoints on, leaving new ones. A run whose checkpoint is its end is not
   * made again: the observers are told that it started and ended.
   */
  public SweepResult execute(
      List<RunObserver> observers,
      ProgressListener progress,
      Cancellation cancellation,
      Checkpoints checkpoints) {
    List<Double> knudsen = study.requireForRun().knudsen();
    RunMemory.require(study, catalogue);
    int tables = study.tables(catalogue);
    progress.started("collision tables", tables);
    Assembly assembly;
    try {
      assembly = study.assembly(catalogue, cache.telling(done -> tell(progress, done, tables)));
      progress.advanced(tables);
    } finally {
      progress.finished();
    }
    List<RunResult> runs = new ArrayList<>();
    for (double eps : knudsen) {
      Run run = new Run(assembly, eps, measurements);
      RunResult result = run.execute(observers, progress, cancellation, checkpoints);
      runs.add(result);
      if (result.ending() == RunResult.Ending.CANCELLED) {
        break;
      }
    }
    return SweepResult.of(study, runs);
  }

  /** The last table is told of when the operator stands. */
  private static void tell(ProgressListener progress, long done, int tables) {
    if (done < tables) {
      progress.advanced(done);
    }
  }
}
