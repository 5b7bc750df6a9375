package org.knudsen.command;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.knudsen.run.ProgressListener;

/**
 * Repeats to a bar how far its task is, so that the time shown goes on during a step that takes
 * minutes: one collision table of a high degree, one cell of a notebook.
 */
final class TickingProgress implements ProgressListener {
  private final ProgressListener bar;
  private final long interval;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });
  private ScheduledFuture<?> ticks;
  private long done;

  TickingProgress(ProgressListener bar, Duration interval) {
    this.bar = bar;
    this.interval = interval.toNanos();
  }

  @Override
  public synchronized void started(String task, long steps) {
    bar.started(task, steps);
    done = 0;
    ticks = clock.scheduleAtFixedRate(this::tick, interval, interval, TimeUnit.NANOSECONDS);
  }

  private synchronized void tick() {
    if (ticks != null) {
      bar.advanced(done);
    }
  }

  @Override
  public synchronized void advanced(long stepsDone) {
    done = stepsDone;
    bar.advanced(done);
  }

  @Override
  public synchronized void finished() {
    ticks.cancel(false);
    ticks = null;
    bar.finished();
  }
}
