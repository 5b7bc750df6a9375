package org.knudsen.jupyter.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.jupyter.html.HtmlPage;

/** Damaged notebooks: each is read, written and shown, or refused in one line; none hangs. */
class NotebookFuzzTest {
  private static final String GOOD =
      """
      {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": "knudsen"}}, "cells": [
       {"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["# T $x_1$\\n", "| a |\\n"],
        "attachments": {"p.png": {"image/png": "iVBO"}}},
       {"cell_type": "code", "id": "b", "metadata": {"tags": ["parameters"]}, "execution_count": 1,
        "source": ["var s = \\"text\\"; // c\\n", "s.length() * 1e-3"], "outputs": [
         {"output_type": "stream", "name": "stdout", "text": ["out \u03b5\\n"]},
         {"output_type": "display_data", "metadata": {}, "data": {"text/html": "<b>x</b>"}},
         {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["E: v"]}]},
       {"cell_type": "raw", "id": "c", "metadata": {}, "source": ""}]}
      """;

  /**
   * What one piece of a notebook is replaced by: other types, limits of readers, odd characters.
   */
  private static final List<String> PIECES =
      List.of(
          "null",
          "[]",
          "{}",
          "-1",
          "1e999999999",
          "\"\"",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "[".repeat(5_000) + "]".repeat(5_000),
          "{\"a\":".repeat(1_500) + "1" + "}".repeat(1_500),
          "\"" + "$a ".repeat(20_000) + "\"",
          "\"" + "> ".repeat(20_000) + "\"",
          "\"\\\"" + "\\\\n".repeat(50_000) + "\\\"\"",
          "\"" + "[".repeat(30_000) + "\"",
          "NaN",
          "\"x\nx\"",
          ",",
          "'");

  @TempDir Path folder;

  @Test
  void everyDamagedNotebookGivesANotebookOrOneLine() throws Exception {
    int refused = 0;
    for (int seed = 0; seed < 100; seed++) {
      Path file = Files.write(folder.resolve(seed + ".ipynb"), damaged(new Random(seed)));
      int number = seed;
      String answer =
          assertTimeoutPreemptively(
              Duration.ofSeconds(10), () -> answer(file), () -> "hangs at seed " + number);
      assertFalse(answer.contains("\n"), answer);
      assertFalse(answer.contains("getLineNr"), () -> "seed " + number + ": " + answer);
      if (!answer.isEmpty()) {
        refused++;
        assertTrue(answer.startsWith(file.toString()), answer);
      }
    }
    assertTrue(refused > 20 && refused < 80, refused + " of 100 refused: the damage is one-sided");
  }

  /** The line by which a file is refused; empty where it is a notebook. */
  private static String answer(Path file) throws Exception {
    Notebook notebook;
    try {
      notebook = Notebook.read(file);
    } catch (NotebookFormatException e) {
      return e.getMessage();
    }
    notebook.write(file);
    assertEquals(notebook.toJson(), Notebook.read(file).toJson());
    HtmlPage.write(notebook, "damaged", file.resolveSibling("page.html"));
    notebook.prepareForExecution();
    notebook.cells().forEach(Notebook::isExecutable);
    return "";
  }

  private static byte[] damaged(Random random) {
    String text = GOOD;
    switch (random.nextInt(4)) {
      case 0 -> text = text.substring(0, random.nextInt(text.length()));
      case 1 -> {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return bytes;
      }
      default -> {
        List<int[]> values = values(text);
        int[] value = values.get(random.nextInt(values.size()));
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        text = text.substring(0, value[0]) + piece + text.substring(value[1]);
      }
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Where the values and keys of the notebook stand: strings, numbers, lists and objects. */
  private static List<int[]> values(String text) {
    List<int[]> values = new ArrayList<>();
    var token = java.util.regex.Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9]+|\\[|\\{");
    var matcher = token.matcher(text);
    while (matcher.find()) {
      values.add(new int[] {matcher.start(), end(text, matcher.start(), matcher.end())});
    }
    return values;
  }

  private static int end(String text, int start, int tokenEnd) {
    char open = text.charAt(start);
    if (open != '[' && open != '{') {
      return tokenEnd;
    }
    int depth = 0;
    for (int i = start; ; i++) {
      depth += text.charAt(i) == open ? 1 : text.charAt(i) == (open == '[' ? ']' : '}') ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
  }
}
