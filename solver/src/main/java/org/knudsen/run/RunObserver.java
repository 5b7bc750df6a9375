package org.knudsen.run;

/**
 * Watches a run. The one interface through which tables, plots, progress and files are fed. Calls
 * come on the thread of the run, in the order started, observed (once at time 0 and once a step),
 * ended.
 */
public interface RunObserver {

  /** A run over one Knudsen number begins. */
  default void started(Assembly assembly, double knudsen) {}

  /** A time has been reached and measured. The arguments may be kept. */
  default void observed(Observation observation, Profile profile) {}

  /** The run is over: done, cancelled or broken down; the result says which. */
  default void ended(RunResult result) {}
}
