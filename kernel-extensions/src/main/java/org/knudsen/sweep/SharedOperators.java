package org.knudsen.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.knudsen.collision.TableCache;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.run.Assembly;
import org.knudsen.study.Study;

/**
 * Collision operators, which cost most of what a short task costs, each made once a process by the
 * first of the tasks that need it. The ones used last are kept.
 */
final class SharedOperators {

  private static final int KEPT = 8; // tasks that share one stand together in a sweep
  private static final List<String> GAS = List.of("mixture", "collisionKernel", "velocityGrid");

  private final PluginCatalogue catalogue;
  private final TableCache cache;
  private final Map<List<Object>, FutureTask<Assembly>> made = new LinkedHashMap<>(16, 0.75f, true);

  SharedOperators(PluginCatalogue catalogue, TableCache cache) {
    this.catalogue = catalogue;
    this.cache = cache;
  }

  /** The parts of a run of a study, with the operator of another that has the same gas. */
  Assembly assembly(Study study) {
    List<Object> key = new ArrayList<>(List.of(study.dimension()));
    GAS.forEach(part -> key.add(study.tree().get(part)));
    FutureTask<Assembly> task;
    synchronized (made) {
      task =
          made.computeIfAbsent(key, k -> new FutureTask<>(() -> study.assembly(catalogue, cache)));
      made.keySet()
          .removeAll(List.copyOf(made.keySet()).subList(0, Math.max(0, made.size() - KEPT)));
    }
    task.run(); // by the first; it does nothing for others, who wait
    try {
      Assembly first = task.get();
      return study.assembly(catalogue, first.gas(), first.operator());
    } catch (ExecutionException e) {
      synchronized (made) {
        made.remove(key, task);
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      } else if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while a collision operator was made");
    }
  }
}
