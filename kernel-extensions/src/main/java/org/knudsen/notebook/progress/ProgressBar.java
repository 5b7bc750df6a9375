package org.knudsen.notebook.progress;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.knudsen.run.ProgressListener;

/**
 * The model of a progress bar: takes every step, and shows a few states a second in a view, the
 * first and the last in any case. Both the terminal and the notebook show it.
 *
 * <p>It draws on the thread that reports the steps and has no thread of its own: what a notebook
 * cell shows after its end would be lost.
 */
public final class ProgressBar implements ProgressListener {
  private final ProgressView view;
  private final LongSupplier clock;
  private final long interval;

  private String task;
  private long steps;
  private long done;
  private long start;
  private long shown;

  /**
   * A bar that is redrawn at most five times a second.
   *
   * @param view where it is shown
   */
  public ProgressBar(ProgressView view) {
    this(view, System::nanoTime, Duration.ofMillis(200));
  }

  /**
   * A bar with a clock of its own.
   *
   * @param view where it is shown
   * @param clock nanoseconds since any moment
   * @param interval the least time between two states shown
   */
  public ProgressBar(ProgressView view, LongSupplier clock, Duration interval) {
    this.view = Objects.requireNonNull(view, "view");
    this.clock = clock;
    this.interval = interval.toNanos();
  }

  @Override
  public void started(String newTask, long stepsInAll) {
    if (stepsInAll < 0) {
      throw new IllegalArgumentException(
          "task '" + newTask + "' has " + stepsInAll + " steps; it must be 0 or more");
    }
    task = Objects.requireNonNull(newTask, "task");
    steps = stepsInAll;
    done = 0;
    start = clock.getAsLong();
    show(start, false);
  }

  @Override
  public void advanced(long stepsDone) {
    requireTask();
    done = stepsDone;
    long now = clock.getAsLong();
    if (now - shown >= interval) {
      show(now, false);
    }
  }

  @Override
  public void finished() {
    requireTask();
    show(clock.getAsLong(), true);
    task = null;
  }

  private void show(long now, boolean ended) {
    shown = now;
    view.show(new ProgressState(task, done, steps, Duration.ofNanos(now - start), ended));
  }

  private void requireTask() {
    if (task == null) {
      throw new IllegalStateException("progress without a task; call started first");
    }
  }
}
