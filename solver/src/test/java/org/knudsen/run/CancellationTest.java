package org.knudsen.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CancellationTest {
  @TempDir Path folder;

  @AfterEach
  void clearFlag() {
    Thread.interrupted();
  }

  @Test
  void staysRequestedAndLeavesTheThreadAbleToWriteFiles() throws Exception {
    Cancellation cancellation = Cancellation.whenInterrupted();
    assertFalse(cancellation.requested());
    Thread.currentThread().interrupt();
    assertTrue(cancellation.requested());
    // In an interrupted thread this would throw a ClosedByInterruptException.
    Files.writeString(folder.resolve("kept"), "kept");
    assertTrue(cancellation.requested());
  }

  @Test
  void isSeenFromWorkersToo() {
    Thread waiting = Thread.currentThread();
    Cancellation cancellation = Cancellation.whenInterrupted();
    CompletableFuture<Boolean> seen = new CompletableFuture<>();
    Thread worker =
        new Thread(
            () -> {
              waiting.interrupt();
              seen.complete(cancellation.requested());
            });
    worker.start();
    while (!seen.isDone()) {
      Thread.onSpinWait(); // a wait that an interrupt does not end
    }
    assertTrue(seen.getNow(false));
    assertTrue(cancellation.requested(), "and stays so");
  }

  @Test
  void neverComes() {
    Thread.currentThread().interrupt();
    assertFalse(Cancellation.never().requested());
  }
}
