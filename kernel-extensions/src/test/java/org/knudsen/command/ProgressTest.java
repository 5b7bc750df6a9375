package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.run.ProgressListener;

/** What err shows of a run while it is made. */
class ProgressTest {

  @TempDir Path folder;

  private List<String> tables(boolean terminal) throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Path study = Studies.write(folder, "[0.2, 0.1]", "[0.2]");
    int status =
        Main.execute(
            new Console(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                Map.of(),
                folder),
            "run",
            study.toString(),
            "--no-cache",
            "--plots",
            "none",
            "--out",
            folder.resolve(terminal ? "seen" : "logged").toString());
    String text = err.toString(StandardCharsets.UTF_8);
    assertEquals(0, status, text);
    return List.of(text.split("\n")).stream()
        .filter(line -> line.contains("collision tables"))
        .toList();
  }

  @Test
  void aTerminalHasOneLineOfTablesThatIsDrawnOver() throws IOException {
    List<String> lines = tables(true);
    assertEquals(1, lines.size(), lines.toString());
    List<String> states = List.of(lines.get(0).substring(1).split("\r"));
    assertTrue(states.get(0).contains("collision tables: 0 of 4"), lines.toString());
    assertTrue(
        states.get(states.size() - 1).contains("collision tables: 4 of 4"), lines.toString());
  }

  @Test
  void aPipeHasOneLineOfTables() throws IOException {
    List<String> lines = tables(false);
    assertEquals(1, lines.size(), lines.toString());
    assertTrue(lines.get(0).startsWith("collision tables: 4 of 4"), lines.toString());
  }

  @Test
  void timeGoesOnDuringALongStep() throws InterruptedException {
    CountDownLatch repeated = new CountDownLatch(3);
    TickingProgress progress =
        new TickingProgress(
            new ProgressListener() {
              @Override
              public void advanced(long done) {
                if (done == 2) {
                  repeated.countDown();
                }
              }
            },
            Duration.ofMillis(1));
    progress.started("long", 5);
    progress.advanced(2);
    assertTrue(repeated.await(30, TimeUnit.SECONDS));
    progress.finished();
  }
}
