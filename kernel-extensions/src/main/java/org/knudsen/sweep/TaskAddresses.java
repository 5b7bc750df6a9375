package org.knudsen.sweep;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.knudsen.archive.Sha256;
import org.knudsen.archive.UsedPlugins;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.study.RunPlan;
import org.knudsen.study.Study;
import org.knudsen.study.SweepTask;

/**
 * Addresses of tasks: hashes of all that the bits of a run depend on, which are the study with
 * every parameter, the jars of its plugins, and the versions of Knudsen and Java.
 */
final class TaskAddresses {

  private static final int DIGITS = 32; // 128 bits: none of 10^6 tasks meets another

  private final PluginCatalogue catalogue;
  private final String versions = SweepWorkers.versions();
  private final Map<List<String>, String> plugins = new HashMap<>(); // jars are hashed once

  TaskAddresses(PluginCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The address of a task; the study is that of its combination. */
  String of(SweepTask task, Study study) {
    RunPlan plan = study.requireForRun();
    List<String> ids =
        List.of(
            study.collisionKernel().id(),
            study.velocityGrid().id(),
            plan.timeIntegrator().id(),
            plan.fluidLimit().id());
    String origin = plugins.computeIfAbsent(ids, k -> new UsedPlugins(catalogue, study).origin());
    String all = String.join("\n", versions, origin, task.text());
    return Sha256.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }
}
