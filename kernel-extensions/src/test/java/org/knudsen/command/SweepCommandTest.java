package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.archive.ResultHdf5;
import org.knudsen.archive.Sha256;
import org.knudsen.run.RunResult;

/** Sweeps that end well, are killed, fail in part, and are asked for in wrong words. */
class SweepCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String VARY =
      """
      vary:
        - {key: collisionKernel, values: [{id: hard-sphere}, {id: vhs, gamma: 0.5, C: [[0.3, 0.3], [0.3, 0.3]]}]}
        - {key: mixture.heavy.mass, values: [2.0, 4.0]}
      """;

  private static final String STUDY =
      Studies.SMALL.replace("collisionKernel: {id: hard-sphere, diameters: [1.0, 1.0]}\n", "")
          + VARY.replace("{id: hard-sphere}", "{id: hard-sphere, diameters: [1.0, 1.0]}");

  /** A sweep that nothing stops, one task at a time. */
  @TempDir static Path undisturbed;

  @TempDir Path folder;

  private static Shell.Outcome whole;

  @BeforeAll
  static void sweepToTheEnd() throws IOException {
    whole = sweep(undisturbed, STUDY, "--jobs", "1", "--json");
    assertEquals(0, whole.status(), whole.err());
  }

  private static Shell.Outcome sweep(Path folder, String study, Object... more) throws IOException {
    Path file = Files.writeString(folder.resolve("study.yaml"), study);
    List<Object> words = new ArrayList<>(List.of("sweep", file, "--out", folder.resolve("out")));
    words.addAll(List.of(more));
    return new Shell(folder).run(words.toArray());
  }

  /** Hashes of all files but the manifest and the journal, which have times in them. */
  private static Map<String, String> bits(Path out) throws IOException {
    Map<String, String> bits = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bits.put(out.relativize(file).toString(), Sha256.of(file));
      }
    }
    bits.keySet().removeAll(List.of("manifest.json", "tasks.jsonl"));
    return bits;
  }

  private static void assertSameBits(Path out) throws IOException {
    assertEquals(bits(undisturbed.resolve("out")), bits(out));
  }

  @Test
  void everyTaskIsARowAndAnArchive() throws IOException {
    JsonNode summary = JSON.readTree(whole.out());
    assertEquals("small", summary.path("study").asText());
    assertEquals("1 thread", summary.path("engine").asText());
    assertEquals(8, summary.path("tasks").size());
    JsonNode last = summary.path("tasks").path(7);
    assertEquals(4.0, last.path("parameters").path("mixture.heavy.mass").asDouble());
    assertEquals("vhs", last.path("parameters").path("collisionKernel").path("id").asText());
    assertEquals(0.1, last.path("knudsen").asDouble());
    assertEquals("complete", last.path("status").asText());
    assertEquals(4, summary.path("slopes").size());
    double before = summary.path("tasks").path(6).path("distance").path("L2").asDouble();
    double slope = Math.log(before / last.path("distance").path("L2").asDouble()) / Math.log(2);
    assertEquals(slope, summary.path("slopes").path(3).path("L2").asDouble(), 1e-12);

    Path out = undisturbed.resolve("out");
    List<String> rows = Files.readAllLines(out.resolve("tasks.csv"));
    assertEquals(9, rows.size());
    assertTrue(
        rows.get(0).startsWith("collisionKernel,mixture.heavy.mass,eps,status,steps,"),
        rows.get(0));
    assertTrue(rows.get(1).startsWith("hard-sphere,2.0,0.2,complete,10,"), rows.get(1));
    try (HdfFile file = new HdfFile(out.resolve("tasks.h5"))) {
      assertEquals(8, file.getDatasetByPath("sup distance L2").getDimensions()[0]);
    }
    String archive = rows.get(8).substring(rows.get(8).lastIndexOf(',') + 1);
    RunResult run = ResultHdf5.read(out.resolve(archive)).runs().get(0);
    assertEquals(0.1, run.knudsen());
    assertEquals(last.path("distance").path("L2").asDouble(), run.supDistance().get("L2"));
    assertTrue(Files.size(out.resolve("distance-over-mixture.heavy.mass.png")) > 1000);
    assertTrue(JSON.readTree(out.resolve("manifest.json").toFile()).path("complete").asBoolean());
  }

  /** A task is the run that {@code knudsen run} makes of the same study. */
  @Test
  void aTaskIsTheRunOfItsStudy() throws IOException {
    Path study =
        Files.writeString(
            folder.resolve("one.yaml"),
            Studies.SMALL.replace(
                "{id: hard-sphere, diameters: [1.0, 1.0]}",
                "{id: vhs, gamma: 0.5, C: [[0.3, 0.3], [0.3, 0.3]]}"));
    Path out = folder.resolve("run");
    assertEquals(0, new Shell(folder).run("run", study, "--out", out, "--plots", "none").status());
    RunResult alone = ResultHdf5.read(out.resolve("results.h5")).runs().get(1);
    List<String> rows = Files.readAllLines(undisturbed.resolve("out").resolve("tasks.csv"));
    String archive = rows.get(8).substring(rows.get(8).lastIndexOf(',') + 1);
    RunResult task = ResultHdf5.read(undisturbed.resolve("out").resolve(archive)).runs().get(0);
    assertEquals(alone.variables().keySet(), task.variables().keySet());
    alone.variables().forEach((name, v) -> assertTrue(v.sameValues(task.variable(name)), name));
  }

  @Test
  void theNumberOfJobsChangesNoBit() throws IOException {
    assertEquals(0, sweep(folder, STUDY, "--jobs", "3").status());
    assertSameBits(folder.resolve("out"));
  }

  /** As a kill leaves it: half a line, an archive without a line, a line without its archive. */
  @Test
  void goesOnWithWhatIsLeft() throws IOException {
    assertEquals(0, sweep(folder, STUDY, "--plots", "none").status());
    Path out = folder.resolve("out");
    Path journal = out.resolve("tasks.jsonl");
    List<String> lines = Files.readAllLines(journal);
    Files.write(journal, lines.subList(0, 5));
    Files.writeString(journal, lines.get(5).substring(0, 50), StandardOpenOption.APPEND);
    Files.delete(out.resolve("tasks.csv"));
    String address = JSON.readTree(lines.get(0)).path("address").asText();
    Files.delete(out.resolve("tasks/" + address + ".h5"));
    Files.writeString(out.resolve("tasks/half.h5.part"), "half");
    Shell.Outcome refused = sweep(folder, STUDY);
    assertEquals(2, refused.status());
    assertTrue(refused.err().contains("--resume, which goes on with it"), refused.err());
    Shell.Outcome resumed = sweep(folder, STUDY, "--resume");
    assertEquals(0, resumed.status(), resumed.err());
    assertTrue(resumed.err().contains("4 tasks were done before"), resumed.err());
    assertSameBits(out);
  }

  /** A study that was given more values keeps the tasks that it had. */
  @Test
  void moreValuesAreOnlyTheirTasks() throws IOException {
    assertEquals(0, sweep(folder, STUDY, "--plots", "none").status());
    Shell.Outcome more = sweep(folder, STUDY.replace("[2.0, 4.0]", "[2.0, 3.0, 4.0]"), "--resume");
    assertEquals(0, more.status(), more.err());
    assertTrue(more.err().contains("8 tasks were done before"), more.err());
    assertEquals(13, Files.readAllLines(folder.resolve("out/tasks.csv")).size());
  }

  @Test
  void aTaskThatBreaksDownIsARowWithItsReason() throws IOException {
    String broken =
        Studies.SMALL
            .replace("mass: 4.0", "mass: 30.0")
            .replace("0.1}", "0.2}")
            .replace("knudsen: [0.2, 0.1]", "knudsen: [1.0, 0.05]");
    Shell.Outcome outcome =
        sweep(folder, broken + "vary: [{key: velocityGrid.degree, values: [4, 5]}]\n", "--json");
    assertEquals(1, outcome.status(), outcome.err());
    JsonNode tasks = JSON.readTree(outcome.out()).path("tasks");
    assertFalse(tasks.path(0).path("status").asText().equals("complete"));
    assertFalse(tasks.path(0).path("message").asText().isEmpty());
    assertEquals("complete", tasks.path(1).path("status").asText());
    assertTrue(outcome.err().contains("not complete: of 4 tasks 2 "), outcome.err());
    JsonNode manifest = JSON.readTree(folder.resolve("out/manifest.json").toFile());
    assertFalse(manifest.path("complete").asBoolean());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mixture.heavy.mas|[1.0]|unknown key",
        "mixture.heavy.mass|[one]|mixture[1].mass: with mixture.heavy.mass = one: found the text 'one'",
        "endTime|[0.1, 0.105]|with endTime = 0.105",
      })
  void whatIsWrongIsOneLineAndNothingIsWritten(String key, String values, String message)
      throws IOException {
    String vary = "vary: [{key: %s, values: %s}]\n".formatted(key, values);
    Shell.Outcome outcome = sweep(folder, Studies.SMALL + vary);
    assertEquals(2, outcome.status());
    assertTrue(outcome.err().contains(message), outcome.err());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--engine|locla|--engine: found unknown id 'locla'; allowed: local (nearest: local)",
        "--jobs|0|--engine local: jobs: found '0'; allowed: an integer in [1, 9999]",
        "--engine-option|job=2|--engine local: found option 'job'; allowed: jobs (nearest: jobs)",
        "--plots|gif|--plots: found 'gif'",
        "--checkpoint|-1|--checkpoint",
      })
  void wrongWordsAreRefusedBeforeAnythingIsWritten(String option, String value, String message)
      throws IOException {
    Shell.Outcome outcome = sweep(folder, STUDY, option, value);
    assertEquals(2, outcome.status(), outcome.err());
    assertTrue(outcome.err().contains(message), outcome.err());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void aFolderThatIsNoSweepIsLeftAlone() throws IOException {
    Files.createDirectory(folder.resolve("out"));
    Files.writeString(folder.resolve("out/mine.txt"), "mine");
    for (String option : List.of("--resume", "--overwrite")) {
      Shell.Outcome outcome = sweep(folder, STUDY, option);
      assertEquals(2, outcome.status());
      assertTrue(outcome.err().contains("and no sweep"), outcome.err());
    }
    assertEquals("mine", Files.readString(folder.resolve("out/mine.txt")));
  }

  @Test
  void runRefusesASweepAndNamesTheCommand() throws IOException {
    Path study = Files.writeString(folder.resolve("study.yaml"), STUDY);
    Shell.Outcome outcome = new Shell(folder).run("run", study, "--out", folder.resolve("out"));
    assertEquals(2, outcome.status());
    assertTrue(outcome.err().contains("knudsen sweep"), outcome.err());
  }

  @Test
  void verifyRunsTasksAgainAndNamesWhatWasChanged() throws IOException {
    assertEquals(0, sweep(folder, STUDY, "--plots", "none").status());
    Path out = folder.resolve("out");
    Shell.Outcome whole = new Shell(folder).run("verify", out);
    assertEquals(0, whole.status(), whole.err());
    assertTrue(whole.out().contains("8 of 8 tasks agree to 1.0E-9"), whole.out());
    Shell.Outcome sample = new Shell(folder).run("verify", out, "--sample", 3, "--json");
    assertEquals(0, sample.status(), sample.err());
    JsonNode json = JSON.readTree(sample.out());
    assertTrue(json.path("agrees").asBoolean());
    assertEquals(3, json.path("tasks").size());
    assertEquals(0, json.path("tasks").path(2).path("difference").asDouble());

    Files.writeString(out.resolve("tasks.csv"), "x", StandardOpenOption.APPEND);
    Files.writeString(out.resolve("tasks/more.h5"), "more");
    Shell.Outcome changed = new Shell(folder).run("verify", out, "--sample", 1);
    assertEquals(1, changed.status());
    assertTrue(changed.err().contains("tasks.csv: was changed after the sweep"), changed.err());
    assertTrue(changed.err().contains("more.h5: is not in manifest.json"), changed.err());
  }

  /** What was run by other means than the study says does not agree. */
  @Test
  void verifyFindsAnArchiveThatIsNotOfItsTask() throws IOException {
    assertEquals(0, sweep(folder, STUDY, "--plots", "none").status());
    Path out = folder.resolve("out");
    List<String> rows = Files.readAllLines(out.resolve("tasks.csv"));
    List<Path> two = new ArrayList<>();
    for (int row : List.of(2, 4)) {
      two.add(out.resolve(rows.get(row).substring(rows.get(row).lastIndexOf(',') + 1)));
    }
    Files.copy(two.get(0), two.get(1), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Path manifest = out.resolve("manifest.json");
    String text = Files.readString(manifest);
    int at = text.indexOf(two.get(1).getFileName().toString());
    int hash = text.indexOf("sha256", at) + 10;
    Files.writeString(
        manifest,
        text.substring(0, hash)
            + text.substring(hash).replaceFirst("[0-9a-f]{64}", Sha256.of(two.get(1))));
    Shell.Outcome outcome = new Shell(folder).run("verify", out);
    assertEquals(1, outcome.status());
    assertTrue(outcome.err().contains("8 of 8 tasks do not all agree"), outcome.err());
  }
}
