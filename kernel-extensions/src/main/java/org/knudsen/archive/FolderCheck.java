package org.knudsen.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.knudsen.run.RunResult;
import org.knudsen.study.Study;
import org.knudsen.study.SweepResult;

/**
 * Whether a run folder fits together: every file in its place, of its own, as it was written and in
 * the manifest; the manifest with its seal, of this study and these results.
 *
 * @param problems what is wrong, by file; empty if all fits
 * @param results what results.h5 has, changed or not; empty if it cannot be read
 */
public record FolderCheck(Map<String, String> problems, Optional<SweepResult> results) {

  private static final String CHANGED = "was changed after the run";

  public FolderCheck {
    problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
  }

  /** Checks a folder; nothing outside it is opened. */
  public static FolderCheck of(RecordedRun run) throws IOException {
    Map<String, String> problems = new LinkedHashMap<>();
    if (!run.sealed()) {
      problems.put(Manifest.FILE, CHANGED);
    }
    files(run, problems);
    JsonNode study = run.manifest().path("study");
    if (!problems.containsKey(RunFolder.STUDY)
        && !Sha256.of(run.study()).equals(study.path("sha256").asText())) {
      problems.putIfAbsent(Manifest.FILE, "study.sha256 is not that of " + RunFolder.STUDY);
    }
    Optional<SweepResult> results = Optional.empty();
    try {
      results = Optional.of(run.results());
    } catch (IllegalArgumentException e) {
      problems.putIfAbsent(RunFolder.RESULTS, e.getMessage());
    }
    if (results.isPresent() && !problems.containsKey(RunFolder.RESULTS)) {
      summary(results.get(), run.manifest())
          .ifPresent(problem -> problems.putIfAbsent(Manifest.FILE, problem));
    }
    return new FolderCheck(problems, results);
  }

  /** Whether the study is the one that was run. */
  public boolean hasItsStudy() {
    return !problems.containsKey(RunFolder.STUDY);
  }

  /** The same check, without results where they are not of the runs that the study asks for. */
  public FolderCheck against(Study study) {
    List<Double> asked = study.requireForRun().knudsen();
    List<Double> found =
        results.stream().flatMap(sweep -> sweep.runs().stream()).map(RunResult::knudsen).toList();
    if (results.isEmpty() || found.equals(asked)) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(problems);
    more.putIfAbsent(
        RunFolder.RESULTS,
        "has runs at eps = %s; allowed: %s"
            .formatted(ManifestSchema.quoted(found.toString()), asked));
    return new FolderCheck(more, Optional.empty());
  }

  private static void files(RecordedRun run, Map<String, String> problems) throws IOException {
    TreeSet<String> unlisted = new TreeSet<>(List.of(RunFolder.STUDY, RunFolder.RESULTS));
    for (Path file : PlainFile.list(run.folder())) {
      unlisted.add(String.valueOf(file.getFileName()));
    }
    unlisted.removeAll(List.of(Manifest.FILE, RunCheckpoints.NAME));
    for (JsonNode entry : run.manifest().path("files")) {
      String name = entry.path("name").asText();
      unlisted.remove(name);
      // where the manifest itself was changed, either may be the wrong one
      String changed = run.sealed() ? CHANGED : "is not as " + Manifest.FILE + " says";
      String problem = problem(run.folder().resolve(name), entry, changed);
      if (!problem.isEmpty()) {
        problems.putIfAbsent(name, problem);
      }
    }
    for (String name : unlisted) {
      boolean there = Files.exists(run.folder().resolve(name), LinkOption.NOFOLLOW_LINKS);
      problems.put(name, there ? "is not in " + Manifest.FILE : "is missing");
    }
  }

  private static String problem(Path file, JsonNode entry, String changed) throws IOException {
    boolean study = file.endsWith(RunFolder.STUDY);
    String problem = PlainFile.problem(file, study ? PlainFile.MOST_TEXT : Long.MAX_VALUE);
    boolean same =
        problem.isEmpty()
            && Files.size(file) == entry.path("bytes").asLong()
            && Sha256.of(file).equals(entry.path("sha256").asText());
    return problem.isEmpty() && !same ? changed : problem;
  }

  /** Where the manifest says something else than the results. */
  private static Optional<String> summary(SweepResult results, JsonNode manifest)
      throws IOException {
    if (!results.study().equals(manifest.path("study").path("name").asText())) {
      return Optional.of("study.name is not that of " + RunFolder.RESULTS);
    }
    // a slope that does not exist is null, in the manifest as here
    JsonNode own = RecordedRun.JSON.readTree(Json.text(SweepSummary.of(results), note -> {}));
    return difference("result", manifest.path("result"), own);
  }

  private static Optional<String> difference(String path, JsonNode found, JsonNode expected) {
    if (found.isContainerNode()
        && found.getNodeType() == expected.getNodeType()
        && found.size() == expected.size()) {
      Iterator<String> names = expected.fieldNames();
      for (int at = 0; at < expected.size(); at++) {
        String name = expected.isObject() ? names.next() : "";
        Optional<String> below =
            expected.isObject()
                ? difference(path + "." + name, found.path(name), expected.path(name))
                : difference(path + "[" + at + "]", found.path(at), expected.path(at));
        if (below.isPresent()) {
          return below;
        }
      }
      return Optional.empty();
    }
    return found.equals(expected)
        ? Optional.empty()
        : Optional.of(
            "%s: found %s; allowed: %s, as %s has it"
                .formatted(
                    path,
                    ManifestSchema.quoted(found.toString()),
                    ManifestSchema.quoted(expected.toString()),
                    RunFolder.RESULTS));
  }
}
