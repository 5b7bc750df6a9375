package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong input: one line that says where and what, status 2, nothing done and nothing written. */
class WrongInputTest {

  @TempDir Path folder;

  /** What is replaced in the small study, by what; the line, key, value and a word of the cure. */
  static Stream<Arguments> wrongStudies() {
    return Stream.of(
        Arguments.of("mass: 4.0", "mass: -4.0", 4, "mixture[1].mass", "-4.0", "> 0"),
        Arguments.of("mass: 4.0", "mass: .nan", 4, "mixture[1].mass", "NaN", "> 0"),
        Arguments.of("dt: 0.01", "dt: 0", 7, "timeIntegrator.dt", "0", "> 0"),
        Arguments.of("dt: 0.01", "dt: 0.03", 14, "endTime", "0.1", "multiple of dt"),
        Arguments.of("[0.2, 0.1]", "[0.2, -0.1]", 13, "knudsen[1]", "-0.1", "> 0"),
        Arguments.of("[0.2, 0.1]", "[0.2, .inf]", 13, "knudsen[1]", "Infinity", "> 0"),
        Arguments.of(
            "wave: [1], cos: -0.1", "wave: [9], cos: -0.1", 12, "initial[1].wave[0]", "9", "-3, 3"),
        Arguments.of("cos: -0.1", "cos: -0.2", 11, "initial[0]", "sum to -0.1", "sum of 0"),
        Arguments.of("endTime:", "endtime:", 14, "endtime", "unknown key", "endTime"),
        Arguments.of(
            "hard-sphere", "hard-spere", 5, "collisionKernel.id", "hard-spere", "hard-sphere"),
        Arguments.of("degree: 5", "degree: five", 6, "velocityGrid.degree", "five", "integer"),
        Arguments.of("degree: 5", "degre: 5", 6, "velocityGrid.degre", "unknown key", "degree"),
        Arguments.of("dimension: 1", "dimension: 4", 8, "torus.dimension", "4", "[1, 3]"),
        Arguments.of("sobolev: 1", "sobolev: -1", 15, "norms.sobolev", "-1", "[0, 10]"));
  }

  @ParameterizedTest
  @MethodSource("wrongStudies")
  void aWrongStudyGivesOneLine(
      String from, String to, int line, String key, String value, String allowed)
      throws IOException {
    Path study = Studies.write(folder, from, to);
    Path out = folder.resolve("out");
    Shell.Outcome outcome = new Shell(folder).run("run", study, "--out", out);
    assertEquals(2, outcome.status(), outcome.err());
    assertEquals("", outcome.out());
    List<String> lines = outcome.err().lines().toList();
    assertEquals(1, lines.size(), outcome.err());
    String message = lines.get(0);
    assertTrue(message.startsWith(study + ":" + line + ": " + key + ": "), message);
    String[] parts =
        message
            .substring((study + ":" + line + ": " + key + ": ").length())
            .split("; allowed: ", 2);
    assertEquals(2, parts.length, message);
    assertTrue(parts[0].contains(value), message);
    assertTrue(parts[1].contains(allowed), message);
    assertNothingWritten(out);
  }

  /** A fluid limit that cannot carry a drift says so with the line of the drift. */
  @Test
  void aDriftThatTheFluidLimitRefusesGivesOneLine() throws IOException {
    String text =
        Studies.SMALL
            .replace("dimension: 1", "dimension: 2")
            .replace("wave: [1]", "wave: [1, 0]")
            .replace("maxwell-stefan", "fick")
            .replace(
                "knudsen:",
                "drift:\n  - {flow: taylor-green, wave: 1, amplitude: 1, frequency: 2}\nknudsen:");
    Path study = Files.writeString(folder.resolve("study.yaml"), text);
    Shell.Outcome outcome = new Shell(folder).run("run", study, "--out", folder.resolve("out"));
    assertEquals(2, outcome.status(), outcome.err());
    assertEquals(
        study
            + ":14: drift[0]: found a drift that the fluid limit refuses; allowed: drift wave [1, 1]"
            + " has frequency 2.0; 0 with fluid limit fick, whose drift obeys the Navier-Stokes"
            + " equations (maxwell-stefan takes one that is given for all times)",
        outcome.err().strip());
    assertNothingWritten(folder.resolve("out"));
  }

  private void assertNothingWritten(Path out) throws IOException {
    assertFalse(Files.exists(out));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of("study.yaml"), files.map(f -> f.getFileName().toString()).toList());
    }
  }

  @Test
  void aStudyThatIsNoYamlGivesOneLine() throws IOException {
    Path study = Files.writeString(folder.resolve("study.yaml"), "mixture: [\n  - {name: x\n");
    Shell.Outcome outcome = new Shell(folder).run("run", study, "--out", folder.resolve("out"));
    assertEquals(2, outcome.status());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertTrue(outcome.err().startsWith(study + ":"), outcome.err());
    assertNothingWritten(folder.resolve("out"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', a command is missing",
    "nonsense, nonsense",
    "spectrm STUDY, did you mean spectrum?",
    "run STUDY --otu x --out y, did you mean --out?",
    "notebook run STUDY -p eps, KEY=VALUE",
    "jupyter install --name a/b, found 'a/b'",
    "run, STUDY",
    "spectrum, STUDY",
    "notebook, a command is missing",
    "transport STUDY --no-such-option, --no-such-option",
    "spectrum STUDY --harmonic many, many",
    "spectrum STUDY --harmonic -1, found -1; allowed: 0 to 5",
    "spectrum STUDY --harmonic 6, found 6; allowed: 0 to 5",
    "run STUDY, --out",
    "verify DIR, manifest.json",
    "verify DIR --tolerance NaN, found NaN",
    "plugins --plugins NOWHERE, does not exist",
    "notebook run NOWHERE, an .ipynb file",
    "notebook run STUDY, study.yaml",
    "jupyter --notebooks NOWHERE, a folder",
    "transport NOWHERE, no such file"
  })
  void wrongWordsGiveOneLine(String words, String part) throws IOException {
    Path study = Studies.write(folder);
    Object[] all =
        Stream.of(words.split(" "))
            .filter(word -> !word.isEmpty())
            .map(
                word ->
                    switch (word) {
                      case "STUDY" -> study.toString();
                      case "DIR" -> folder.toString();
                      case "NOWHERE" -> folder.resolve("nowhere").toString();
                      default -> word;
                    })
            .toArray();
    Shell.Outcome outcome = new Shell(folder).run(all);
    assertEquals(2, outcome.status(), outcome.err());
    assertEquals("", outcome.out());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertTrue(outcome.err().contains(part), outcome.err());
  }

  @Test
  void aStudyMayComeFromStandardInput() throws IOException {
    java.io.InputStream before = System.in;
    try {
      for (String mass : List.of("4.0", "-4.0")) {
        String text = Studies.SMALL.replace("mass: 4.0", "mass: " + mass);
        System.setIn(new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        Shell.Outcome outcome = new Shell(folder).run("transport", "-");
        if (mass.equals("4.0")) {
          assertEquals(0, outcome.status(), outcome.err());
          assertTrue(outcome.out().contains("viscosity"), outcome.out());
        } else {
          assertEquals(2, outcome.status());
          assertTrue(outcome.err().startsWith("stdin:4: mixture[1].mass: "), outcome.err());
        }
      }
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void theCompletionScriptKnowsTheCommands() {
    Shell.Outcome outcome = new Shell(folder).run("completion");
    assertEquals(0, outcome.status(), outcome.err());
    for (String word : List.of("complete", "converge", "notebook", "--allow-errors")) {
      assertTrue(outcome.out().contains(word), word);
    }
  }

  @Test
  void transportSaysWhichDegreeItNeeds() throws IOException {
    Path study = Studies.write(folder, "degree: 5", "degree: 2");
    Shell.Outcome outcome = new Shell(folder).run("transport", study);
    assertEquals(2, outcome.status());
    assertTrue(
        outcome.err().startsWith(study + ":6: velocityGrid.degree: found 2; allowed: at least 3"),
        outcome.err());
  }

  @Test
  void aRunThatDoesNotFitIntoMemoryIsRefusedBeforeAnythingIsWritten() throws IOException {
    Path study =
        Files.writeString(
            folder.resolve("study.yaml"),
            Studies.SMALL
                .replace("degree: 5", "degree: 30")
                .replace("points: 8", "points: 999999"));
    Path out = folder.resolve("out");
    Shell.Outcome outcome = new Shell(folder).run("run", study, "--out", out);
    assertEquals(2, outcome.status(), outcome.err());
    List<String> lines = outcome.err().lines().toList();
    String last = lines.get(lines.size() - 1); // after warnings on the kernel
    for (String part :
        List.of(
            "{degree=30} on T^1 with 999999 points", " MiB, the heap has ", " at this degree")) {
      assertTrue(last.contains(part), last);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(study), files.toList());
    }
  }

  @Test
  void aFolderThatIsInUseIsLeftAlone() throws IOException {
    Path study = Studies.write(folder);
    Path out = Files.createDirectory(folder.resolve("out"));
    Path precious = Files.writeString(out.resolve("thesis.tex"), "years of work");
    for (String option : List.of("--json", "--overwrite")) {
      Shell.Outcome outcome = new Shell(folder).run("run", study, "--out", out, option);
      assertEquals(2, outcome.status());
      assertTrue(outcome.err().contains(out + ": found a folder"), outcome.err());
      assertEquals("years of work", Files.readString(precious));
    }
  }

  @Test
  void theStackTraceIsShownOnRequest() {
    Shell.Outcome outcome = new Shell(folder).run("spectrum", "nowhere.yaml", "--stacktrace");
    assertEquals(2, outcome.status());
    assertTrue(outcome.err().lines().anyMatch(l -> l.strip().startsWith("at org.knudsen.")));
  }
}
