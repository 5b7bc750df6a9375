package org.knudsen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;

/**
 * Studies that are large, deep or odd are read, or refused, in a moment; so are plugins' faults.
 */
class HostileStudyTest {

  private static final Duration MOMENT = Duration.ofSeconds(10); // on a busy machine; 1 s alone

  @TempDir Path folder;

  private static Study read(String from, String to) {
    return read(StudyFileTest.GOOD.replace(from, to));
  }

  private static Study read(String text) {
    return assertTimeoutPreemptively(
        MOMENT, () -> StudyFile.readForRun(text, "two.yaml", StudyFileTest.CATALOGUE));
  }

  private static void refused(String message, String from, String to) {
    StudyException error = assertThrows(StudyException.class, () -> read(from, to));
    assertEquals("two.yaml:" + message, error.getMessage());
  }

  private static String list(int size, String entry) {
    return IntStream.range(0, size)
        .mapToObj(i -> entry.formatted(i))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Test
  void manyKnudsenNumbersAreRead() {
    Study study = read("[0.2, 0.1, 0.05]", list(20_000, "1.%05de-3"));
    assertEquals(20_000, study.requireForRun().knudsen().size());
  }

  @Test
  void manyWavesAreRead() {
    String pair =
        """
          - {species: light, wave: [%1$s], cos: 1e-9}
          - {species: heavy, wave: [-%1$s], cos: -1e-9}
        """;
    String waves =
        IntStream.range(0, 2000)
            .mapToObj(i -> pair.formatted(1 + i % 15))
            .collect(Collectors.joining());
    Study study = read("drift:", waves + "drift:");
    assertEquals(4_002, study.requireForRun().data().initial().size());
  }

  @Test
  void gridsOfAnySizeAreChecked() {
    assertEquals(1 << 24, read("points: 32", "points: 16777216").requireForRun().torus().cells());
    String large = StudyFileTest.GOOD.replace("points: 32", "points: 16777216");
    String crests = large.replace("cos: 0.1", "cos: 4").replace("cos: -0.1", "cos: -4");
    String message = assertThrows(StudyException.class, () -> read(crests)).getMessage();
    assertTrue(message.contains(" of species 'light' at x = [0.5] for knudsen 0.2"), message);
    String more =
        crests.replace("drift:", "  - {species: light, wave: [2], cos: 0}\n".repeat(2) + "drift:");
    assertEquals(
        "two.yaml:11: initial[0]: found amplitudes of species 'light' that sum to 4.0, with 4 waves"
            + " on 16777216 points; allowed: knudsen * sum < concentration, or fewer points, of"
            + " which each can be looked at",
        assertThrows(StudyException.class, () -> read(more)).getMessage());
  }

  @Test
  void longTextsAndNumbersAreRefused() {
    refused(
        "1: name: found 5000 characters; allowed: at most 1000 in a text or a number",
        "two-gases",
        "n".repeat(5000));
    refused(
        "6: velocityGrid.degree: found 500001 characters; allowed: at most 1000 in a text or a"
            + " number",
        "degree: 10",
        "degree: 1" + "0".repeat(500_000));
    refused(
        "1: name: found the text '"
            + "n".repeat(100)
            + "... (201 characters)'; allowed: "
            + Place.TEXT,
        "two-gases",
        "n".repeat(201));
  }

  @Test
  void aLargeFileIsNotReadToItsEnd() throws IOException {
    Path file = folder.resolve("large.yaml");
    Files.writeString(file, "name: " + "n".repeat(5_000_000));
    StudyException error =
        assertThrows(StudyException.class, () -> StudyFile.read(file, StudyFileTest.CATALOGUE));
    assertEquals(
        file + ": study: found more than 1048576 bytes; allowed: at most 1048576",
        error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 3000, 500_000})
  void deepNestingIsRefused(int levels) {
    refused(
        "14: study: nested too deeply; allowed: at most 16 levels",
        "[0.2, 0.1, 0.05]",
        "[".repeat(levels) + "]".repeat(levels));
  }

  @Test
  void aliasesOfAliasesAreRefused() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [0, 0, 0, 0]\n");
    for (int a = 1; a < 12; a++) {
      laughs.append("a%1$s: &a%1$s [*a%2$s, *a%2$s, *a%2$s, *a%2$s]%n".formatted(a, a - 1));
    }
    String message = assertThrows(StudyException.class, () -> read(laughs.toString())).getMessage();
    assertTrue(message.endsWith(": found too many values; allowed: at most 100000"), message);
    refused(
        "1: a%s: nested too deeply; allowed: at most 16 levels".formatted("[0]".repeat(16)),
        StudyFileTest.GOOD,
        "a: &a [*a]");
  }

  @Test
  void tooManySpeciesAreRefused() {
    refused(
        "2: mixture: found 103 species; allowed: at most 100, since pairs count",
        "collisionKernel",
        IntStream.range(0, 101)
                .mapToObj("  - {name: s%s, mass: 1, concentration: 1}\n"::formatted)
                .collect(Collectors.joining())
            + "collisionKernel");
  }

  @Test
  void whatIsNoValueOfItsTypeIsRefused() {
    refused(
        "7: timeIntegrator.dt: found 'x', which is no tag:yaml.org,2002:int; allowed: plain values"
            + " without tags",
        "dt: 0.005",
        "dt: !!int x");
    refused("9: fluidLimit.id: found 7; allowed: " + Place.TEXT, "id: maxwell-stefan", "id: 7");
  }

  @Test
  void controlAndBidiCharactersAreNotEchoed() {
    refused(
        "1: name: found the text 'a\\u{1b}[31m\\u{202e}b'; allowed: " + Place.TEXT,
        "two-gases",
        "\"a\\e[31m\\u202Eb\"");
    refused(
        "16: norms.\\u{202e}x: unknown key; allowed: sobolev",
        "norms: {",
        "norms: {\"\\u202Ex\": 1, ");
  }

  /** A kernel that cannot be made for one reason or another. */
  private record Failing(Error failure) implements CollisionKernelProvider {
    @Override
    public String id() {
      return "failing";
    }

    @Override
    public String description() {
      return "a kernel";
    }

    @Override
    public String reference() {
      return "nowhere";
    }

    @Override
    public CollisionKernel create(Mixture mixture, ParameterValues parameters) {
      throw failure;
    }
  }

  private static String message(Error failure) {
    PluginCatalogue catalogue =
        StudyFileTest.CATALOGUE.with(PluginFamily.COLLISION_KERNELS, new Failing(failure));
    String text =
        StudyFileTest.GOOD.replace(
            "{id: vhs, gamma: 0.5, C: [[1.0, 2.0], [2.0, 3.0]]}", "{id: failing}");
    return assertThrows(StudyException.class, () -> StudyFile.read(text, "two.yaml", catalogue))
        .getMessage();
  }

  @Test
  void errorsOfPluginsAreErrorsOfTheStudy() {
    for (Error failure :
        new Error[] {
          new AssertionError("odd"), new NoSuchMethodError("gone()"), new StackOverflowError("deep")
        }) {
      String message = message(failure);
      String start = "two.yaml:5: collisionKernel: found a plugin that fails: " + failure + " at ";
      assertTrue(message.startsWith(start), message);
    }
  }
}
