package org.knudsen.jupyter.run;

import java.util.List;
import java.util.Optional;

/**
 * How the execution of a notebook ended. The outputs are in the notebook itself.
 *
 * @param executedCells the number of code cells that were executed, the failed one included
 * @param failedCells how many of them ended with an error and do not have the tag raises-exception
 * @param failure the cell that stopped the run, empty where all cells ran
 */
public record NotebookResult(int executedCells, int failedCells, Optional<Failure> failure) {

  /**
   * The cell that stopped a run.
   *
   * @param cell its place among all cells of the notebook, from 1
   * @param name the kind of error
   * @param message the error's message, one line or more
   * @param traceback the lines that the notebook shows, without colour codes
   */
  public record Failure(int cell, String name, String message, List<String> traceback) {

    public Failure {
      traceback = List.copyOf(traceback);
    }

    /** For a person: "cell 4 failed: IllegalArgumentException: dt is -1", for example. */
    public String summary() {
      return "cell " + cell + " failed: " + name + (message.isEmpty() ? "" : ": " + message);
    }
  }
}
