package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.archive.ResultHdf5;
import org.knudsen.archive.Sha256;
import org.knudsen.study.SweepResult;

/** What {@code verify} must not agree with, each in a folder whose manifest is sealed anew. */
class VerifyCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path made;
  @TempDir Path folder;

  private Path out;

  @BeforeAll
  static void run() throws IOException {
    Path study = Studies.write(made, "[0.2, 0.1]", "[0.2]");
    Shell.Outcome outcome =
        new Shell(made).run("run", study, "--out", made.resolve("out"), "--plots", "none");
    assertEquals(0, outcome.status(), outcome.err());
  }

  @BeforeEach
  void copy() throws IOException {
    out = Files.createDirectory(folder.resolve("out"));
    try (Stream<Path> files = Files.list(made.resolve("out"))) {
      for (Path file : files.toList()) {
        Files.copy(file, out.resolve(file.getFileName()));
      }
    }
  }

  private ObjectNode manifest() throws IOException {
    return (ObjectNode) JSON.readTree(out.resolve("manifest.json").toFile());
  }

  private void seal(ObjectNode manifest) throws IOException {
    String zeros = "0".repeat(64);
    String text = manifest.put("seal", zeros).toPrettyString();
    String seal = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    Files.writeString(out.resolve("manifest.json"), text.replace(zeros, seal));
  }

  /** The manifest's entry of a file as the file is now. */
  private static void enter(Path file, ObjectNode manifest) throws IOException {
    for (JsonNode entry : manifest.path("files")) {
      if (file.endsWith(entry.path("name").asText())) {
        ((ObjectNode) entry).put("bytes", Files.size(file)).put("sha256", Sha256.of(file));
      }
    }
  }

  private Shell.Outcome verify(Object... more) {
    Object[] words = new Object[2 + more.length];
    words[0] = "verify";
    words[1] = out;
    System.arraycopy(more, 0, words, 2, more.length);
    return new Shell(folder).run(words);
  }

  /** The test of the tests: sealing by hand is sealing. */
  @Test
  void aManifestThatIsSealedAnewAgrees() throws IOException {
    seal(manifest());
    Shell.Outcome outcome = verify("--tolerance", "0");
    assertEquals(0, outcome.status(), outcome.err());
  }

  @Test
  void otherVersionsAreNamedAndDoNotFail() throws IOException {
    ObjectNode manifest = manifest();
    String knudsen = manifest.at("/knudsen/version").asText();
    JsonNode jar = manifest.at("/plugins/0/version"); // null where classes are in no jar
    ((ObjectNode) manifest.path("knudsen")).put("version", "9.9");
    ((ObjectNode) manifest.path("java")).put("version", "1.4");
    ((ObjectNode) manifest.path("plugins").path(0)).put("version", "0.7");
    seal(manifest);
    Shell.Outcome outcome = verify("--tolerance", "0");
    assertEquals(0, outcome.status(), outcome.err());
    List<String> warnings =
        outcome.err().lines().filter(line -> line.contains("not the versions")).toList();
    assertEquals(1, warnings.size(), outcome.err());
    String id = manifest.at("/plugins/0/id").asText();
    for (String part :
        List.of(
            "Knudsen 9.9",
            " then, " + knudsen,
            "Java 1.4 then, " + System.getProperty("java.version") + " now",
            "'"
                + id
                + "' 0.7 then, "
                + (jar.isNull() ? "without a version" : jar.asText())
                + " now")) {
      assertTrue(warnings.get(0).contains(part), part + ": " + warnings);
    }
    assertTrue(outcome.out().contains("agrees"), outcome.out());
    assertFalse(new Shell(folder).run("verify", made.resolve("out")).err().contains("versions"));
  }

  @ParameterizedTest
  @CsvSource({
    "/knudsen/version, 9.9",
    "/java/version, 1.4",
    "/started, 2001-01-01T00:00:00Z",
    "/system/processors, 64"
  })
  void anEditWithoutASealIsNoticed(String place, String value) throws IOException {
    String text = Files.readString(out.resolve("manifest.json"));
    JsonNode before = manifest().at(place);
    assertTrue(text.contains(" : " + before), text);
    Files.writeString(
        out.resolve("manifest.json"),
        text.replaceFirst(
            "(\""
                + place.replaceFirst(".*/", "")
                + "\" : \"?)"
                + before.asText().replace(".", "\\."),
            "$1" + value));
    Shell.Outcome outcome = verify("--json");
    assertEquals(1, outcome.status());
    assertTrue(outcome.err().contains("manifest.json: was changed after the run"), outcome.err());
    JsonNode report = JSON.readTree(outcome.out());
    assertEquals("manifest.json", report.path("files").path(0).path("name").asText());
    assertTrue(report.path("comparisons").size() > 20, "and the numbers are compared all the same");
  }

  @Test
  void nothingIsNotAgreedWith() throws IOException {
    ObjectNode manifest = manifest();
    manifest.putArray("files");
    ((ObjectNode) manifest.path("result")).putArray("runs");
    Files.delete(out.resolve("results.h5"));
    seal(manifest);
    Shell.Outcome outcome = verify();
    assertEquals(1, outcome.status(), outcome.out());
    for (String part :
        List.of("results.h5: is missing", "study.yaml: is not in manifest.json", "runs.csv: ")) {
      assertTrue(outcome.err().contains(part), outcome.err());
    }
  }

  @Test
  void filesThatNoneKnowsAreNamed() throws IOException {
    Files.writeString(out.resolve("more\n.csv"), "eps");
    Shell.Outcome outcome = verify();
    assertEquals(1, outcome.status());
    assertTrue(outcome.err().contains("more?.csv: is not in manifest.json"), outcome.err());
  }

  @Test
  void resultsWithoutRunsAreNotAgreedWith() throws IOException {
    Path file = out.resolve("results.h5");
    SweepResult all = ResultHdf5.read(file);
    Files.delete(file);
    ResultHdf5.write(
        new SweepResult(
            all.study(), all.collisionKernel(), all.perturbation(), all.asked(), List.of()),
        file);
    ObjectNode manifest = manifest();
    enter(file, manifest);
    ObjectNode result = (ObjectNode) manifest.path("result");
    result.putArray("runs");
    result.putObject("slope");
    seal(manifest);
    Shell.Outcome outcome = verify();
    assertEquals(1, outcome.status(), outcome.out());
    assertTrue(
        outcome.err().contains("results.h5: has runs at eps = []; allowed: [0.2]"), outcome.err());
  }

  /** Tables that somebody changed would give the changed numbers again. */
  @Test
  void collisionTablesAreBuiltAnewUnlessTheCacheIsTrusted() {
    assertEquals(0, verify().status());
    assertFalse(Files.exists(folder.resolve("tables")), "nothing was read there or kept");
    assertEquals(0, verify("--cache").status());
    assertTrue(Files.exists(folder.resolve("tables")));
  }

  @ParameterizedTest
  @CsvSource({
    "/result/runs/0/distance/L2/sup, null, result.runs[0].distance.L2.sup: found null",
    "/result/runs/0/steps, 11, result.runs[0].steps: found 11; allowed: 10",
    "/study/sha256, hash, study.sha256 is not that of study.yaml",
    "/study/name, other, study.name is not that of results.h5",
    "/files/0/bytes, 2^80, files[0].bytes: found 1208925819614629174706176; allowed: a whole",
    "/files/0/bytes, 7, csv: was changed after the run",
    "/files/0/name, ../study.yaml, files[0].name: found \"../study.yaml\"; allowed: the name of",
    "/files/0/name, /etc/passwd, files[0].name: found \"/etc/passwd\"; allowed: the name of",
    "/plugins, null, plugins: found null; allowed: a list",
    "/wallSeconds, -1, wallSeconds: found -1; allowed: a number >= 0",
    "/started, yesterday, started: found \"yesterday\"; allowed: a time"
  })
  void aFalseManifestIsNamed(String place, String value, String message) throws IOException {
    ObjectNode manifest = manifest();
    int slash = place.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) manifest.at(place.substring(0, slash));
    String key = place.substring(slash + 1);
    switch (value) {
      case "null" -> parent.putNull(key);
      case "hash" -> parent.put(key, "a".repeat(64));
      case "2^80" -> parent.put(key, BigInteger.TWO.pow(80));
      default -> {
        if (value.matches("-?[0-9]+")) {
          parent.put(key, Integer.parseInt(value));
        } else {
          parent.put(key, value);
        }
      }
    }
    seal(manifest);
    Shell.Outcome outcome = verify();
    assertTrue(outcome.status() > 0, outcome.out());
    assertTrue(outcome.err().contains(message), outcome.err());
  }

  /** First the file, then the quantity. */
  @Test
  void numbersThatWereChangedAreNamedAfterTheirFile() throws IOException {
    Path file = out.resolve("results.h5");
    SweepResult all = ResultHdf5.read(file);
    all.runs().get(0).values("flux")[3] += 1e-3;
    Files.delete(file);
    ResultHdf5.write(all, file);
    Shell.Outcome outcome = verify();
    assertEquals(1, outcome.status());
    assertTrue(outcome.err().contains("results.h5: was changed after the run"), outcome.err());
    assertTrue(outcome.out().contains("flux at eps = 0.2 differs by"), outcome.out());

    ObjectNode manifest = manifest();
    enter(file, manifest);
    seal(manifest);
    Shell.Outcome sealed = verify();
    assertEquals(1, sealed.status(), sealed.out());
    assertTrue(sealed.err().contains("flux at eps = 0.2 differs by"), sealed.err());
  }

  /** Another study is not what was run: it is named, and not run. */
  @Test
  void aStudyThatWasChangedIsNotRun() throws IOException {
    Path study = out.resolve("study.yaml");
    Files.writeString(study, Files.readString(study).replace("mass: 4.0", "mass: 4.1"));
    Shell.Outcome outcome = verify("--json");
    assertEquals(1, outcome.status());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertTrue(outcome.err().contains("study.yaml: was changed after the run"), outcome.err());
    assertEquals(0, JSON.readTree(outcome.out()).path("comparisons").size());
  }
}
