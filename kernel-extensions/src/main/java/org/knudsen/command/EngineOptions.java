package org.knudsen.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.knudsen.engine.SweepEngine;
import org.knudsen.plugin.NearestName;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.PluginLookupException;
import org.knudsen.plugin.SweepEngineProvider;
import picocli.CommandLine.Option;

/** Where the tasks of a command run. */
final class EngineOptions {

  @Option(
      names = "--engine",
      paramLabel = "ID",
      defaultValue = "local",
      description = "Where the tasks run; 'knudsen plugins' lists engines. By default local.")
  private String engine;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many tasks run at once; all processors by default.")
  private String jobs;

  @Option(
      names = "--engine-option",
      paramLabel = "NAME=VALUE",
      description = "What else the engine is told. May be repeated.")
  private Map<String, String> options = new LinkedHashMap<>();

  /** The engine that was said. */
  SweepEngine create(PluginCatalogue catalogue) {
    Map<String, String> said = new LinkedHashMap<>(options);
    Optional.ofNullable(jobs).ifPresent(n -> said.put("jobs", n));
    try {
      SweepEngineProvider provider = catalogue.find(PluginFamily.SWEEP_ENGINES, engine);
      for (String name : said.keySet()) {
        if (!provider.options().containsKey(name)) {
          throw new InputException(
              "--engine " + engine,
              "found option '" + name + "'",
              String.join(", ", provider.options().keySet())
                  + NearestName.hint(name, provider.options().keySet()));
        }
      }
      return provider.create(said);
    } catch (PluginLookupException e) {
      throw new InputException("--engine", e.found(), e.allowed());
    } catch (InputException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InputException("--engine " + engine + ": " + e.getMessage());
    }
  }

  /** So many threads of this process, by default all that it has. */
  static SweepEngine local(PluginCatalogue catalogue, String jobs) {
    EngineOptions options = new EngineOptions();
    options.engine = "local";
    options.jobs = jobs;
    return options.create(catalogue);
  }
}
