package org.knudsen.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.knudsen.study.SweepResult;

/** A run folder read back: its results are the same object as those of a run just made. */
public record RecordedRun(Path folder, JsonNode manifest) {

  /**
   * Reads the manifest.
   *
   * @throws IllegalArgumentException if the folder is no run, or of another format
   */
  public static RecordedRun read(Path folder) throws IOException {
    Path file = folder.resolve(Manifest.FILE);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "found no " + Manifest.FILE + "; allowed: a folder that 'knudsen run' wrote");
    }
    JsonNode manifest;
    try {
      manifest = new ObjectMapper().readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "found a " + Manifest.FILE + " that is no JSON; allowed: as 'knudsen run' wrote it", e);
    }
    if (!manifest.path("format").asText().equals(Manifest.FORMAT)) {
      throw new IllegalArgumentException(
          "found format '%s' in %s; allowed: %s"
              .formatted(manifest.path("format").asText(), Manifest.FILE, Manifest.FORMAT));
    }
    return new RecordedRun(folder, manifest);
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
              + run.manifest.path("message").asText()
              + "); allowed: a complete run");
    }
    return run;
  }

  /** Its study file. */
  public Path study() {
    return folder.resolve(RunFolder.STUDY);
  }

  /** Its results. */
  public SweepResult results() {
    return ResultHdf5.read(folder.resolve(RunFolder.RESULTS));
  }

  /** Files that are not as the manifest says, with what is wrong; empty if all are. */
  public Map<String, String> changedFiles() throws IOException {
    Map<String, String> changed = new LinkedHashMap<>();
    for (JsonNode entry : manifest.path("files")) {
      String name = entry.path("name").asText();
      Path file = folder.resolve(name);
      if (!Files.isRegularFile(file)) {
        changed.put(name, "is missing");
      } else if (!Sha256.of(file).equals(entry.path("sha256").asText())) {
        changed.put(name, "was changed after the run");
      }
    }
    return changed;
  }
}
