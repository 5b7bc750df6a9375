package org.knudsen.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.knudsen.run.RunResult;
import org.knudsen.study.SweepResult;

/**
 * A run folder read back: its results are the same object as those of a run just made. The folder
 * may come from anybody: nothing outside it is opened.
 */
public final class RecordedRun {

  static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Path folder;
  private final String text;
  private final JsonNode manifest;

  private RecordedRun(Path folder, String text, JsonNode manifest) {
    this.folder = folder;
    this.text = text;
    this.manifest = manifest;
  }

  /**
   * Reads the manifest.
   *
   * @throws IllegalArgumentException if the folder is no run, of another format, or its manifest
   *     not as {@code knudsen run} writes it
   */
  public static RecordedRun read(Path folder) throws IOException {
    Path file = folder.resolve(Manifest.FILE);
    String problem = PlainFile.problem(file, PlainFile.MOST_TEXT);
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(
          Manifest.FILE + " " + problem + "; allowed: a folder that 'knudsen run' wrote");
    }
    String text;
    JsonNode manifest;
    try {
      text = Files.readString(file);
      manifest = JSON.readTree(text);
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw new IllegalArgumentException(
          "found a " + Manifest.FILE + " that is no JSON; allowed: as 'knudsen run' wrote it", e);
    }
    String format = manifest.path("format").asText();
    if (!format.equals(Manifest.FORMAT)) {
      throw new IllegalArgumentException(
          "found format '%s' in %s; allowed: %s"
              .formatted(ManifestSchema.quoted(format), Manifest.FILE, Manifest.FORMAT));
    }
    ManifestSchema.check(manifest);
    return new RecordedRun(folder, text, manifest);
  }

  /**
   * The same, of a run that reached its end.
   *
   * @throws IllegalArgumentException as {@link #read}, or if it did not
   */
  public static RecordedRun readComplete(Path folder) throws IOException {
    RecordedRun run = read(folder);
    if (!run.manifest.path("complete").asBoolean()) {
      throw new IllegalArgumentException(
          "found a run that is not complete ("
              + ManifestSchema.quoted(run.manifest.path("message").asText())
              + "); allowed: a complete run");
    }
    return run;
  }

  /** The name of its study. */
  public String name() {
    return manifest.path("study").path("name").asText();
  }

  /** Its study file. */
  public Path study() {
    return folder.resolve(RunFolder.STUDY);
  }

  /** The files in the folder that are the jars of its plugins, other than Knudsen's own. */
  public List<String> pluginJars() {
    TreeSet<String> jars = new TreeSet<>();
    manifest.path("plugins").forEach(plugin -> jars.add(plugin.path("file").asText("")));
    jars.remove("");
    return List.copyOf(jars);
  }

  /**
   * Its results.
   *
   * @throws IllegalArgumentException naming the file, if it is missing, a link, or damaged
   */
  public SweepResult results() throws IOException {
    Path file = folder.resolve(RunFolder.RESULTS);
    String problem = PlainFile.problem(file, Long.MAX_VALUE);
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(file + " " + problem);
    }
    SweepResult results = ResultHdf5.read(file);
    List<RunResult> runs = new ArrayList<>();
    for (RunResult run : results.runs()) {
      JsonNode seconds = manifest.path("result").path("runs").path(runs.size());
      runs.add(run.withWallSeconds(seconds.path("wallSeconds").asDouble(Double.NaN)));
    }
    return new SweepResult(
        results.study(), results.collisionKernel(), results.perturbation(), results.asked(), runs);
  }

  Path folder() {
    return folder;
  }

  JsonNode manifest() {
    return manifest;
  }

  /** Whether the manifest is as it was written. */
  boolean sealed() {
    return Manifest.isSealed(text, manifest.path("seal").asText());
  }
}
