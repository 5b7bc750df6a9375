package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
