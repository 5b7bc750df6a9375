package org.knudsen.report;

import java.util.List;
import java.util.stream.Collectors;
import org.knudsen.plugin.ParameterSpec;
import org.knudsen.plugin.Plugin;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.PluginProblem;
import tech.tablesaw.api.Table;

/** A catalogue as tables: what there is to choose from, and what keeps a jar from being used. */
public final class PluginTables {

  private PluginTables() {}

  /** One row a plugin: family (the key of a study), id, parameters, description, jar. */
  public static Table plugins(PluginCatalogue catalogue) {
    Rows rows = new Rows("Plugins");
    for (Plugin<?> plugin : catalogue.plugins()) {
      rows.next()
          .text("family", plugin.family().key())
          .text("id", plugin.id())
          .text(
              "parameters",
              plugin.provider().parameters().stream()
                  .map(ParameterSpec::name)
                  .collect(Collectors.joining(", ")))
          .text("description", plugin.provider().description())
          .text("source", fileName(plugin.source()));
    }
    return rows.table();
  }

  /** One row a parameter: plugin, name, what is allowed, default, unit, description. */
  public static Table parameters(List<Plugin<?>> plugins) {
    Rows rows = new Rows("Parameters");
    for (Plugin<?> plugin : plugins) {
      for (ParameterSpec spec : plugin.provider().parameters()) {
        rows.next()
            .text("plugin", plugin.id())
            .text("parameter", spec.name())
            .text("allowed", spec.allowed(0))
            .text(
                "default",
                spec.required()
                    ? "required"
                    : Double.toString(spec.defaultValue().getAsDouble()).replaceFirst("\\.0$", ""))
            .text("unit", spec.unit())
            .text("description", spec.description());
      }
    }
    return rows.table();
  }

  /** One row a problem: family, jar, message; no rows where all is well. */
  public static Table problems(PluginCatalogue catalogue) {
    Rows rows = new Rows("Problems");
    for (PluginProblem problem : catalogue.problems()) {
      rows.next()
          .text("family", problem.family().map(PluginFamily::key).orElse(""))
          .text("source", problem.source())
          .text("message", problem.message());
    }
    return rows.table();
  }

  /** The last part of a path: the jar's own name, or the folder's. */
  private static String fileName(String source) {
    return source.replaceFirst("[/\\\\]+$", "").replaceFirst("^.*[/\\\\]", "");
  }
}
