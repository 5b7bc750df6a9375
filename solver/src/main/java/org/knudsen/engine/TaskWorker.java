package org.knudsen.engine;

import org.knudsen.run.Cancellation;

/** Carries tasks out, several at once on threads of their own. */
@FunctionalInterface
public interface TaskWorker {

  /**
   * Carries a task out. A task that does not succeed says so in its result; an exception is a fault
   * of the worker, which costs the engine this task and no other.
   *
   * @param task not modified
   * @param stop asked now and then; a task that stops early has a result all the same
   * @return the result, of which an engine knows nothing
   */
  byte[] run(byte[] task, Cancellation stop);
}
