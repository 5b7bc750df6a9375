package org.knudsen.notebook.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressBarTest {
  private long now;
  private final List<ProgressState> shown = new ArrayList<>();

  private void after(long millis) {
    now += Duration.ofMillis(millis).toNanos();
  }

  private ProgressBar bar(ProgressView view) {
    return new ProgressBar(view, () -> now, Duration.ofMillis(200));
  }

  @Test
  void showsTheFirstAndTheLastStateAndFewInBetween() {
    ProgressBar bar = bar(shown::add);
    bar.started("run", 1000);
    for (int step = 1; step <= 1000; step++) {
      after(1);
      bar.advanced(step);
    }
    bar.finished();
    // 1000 steps of 1 ms: the start, one state each 200 ms, the end.
    assertEquals(7, shown.size());
    assertEquals(0, shown.get(0).done());
    assertEquals(List.of(200L, 400L), List.of(shown.get(1).done(), shown.get(2).done()));
    assertTrue(shown.get(6).ended());
    assertEquals(1000, shown.get(6).done());
  }

  @Test
  void ratesAndRemainingTimeFollowFromTheStepsSoFar() {
    ProgressState state = new ProgressState("run", 50, 200, Duration.ofSeconds(10), false);
    assertEquals(5.0, state.rate().orElseThrow(), 1e-12); // 50 steps in 10 s
    assertEquals(30.0, state.remainingSeconds().orElseThrow(), 1e-12); // 150 steps at 5/s
    assertEquals("run: 50 of 200", state.count());
    assertEquals("5.0/s, 30 s left", state.pace());
    assertEquals(
        "5.0/s, 10 s", new ProgressState("run", 50, 200, Duration.ofSeconds(10), true).pace());
    assertEquals("", new ProgressState("run", 0, 200, Duration.ZERO, false).pace());
    assertEquals(
        "14 s so far", new ProgressState("tables", 0, 1, Duration.ofSeconds(14), false).pace());
    assertEquals(
        "0.5/s, 1 min 40 s left",
        new ProgressState("run", 50, 100, Duration.ofSeconds(100), false).pace());
    assertTrue(
        new ProgressState("run", 3, 0, Duration.ofSeconds(1), false).remainingSeconds().isEmpty());
  }

  @Test
  void drawsOverOneLineInATerminal() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ProgressBar bar = bar(new TerminalView(new PrintStream(bytes, true), true, 80));
    bar.started("run", 4);
    after(1000);
    bar.advanced(2);
    after(1000);
    bar.advanced(4);
    bar.finished();
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("\r[############............] run: 2 of 4 (2.0/s, 1.0 s left)"), text);
    // The last line covers what is left of the longer one before it.
    assertTrue(
        text.endsWith(
            "\r[########################] run: 4 of 4 (2.0/s, 2.0 s)"
                + " ".repeat(5)
                + System.lineSeparator()),
        text);
  }

  /** A line that is too long would not be drawn over, but leave itself behind at every update. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "70 | [##################......] eps = 0.1: 3 of 4 (3.0/s, 0.3 s left)",
        "50 | [######...] eps = 0.1: 3 of 4 (3.0/s, 0.3 s left)",
        "40 | eps = 0.1: 3 of 4 (3.0/s, 0.3 s left)",
        "30 | eps = 0.1: 3 of 4",
        "12 | eps = 0.1:…"
      })
  void fitsIntoNarrowTerminals(int columns, String line) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new TerminalView(out, true, columns)
        .show(new ProgressState("eps = 0.1", 3, 4, Duration.ofSeconds(1), false));
    assertTrue(line.length() < columns, line);
    assertEquals("\r" + line, bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void writesOnePlainLineATaskToALog() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ProgressBar bar = bar(new TerminalView(new PrintStream(bytes, true), false, 80));
    for (String task : List.of("first", "second")) {
      bar.started(task, 2);
      after(500);
      bar.advanced(1);
      after(500);
      bar.advanced(2);
      bar.finished();
    }
    assertEquals(
        List.of("first: 2 of 2 (2.0/s, 1.0 s)", "second: 2 of 2 (2.0/s, 1.0 s)"),
        bytes.toString(StandardCharsets.UTF_8).lines().toList());
  }

  @Test
  void hasNoTimesInTheLastStateInANotebook() {
    ProgressState end = new ProgressState("a<b", 7, 7, Duration.ofSeconds(3), true);
    assertEquals("a<b: 7 of 7", NotebookView.text(end));
    assertTrue(NotebookView.html(end).contains("a&lt;b: 7 of 7"));
    assertTrue(NotebookView.html(end).contains("width:100%"));
    ProgressState before = new ProgressState("a", 1, 7, Duration.ofSeconds(3), false);
    assertTrue(NotebookView.text(before).contains("18 s left"), NotebookView.text(before));
    assertFalse(NotebookView.html(before).contains("100%"));
  }

  @Test
  void refusesStepsWithoutATask() {
    ProgressBar bar = bar(shown::add);
    assertThrows(IllegalStateException.class, () -> bar.advanced(1));
    assertThrows(IllegalArgumentException.class, () -> bar.started("run", -1));
  }
}
