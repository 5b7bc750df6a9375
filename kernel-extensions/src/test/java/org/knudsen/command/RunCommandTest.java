package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.archive.Sha256;

/** Runs that end well, break down, are stopped, and are verified. */
class RunCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void aRunPrintsItsSummaryAndLeavesAFolder() throws IOException {
    Path study = Studies.write(folder);
    Path out = folder.resolve("deep").resolve("out");
    Shell.Outcome outcome = new Shell(folder).run("run", study, "--out", out, "--json");
    assertEquals(0, outcome.status(), outcome.err());

    JsonNode summary = JSON.readTree(outcome.out());
    assertEquals(List.of("study", "runs", "slope"), keys(summary));
    assertEquals("small", summary.path("study").asText());
    assertEquals(2, summary.path("runs").size());
    for (JsonNode run : summary.path("runs")) {
      assertEquals(
          List.of(
              "knudsen",
              "steps",
              "dt",
              "wallSeconds",
              "ended",
              "warnings",
              "perturbation",
              "distance",
              "negativeMass",
              "leastRatio",
              "temperatureRange",
              "drift",
              "resolution",
              "theorem21"),
          keys(run));
      assertEquals("none", run.path("perturbation").path("kind").asText());
      assertEquals(0, run.path("perturbation").path("norm").path("H1eps").asDouble());
      assertEquals(0, run.path("perturbation").path("equilibrium").asDouble());
      assertEquals(10, run.path("steps").asInt());
      assertEquals(0.01, run.path("dt").asDouble(), 1e-17); // 0.1 / 10
      assertEquals(List.of("L2", "H1eps"), keys(run.path("distance")));
      assertEquals(List.of("sup", "end"), keys(run.path("distance").path("L2")));
      assertEquals(List.of("mass", "momentum", "energy"), keys(run.path("drift")));
      assertEquals(2, run.path("drift").path("mass").size());
      checkTheorem21(run.path("theorem21"));
      // conservation by construction: the mean modes are never touched
      assertTrue(run.path("drift").path("energy").asDouble() < 1e-14);
    }
    double ratio =
        distance(summary, 0) / distance(summary, 1); // eps 0.2 against 0.1: a positive order
    assertEquals(Math.log(ratio) / Math.log(2), summary.path("slope").path("L2").asDouble(), 1e-12);
    assertTrue(outcome.out().contains("\"knudsen\" : 2.0000000000000000e-01"), "17 digits in JSON");

    try (Stream<Path> files = Files.list(out)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertTrue(
          names.containsAll(
              List.of(
                  "diagnostics.csv",
                  "distance-over-knudsen.png",
                  "distance-over-knudsen.svg",
                  "manifest.json",
                  "profiles.csv",
                  "results.h5",
                  "runs.csv",
                  "slopes.csv",
                  "theorem21-decay.png",
                  "theorem21.csv",
                  "study.yaml")),
          names.toString());
    }
    assertEquals(Studies.SMALL, Files.readString(out.resolve("study.yaml")));
    JsonNode manifest = JSON.readTree(out.resolve("manifest.json").toFile());
    assertTrue(manifest.path("complete").asBoolean());
    assertEquals(
        Sha256.of(study), manifest.path("study").path("sha256").asText(), "the study's hash");
    assertEquals(4, manifest.path("plugins").size());
    for (JsonNode file : manifest.path("files")) {
      Path path = out.resolve(file.path("name").asText());
      assertEquals(Sha256.of(path), file.path("sha256").asText(), path.toString());
    }
    try (Stream<Path> left = Files.list(out.getParent())) {
      assertEquals(List.of(out), left.toList(), "nothing temporary is left");
    }
  }

  /** Two species decay at the predicted rate: their Maxwell-Stefan equation is linear. */
  private static void checkTheorem21(JsonNode found) {
    assertEquals(
        List.of(
            "smallestConcentration",
            "defect",
            "order",
            "measuredRate",
            "latestRate",
            "predictedRate",
            "velocityConstant",
            "dissipationConstant"),
        keys(found));
    double predicted = found.path("predictedRate").asDouble();
    // third order: the error of one step is (rate dt)^4 over the step's rate dt, 1e-4 here
    assertEquals(predicted, found.path("measuredRate").asDouble(), 1e-3 * predicted);
    assertTrue(found.path("smallestConcentration").asDouble() > 0.4);
    assertEquals(List.of("sum", "flux", "mean"), keys(found.path("defect")));
    assertTrue(found.path("defect").path("flux").asDouble() < 1e-14);
  }

  @Test
  void aRunShowsTheorem21InOneTableAndOneLine() throws IOException {
    Path study = Studies.write(folder, "[0.2, 0.1]", "[0.2]");
    String out = new Shell(folder).run("run", study, "--out", folder.resolve("out")).out();
    assertTrue(out.contains("predictedRate"), out);
    assertTrue(
        out.contains(
            "theorem 2.1: predicted rate, of the slowest mode, |k| = 1, of small data without drift\n"),
        out);
    Studies.write(folder, "maxwell-stefan", "frozen");
    Shell.Outcome frozen = new Shell(folder).run("run", study, "--out", folder.resolve("frozen"));
    assertEquals(0, frozen.status(), frozen.err());
    assertFalse(frozen.out().contains("heorem 2.1"), frozen.out());
    assertFalse(Files.exists(folder.resolve("frozen").resolve("theorem21.csv")));
  }

  private static double distance(JsonNode summary, int run) {
    return summary.path("runs").path(run).path("distance").path("L2").path("sup").asDouble();
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void aRunIsVerifiedAndAChangeIsFound() throws IOException {
    Path study = Studies.write(folder, "[0.2, 0.1]", "[0.2]");
    Path out = folder.resolve("out");
    Shell shell = new Shell(folder);
    assertEquals(0, shell.run("run", study, "--out", out).status());
    Shell.Outcome same = shell.run("verify", out, "--json", "--tolerance", "0");
    assertEquals(0, same.status(), same.err() + same.out());
    JsonNode report = JSON.readTree(same.out());
    assertTrue(report.path("agrees").asBoolean());
    List<String> compared = new ArrayList<>();
    report.path("comparisons").forEach(c -> compared.add(c.path("quantity").asText()));
    assertTrue(
        compared.containsAll(List.of("distance/L2", "relativeEntropy", "flux", "drift/mass")),
        compared.toString());

    Path runs = out.resolve("runs.csv");
    Files.writeString(runs, Files.readString(runs).replace("0.2", "0.3"));
    Shell.Outcome changed = shell.run("verify", out);
    assertEquals(1, changed.status());
    assertTrue(changed.err().contains("runs.csv: was changed"), changed.err());
  }

  @Test
  void anOlderRunIsReplacedOnRequestOnly() throws IOException {
    Path study = Studies.write(folder, "[0.2, 0.1]", "[0.2]");
    Path out = folder.resolve("out");
    Shell shell = new Shell(folder);
    assertEquals(0, shell.run("run", study, "--out", out).status());
    String before = Files.readString(out.resolve("manifest.json"));
    assertEquals(2, shell.run("run", study, "--out", out).status());
    assertEquals(before, Files.readString(out.resolve("manifest.json")));
    assertEquals(0, shell.run("run", study, "--out", out, "--overwrite").status());
    assertFalse(before.equals(Files.readString(out.resolve("manifest.json"))));
  }

  /** An explicit scheme at the second eps: the step is above its limit, of the order of eps^2. */
  @Test
  void aBreakdownKeepsWhatThereIs() throws IOException {
    Path study = Studies.write(folder, "ars-443", "rk4");
    Path out = folder.resolve("out");
    Shell.Outcome outcome = new Shell(folder).run("run", study, "--out", out, "--json");
    assertEquals(1, outcome.status(), outcome.err());
    String message =
        outcome.err().lines().filter(l -> l.contains("species")).findFirst().orElseThrow();
    for (String part : List.of("species '", "time ", "(step ", "eps = 0.1")) {
      assertTrue(message.contains(part), message);
    }
    assertTrue(outcome.err().contains("what was done is in " + out), outcome.err());
    JsonNode manifest = JSON.readTree(out.resolve("manifest.json").toFile());
    assertFalse(manifest.path("complete").asBoolean());
    assertTrue(manifest.path("message").asText().contains("species '"));
    JsonNode runs = JSON.readTree(outcome.out()).path("runs");
    assertEquals(10, runs.path(0).path("steps").asInt(), "eps = 0.2 is within the stability limit");
    JsonNode run = runs.path(1);
    int steps = run.path("steps").asInt();
    assertTrue(steps < 10);
    long rows = Files.readAllLines(out.resolve("diagnostics.csv")).size() - 1;
    assertEquals(11 + steps + 1, rows, "of each run a row for time 0 and one a step done");
    assertTrue(Files.exists(out.resolve("results.h5")));
    JsonNode slope = JSON.readTree(outcome.out()).path("slope").path("L2");
    assertTrue(slope.isNull());
    assertTrue(outcome.err().contains("slope.L2 is NaN; written as null"), outcome.err());
  }

  /** The signal reaches a process only: Ctrl-C ends it after its step, with its results written. */
  @Test
  void ctrlCKeepsWhatThereIs() throws Exception {
    String endless =
        Studies.SMALL
            .replace("dt: 0.01", "dt: 0.00001")
            .replace("endTime: 0.1", "endTime: 100\noutput: {every: 100}");
    Path study = Files.writeString(folder.resolve("study.yaml"), endless);
    Path out = folder.resolve("out");
    Path log = folder.resolve("log");
    Process process = Shell.start(log, "run", study, "--no-cache", "--out", out);
    try {
      awaitFirstRun(process, log);
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it did not stop");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(128 + 2, process.exitValue(), Files.readString(log));
    JsonNode manifest = JSON.readTree(out.resolve("manifest.json").toFile());
    assertFalse(manifest.path("complete").asBoolean());
    assertEquals("stopped on request", manifest.path("message").asText());
    assertTrue(Files.size(out.resolve("diagnostics.csv")) > 0);
    assertFalse(
        Files.exists(out.resolve("distance-over-knudsen.png")),
        "whoever stops a run waits for no plots");
  }

  /** The process ends with the signal, but not before it has said what went wrong. */
  @Test
  void ctrlCSaysWhereTheResultsAreWhenTheFolderIsTaken() throws Exception {
    Path study =
        Studies.write(
            folder, "dt: 0.01", "dt: 0.00001", "endTime: 0.1", "endTime: 1\noutput: {every: 100}");
    Path log = folder.resolve("log");
    Path out = folder.resolve("out");
    Process process = Shell.start(log, "run", study, "--no-cache", "--out", out);
    try {
      awaitFirstRun(process, log);
      Files.createFile(Files.createDirectory(out).resolve("of somebody else"));
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it did not stop");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(128 + 2, process.exitValue(), Files.readString(log));
    Path part = folder.resolve(".out.part-1");
    String message = out + ": found a folder that is not empty; allowed: a new or empty one, or";
    assertTrue(Files.readString(log).contains(message), Files.readString(log));
    assertTrue(Files.readString(log).contains("what was done is in " + part));
    assertTrue(Files.exists(part.resolve("results.h5")));
  }

  /** Waits for the hidden folder that appears with the first run. */
  private void awaitFirstRun(Process process, Path log) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end) {
      assertTrue(process.isAlive(), () -> log + " tells why it ended early");
      try (Stream<Path> files = Files.list(folder)) {
        if (files.anyMatch(file -> file.getFileName().toString().startsWith(".out.part"))) {
          Thread.sleep(500); // some steps
          return;
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no run began: " + Files.readString(log));
  }
}
