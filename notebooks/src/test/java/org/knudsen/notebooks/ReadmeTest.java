package org.knudsen.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.jupyter.document.Notebook;
import org.knudsen.jupyter.run.NotebookResult;
import org.knudsen.jupyter.run.NotebookRunner;
import org.knudsen.jupyter.run.Timeouts;
import org.knudsen.jupyter.spec.KernelClassPath;
import org.knudsen.jupyter.spec.KernelCommand;

/**
 * Runs every piece of code in the README. Three commands are looked at and not run: the first
 * command, which {@link BoltzmannToMaxwellStefanTest} stands for, the test command, which is what
 * runs this test, and {@code ./knudsen jupyter}, which opens a browser.
 */
@Tag("slow")
class ReadmeTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern FENCE =
      Pattern.compile("(?m)^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL);
  private static final String KERNELS = "org.knudsen.plugin.CollisionKernelProvider";
  private static final String OPENS_A_BROWSER = "./knudsen jupyter\n";

  /** Its folder {@code checkout} stands for the checkout, {@code forward-kernel} is beside it. */
  @TempDir Path folder;

  private String readme;
  private List<String> shell;
  private List<String> java;
  private List<String> xml;

  @BeforeEach
  void read() throws IOException {
    readme = Files.readString(ROOT.resolve("README.md"));
    shell = snippets("sh");
    java = snippets("java");
    xml = snippets("xml");
  }

  private List<String> snippets(String language) {
    List<String> found = new ArrayList<>();
    for (MatchResult fence : FENCE.matcher(readme).results().toList()) {
      String name = fence.group(1);
      assertTrue(name.matches("sh|java|xml"), "a snippet that is not run: " + name);
      if (name.equals(language)) {
        found.add(fence.group(2));
      }
    }
    return found;
  }

  @Test
  void twoCommandsComeFirst() throws IOException {
    Matcher run =
        Pattern.compile(
                "\\./knudsen notebook run (notebooks/01\\S+) --out (notebooks/target/\\S+)\n")
            .matcher(shell.get(0));
    assertTrue(run.matches(), shell.get(0));
    assertTrue(Files.isRegularFile(ROOT.resolve(run.group(1))));
    assertTrue(readme.contains("`" + run.group(2) + "`"), "says where the result is");
    assertTrue(Files.readString(ROOT.resolve(".gitignore")).contains("target/"));
    assertTrue(Files.isExecutable(ROOT.resolve("knudsen")));
    assertEquals("./mvnw -B verify\n", shell.get(1));
    // the same command there, without the progress of downloads
    assertTrue(
        Files.readString(ROOT.resolve(".ci/run"))
            .lines()
            .anyMatch(line -> line.strip().replace(" -ntp", "").equals("./mvnw -B verify")));
    int before = readme.indexOf(shell.get(1));
    assertTrue(readme.indexOf("\n## ") > before, "both stand above the first heading");
  }

  @Test
  void linksToFilesThatAreThere() {
    Matcher link = Pattern.compile("\\]\\(([^):]+)\\)").matcher(readme);
    int links = 0;
    while (link.find()) {
      assertTrue(Files.exists(ROOT.resolve(link.group(1))), link.group(1));
      links++;
    }
    assertEquals(3, links); // the picture, CONTRIBUTING and the paper map
  }

  @Test
  void flowRunsInANotebook() throws Exception {
    long code =
        java.get(0).lines().filter(line -> !line.isBlank() && !line.startsWith("//")).count();
    assertTrue(code <= 20, code + " lines of code");
    ObjectNode notebook = JsonNodeFactory.instance.objectNode();
    notebook.put("nbformat", 4).put("nbformat_minor", 5).putObject("metadata");
    ObjectNode cell = notebook.putArray("cells").addObject();
    cell.put("id", "flow").put("cell_type", "code").put("source", java.get(0));
    cell.putNull("execution_count").putObject("metadata");
    cell.putArray("outputs");
    Path one = folder.resolve("flow.ipynb");
    Files.writeString(one, notebook.toString());
    Path out = folder.resolve("out.ipynb");
    NotebookResult result =
        new NotebookRunner(KernelCommand.ofThisProcess(), Timeouts.DEFAULT, (done, all) -> {})
            .run(one, out, Optional.empty());
    assertEquals(Optional.empty(), result.failure());
    JsonNode outputs = Notebook.read(out).cells().get(0).path("outputs");
    assertTrue(outputs.path(0).toString().contains("hottest"), "the table is shown");
    String png = Notebook.text(outputs.path(1).path("data").path("image/png"));
    assertTrue(png.startsWith("iVBORw0KGgo"), "the plot is shown");
  }

  /**
   * The kernel as a jar, and as the project of a stranger against installed artifacts: the local
   * repository into which the README installs is a fresh one, on top of the one in use.
   */
  @Test
  void kernelHasTwentyLinesAndCommandsRun() throws Exception {
    assertEquals(3, java.size());
    assertTrue(java.get(1).strip().lines().count() <= 20);
    Path checkout = Files.createDirectory(folder.resolve("checkout"));
    write(checkout.resolve("scratch/ForwardScattering.java"), java.get(1));
    Path project = folder.resolve("forward-kernel");
    assertEquals(1, xml.size());
    write(project.resolve("pom.xml"), xml.get(0));
    write(project.resolve("src/main/java/com/example/ForwardScattering.java"), java.get(1));
    write(project.resolve("src/test/java/com/example/ForwardScatteringTest.java"), java.get(2));
    write(
        project.resolve("src/main/resources/META-INF/services").resolve(KERNELS),
        "com.example.ForwardScattering\n");

    Path notebooks = checkout.resolve("notebooks");
    Files.createSymbolicLink(notebooks, ROOT.resolve("notebooks"));
    String classPath = KernelClassPath.ofThisProcess().text();
    script(
        checkout.resolve("knudsen"),
        "exec '%s' -Djava.awt.headless=true -Duser.home='%s' -cp '%s' org.knudsen.command.Main \"$@\""
            .formatted(KernelCommand.ofThisProcess().java(), folder, classPath));
    script(
        checkout.resolve("mvnw"), // what is built stands in the real checkout
        "case \"$*\" in *' -f '*) ;; *) cd '%s' ;; esac\nexec '%s' \"$@\""
            .formatted(ROOT, ROOT.resolve("mvnw")));
    Path repository = folder.resolve("repository");
    Commands commands =
        new Commands(
            checkout,
            folder.resolve("log"),
            "-B -ntp -Dmaven.repo.local=%s -Dmaven.repo.local.tail=%s"
                .formatted(repository, Commands.localRepository()));
    for (String snippet : shell.subList(2, shell.size())) {
      // what the launcher has built is on the class path of this test
      commands.run(
          snippet
              .replace("kernel-extensions/target/lib/*", classPath)
              .replace(OPENS_A_BROWSER, ""));
    }
    Files.delete(notebooks); // JUnit warns of a link that leads out of the folder it removes
    assertTrue(readme.contains(OPENS_A_BROWSER));

    Path scratch = checkout.resolve("scratch");
    for (String made : List.of("two-gases", "forward-run", "forward-kernel-run")) {
      assertTrue(Files.isRegularFile(scratch.resolve(made).resolve("manifest.json")), made);
    }
    String manifest = Files.readString(scratch.resolve("forward-kernel-run/manifest.json"));
    assertTrue(manifest.contains("forward-kernel-1.0.jar"), manifest);
    assertTrue(Files.isDirectory(repository.resolve("org/knudsen/knudsen-solver")));
    String contract =
        Files.readString(
            project.resolve("target/surefire-reports/com.example.ForwardScatteringTest.txt"));
    assertTrue(contract.matches("(?s).*Tests run: [1-9]\\d+, Failures: 0, Errors: 0.*"), contract);
    try (Stream<Path> files = Files.list(checkout)) {
      assertEquals(
          List.of("knudsen", "mvnw", "scratch"),
          files.map(file -> file.getFileName().toString()).sorted().toList(),
          "all is written to scratch");
    }
    assertTrue(Files.readAllLines(ROOT.resolve(".gitignore")).contains("/scratch/"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void script(Path file, String commands) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }
}
