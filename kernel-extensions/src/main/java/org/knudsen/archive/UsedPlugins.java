package org.knudsen.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.knudsen.plugin.Plugin;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.study.RunPlan;
import org.knudsen.study.Study;

/**
 * The plugins that a study names: what a {@link Manifest} says of them, and their jars, which stay
 * with the results. Knudsen's own do not: a version and a commit name them.
 */
public final class UsedPlugins {

  /**
   * One of them.
   *
   * @param sha256 of its jar; null if it is in none
   * @param jar to be kept; empty for Knudsen's own, and for a folder of classes
   */
  private record Used(Plugin<?> plugin, String version, String sha256, Optional<Path> jar) {

    static Used of(Plugin<?> plugin) {
      Class<?> type = plugin.provider().getClass();
      Optional<Path> jar = Provenance.place(type).filter(Files::isRegularFile);
      try {
        return new Used(
            plugin,
            Provenance.version(type).orElse(null),
            jar.isPresent() ? Sha256.of(jar.get()) : null,
            isOwn(plugin) ? Optional.empty() : jar);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final List<Used> used;

  /** Those of a study, their jars hashed. */
  public UsedPlugins(PluginCatalogue catalogue, Study study) {
    RunPlan plan = study.requireForRun();
    Map<String, String> ids =
        Map.of(
            PluginFamily.COLLISION_KERNELS.key(), study.collisionKernel().id(),
            PluginFamily.VELOCITY_GRIDS.key(), study.velocityGrid().id(),
            PluginFamily.TIME_INTEGRATORS.key(), plan.timeIntegrator().id(),
            PluginFamily.FLUID_LIMITS.key(), plan.fluidLimit().id());
    used =
        catalogue.plugins().stream()
            .filter(plugin -> plugin.id().equals(ids.get(plugin.family().key())))
            .map(Used::of)
            .toList();
  }

  private static boolean isOwn(Plugin<?> plugin) {
    return plugin.provider().getClass().getName().startsWith("org.knudsen.");
  }

  /** What a manifest says. */
  public List<Map<String, Object>> tree() {
    return used.stream()
        .map(
            each ->
                Json.object(
                    "family", each.plugin.family().key(),
                    "id", each.plugin.id(),
                    "source", each.plugin.source(),
                    "version", each.version,
                    "sha256", each.sha256,
                    "file", each.jar.map(jar -> name(each)).orElse(null)))
        .toList();
  }

  /** What the bits of a run depend on. */
  public String origin() {
    return used.stream()
        .map(each -> each.plugin.id() + " " + Objects.toString(each.version, "") + each.sha256)
        .collect(Collectors.joining(", "));
  }

  /** Copies the jars into a folder, where {@code --plugins} finds them. */
  public void keepJars(Path folder) throws IOException {
    for (Used each : used) {
      if (each.jar.isPresent()) {
        Files.copy(each.jar.get(), folder.resolve(name(each)), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Those that nobody else can get, with where they are. */
  List<String> notKept() {
    return used.stream()
        .filter(each -> each.jar.isEmpty() && !isOwn(each.plugin))
        .map(each -> "'" + each.plugin.id() + "' of " + each.plugin.source())
        .toList();
  }

  /** The name of a jar in the folder, with its hash where two different jars have one name. */
  private String name(Used each) {
    String name = fileName(each.jar.orElseThrow());
    boolean clash =
        used.stream()
            .filter(other -> !Objects.equals(other.sha256, each.sha256))
            .anyMatch(other -> other.jar.filter(jar -> fileName(jar).equals(name)).isPresent());
    return clash ? each.sha256 + "-" + name : name;
  }

  private static String fileName(Path jar) {
    String name = String.valueOf(jar.getFileName());
    return name.endsWith(".jar") ? name : name + ".jar";
  }
}
