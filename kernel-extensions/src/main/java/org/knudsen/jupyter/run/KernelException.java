package org.knudsen.jupyter.run;

/** The notebook kernel did not start, died, or does not answer. */
public final class KernelException extends Exception {
  private static final long serialVersionUID = 1L;

  KernelException(String message) {
    super(message);
  }

  KernelException(String message, Throwable cause) {
    super(message, cause);
  }
}
