package org.knudsen.notebook.progress;

import org.knudsen.run.ProgressListener;

/**
 * Shows tasks that follow one another as one task, so that a sweep over ten Knudsen numbers leaves
 * one bar below its cell.
 */
public final class OneBar implements ProgressListener, AutoCloseable {
  private final ProgressListener bar;
  private final String name;
  private final long total;
  private long before;
  private long done;
  private boolean begun;
  private boolean closed;

  /**
   * @param bar shows the one task
   * @param name of the one task
   * @param total the steps of all tasks together
   */
  public OneBar(ProgressListener bar, String name, long total) {
    this.bar = bar;
    this.name = name;
    this.total = total;
  }

  @Override
  public void started(String task, long steps) {
    if (!begun) {
      begun = true;
      bar.started(name, total);
    }
    done = 0;
  }

  @Override
  public void advanced(long stepsDone) {
    done = stepsDone;
    bar.advanced(before + done);
  }

  @Override
  public void finished() {
    before += done;
    done = 0;
  }

  /** The last task is over, or there will be no more of them. */
  @Override
  public void close() {
    if (begun && !closed) {
      closed = true;
      bar.finished();
    }
  }
}
