package org.knudsen.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.jupyter.document.Notebook;
import org.knudsen.jupyter.run.CellProgress;
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
  private static final String OPENS_A_BROWSER = "./knudsen jupyter\n";

  /** Stands for the checkout. */
  @TempDir Path folder;

  private String readme;
  private List<String> shell;
  private List<String> java;

  @BeforeEach
  void read() throws IOException {
    readme = Files.readString(ROOT.resolve("README.md"));
    shell = snippets("sh");
    java = snippets("java");
  }

  private List<String> snippets(String language) {
    List<String> found = new ArrayList<>();
    for (MatchResult fence : FENCE.matcher(readme).results().toList()) {
      String name = fence.group(1);
      assertTrue(name.equals("sh") || name.equals("java"), "a snippet that is not run: " + name);
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
    assertEquals(1, links);
  }

  @Test
  void flowRunsInANotebook() throws Exception {
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
        new NotebookRunner(KernelCommand.ofThisProcess(), Timeouts.DEFAULT, CellProgress.silent())
            .run(one, out, Optional.empty());
    assertEquals(Optional.empty(), result.failure());
    String png =
        Notebook.text(
            Notebook.read(out)
                .cells()
                .get(0)
                .path("outputs")
                .path(0)
                .path("data")
                .path("image/png"));
    assertTrue(png.startsWith("iVBORw0KGgo"), "the plot is shown");
  }

  @Test
  void kernelHasTwentyLinesAndCommandsRun() throws Exception {
    assertEquals(2, java.size());
    assertTrue(java.get(1).strip().lines().count() <= 20);
    Files.writeString(folder.resolve("ForwardScattering.java"), java.get(1));
    Path notebooks = folder.resolve("notebooks");
    Files.createSymbolicLink(notebooks, ROOT.resolve("notebooks"));
    Path launcher = folder.resolve("knudsen");
    String classPath = KernelClassPath.ofThisProcess().text();
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '%s' -Djava.awt.headless=true -Duser.home='%s' -cp '%s' org.knudsen.command.Main \"$@\"\n"
            .formatted(KernelCommand.ofThisProcess().java(), folder, classPath));
    assertTrue(launcher.toFile().setExecutable(true));
    for (String snippet : shell.subList(2, shell.size())) {
      // what the launcher has built is on the class path of this test
      sh(snippet.replace("kernel-extensions/target/lib/*", classPath).replace(OPENS_A_BROWSER, ""));
    }
    Files.delete(notebooks); // JUnit warns of a link that leads out of the folder it removes
    assertTrue(readme.contains(OPENS_A_BROWSER));
    for (String made : List.of("two-gases", "forward")) {
      assertTrue(Files.isRegularFile(folder.resolve(made).resolve("manifest.json")), made);
    }
  }

  private void sh(String commands) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-e", "-c", commands)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().remove("JUPYTER_DATA_DIR");
    builder.environment().remove("JUPYTER_PATH");
    String tools = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().merge("PATH", tools, (path, java) -> java + ":" + path);
    Process process = builder.start();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES), commands);
    assertEquals(
        0,
        process.exitValue(),
        () -> {
          try {
            return commands + Files.readString(log, StandardCharsets.UTF_8);
          } catch (IOException e) {
            return commands + e;
          }
        });
  }
}
