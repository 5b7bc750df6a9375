package org.knudsen.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.knudsen.archive.PlainFile;
import org.knudsen.archive.Sha256;

/**
 * Whether the folder of a complete sweep holds the files that its manifest says, as they were
 * written, and no others.
 *
 * @param study the study's file
 * @param tasks how many tasks there were
 * @param problems what is wrong, by file; empty if all fits
 */
public record SweepCheck(Path study, int tasks, Map<String, String> problems) {

  private static final List<String> UNLISTED = List.of(SweepFolder.MANIFEST, SweepFolder.JOURNAL);

  public SweepCheck {
    problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
  }

  /**
   * Checks a folder; nothing outside it is opened.
   *
   * @throws IllegalArgumentException if its manifest says that the sweep is not complete
   */
  public static SweepCheck of(Path folder) throws IOException {
    JsonNode manifest =
        new ObjectMapper().readTree(Files.readString(folder.resolve(SweepFolder.MANIFEST)));
    if (!manifest.path("complete").asBoolean()) {
      throw new IllegalArgumentException(
          "found a sweep that is not complete (%s); allowed: a complete one"
              .formatted(manifest.path("message").asText()));
    }
    TreeSet<String> there = new TreeSet<>();
    for (Path file : PlainFile.list(folder)) {
      if (!file.endsWith(SweepFolder.TASKS)) {
        there.add(String.valueOf(file.getFileName()));
      } else if (PlainFile.isFolder(file)) {
        PlainFile.list(file).forEach(f -> there.add(SweepFolder.TASKS + "/" + f.getFileName()));
      }
    }
    UNLISTED.forEach(there::remove);
    Map<String, String> problems = new LinkedHashMap<>();
    for (JsonNode entry : manifest.path("files")) {
      String name = entry.path("name").asText();
      if (!there.remove(name)) {
        problems.put(name, "is missing");
      } else {
        String problem = PlainFile.problem(folder.resolve(name), Long.MAX_VALUE);
        boolean same =
            problem.isEmpty()
                && Sha256.of(folder.resolve(name)).equals(entry.path("sha256").asText());
        if (!same) {
          problems.put(name, problem.isEmpty() ? "was changed after the sweep" : problem);
        }
      }
    }
    there.forEach(name -> problems.put(name, "is not in " + SweepFolder.MANIFEST));
    return new SweepCheck(
        folder.resolve(SweepFolder.STUDY), manifest.path("tasks").asInt(), problems);
  }
}
