package org.knudsen.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.ParameterSpec;
import org.knudsen.plugin.Plugin;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.PluginProblem;
import org.knudsen.report.PluginTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code knudsen plugins}: what a study can choose from.
 *
 * <p>JSON: {"families":[{"family","title","plugins":[{"id","description","reference","source",
 * "parameters":[{"name","type","unit","allowed","lower","upper","default","description"}]}]}],
 * "problems":[{"family","source","message"}]}; lower and upper are null where there is no bound,
 * default is null where a study must give the parameter; family of a problem is null for a jar that
 * cannot be opened.
 */
@Command(name = "plugins", description = "Lists families, ids, parameters, jars and problems.")
final class PluginsCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private PluginOptions plugins;

  @Option(names = "--json", description = "One JSON value on standard output.")
  private boolean json;

  PluginsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PluginCatalogue catalogue = plugins.quietCatalogue(console);
    if (json) {
      console.json(tree(catalogue));
    } else {
      console.table(PluginTables.plugins(catalogue));
      console.table(PluginTables.parameters(catalogue));
      console.table(PluginTables.problems(catalogue));
    }
    return 0;
  }

  private static Map<String, Object> tree(PluginCatalogue catalogue) {
    List<Object> families = new ArrayList<>();
    for (PluginFamily<?> family : PluginFamily.all()) {
      List<Object> ofFamily = new ArrayList<>();
      for (Plugin<?> plugin : catalogue.plugins(family)) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", plugin.id());
        entry.put("description", plugin.provider().description());
        entry.put("reference", plugin.provider().reference());
        entry.put("source", plugin.source());
        entry.put(
            "parameters",
            plugin.provider().parameters().stream().map(PluginsCommand::parameter).toList());
        ofFamily.add(entry);
      }
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("family", family.key());
      entry.put("title", family.title());
      entry.put("plugins", ofFamily);
      families.add(entry);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("families", families);
    tree.put("problems", catalogue.problems().stream().map(PluginsCommand::problem).toList());
    return tree;
  }

  private static Map<String, Object> parameter(ParameterSpec spec) {
    Bounds bounds = spec.bounds();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", spec.name());
    entry.put("type", spec.type().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    entry.put("unit", spec.unit());
    entry.put("allowed", spec.allowed(0));
    entry.put("lower", Double.isInfinite(bounds.lower()) ? null : bounds.lower());
    entry.put("upper", Double.isInfinite(bounds.upper()) ? null : bounds.upper());
    entry.put("default", spec.required() ? null : spec.defaultValue().getAsDouble());
    entry.put("description", spec.description());
    return entry;
  }

  private static Map<String, Object> problem(PluginProblem problem) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("family", problem.family().map(PluginFamily::key).orElse(null));
    entry.put("source", problem.source());
    entry.put("message", problem.message());
    return entry;
  }
}
