package org.knudsen.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * <p>Keys: format, complete, message (null, or why it is not complete), started, wallSeconds,
 * knudsen, java, system, study {name, file, sha256}, plugins [{family, id, source, version,
 * sha256}], result (as {@link SweepSummary}), files [{name, bytes, sha256}].
 */
final class Manifest {

  static final String FILE = "manifest.json";
  static final String FORMAT = "knudsen-run-2";

  private final PluginCatalogue catalogue;
  private final Study studied;
  private final String studyText;
  private final Instant started;
  private final long begin = System.nanoTime();

  Manifest(PluginCatalogue catalogue, Study study, String studyText) {
    this.catalogue = catalogue;
    this.studied = study;
    this.studyText = studyText;
    this.started = Instant.now();
  }

  /**
   * Writes it for the files that are in the folder.
   *
   * @param message why the sweep is not complete; empty if it is
   */
  void write(SweepResult sweep, String message, Path folder) throws IOException {
    Map<String, Object> tree = Json.object("format", FORMAT, "complete", message.isEmpty());
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
    Path file = folder.resolve(FILE);
    FileWriting.to(file, () -> Files.writeString(file, Json.text(tree, note -> {})));
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
    List<String> plugins = new ArrayList<>();
    for (Plugin<?> plugin : chosen()) {
      Class<?> type = plugin.provider().getClass();
      plugins.add(plugin.id() + " " + Provenance.version(type).orElse("") + jarHash(type));
    }
    origin.put("plugins", String.join(", ", plugins));
    origin.put(
        "Java", System.getProperty("java.vm.version") + ", " + System.getProperty("os.arch"));
    return origin;
  }

  private String studyHash() {
    return Sha256.of(studyText.getBytes(StandardCharsets.UTF_8));
  }

  /** The plugins that the study names. */
  private List<Plugin<?>> chosen() {
    RunPlan plan = studied.requireForRun();
    Map<String, String> ids =
        Map.of(
            PluginFamily.COLLISION_KERNELS.key(), studied.collisionKernel().id(),
            PluginFamily.VELOCITY_GRIDS.key(), studied.velocityGrid().id(),
            PluginFamily.TIME_INTEGRATORS.key(), plan.timeIntegrator().id(),
            PluginFamily.FLUID_LIMITS.key(), plan.fluidLimit().id());
    return catalogue.plugins().stream()
        .filter(plugin -> plugin.id().equals(ids.get(plugin.family().key())))
        .toList();
  }

  private List<Object> plugins() {
    List<Object> list = new ArrayList<>();
    for (Plugin<?> plugin : chosen()) {
      Class<?> type = plugin.provider().getClass();
      list.add(
          Json.object(
              "family", plugin.family().key(),
              "id", plugin.id(),
              "source", plugin.source(),
              "version", Provenance.version(type).orElse(null),
              "sha256", jarHash(type)));
    }
    return list;
  }

  /** The hash of the jar of a class; null for a folder of classes. */
  private static String jarHash(Class<?> type) {
    Optional<Path> jar = Provenance.place(type).filter(Files::isRegularFile);
    try {
      return jar.isPresent() ? Sha256.of(jar.get()) : null;
    } catch (IOException e) {
      return null; // the source is named all the same
    }
  }

  private static List<Object> files(Path folder) throws IOException {
    List<Object> list = new ArrayList<>();
    for (Path file : RunFolder.list(folder)) {
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
