package org.knudsen.study;

/** The kinetic solution is not finite any more, or a concentration is not positive. */
final class KineticBreakdownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KineticBreakdownException(String message) {
    super(message);
  }
}
