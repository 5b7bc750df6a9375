package org.knudsen.command;

import java.util.concurrent.CountDownLatch;
import org.knudsen.run.Assembly;
import org.knudsen.run.Cancellation;
import org.knudsen.run.RunObserver;

/**
 * Ctrl-C, or a signal to end, as a {@link Cancellation}: the run stops after its step, writes what
 * it has, and only then the process ends, with the status of the signal (130 for Ctrl-C). Before
 * the first run has begun there is nothing to keep and the process ends at once.
 */
final class StopRequest implements Cancellation, RunObserver, AutoCloseable {

  private final Thread hook = new Thread(this::shutdown, "stop-request");
  private final CountDownLatch written = new CountDownLatch(1);
  private volatile boolean running;
  private volatile boolean requested;

  StopRequest() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void shutdown() {
    requested = true;
    if (running) {
      try {
        written.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // the process ends now
      }
    }
  }

  @Override
  public void started(Assembly assembly, double knudsen) {
    writing();
  }

  /** From now on there is something to keep. */
  void writing() {
    running = true;
  }

  @Override
  public boolean requested() {
    return requested;
  }

  /** Everything is written; the process may end. */
  @Override
  public void close() {
    written.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        requested = true; // the process is ending already, and the hook will not wait
      }
    }
  }
}
