package org.knudsen.jupyter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.jupyter.document.Notebook;
import org.knudsen.jupyter.spec.KernelCommand;
import org.knudsen.jupyter.spec.KernelSpec;

/**
 * Debian's own Jupyter executes notebooks on the notebook kernel, found by its kernelspec: one that
 * ends well, once for all tests, and one that does not.
 */
@Tag("slow")
class NbconvertTest {
  private static final String PYTHON = "/usr/bin/python3";

  @TempDir static Path folder;

  @BeforeAll
  static void executeTheExample() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of(PYTHON)) && python("-c", "import nbconvert, nbclient") == 0,
        "skipped: Debian's Jupyter is missing (apt install jupyter-nbconvert python3-nbclient)");
    KernelSpec.install(folder.resolve("data"), KernelSpec.NAME, KernelCommand.ofThisProcess(), "");
    example().write(folder.resolve("n.ipynb"));
    int status =
        python(
            "-m", "nbconvert", "--to", "notebook", "--execute", "n.ipynb", "--output", "x.ipynb");
    assertEquals(0, status, NbconvertTest::logText);
  }

  private static int python(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(PYTHON));
    words.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("JUPYTER_DATA_DIR", folder.resolve("data").toString());
    builder.environment().put("JUPYTER_CONFIG_DIR", folder.resolve("config").toString());
    builder.environment().put("IPYTHONDIR", folder.resolve("ipython").toString());
    Process process = builder.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("python took more than 5 minutes: " + log());
    }
    return process.exitValue();
  }

  private static String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private static Notebook example() throws Exception {
    Notebook notebook =
        Notebooks.ofCode(
            "System.out.println(\"one\");\nSystem.err.println(\"two\");\n1 + 1",
            "Table.create(\"t\", DoubleColumn.create(\"x\", 1.0 / 3, 2))",
            "var chart = new XYChartBuilder().width(300).height(200).build();\n"
                + "chart.addSeries(\"s\", new double[] {0, 1}, new double[] {0, 1});\nchart",
            "import org.knudsen.notebook.progress.*;\n"
                + "import org.knudsen.notebook.kernel.KnudsenKernel;\n"
                + "var bar = new ProgressBar(new NotebookView(KnudsenKernel.running().get()));\n"
                + "{\n  bar.started(\"run\", 50);\n  for (int i = 1; i <= 50; i++) {\n"
                + "    Thread.sleep(20);\n    bar.advanced(i);\n  }\n  bar.finished();\n}");
    notebook.prepareForExecution();
    return notebook;
  }

  @Test
  void executesANotebookWithTheSameOutputsAsOurRunner() throws Exception {
    Notebook theirs = Notebook.read(folder.resolve("x.ipynb"));
    Notebook ours = example();
    assertTrue(
        new NotebookRunner(KernelCommand.ofThisProcess(), Timeouts.DEFAULT, (done, all) -> {})
            .execute(ours, folder)
            .failure()
            .isEmpty());
    for (int i = 0; i < ours.cells().size(); i++) {
      assertEquals(
          outputs(ours.cells().get(i)), outputs(theirs.cells().get(i)), "outputs of cell " + i);
    }
    // The bar was updated in place to its last state.
    assertEquals("run: 50 of 50", Notebooks.data(theirs, 3, 0, "text/plain"));
    assertEquals(1, theirs.cells().get(3).path("outputs").size());
  }

  @Test
  void showsTheVectorPictureInAPage() throws Exception {
    int status = python("-m", "nbconvert", "--to", "html", "x.ipynb");
    assertEquals(0, status, NbconvertTest::logText);
    String page = Files.readString(folder.resolve("x.html"));
    assertTrue(page.contains("src=\"data:image/svg+xml;base64,"), "the SVG survived nbconvert");
    assertTrue(page.contains(">0.333333</td>"), "the table survived nbconvert");
  }

  @Test
  void failsWithTheMessageOfTheCell() throws Exception {
    Notebook notebook = Notebooks.ofCode("throw new IllegalStateException(\"no such kernel\");");
    notebook.prepareForExecution();
    notebook.write(folder.resolve("bad.ipynb"));
    int status = python("-m", "nbconvert", "--to", "notebook", "--execute", "bad.ipynb");
    assertNotEquals(0, status);
    assertTrue(log().contains("IllegalStateException: no such kernel"), NbconvertTest::logText);
  }

  /** Outputs by what they say: one file keeps a text as lines, the other as one string. */
  private static List<String> outputs(ObjectNode cell) {
    List<String> outputs = new ArrayList<>();
    for (JsonNode output : cell.path("outputs")) {
      StringBuilder text = new StringBuilder(output.path("output_type").asText());
      text.append(output.path("name").asText()).append(Notebook.text(output.path("text")));
      output.path("data").properties().stream()
          .map(entry -> entry.getKey() + Notebook.text(entry.getValue()).strip())
          .sorted()
          .forEach(text::append);
      outputs.add(text.toString());
    }
    return outputs;
  }

  private static String logText() {
    try {
      return log();
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void passesJupytersOwnTestOfKernels() throws Exception {
    assumeTrue(
        python("-c", "import jupyter_kernel_test") == 0,
        "skipped: apt install python3-jupyter-kernel-test");
    try (var script = NbconvertTest.class.getResourceAsStream("test_knudsen_kernel.py")) {
      Files.copy(script, folder.resolve("test_knudsen_kernel.py"));
    }
    assertEquals(0, python("test_knudsen_kernel.py", "-v"), NbconvertTest::logText);
    assertTrue(log().contains("Ran 12 tests"), NbconvertTest::logText);
    assertTrue(log().contains("OK (skipped=1)"), NbconvertTest::logText);
  }
}
