package org.knudsen.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The plugins that a class loader offers, and what is wrong with those that cannot be used.
 * Immutable; built once, and handed to whoever chooses plugins by id. There is no global one.
 */
public final class PluginCatalogue {

  private final List<Plugin<?>> plugins;
  private final List<PluginProblem> problems;

  private PluginCatalogue(List<Plugin<?>> plugins, List<PluginProblem> problems) {
    this.plugins = List.copyOf(plugins);
    this.problems = List.copyOf(problems);
  }

  /**
   * Finds all plugins of all families. One broken jar never hides the others: it becomes a problem,
   * whatever its plugins throw and also where a constructor does not return. Plugins are made on
   * threads with the context class loader of the caller. The parents of the loader are searched
   * too.
   */
  public static PluginCatalogue load(ClassLoader loader) {
    return load(loader, lastWords -> {});
  }

  /**
   * The same.
   *
   * @param lastWords told, in one line, of a plugin that ends the process while it is made; the
   *     exit status is 1 then
   */
  public static PluginCatalogue load(ClassLoader loader, Consumer<String> lastWords) {
    List<Plugin<?>> plugins = new ArrayList<>();
    List<PluginProblem> problems = new ArrayList<>(UnreadableJars.find(loader));
    for (PluginFamily<?> family : PluginFamily.all()) {
      addFamily(family, loader, plugins, problems, lastWords);
    }
    return new PluginCatalogue(plugins, problems);
  }

  /** A catalogue without plugins, to start {@link #with} from. */
  public static PluginCatalogue empty() {
    return new PluginCatalogue(List.of(), List.of());
  }

  /**
   * A new catalogue with one more plugin, for instance one written in a notebook cell.
   *
   * @throws IllegalArgumentException if the provider's id is malformed, or taken in its family
   */
  public <P extends Provider> PluginCatalogue with(PluginFamily<P> family, P provider) {
    String fault = PluginDiscovery.fault(family, provider);
    if (fault != null) {
      throw new IllegalArgumentException(provider.getClass().getName() + ": " + fault);
    }
    for (Plugin<P> plugin : plugins(family)) {
      if (plugin.id().equals(provider.id())) {
        throw new IllegalArgumentException(
            family.title() + " '" + provider.id() + "' is already offered by " + plugin.source());
      }
    }
    List<Plugin<?>> more = new ArrayList<>(plugins);
    more.add(new Plugin<>(family, provider, PluginDiscovery.sourceOf(provider.getClass())));
    more.sort(
        Comparator.comparingInt((Plugin<?> p) -> PluginFamily.all().indexOf(p.family()))
            .thenComparing(Plugin::id));
    return new PluginCatalogue(more, problems);
  }

  private static <P extends Provider> void addFamily(
      PluginFamily<P> family,
      ClassLoader loader,
      List<Plugin<?>> plugins,
      List<PluginProblem> problems,
      Consumer<String> lastWords) {
    Map<String, List<Plugin<P>>> byId =
        PluginDiscovery.find(family, loader, problems, lastWords).stream()
            .collect(Collectors.groupingBy(Plugin::id, TreeMap::new, Collectors.toList()));
    byId.forEach(
        (id, same) -> {
          if (same.size() == 1) {
            plugins.addAll(same);
          } else {
            String all = same.stream().map(Plugin::source).collect(Collectors.joining(" and "));
            problems.add(new PluginProblem(family, all, duplicateMessage(id)));
          }
        });
  }

  private static String duplicateMessage(String id) {
    return "id '" + id + "' is offered more than once; remove all but one";
  }

  /** All usable plugins, by family in the order of a run, then by id. */
  public List<Plugin<?>> plugins() {
    return plugins;
  }

  /** The usable plugins of a family, by id. */
  public <P extends Provider> List<Plugin<P>> plugins(PluginFamily<P> family) {
    return plugins.stream()
        .filter(plugin -> plugin.family() == family)
        .map(p -> new Plugin<>(family, family.type().cast(p.provider()), p.source()))
        .toList();
  }

  /** What keeps other plugins from being used. */
  public List<PluginProblem> problems() {
    return problems;
  }

  /**
   * The provider of an id.
   *
   * @throws PluginLookupException if there is none, or more than one; it lists the valid ids
   */
  public <P extends Provider> P find(PluginFamily<P> family, String id) {
    List<Plugin<P>> offered = plugins(family);
    for (Plugin<P> plugin : offered) {
      if (plugin.id().equals(id)) {
        return plugin.provider();
      }
    }
    List<String> ids = offered.stream().map(Plugin::id).toList();
    List<PluginProblem> ofFamily = problems.stream().filter(p -> p.concerns(family)).toList();
    for (PluginProblem problem : ofFamily) {
      if (problem.message().equals(duplicateMessage(id))) {
        String twice = "found id '" + id + "', which is offered more than once, by ";
        throw new PluginLookupException(family, twice + problem.source(), ids, "");
      }
    }
    String broken =
        ofFamily.isEmpty()
            ? ""
            : "; could not be loaded: "
                + ofFamily.stream().map(PluginProblem::source).collect(Collectors.joining(", "));
    throw new PluginLookupException(
        family, "found unknown id '" + id + "'", ids, NearestName.hint(id, ids) + broken);
  }
}
