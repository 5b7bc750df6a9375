package org.knudsen.plugins.sweep;

import java.util.Map;
import org.knudsen.engine.SweepEngine;
import org.knudsen.plugin.DescribedProvider;
import org.knudsen.plugin.SweepEngineProvider;

/** The {@code local} sweep engine: threads of this process. */
public final class LocalProvider extends DescribedProvider implements SweepEngineProvider {

  private static final String JOBS = "jobs";

  public LocalProvider() {
    super("local", "threads of this process, with the memory of all that run at once counted", "-");
  }

  @Override
  public Map<String, String> options() {
    return Map.of(JOBS, "how many tasks run at once; all processors by default");
  }

  @Override
  public SweepEngine create(Map<String, String> options) {
    String jobs = options.get(JOBS);
    if (jobs == null) {
      return new LocalEngine(Runtime.getRuntime().availableProcessors());
    }
    if (!jobs.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "jobs: found '" + jobs + "'; allowed: an integer in [1, 9999]");
    }
    return new LocalEngine(Integer.parseInt(jobs));
  }
}
