package org.knudsen.notebook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that do not look whether they should stop, in the kernel in this process. */
@Timeout(60)
class StopChecksTest {
  private final KnudsenKernel kernel = new KnudsenKernel();

  @AfterEach
  void close() {
    kernel.onShutdown(false);
  }

  /** Evaluates a cell on a thread of its own, and interrupts it once it runs. */
  private Throwable interrupted(String cell) throws Exception {
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    Thread shell =
        new Thread(
            () -> {
              try {
                kernel.eval(cell);
                end.complete(new AssertionError("the cell came to its end"));
              } catch (Throwable e) {
                end.complete(e);
              }
            });
    shell.start();
    while (!Boolean.getBoolean("knudsen.test.running")) {
      if (end.isDone()) {
        fail("the cell did not run", end.get());
      }
      Thread.sleep(5);
    }
    System.clearProperty("knudsen.test.running");
    kernel.interrupt();
    return end.get(30, TimeUnit.SECONDS);
  }

  private static final String RUNNING = "System.setProperty(\"knudsen.test.running\", \"true\"); ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ RUNNING while (true) {} }",
        "{ RUNNING for (int i = 0; ; i++) { i *= 2; } }",
        "{ RUNNING int i = 0; do { try { i++; } catch (Throwable t) {} } while (i != -1); }",
        "long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\n{ RUNNING fib(90); }",
        "{ RUNNING java.util.stream.Stream.generate(() -> 1).filter(x -> x > 1).findFirst(); }",
        "{ RUNNING java.util.stream.IntStream.range(0, 4).parallel().forEach(i -> { while (true) {} }); }",
        "{ RUNNING while (true) { try { while (true) {} } catch (Error e) {} } }"
      })
  void stopsACellThatNeverLooks(String cell) throws Exception {
    Throwable end = interrupted(cell.replace("RUNNING", RUNNING));
    assertEquals(CellInterrupted.class, end.getClass(), String.valueOf(end));
    assertEquals(4, kernel.evalRaw("int n = 0; for (int i = 0; i < 4; i++) n++; n"));
  }

  @Test
  void stopsTheThreadsOfTheCellToo() throws Exception {
    kernel.eval("var other = new Thread(() -> { while (true) {} }); other.start();");
    Throwable end =
        interrupted(
            "var mine = new Thread(() -> { while (true) {} }); mine.start(); { "
                + RUNNING
                + "while (true) {} }");
    assertEquals(CellInterrupted.class, end.getClass());
    assertEquals(true, kernel.evalRaw("mine.join(10000); !mine.isAlive()"));
    assertEquals(true, kernel.evalRaw("other.isAlive()"), "belongs to another cell");
  }

  @Test
  void leavesTheSleepOfAnotherCellsThreadAlone() throws Exception {
    kernel.eval(
        "var waking = new java.util.concurrent.CountDownLatch(1);"
            + "var sleeper = new Thread(() -> { try { waking.await(); }"
            + " catch (InterruptedException e) { } }); sleeper.start();");
    Throwable end = interrupted("{ " + RUNNING + "Thread.sleep(600_000); }");
    assertEquals(CellInterrupted.class, end.getClass());
    assertEquals(false, kernel.evalRaw("sleeper.join(200); !sleeper.isAlive()"));
    assertEquals(true, kernel.evalRaw("waking.countDown(); sleeper.join(20000); true"));
  }

  @Test
  void asksNothingOnceTheStoppedCellIsGone() throws Exception {
    interrupted("{ " + RUNNING + "while (true) {} }");
    for (int look = 0; StopChecks.asking() && look < 200; look++) {
      Thread.sleep(50);
    }
    assertFalse(StopChecks.asking());
    assertEquals(
        CellInterrupted.class, interrupted("{ " + RUNNING + "while (true) {} }").getClass());
  }

  @Test
  void changesNothingElse() throws Exception {
    byte[] before;
    try (var in = StopChecksTest.class.getResourceAsStream("StopChecksTest.class")) {
      before = in.readAllBytes();
    }
    byte[] after = StopChecks.instrument(before);
    assertTrue(after.length > before.length);
    assertFalse(java.util.Arrays.equals(before, after));
    assertThrows(RuntimeException.class, () -> StopChecks.instrument(new byte[10]));
  }
}
