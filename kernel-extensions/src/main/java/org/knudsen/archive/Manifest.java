package org.knudsen.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knudsen.plugin.Plugin;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.study.RunPlan;
import org.knudsen.study.Study;
import org.knudsen.study.SweepResult;

/**
 * The manifest of a run folder, manifest.json: what made the results and what they are, so that
 * another can make them again and compare.
 *
 * <p>Keys: format, seal, complete, message (null, or why it is not complete), started, wallSeconds,
 * knudsen, java, system, study {name, file, sha256}, plugins [{family, id, source, version, sha256,
 * file}], result (as {@link SweepSummary}), files [{name, bytes, sha256}]. {@link ManifestSchema}
 * checks them. The file of a plugin is its jar, kept in the folder; null for one of Knudsen's own,
 * which a version and a commit name, and for a folder of classes.
 *
 * <p>The seal is the SHA-256 of the manifest with {@value #UNSEALED} in its place. It shows an edit
 * by accident. It is no signature: whoever changes a folder on purpose can seal it anew.
 */
final class Manifest {

  static final String FILE = "manifest.json";
  static final String FORMAT = "knudsen-run-3";

  private static final String UNSEALED =
      "0000000000000000000000000000000000000000000000000000000000000000";

  /**
   * A plugin that the study names.
   *
   * @param jar where it came from, unless that is Knudsen itself or no jar
   */
  private record Used(Plugin<?> plugin, String version, String sha256, Optional<Path> jar) {}

  private final List<Used> used;
  private final String studyText;
  private final Instant started;
  private final long begin = System.nanoTime();

  Manifest(PluginCatalogue catalogue, Study study, String studyText) {
    this.used = chosen(catalogue, study).map(Manifest::used).toList();
    this.studyText = studyText;
    this.started = Instant.now();
  }

  /**
   * Writes it for the files that are in the folder.
   *
   * @param message why the sweep is not complete; empty if it is
   */
  void write(SweepResult sweep, String message, Path folder) throws IOException {
    Map<String, Object> tree =
        Json.object("format", FORMAT, "seal", UNSEALED, "complete", message.isEmpty());
    tree.put("message", message.isEmpty() ? null : message);
    tree.put("started", started.toString());
    tree.put("wallSeconds", (System.nanoTime() - begin) * 1e-9);
    tree.putAll(Provenance.environment());
    tree.put(
        "study",
        Json.object("name", sweep.study(), "file", RunFolder.STUDY, "sha256", studyHash()));
    tree.put("plugins", plugins());
    tree.put("result", SweepSummary.of(sweep));
    tree.put("files", files(folder));
    // a slope that does not exist is null here; the tables have no row for it
    String text = Json.text(tree, note -> {});
    Files.writeString(folder.resolve(FILE), text.replace(UNSEALED, seal(text)));
  }

  /** Whether a folder has the manifest of a run, of this format or an older one. */
  static boolean isIn(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return PlainFile.problem(file, PlainFile.MOST_TEXT).isEmpty()
        && Files.readString(file, StandardCharsets.ISO_8859_1).contains("\"knudsen-run-");
  }

  /** Whether the text of a manifest is the one that was sealed. */
  static boolean isSealed(String text, String seal) {
    return seal(text.replace(seal, UNSEALED)).equals(seal);
  }

  private static String seal(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Copies the jars of plugins that are not Knudsen's own into the folder, where {@code --plugins}
   * finds them.
   */
  void keepJars(Path folder) throws IOException {
    for (Used plugin : used) {
      if (plugin.jar.isPresent()) {
        Files.copy(
            plugin.jar.get(), folder.resolve(kept(plugin)), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Plugins that nobody else can get from the folder, with where they are. */
  List<String> notKept() {
    return used.stream()
        .filter(plugin -> plugin.jar.isEmpty() && !isOwn(plugin.plugin))
        .map(plugin -> "'" + plugin.plugin.id() + "' of " + plugin.plugin.source())
        .toList();
  }

  /** The name of a jar in the folder; that of its content where two jars have one name. */
  private String kept(Used plugin) {
    String name = name(plugin);
    boolean clash =
        used.stream()
            .anyMatch(
                other ->
                    other.jar.isPresent()
                        && name(other).equals(name)
                        && !other.sha256.equals(plugin.sha256));
    return clash ? plugin.sha256 + ".jar" : name;
  }

  private static String name(Used plugin) {
    String name = String.valueOf(plugin.jar.orElseThrow().getFileName());
    return name.endsWith(".jar") ? name : name + ".jar";
  }

  private static boolean isOwn(Plugin<?> plugin) {
    return plugin.provider().getClass().getName().startsWith("org.knudsen.");
  }

  private static Used used(Plugin<?> plugin) {
    Class<?> type = plugin.provider().getClass();
    Optional<Path> jar = Provenance.place(type).filter(Files::isRegularFile);
    String sha256;
    try {
      sha256 = jar.isPresent() ? Sha256.of(jar.get()) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Used(
        plugin,
        Provenance.version(type).orElse(null),
        sha256,
        isOwn(plugin) ? Optional.empty() : jar);
  }

  /**
   * What the bits of a run depend on, by name: study file, Knudsen, plugins, Java. A checkpoint
   * goes on under the same only.
   */
  Map<String, String> origin() {
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("study", studyHash());
    origin.put(
        "Knudsen", Provenance.version() + Provenance.commit().map(c -> ", commit " + c).orElse(""));
    origin.put(
        "plugins",
        used.stream()
            .map(u -> u.plugin.id() + " " + Objects.toString(u.version, "") + u.sha256)
            .collect(Collectors.joining(", ")));
    origin.put(
        "Java", System.getProperty("java.vm.version") + ", " + System.getProperty("os.arch"));
    return origin;
  }

  private String studyHash() {
    return Sha256.of(studyText.getBytes(StandardCharsets.UTF_8));
  }

  private static Stream<Plugin<?>> chosen(PluginCatalogue catalogue, Study study) {
    RunPlan plan = study.requireForRun();
    Map<String, String> ids =
        Map.of(
            PluginFamily.COLLISION_KERNELS.key(), study.collisionKernel().id(),
            PluginFamily.VELOCITY_GRIDS.key(), study.velocityGrid().id(),
            PluginFamily.TIME_INTEGRATORS.key(), plan.timeIntegrator().id(),
            PluginFamily.FLUID_LIMITS.key(), plan.fluidLimit().id());
    return catalogue.plugins().stream()
        .filter(plugin -> plugin.id().equals(ids.get(plugin.family().key())));
  }

  private List<Object> plugins() {
    List<Object> list = new ArrayList<>();
    for (Used each : used) {
      list.add(
          Json.object(
              "family",
              each.plugin.family().key(),
              "id",
              each.plugin.id(),
              "source",
              each.plugin.source(),
              "version",
              each.version,
              "sha256",
              each.sha256,
              "file",
              each.jar.isPresent() ? kept(each) : null));
    }
    return list;
  }

  private static List<Object> files(Path folder) throws IOException {
    List<Object> list = new ArrayList<>();
    for (Path file : PlainFile.list(folder)) {
      if (Files.isRegularFile(file) && !file.endsWith(FILE)) {
        list.add(
            Json.object(
                "name", String.valueOf(file.getFileName()),
                "bytes", Files.size(file),
                "sha256", Sha256.of(file)));
      }
    }
    return list;
  }
}
