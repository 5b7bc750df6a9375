package org.knudsen.study;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.collision.TableCache;
import org.knudsen.plugin.PluginCatalogue;

/**
 * A study carried out: one run for each Knudsen number, in the order of the study.
 *
 * <p>The sweep ends early when it is cancelled or a run breaks down; what was done is in the
 * result.
 */
public final class Sweep {

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
   * @param observers told of every run
   * @param progress told of the tables and of each run, one task after the other
   * @param cancellation asked after every step
   */
  public SweepResult execute(
      List<RunObserver> observers, ProgressListener progress, Cancellation cancellation) {
    RunSettings settings = study.requireForRun();
    progress.started("collision tables", 1);
    Assembly assembly;
    try {
      assembly = Assembly.of(study, catalogue, cache);
      progress.advanced(1);
    } finally {
      progress.finished();
    }
    List<RunResult> runs = new ArrayList<>();
    for (double eps : settings.knudsen()) {
      RunResult result = new Run(assembly, eps).execute(observers, progress, cancellation);
      runs.add(result);
      if (!result.complete()) {
        break;
      }
    }
    return new SweepResult(settings, runs);
  }
}
