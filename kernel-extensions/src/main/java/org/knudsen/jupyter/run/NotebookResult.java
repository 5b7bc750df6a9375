package org.knudsen.jupyter.run;

import java.util.List;
import java.util.Optional;

/**
 * How the execution of a notebook ended. The outputs are in the notebook itself.
 *
 * @param executedCells the number of code cells that were executed, the failed one included
 * @param failure the cell that stopped the run, empty where all cells ran
 */
public record NotebookResult(int executedCells, Optional<Failure> failure) {

  /**
   * The cell that stopped a run.
   *
   * @param cell its place among all cells of the notebook, from 1
   * @param source its code
   * @param name the kind of error
   * @param message the error's message, one line or more
   * @param traceback the lines that the notebook shows, without colour codes
   */
  public record Failure(
      int cell, String source, String name, String message, List<String> traceback) {

    /** Copies the lines. */
    public Failure {
      traceback = List.copyOf(traceback);
    }

    /**
     * One line for a person.
     *
     * @return for example: cell 4 failed: IllegalArgumentException: dt is -1
     */
    public String summary() {
      return "cell " + cell + " failed: " + name + (message.isEmpty() ? "" : ": " + message);
    }
  }

  /**
   * Whether all cells ran.
   *
   * @return true where there is no failure
   */
  public boolean succeeded() {
    return failure.isEmpty();
  }
}
