package org.knudsen.jupyter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.jupyter.document.Notebook;
import org.knudsen.jupyter.spec.KernelClassPath;
import org.knudsen.jupyter.spec.KernelCommand;

/**
 * Runs the real notebook kernel, each time in a process of its own. What a notebook shows is looked
 * at in one that is executed twice.
 */
class NotebookRunnerTest {
  private static final String ERROR_IN_RENDERING =
      "class Broken { public String toString() { throw new NoClassDefFoundError(\"missing/Type\"); }"
          + " }\nnew Broken()";

  private static Notebook shown;
  private static NotebookResult result;

  @TempDir static Path folder;

  private static NotebookRunner runner(Timeouts timeouts) {
    return new NotebookRunner(KernelCommand.ofThisProcess(), timeouts, (done, all) -> {});
  }

  private static NotebookResult execute(Notebook notebook) throws Exception {
    return runner(Timeouts.DEFAULT).execute(notebook, folder);
  }

  private static Notebook example() throws Exception {
    Notebook notebook =
        Notebooks.ofCode(
            "System.out.print(\"one \");\nSystem.out.println(\"two\");\n1 + 1",
            "Table.create(\"gases\", StringColumn.create(\"name\", \"a<b\"),"
                + " DoubleColumn.create(\"mass\", 1.0 / 3))",
            "var chart = new XYChartBuilder().width(300).height(200).title(\"line\").build();\n"
                + "chart.addSeries(\"s\", new double[] {0, 1}, new double[] {0, 1});\nchart",
            ERROR_IN_RENDERING,
            "display(Mixture.of(new Species(\"light\", 1, 0.5), new Species(\"heavy\", 4, 0.5)))",
            "40 + 2",
            "display(chart)",
            "String id = display(\"before\");",
            "updateDisplay(id, \"after\");",
            "\"ends\"");
    notebook.cells().get(3).withObject("/metadata").putArray("tags").add("raises-exception");
    return notebook;
  }

  @BeforeAll
  static void executeTheExample() throws Exception {
    shown = example();
    result = execute(shown);
  }

  @Test
  void showsTextTableAndChartAndGoesOnAfterAnErrorInRendering() {
    Notebook notebook = shown;
    assertEquals(new NotebookResult(10, 0, Optional.empty()), result);
    // Two prints are one stream, and nothing else (SLF4J, a start-up message) is in the cell.
    assertEquals("one two\n", Notebooks.stream(notebook, 0, 0));
    assertEquals("2", Notebooks.data(notebook, 0, 1, "text/plain"));
    assertEquals(2, notebook.cells().get(0).path("outputs").size());
    assertEquals(
        "gases\nname      mass\na<b   0.333333", Notebooks.data(notebook, 1, 0, "text/plain"));
    assertTrue(Notebooks.data(notebook, 1, 0, "text/html").contains(">a&lt;b</td>"));
    assertTrue(Notebooks.data(notebook, 2, 0, "text/html").startsWith("<img alt=\"line\""));
    assertTrue(Notebooks.data(notebook, 2, 0, "image/png").startsWith("iVBORw0KGgo"));
    ObjectNode error = (ObjectNode) notebook.cells().get(3).path("outputs").get(0);
    assertEquals("error", error.path("output_type").asText());
    assertTrue(error.path("evalue").asText().contains("NoClassDefFoundError: missing/Type"));
    // The random identifier that display returns is no result: the card is the only output.
    assertEquals(1, notebook.cells().get(4).path("outputs").size());
    assertTrue(Notebooks.data(notebook, 4, 0, "text/html").contains("Mixture of 2 species"));
    assertEquals("42", Notebooks.data(notebook, 5, 0, "text/plain"));
    assertEquals(6, notebook.cells().get(5).path("execution_count").asInt());
    assertEquals("cell-6", notebook.cells().get(5).path("id").asText());
  }

  @Test
  void isTheSameFileEveryTime() throws Exception {
    Notebook again = example();
    execute(again);
    assertEquals(shown.toJson(), again.toJson());
  }

  @Test
  void stopsAtTheFirstErrorAndWritesWhatItHas(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("bad.ipynb");
    Notebooks.ofCode("int steps = 3;", "throw new IllegalArgumentException(\"dt is -1\");", "steps")
        .write(file);
    Path out = folder.resolve("out.ipynb");
    Path html = folder.resolve("out.html");

    NotebookResult result = runner(Timeouts.DEFAULT).run(file, out, Optional.of(html));

    assertEquals(2, result.executedCells());
    assertEquals(
        "cell 2 failed: IllegalArgumentException: dt is -1",
        result.failure().orElseThrow().summary());
    Notebook written = Notebook.read(out);
    assertEquals(
        "error", written.cells().get(1).path("outputs").get(0).path("output_type").asText());
    assertTrue(written.cells().get(2).path("outputs").isEmpty());
    assertTrue(written.cells().get(2).path("execution_count").isNull());
    assertTrue(Files.readString(html).contains("IllegalArgumentException: dt is -1"));
    try (var files = Files.list(folder)) {
      assertEquals(3, files.count(), "no temporary file is left");
    }
  }

  @Test
  void namesWhatDoesNotCompile() throws Exception {
    NotebookResult result = execute(Notebooks.ofCode("int x = undefinedName;"));
    String summary = result.failure().orElseThrow().summary();
    assertEquals(
        "cell 1 failed: CompilationException: cell [1], line 1: "
            + "cannot find symbol: variable undefinedName",
        summary);
  }

  @Test
  void reportsAKernelThatDies() throws Exception {
    NotebookResult result = execute(Notebooks.ofCode("Runtime.getRuntime().halt(7);"));
    NotebookResult.Failure failure = result.failure().orElseThrow();
    assertEquals("KernelFailure", failure.name());
    assertTrue(failure.message().contains("exit status 7"), failure.message());
  }

  @Test
  void interruptsACellThatTakesTooLong() throws Exception {
    Notebook notebook = Notebooks.ofCode("Thread.sleep(600_000);");
    Timeouts brief =
        new Timeouts(
            Duration.ofMinutes(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1));
    long start = System.nanoTime();
    NotebookResult result = runner(brief).execute(notebook, folder);
    long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    assertEquals("CellTimeout", result.failure().orElseThrow().name());
    // The cell would sleep for 600 s; the rest is the start of the process, on a busy machine.
    assertTrue(seconds < 300, () -> "took " + seconds + " s");
  }

  @Test
  void timesACellThatPrintsWithoutEnd() throws Exception {
    Notebook notebook = Notebooks.ofCode("while (true) System.out.println(\"again\");", "1 + 1");
    NotebookResult result =
        runner(Timeouts.DEFAULT.withCell(Duration.ofMillis(500))).execute(notebook, folder);
    assertEquals("CellTimeout", result.failure().orElseThrow().name());
    assertTrue(notebook.cells().get(1).path("outputs").isEmpty());
  }

  @Test
  void givesParametersGoesOnAfterErrorsAndEndsWhatCellsStarted() throws Exception {
    Notebook notebook =
        Notebooks.ofCode(
            "double eps = 0.1; var name = \"a\";",
            "System.out.print(eps + name);",
            "throw new IllegalStateException();",
            "System.out.print(new ProcessBuilder(\"sleep\", \"3600\").start().pid());",
            // its parent ends at once
            "System.out.print(new String(Runtime.getRuntime().exec(new String[] {\"sh\", \"-c\","
                + " \"sleep 3600 >/dev/null & echo $!\"}).getInputStream().readAllBytes()));");
    notebook.cells().get(0).withObject("/metadata").putArray("tags").add("parameters");
    Path file = folder.resolve("parameters.ipynb");
    notebook.write(file);
    NotebookResult result =
        new NotebookRunner(KernelCommand.ofThisProcess(), Timeouts.DEFAULT, (done, all) -> {}, true)
            .run(file, Map.of("eps", "0.25"), file, Optional.empty());
    assertEquals(new NotebookResult(6, 1, Optional.empty()), result);
    Notebook written = Notebook.read(file);
    assertEquals("double eps = 0.25;", Notebook.text(written.cells().get(1).path("source")));
    assertEquals("0.25a", Notebooks.stream(written, 2, 0));
    assertEquals("error", written.cells().get(3).at("/outputs/0/output_type").asText());
    for (int cell : List.of(4, 5)) {
      long pid = Long.parseLong(Notebooks.stream(written, cell, 0).strip());
      Optional<ProcessHandle> left = ProcessHandle.of(pid);
      if (left.isPresent()) {
        left.get().onExit().get(10, TimeUnit.SECONDS); // it has been told to end
      }
    }
  }

  @Test
  void honoursUpdatesOfADisplayFromALaterCell() {
    assertEquals("after", Notebooks.data(shown, 7, 0, "text/plain"));
    assertTrue(shown.cells().get(8).path("outputs").isEmpty());
  }

  @Test
  void storesAMillionLinesAndWhatThreadsPrintAfterTheirCell() throws Exception {
    Notebook notebook =
        Notebooks.ofCode(
            """
            var shown = new CountDownLatch(1);
            var late = new Thread(() -> {
              try {
                shown.await();
              } catch (InterruptedException e) {
                return;
              }
              System.out.println("late text");
              display("late display");
            });
            late.start();
            """,
            "System.out.println(\"own\"); shown.countDown(); late.join();",
            "for (int i = 0; i < 1_000_000; i++) System.out.println(\"line \" + i);");
    assertEquals(Optional.empty(), execute(notebook).failure());
    List<ObjectNode> cells = notebook.cells();
    assertEquals("late text\n", Notebook.text(cells.get(0).at("/outputs/0/text")));
    assertEquals("late display", Notebook.text(cells.get(0).at("/outputs/1/data/text~1plain")));
    assertEquals(1, cells.get(1).path("outputs").size(), () -> cells.get(1).toString());
    String[] lines = Notebook.text(cells.get(2).at("/outputs/0/text")).split("\n");
    assertEquals(1_000_000, lines.length);
    assertEquals("line 999999", lines[999_999]);
    assertEquals(1, cells.get(2).path("outputs").size());
  }

  @Test
  void saysThatAKernelDoesNotStart() {
    KernelCommand broken =
        new KernelCommand(
            KernelCommand.ofThisProcess().java(),
            List.of("-XX:NoSuchOption"),
            KernelClassPath.ofThisProcess());
    KernelException e =
        org.junit.jupiter.api.Assertions.assertThrows(
            KernelException.class,
            () ->
                new NotebookRunner(broken, Timeouts.DEFAULT, (done, all) -> {})
                    .execute(Notebooks.ofCode("1"), folder));
    assertTrue(e.getMessage().contains("NoSuchOption"), e.getMessage());
    assertFalse(e.getMessage().contains("still running"), e.getMessage());
  }
}
