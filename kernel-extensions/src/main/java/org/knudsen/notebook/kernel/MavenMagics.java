package org.knudsen.notebook.kernel;

import coursierapi.Cache;
import coursierapi.Dependency;
import coursierapi.Fetch;
import coursierapi.MavenRepository;
import coursierapi.Module;
import coursierapi.Repository;
import coursierapi.error.CoursierError;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.knudsen.collision.DiskTableCache;

/**
 * The magics {@code %maven} and {@code %mavenRepo} in place of IJava's, whose old copy of Ivy has
 * known faults and writes to the home folder. Coursier resolves; what it fetches is kept in the
 * folder of Knudsen's caches, and nothing is written anywhere else.
 */
final class MavenMagics {
  private final Consumer<String> add;
  private final Path folder;
  private final List<Repository> repositories = new ArrayList<>(List.of(Repository.central()));

  /**
   * @param add adds an absolute path to the class path
   * @param folder where jars are kept
   */
  MavenMagics(Consumer<String> add, Path folder) {
    this.add = add;
    this.folder = folder;
  }

  /** The folder of jars by the process environment: {@code maven} among Knudsen's caches. */
  static Path standardFolder(Map<String, String> environment) {
    Path tables = DiskTableCache.standardFolder(environment);
    return environment.getOrDefault("KNUDSEN_CACHE", "").isEmpty()
        ? tables.resolveSibling("maven")
        : tables.resolve("maven");
  }

  void registerWith(Magics magics) {
    for (String name : List.of("maven", "addMavenDependency", "addMavenDependencies")) {
      magics.registerLineMagic(name, this::fetch);
    }
    for (String name : List.of("mavenRepo", "addMavenRepo")) {
      magics.registerLineMagic(name, this::addRepository);
    }
    magics.registerLineMagic("loadFromPOM", words -> noPom());
    magics.registerCellMagic("loadFromPOM", (words, body) -> noPom());
  }

  private static Object noPom() {
    throw new UnsupportedOperationException(
        "%loadFromPOM is not there; name what the POM depends on: %maven group:artifact:version");
  }

  private List<String> addRepository(List<String> words) {
    if (words.isEmpty() || words.size() > 2) {
      throw new IllegalArgumentException("%mavenRepo takes [a name and] an address");
    }
    repositories.add(0, MavenRepository.of(words.get(words.size() - 1)));
    return words;
  }

  private List<String> fetch(List<String> coordinates) throws IOException {
    if (coordinates.isEmpty()) {
      throw new IllegalArgumentException("%maven needs coordinates, group:artifact:version");
    }
    Fetch fetch =
        Fetch.create()
            .withRepositories(repositories.toArray(Repository[]::new))
            .withCache(Cache.create().withLocation(folder.toFile()));
    for (String words : coordinates) {
      String[] parts = words.split(":", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException(
            "%maven: found '" + words + "'; allowed: group:artifact:version");
      }
      fetch.addDependencies(Dependency.of(Module.of(parts[0], parts[1]), parts[2]));
    }
    try {
      List<String> jars = fetch.fetch().stream().map(File::getAbsolutePath).toList();
      jars.forEach(add);
      return jars;
    } catch (CoursierError e) {
      throw new IOException("%maven: " + e.getMessage().strip().replaceAll("\\s*\\n\\s*", "; "), e);
    }
  }
}
