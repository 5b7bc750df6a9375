package org.knudsen.jupyter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.jupyter.document.Notebook;
import org.knudsen.jupyter.spec.KernelCommand;

/** Interrupts cells of one real kernel over the protocol, as Jupyter's stop button does. */
class InterruptTest {

  @TempDir static Path folder;
  private static KernelClient kernel;
  private final ObjectNode cell = new ObjectMapper().createObjectNode();

  @BeforeAll
  static void start() throws Exception {
    kernel = KernelClient.start(KernelCommand.ofThisProcess(), folder, Timeouts.DEFAULT);
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  private KernelClient.Execution run(String code) throws Exception {
    CellOutputs outputs = new CellOutputs();
    outputs.startCell(cell);
    return kernel.execute(code, Timeouts.DEFAULT, outputs::accept);
  }

  /** Runs code, and interrupts it at the first {@code times} pieces that it prints. */
  private KernelClient.Execution runInterrupted(String code, int times) throws Exception {
    AtomicInteger left = new AtomicInteger(times);
    CellOutputs outputs = new CellOutputs();
    outputs.startCell(cell);
    return kernel.execute(
        code,
        Timeouts.DEFAULT,
        message -> {
          outputs.accept(message);
          if (message.type().equals("stream") && left.getAndDecrement() > 0) {
            kernel.interrupt();
          }
        });
  }

  private String result(String expression) throws Exception {
    assertEquals("ok", run(expression).reply().path("status").asText());
    return Notebook.text(cell.path("outputs").path(0).path("data").path("text/plain"));
  }

  @Test
  void stopsALongRunWithinOneStepAndKeepsWhatItHas() throws Exception {
    run(
        """
        int steps(Cancellation cancellation) {
          int done = 0;
          while (!cancellation.requested()) {
            done++;
            if (done == 1000) {
              System.out.println("running");
            }
          }
          return done;
        }
        """);
    var reply =
        runInterrupted("int kept = steps(Cancellation.whenInterrupted());\nboolean next = true;", 1)
            .reply();
    assertEquals("error", reply.path("status").asText());
    assertEquals("CellInterrupted", reply.path("ename").asText());
    assertTrue(Integer.parseInt(result("kept")) >= 1000, "the result of the run is kept");
    // The rest of the interrupted cell was not executed.
    assertEquals("error", run("next").reply().path("status").asText());
    // The flag is gone: the next run starts afresh.
    assertEquals("false", result("Thread.currentThread().isInterrupted()"));
  }

  @Test
  void letsARunThatPollsTheCellsCancellationWriteItsFiles() throws Exception {
    var reply =
        runInterrupted(
                """
                import org.knudsen.notebook.kernel.KnudsenKernel;
                var cancellation = KnudsenKernel.running().get().cancellation();
                {
                  int written = 0;
                  while (!cancellation.requested()) {
                    // Without care, the interrupt would close the file of this step.
                    java.nio.file.Files.writeString(java.nio.file.Path.of("step"), "" + ++written);
                    System.out.println(written);
                  }
                  java.nio.file.Files.writeString(java.nio.file.Path.of("end"), "kept");
                }
                """,
                1)
            .reply();
    assertEquals("CellInterrupted", reply.path("ename").asText(), reply::toString);
    assertEquals("kept", Files.readString(folder.resolve("end")));
  }

  @Test
  void showsTheValueOfAnInterruptedExpression() throws Exception {
    var reply =
        runInterrupted(
                """
                java.util.stream.Stream.generate(() -> {
                  System.out.println("step");
                  return 1;
                }).takeWhile(one -> !Thread.currentThread().isInterrupted()).count() > 0
                """,
                1)
            .reply();
    assertEquals("error", reply.path("status").asText());
    assertEquals(
        "true",
        Notebook.text(
            cell.path("outputs")
                .path(cell.path("outputs").size() - 2)
                .path("data")
                .path("text/plain")),
        cell::toString);
  }

  @Test
  void wakesACellThatSleepsAndStopsItsWorkers() throws Exception {
    var reply =
        runInterrupted(
                """
                var stopped = new java.util.concurrent.CountDownLatch(1);
                var worker = new Thread(() -> {
                  while (!Thread.currentThread().isInterrupted()) { }
                  stopped.countDown();
                });
                worker.start();
                System.out.println("asleep");
                Thread.sleep(600_000);
                """,
                1)
            .reply();
    assertEquals("CellInterrupted", reply.path("ename").asText());
    assertEquals("true", result("stopped.await(10, TimeUnit.SECONDS)"));
  }

  @Test
  void stopsALoopThatDoesNotLook() throws Exception {
    long start = System.nanoTime();
    var reply = runInterrupted("System.out.println(\"busy\"); while (true) {}", 1).reply();
    assertEquals("CellInterrupted", reply.path("ename").asText(), reply::toString);
    // A second of patience; the rest is the kernel's own time on a busy machine.
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(10).toNanos());
    assertEquals("2", result("1 + 1"));
  }

  @Test
  void stopsACellThatWritesWhenItIsInterrupted() throws Exception {
    var reply =
        runInterrupted(
                """
                System.out.println("busy");
                var file = java.nio.channels.FileChannel.open(java.nio.file.Path.of("written"),
                    java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE);
                while (true) {
                  file.write(java.nio.ByteBuffer.wrap(new byte[1000]), 0);
                }
                """,
                1)
            .reply();
    assertEquals("CellInterrupted", reply.path("ename").asText(), reply::toString);
  }

  @Test
  void abandonsALoopInsideALibrary() throws Exception {
    var reply =
        runInterrupted(
                """
                System.out.println("busy");
                new java.math.BigInteger(9000, new Random(7)).nextProbablePrime();
                """,
                1)
            .reply();
    assertTrue(reply.path("evalue").asText().contains("abandoned"), reply::toString);
    assertEquals("2", result("1 + 1"));
  }
}
