package org.knudsen.jupyter.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {
  /** As Jupyter writes it: indented by one, unknown keys, non-ASCII text. */
  private static final String TEXT =
      """
      {
       "cells": [
        {
         "cell_type": "markdown",
         "id": "intro",
         "metadata": {},
         "source": [
          "# \u03b5 \u2192 0\\n",
          "second line"
         ]
        },
        {
         "cell_type": "code",
         "execution_count": 3,
         "id": "run",
         "metadata": {
          "collapsed": false
         },
         "outputs": [
          {
           "name": "stdout",
           "output_type": "stream",
           "text": "old"
          }
         ],
         "source": "1 + 1"
        }
       ],
       "metadata": {
        "author": "Ada",
        "ratio": 0.10000000000000000001
       },
       "nbformat": 4,
       "nbformat_minor": 5
      }
      """;

  @TempDir Path folder;

  @Test
  void survivesARoundTrip() throws Exception {
    assertEquals(TEXT, Notebook.parse(TEXT, "test").toJson());
  }

  @Test
  void replacesTheFileInOneStep() throws Exception {
    Path file = folder.resolve("n.ipynb");
    Files.writeString(file, "old");
    Notebook.parse(TEXT, "test").write(file);
    assertEquals(TEXT, Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count(), "no temporary file is left");
    }
  }

  @Test
  void preparesForExecutionAndKeepsTheRest() throws Exception {
    Notebook notebook = Notebook.parse(TEXT, "test");
    notebook.prepareForExecution();
    var cell = notebook.cells().get(1);
    assertTrue(cell.path("outputs").isEmpty());
    assertTrue(cell.path("execution_count").isNull());
    assertEquals("run", cell.path("id").asText());
    assertEquals("false", cell.path("metadata").path("collapsed").asText());
    assertEquals("Ada", notebook.tree().path("metadata").path("author").asText());
    assertEquals(
        "knudsen", notebook.tree().path("metadata").path("kernelspec").path("name").asText());
  }

  @Test
  void readsTextsInBothForms() throws Exception {
    Notebook notebook = Notebook.parse(TEXT, "test");
    assertEquals(
        "# \u03b5 \u2192 0\nsecond line", Notebook.text(notebook.cells().get(0).path("source")));
    assertEquals("1 + 1", Notebook.text(notebook.cells().get(1).path("source")));
    assertEquals("[\"a\\n\",\"\\n\",\"b\"]", Notebook.lines("a\n\nb").toString());
    assertEquals("[]", Notebook.lines("").toString());
  }

  @Test
  void namesWhatIsWrongWithAFile() {
    assertMessage("{\n \"cells\": [,\n}", "x.ipynb, line 2: not JSON");
    assertMessage("[]", "x.ipynb: not a notebook");
    assertMessage("{\"nbformat\": 3}", "x.ipynb: key 'nbformat' is 3; only 4 is known");
    assertMessage("{\"nbformat\": 4}", "x.ipynb: key 'cells' is not a list");
    assertMessage("{\"nbformat\": 4, \"cells\": [{}]}", "x.ipynb: cell 1 is not an object with");
  }

  private static void assertMessage(String text, String start) {
    String message =
        assertThrows(NotebookFormatException.class, () -> Notebook.parse(text, "x.ipynb"))
            .getMessage();
    assertTrue(message.startsWith(start), message);
  }
}
