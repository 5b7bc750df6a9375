package org.knudsen.notebook.kernel;

/** A cell ended because the user interrupted it. */
public final class CellInterrupted extends Exception {
  private static final long serialVersionUID = 1L;

  CellInterrupted(String message) {
    super(message);
  }
}
