package org.knudsen.run;

/**
 * Watches a run. The one interface through which tables, plots, progress and files are fed. Calls
 * come on the thread of the run, in the order started, reached (at time 0 and after each step, or
 * after each step that is made now where a run goes on from a checkpoint), ended.
 */
public interface RunObserver {

  /** A run over one Knudsen number begins. */
  default void started(Assembly assembly, double knudsen) {}

  /**
   * A time has been reached. The state is workspace of the run: what is kept of it must be copied.
   */
  default void reached(RunState state) {}

  /** The run is over: done, cancelled, broken down or failed; the result says which. */
  default void ended(RunResult result) {}
}
