package org.knudsen.engine;

import org.knudsen.run.Cancellation;

/** Carries the tasks of a sweep out. One batch at a time. */
public interface SweepEngine extends AutoCloseable {

  /**
   * Carries all tasks out, each once, and hands every result over as it comes. Once the stop is
   * requested no task is begun; those that run are asked to stop, and their results are handed over
   * too.
   *
   * @throws IllegalStateException in one line, if the engine as a whole cannot go on, for instance
   *     without its cluster; results that came stay handed over
   */
  void execute(Batch batch, TaskListener listener, Cancellation stop);

  /** What it is, for messages, for instance "2 threads". */
  String describe();

  /** Ends what it started. */
  @Override
  void close();
}
