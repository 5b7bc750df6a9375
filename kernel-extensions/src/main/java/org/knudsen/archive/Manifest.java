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
import org.knudsen.plugin.PluginCatalogue;
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

  private final UsedPlugins plugins;
  private final String studyText;
  private final Instant started;
  private final long begin = System.nanoTime();

  Manifest(PluginCatalogue catalogue, Study study, String studyText) {
    this.plugins = new UsedPlugins(catalogue, study);
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
    tree.put("plugins", plugins.tree());
    tree.put("result", SweepSummary.of(sweep));
    tree.put("files", files(folder));
    // a slope that does not exist is null here; the tables have no row for it
    String text = Json.text(tree, note -> {});
    Path file = folder.resolve(FILE);
    FileWriting.to(file, () -> Files.writeString(file, text.replace(UNSEALED, seal(text))));
  }

  /** The plugins of the run. */
  UsedPlugins plugins() {
    return plugins;
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
   * What the bits of a run depend on, by name: study file, Knudsen, plugins, Java. A checkpoint
   * goes on under the same only.
   */
  Map<String, String> origin() {
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("study", studyHash());
    origin.put("Knudsen", Provenance.knudsen());
    origin.put("plugins", plugins.origin());
    origin.put("Java", Provenance.java());
    return origin;
  }

  private String studyHash() {
    return Sha256.of(studyText.getBytes(StandardCharsets.UTF_8));
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
