package org.knudsen.jupyter.document;

/** A file is not a notebook of format 4; the message names the file and what was found. */
public final class NotebookFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  NotebookFormatException(String message) {
    super(message);
  }

  NotebookFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
