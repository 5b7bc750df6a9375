package org.knudsen.jupyter.run;

/** Hears how far a notebook has come. */
@FunctionalInterface
public interface CellProgress {

  /**
   * Called before the first code cell and after each, on the thread that runs the notebook.
   *
   * @param done code cells executed
   * @param all code cells in the notebook
   */
  void executed(int done, int all);

  /** Called once after the last cell that was executed, however it ended. */
  default void ended() {}
}
