package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebooks through the command line, on a real kernel. */
class NotebookCommandTest {

  @TempDir Path folder;

  private Path notebook(String code) throws IOException {
    String text =
        """
        {"cells": [{"cell_type": "code", "id": "one", "execution_count": null, "metadata": {},
          "outputs": [], "source": [%s]}],
         "metadata": {"kernelspec": {"display_name": "Knudsen (Java)", "language": "java",
          "name": "knudsen"}}, "nbformat": 4, "nbformat_minor": 5}
        """
            .formatted(new ObjectMapper().writeValueAsString(code));
    return Files.writeString(folder.resolve("work.ipynb"), text);
  }

  @Test
  void aNotebookIsExecutedBesideItself() throws IOException {
    Path notebook = notebook("6 * 7");
    String before = Files.readString(notebook);
    Shell.Outcome outcome = new Shell(folder).run("notebook", "run", notebook);
    assertEquals(0, outcome.status(), outcome.err());
    Path executed = folder.resolve("work-executed.ipynb");
    JsonNode cell = new ObjectMapper().readTree(executed.toFile()).path("cells").path(0);
    assertEquals(
        "42", cell.path("outputs").path(0).path("data").path("text/plain").path(0).asText());
    assertTrue(Files.readString(folder.resolve("work-executed.html")).contains("42"));
    assertEquals(before, Files.readString(notebook), "the notebook itself is as it was");
    assertTrue(outcome.out().contains(executed.toString()), outcome.out());
  }

  @Test
  void aCellThatFailsEndsWithItsMessage() throws IOException {
    Path notebook = notebook("throw new IllegalStateException(\"out of helium\");");
    Path out = folder.resolve("out.ipynb");
    Shell.Outcome outcome = new Shell(folder).run("notebook", "run", notebook, "--out", out);
    assertEquals(1, outcome.status());
    assertTrue(outcome.err().contains("out of helium"), outcome.err());
    assertTrue(Files.readString(out).contains("out of helium"), "the error stands in the notebook");
  }

  @Test
  void errorsThatAreAllowedAreCountedInTheLastLine() throws IOException {
    Path notebook = notebook("throw new IllegalStateException(\"out of helium\");");
    Shell.Outcome outcome = new Shell(folder).run("notebook", "run", notebook, "--allow-errors");
    assertEquals(0, outcome.status(), outcome.err());
    assertTrue(
        outcome.err().endsWith("work.ipynb: 1 of 1 cells failed" + System.lineSeparator()),
        outcome.err());
  }

  /** Waits for the text that a process of ours writes into a file when it is as far. */
  private static String await(Path file, Process process) throws Exception {
    while (!Files.exists(file) || Files.size(file) == 0) {
      assertTrue(process.isAlive(), "ended before it wrote " + file);
      Thread.sleep(20);
    }
    return Files.readString(file);
  }

  private static void interrupt(Process process) throws Exception {
    assertEquals(
        0, new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor());
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(128 + 2, process.exitValue());
  }

  @Test
  @Timeout(120)
  void ctrlCLeavesNothingOfTheKernel() throws Exception {
    Path started = folder.resolve("started");
    Path notebook =
        notebook(
            """
            import java.nio.file.*;
            Files.writeString(Path.of("writing"), System.getProperty("sun.java.command"));
            Files.move(Path.of("writing"), Path.of("started"));
            Thread.sleep(600_000);
            """);
    Process process = Shell.start(folder.resolve("log"), "notebook", "run", notebook);
    String command = await(started, process);
    Path connection = Path.of(command.substring(command.indexOf(' ') + 1));
    assertTrue(Files.exists(connection), command);
    interrupt(process);
    assertFalse(Files.exists(connection.resolveSibling("")));
  }

  @Test
  @Timeout(120)
  void ctrlCEndsJupyter() throws Exception {
    Path started = folder.resolve("started");
    Path program =
        Files.writeString(
            folder.resolve("jupyter"),
            "#!/bin/sh\ncd '%s'\ntrap '' INT\ntrap 'echo > ended; exit' TERM\n".formatted(folder)
                + "echo > started\nwhile :; do sleep 0.1; done\n");
    assertTrue(program.toFile().setExecutable(true));
    Map<String, String> environment =
        Map.of("PATH", folder + ":" + System.getenv("PATH"), "JUPYTER_DATA_DIR", folder.toString());
    Process process = Shell.start(environment, folder.resolve("log"), "jupyter");
    await(started, process);
    interrupt(process);
    assertTrue(Files.exists(folder.resolve("ended")));
  }

  @ParameterizedTest
  @CsvSource({
    "--html, work.ipynb, --html: found the notebook",
    "--out, work-executed.html, --html: found the notebook",
    "--cell-timeout, 99999999999, '--cell-timeout: found 99999999999; allowed: an integer from 1'"
  })
  void whatCannotBeIsSaidBeforeAnythingIsDone(String option, String value, String message)
      throws IOException {
    Path notebook = notebook("6 * 7");
    String before = Files.readString(notebook);
    Object given = option.startsWith("--cell") ? value : folder.resolve(value);
    Shell.Outcome outcome = new Shell(folder).run("notebook", "run", notebook, option, given);
    assertEquals(2, outcome.status(), outcome.err());
    assertTrue(outcome.err().contains(message), outcome.err());
    assertEquals(before, Files.readString(notebook));
  }

  @Test
  void theKernelspecStartsThisJava() throws IOException {
    Path prefix = folder.resolve("prefix");
    Shell.Outcome outcome = new Shell(folder).run("jupyter", "install", "--prefix", prefix);
    assertEquals(0, outcome.status(), outcome.err());
    Path file = prefix.resolve("share/jupyter/kernels/knudsen/kernel.json");
    JsonNode spec = new ObjectMapper().readTree(file.toFile());
    assertEquals("java", spec.path("language").asText());
    assertTrue(Files.isExecutable(Path.of(spec.path("argv").path(0).asText())));
    assertTrue(outcome.out().contains(file.toString()));
  }
}
