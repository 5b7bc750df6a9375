package org.knudsen.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command in CONTRIBUTING.md in a copy of the sources, as in a fresh clone. A command
 * that would test or measure for minutes is run with one test or one benchmark: the words that
 * choose it are added to it. Two are looked at and not run, for they run this test: {@code ./mvnw
 * -B verify} and {@code .ci/run}.
 */
@Tag("slow")
class ContributingTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** What a build reads. */
  private static final List<String> SOURCES =
      List.of("pom.xml", "mvnw", ".mvn", "solver", "plugins", "kernel-extensions", "notebooks");

  private static final Pattern COMMAND = Pattern.compile("`(\\./mvnw [^`]+|\\.ci/[^`]+)`");

  /** Each command with the words that choose a part of its work. */
  private static final Map<String, String> CHOICE =
      Map.of(
          "./mvnw -q spotless:apply",
          "",
          "./mvnw -q -pl solver test -Dtest=SpeciesTableTest",
          "",
          "./mvnw -q -pl plugins/collision-kernels test -Dsolver.skipTests",
          " -Dtest=MaxwellContractTest",
          "./mvnw -q test -DexcludedGroups=slow", // ReadmeTest is slow
          " -Dtest=NearestNameTest,JsonTest,ReadmeTest -Dsurefire.failIfNoSpecifiedTests=false",
          "./mvnw -q compile javadoc:javadoc",
          "",
          "./mvnw -q -pl solver -Pbench prepare-package",
          " -Dbench=\"QuadraticBenchmark.dgemm -p space=FULL-6 -f 0 -wi 0 -i 1 -r 1ms\"");

  @TempDir Path folder;

  private static List<String> commands() throws IOException {
    String page = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
    return COMMAND.matcher(page).results().map(found -> found.group(1)).distinct().toList();
  }

  private void copySources() throws IOException {
    for (String source : SOURCES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(source))) {
        for (Path file : files.filter(f -> !made(f)).toList()) {
          Files.copy(file, folder.resolve(ROOT.relativize(file).toString()));
        }
      }
    }
  }

  private static boolean made(Path file) {
    return Stream.of("target", "scratch", ".ipynb_checkpoints")
        .anyMatch(name -> ROOT.relativize(file).toString().matches("(.*/)?" + name + "(/.*)?"));
  }

  private boolean reported(String module, String test) {
    return Files.exists(
        folder.resolve(module).resolve("target/surefire-reports/TEST-" + test + ".xml"));
  }

  @Test
  void everyCommandRuns() throws Exception {
    copySources();
    Path unformatted = folder.resolve("solver/src/main/java/org/knudsen/mixture/Unformatted.java");
    Files.writeString(unformatted, "package org.knudsen.mixture;\nfinal class Unformatted {  }\n");
    Commands shell =
        new Commands(
            folder,
            folder.resolve("log"),
            "-B -ntp -Dmaven.repo.local=" + Commands.localRepository());
    int run = 0;
    for (String command : commands()) {
      if (command.equals("./mvnw -B verify") || command.equals(".ci/run")) {
        continue;
      }
      String choice = CHOICE.get(command);
      assertNotNull(choice, () -> "a command that is not run: " + command);
      shell.run(command + choice);
      run++;
    }
    assertEquals(CHOICE.size(), run);

    assertEquals(
        "package org.knudsen.mixture;\n\nfinal class Unformatted {}\n",
        Files.readString(unformatted));
    assertTrue(reported("solver", "org.knudsen.mixture.SpeciesTableTest"));
    assertTrue(
        reported("plugins/collision-kernels", "org.knudsen.plugins.kernels.MaxwellContractTest"));
    assertTrue(reported("solver", "org.knudsen.plugin.NearestNameTest"));
    assertTrue(reported("kernel-extensions", "org.knudsen.archive.JsonTest"));
    assertFalse(reported("notebooks", ReadmeTest.class.getName()), "slow tests are left out");
    for (String module : List.of("solver", "plugins/collision-kernels", "kernel-extensions")) {
      assertTrue(
          Files.exists(folder.resolve(module).resolve("target/reports/apidocs/index.html")),
          module);
    }
    assertTrue(Files.readString(folder.resolve("log")).contains("QuadraticBenchmark.dgemm"));
  }

  @Test
  void theTwoThatRunThisTestAreThere() throws IOException {
    assertTrue(commands().containsAll(List.of("./mvnw -B verify", ".ci/run")));
    assertTrue(Files.isExecutable(ROOT.resolve("mvnw")));
    assertTrue(Files.isExecutable(ROOT.resolve(".ci/run")));
  }
}
