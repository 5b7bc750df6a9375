package org.knudsen.engine;

/** Hears of the tasks of a batch; on the thread that called the engine, one call at a time. */
public interface TaskListener {

  /** So many tasks are running now. */
  default void running(int tasks) {}

  /** A task has ended, with what its worker returned. */
  void done(int index, byte[] result);

  /**
   * A task was lost, for a reason in one line: its worker failed, or the machine that it was on.
   */
  void lost(int index, String reason);
}
