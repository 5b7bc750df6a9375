package org.knudsen.run;

/** The kinetic solution is not finite any more, or a concentration is not positive. */
public final class KineticBreakdownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public KineticBreakdownException(String message) {
    super(message);
  }
}
