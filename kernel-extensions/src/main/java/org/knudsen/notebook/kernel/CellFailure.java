package org.knudsen.notebook.kernel;

import java.util.List;

/**
 * Why a cell failed, in one line that names the exception and its message, with the lines that the
 * notebook shows. Jupyter takes the line as the error's value: a bare EvalException of JShell would
 * not say which exception the cell threw.
 */
public final class CellFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> display;

  CellFailure(String message, List<String> display, Throwable cause) {
    super(message, cause);
    this.display = List.copyOf(display);
  }

  /**
   * What the notebook shows under the cell; it may hold terminal colour codes.
   *
   * @return the lines
   */
  public List<String> display() {
    return display;
  }
}
