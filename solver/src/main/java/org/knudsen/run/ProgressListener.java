package org.knudsen.run;

/**
 * Hears how far a long task has come. The calls come from the thread that started the task, in the
 * order {@link #started}, {@link #advanced} any number of times, {@link #finished}; then another
 * task may start. An implementation returns quickly, because it is called once a step.
 */
public interface ProgressListener {

  /** A task begins, of so many steps in all, 0 where that is not known. */
  default void started(String task, long steps) {}

  /** The task has come so many steps far since {@link #started}, never decreasing. */
  default void advanced(long done) {}

  /** The task has ended: all steps are done, or it was cancelled, or it failed. */
  default void finished() {}

  /** A listener that does nothing. */
  static ProgressListener silent() {
    return new ProgressListener() {};
  }
}
