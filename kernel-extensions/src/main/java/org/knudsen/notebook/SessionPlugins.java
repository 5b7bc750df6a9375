package org.knudsen.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.PluginProblem;
import org.knudsen.plugin.Provider;

/**
 * The plugins of a notebook's session, which grow while it goes on: those on the class path, and
 * those registered in cells. Each catalogue of them stays as it is; a change makes a new one.
 */
final class SessionPlugins {

  private record Key(PluginFamily<?> family, String id) {}

  private final ClassLoader loader;
  private final IntSupplier additions;
  private final Map<Key, Provider> registered = new LinkedHashMap<>();
  private PluginCatalogue onClassPath;
  private PluginCatalogue all;
  private int seen;

  /**
   * @param loader finds the plugins of jars, later ones too
   * @param additions how often something was added to the class path
   */
  SessionPlugins(ClassLoader loader, IntSupplier additions) {
    this.loader = loader;
    this.additions = additions;
    seen = additions.getAsInt();
    onClassPath = PluginCatalogue.load(loader, System.err::println);
    all = onClassPath;
  }

  /**
   * The plugins of now. Where the class path has grown, what is wrong with a new jar is said in the
   * cell; a jar's plugin takes the place of one registered under its id.
   */
  synchronized PluginCatalogue catalogue() {
    int now = additions.getAsInt();
    if (now != seen) {
      seen = now;
      List<PluginProblem> known = onClassPath.problems();
      onClassPath = PluginCatalogue.load(loader, System.err::println);
      onClassPath.problems().stream()
          .filter(problem -> !known.contains(problem))
          .forEach(System.err::println);
      all = onClassPath;
      for (var entries = registered.entrySet().iterator(); entries.hasNext(); ) {
        Map.Entry<Key, Provider> entry = entries.next();
        try {
          all = with(all, entry.getKey().family(), entry.getValue());
        } catch (IllegalArgumentException e) {
          System.err.println(e.getMessage() + "; the one registered in this session is dropped");
          entries.remove();
        }
      }
    }
    return all;
  }

  /**
   * Adds a plugin, or replaces the one registered under its id.
   *
   * @throws IllegalArgumentException if its id is malformed or a jar's, or it is of no family
   */
  synchronized void register(Provider provider) {
    catalogue(); // of the class path as it is now
    PluginFamily<?> family = PluginFamily.of(provider);
    Map<Key, Provider> wanted = new LinkedHashMap<>(registered);
    wanted.put(new Key(family, provider.id()), provider);
    PluginCatalogue next = onClassPath;
    for (Map.Entry<Key, Provider> entry : wanted.entrySet()) {
      next = with(next, entry.getKey().family(), entry.getValue());
    }
    registered.putAll(wanted);
    all = next;
  }

  private static <P extends Provider> PluginCatalogue with(
      PluginCatalogue catalogue, PluginFamily<P> family, Provider provider) {
    return catalogue.with(family, family.type().cast(provider));
  }
}
