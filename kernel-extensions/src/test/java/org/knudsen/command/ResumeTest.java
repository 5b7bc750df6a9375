package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed or stopped, and gone on with, against one that was not. */
class ResumeTest {

  /** Two runs of 200 steps, a second or more with a checkpoint after every step. */
  private static final String LONG = Studies.SMALL.replace("dt: 0.01", "dt: 0.0005");

  /** A run that nothing stops. */
  @TempDir static Path undisturbed;

  @TempDir Path folder;

  @BeforeAll
  static void runToTheEnd() throws IOException {
    Path study = Files.writeString(undisturbed.resolve("study.yaml"), LONG);
    Shell shell = new Shell(undisturbed);
    assertEquals(0, shell.run("run", study, "--out", undisturbed.resolve("whole")).status());
  }

  private Path study() throws IOException {
    return Files.writeString(folder.resolve("study.yaml"), LONG);
  }

  private Process start(Path out, Object... more) throws IOException {
    List<Object> words =
        new ArrayList<>(List.of("run", study(), "--no-cache", "--checkpoint", "0", "--out", out));
    words.addAll(List.of(more));
    return Shell.start(folder.resolve("log"), words.toArray());
  }

  private List<Path> hidden(Path out) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("." + out.getFileName() + ".part-"))
          .toList();
    }
  }

  private static boolean hasCheckpoint(Path runFolder, String eps) {
    return Files.exists(runFolder.resolve(".checkpoints").resolve("eps=" + eps + ".h5"));
  }

  private void await(Process process, Path out, String eps) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (System.nanoTime() < end) {
      assertTrue(process.isAlive(), () -> "it ended early: " + log());
      List<Path> parts = hidden(out);
      if (!parts.isEmpty() && hasCheckpoint(parts.get(0), eps)) {
        return;
      }
      Thread.sleep(5);
    }
    throw new AssertionError("no checkpoint for eps = " + eps + ": " + log());
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Kills without a warning: no hook runs, nothing is flushed. */
  private void kill(Process process) throws Exception {
    process.destroyForcibly();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(128 + 9, process.exitValue(), "ended by SIGKILL, not by itself");
  }

  /** Every dataset of a results file by its path. */
  private static Map<String, Object> datasets(Path file) {
    Map<String, Object> all = new TreeMap<>();
    try (HdfFile in = new HdfFile(file)) {
      collect(in, all);
    }
    return all;
  }

  private static void collect(Group group, Map<String, Object> all) {
    for (Node node : group.getChildren().values()) {
      if (node instanceof Group inner) {
        collect(inner, all);
      } else if (node instanceof Dataset dataset) {
        all.put(node.getPath(), dataset.getData());
      }
    }
  }

  /** Doubles in CSV are written so that reading gives the same double: equal text is equal bits. */
  private static void assertSameResult(Path expected, Path actual) throws IOException {
    for (String name :
        List.of("diagnostics.csv", "profiles.csv", "slopes.csv", "theorem21.csv", "study.yaml")) {
      assertEquals(
          Files.readString(expected.resolve(name)), Files.readString(actual.resolve(name)), name);
    }
    Map<String, Object> whole = datasets(expected.resolve("results.h5"));
    Map<String, Object> resumed = datasets(actual.resolve("results.h5"));
    assertEquals(whole.keySet(), resumed.keySet());
    assertTrue(whole.size() > 20, "two runs with their series and profiles");
    for (Map.Entry<String, Object> entry : whole.entrySet()) {
      assertArrayEquals(
          new Object[] {entry.getValue()},
          new Object[] {resumed.get(entry.getKey())},
          entry.getKey());
    }
    JsonNode manifest = new ObjectMapper().readTree(actual.resolve("manifest.json").toFile());
    assertTrue(manifest.path("complete").asBoolean());
    assertFalse(Files.exists(actual.resolve(".checkpoints")), "a finished run has none");
  }

  /**
   * Killed at a random moment of the first run, gone on with, killed at one of the second, gone on
   * with to the end.
   */
  @Test
  void aKilledRunGoesOnAndEndsInTheSameBits() throws Exception {
    Shell shell = new Shell(folder);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path out = folder.resolve("out");
    Process first = start(out);
    await(first, out, "0.2");
    Thread.sleep(random.nextInt(200));
    kill(first);
    assertFalse(Files.exists(out), "nothing half done is at the target");

    Process second = start(out, "--resume");
    await(second, out, "0.1");
    Thread.sleep(random.nextInt(200));
    kill(second);
    List<Path> parts = hidden(out);
    assertEquals(1, parts.size(), "the folder of the first is gone on with");
    assertTrue(hasCheckpoint(parts.get(0), "0.2"), "the finished run is kept");

    Shell.Outcome last = shell.run("run", study(), "--out", out, "--resume");
    assertEquals(0, last.status(), last.err() + " seed " + seed);
    assertTrue(last.err().contains("going on from " + parts.get(0)), last.err());
    assertEquals(List.of(), hidden(out));
    assertSameResult(undisturbed.resolve("whole"), out);
  }

  /** Ctrl-C: the target has what was done, with its checkpoints, and is gone on with in place. */
  @Test
  void aStoppedRunGoesOnFromItsFolder() throws Exception {
    Shell shell = new Shell(folder);
    Path out = folder.resolve("out");
    Process process = start(out);
    try {
      await(process, out, "0.2");
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it did not stop");
    } finally {
      process.destroyForcibly();
    }
    assertTrue(hasCheckpoint(out, "0.2"), log());
    assertTrue(log().contains("with --resume goes on from its last checkpoint"), log());
    assertEquals(2, shell.run("run", study(), "--out", out).status(), "not without --resume");
    Shell.Outcome last = shell.run("run", study(), "--out", out, "--resume");
    assertEquals(0, last.status(), last.err());
    assertSameResult(undisturbed.resolve("whole"), out);
  }

  @Test
  void aCheckpointOfAnotherStudyOrADamagedOneIsNamedAndNothingIsTouched() throws Exception {
    Path out = folder.resolve("out");
    Process process = start(out);
    await(process, out, "0.2");
    kill(process);
    Path part = hidden(out).get(0);
    Path file = part.resolve(".checkpoints").resolve("eps=0.2.h5");
    Shell shell = new Shell(folder);

    Path other =
        Files.writeString(folder.resolve("other.yaml"), LONG.replace("mass: 4.0", "mass: 5.0"));
    Shell.Outcome foreign = shell.run("run", other, "--out", out, "--resume");
    assertEquals(2, foreign.status());
    assertTrue(
        foreign.err().contains(file + ": found a checkpoint of another study"), foreign.err());

    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    Shell.Outcome damaged = shell.run("run", study(), "--out", out, "--resume");
    assertEquals(2, damaged.status());
    assertTrue(damaged.err().contains(file + ": found a damaged checkpoint"), damaged.err());
    assertFalse(Files.exists(out));
    assertArrayEquals(bytes, Files.readAllBytes(file));
  }

  @Test
  void withoutACheckpointTheRunBeginsAtTheBeginningAndSaysSo() throws IOException {
    Path study = Studies.write(folder);
    Path out = folder.resolve("out");
    Shell.Outcome outcome = new Shell(folder).run("run", study, "--out", out, "--resume");
    assertEquals(0, outcome.status(), outcome.err());
    assertTrue(outcome.err().contains("begins at time 0"), outcome.err());
    Shell.Outcome wrong = new Shell(folder).run("run", study, "--out", out, "--checkpoint", "-1");
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("--checkpoint: found -1.0"), wrong.err());
  }
}
