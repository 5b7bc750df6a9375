package org.knudsen.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.knudsen.archive.Json;
import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.ParameterSpec;
import org.knudsen.plugin.Plugin;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.PluginProblem;
import org.knudsen.plugin.Provider;
import org.knudsen.report.PluginTables;
import picocli.CommandLine.Command;
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
final class PluginsCommand extends PluginCommand {

  @Option(names = "--json", description = "One JSON value on standard output.")
  private boolean json;

  PluginsCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    PluginCatalogue catalogue = quietCatalogue();
    if (json) {
      console.json(tree(catalogue));
    } else {
      console.table(PluginTables.plugins(catalogue));
      console.table(PluginTables.parameters(catalogue.plugins()));
      console.table(PluginTables.problems(catalogue));
    }
    return 0;
  }

  private static Map<String, Object> tree(PluginCatalogue catalogue) {
    List<Object> families = new ArrayList<>();
    for (PluginFamily<?> family : PluginFamily.all()) {
      List<Object> plugins = new ArrayList<>();
      catalogue.plugins(family).forEach(plugin -> plugins.add(plugin(plugin)));
      families.add(
          Json.object("family", family.key(), "title", family.title(), "plugins", plugins));
    }
    return Json.object(
        "families",
        families,
        "problems",
        catalogue.problems().stream().map(PluginsCommand::problem).toList());
  }

  private static Map<String, Object> plugin(Plugin<?> plugin) {
    Provider provider = plugin.provider();
    return Json.object(
        "id", plugin.id(),
        "description", provider.description(),
        "reference", provider.reference(),
        "source", plugin.source(),
        "parameters", provider.parameters().stream().map(PluginsCommand::parameter).toList());
  }

  private static Map<String, Object> parameter(ParameterSpec spec) {
    Bounds bounds = spec.bounds();
    return Json.object(
        "name", spec.name(),
        "type", spec.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "unit", spec.unit(),
        "allowed", spec.allowed(0),
        "lower", Double.isInfinite(bounds.lower()) ? null : bounds.lower(),
        "upper", Double.isInfinite(bounds.upper()) ? null : bounds.upper(),
        "default", spec.required() ? null : spec.defaultValue().getAsDouble(),
        "description", spec.description());
  }

  private static Map<String, Object> problem(PluginProblem problem) {
    return Json.object(
        "family", problem.family().map(PluginFamily::key).orElse(null),
        "source", problem.source(),
        "message", problem.message());
  }
}
