package org.knudsen.notebook.kernel;

import java.util.List;

/**
 * Why a cell failed: the name and the message of the exception that its code threw, which a bare
 * EvalException of JShell would not say, with the lines that the notebook shows.
 */
public final class CellFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient List<String> display;

  CellFailure(String name, String message, List<String> display, Throwable cause) {
    super(message, cause);
    this.name = name;
    this.display = List.copyOf(display);
  }

  /** The simple name of the exception. */
  public String name() {
    return name;
  }

  /** What the notebook shows under the cell, in lines; they may hold terminal colour codes. */
  public List<String> display() {
    return display;
  }
}
