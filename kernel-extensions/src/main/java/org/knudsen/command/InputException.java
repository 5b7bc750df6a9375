package org.knudsen.command;

/** Input that is wrong, other than in a study. Ends with status 2. */
final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what the option or file
   * @param found what is wrong with it
   * @param allowed what would have been right
   */
  InputException(String what, String found, String allowed) {
    this(what + ": " + found + "; allowed: " + allowed);
  }

  /** An error of which the message says all that. */
  InputException(String message) {
    super(message);
  }

  /** Checks that the number of an option is finite and >= 0. */
  static void requireNonNegative(String option, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new InputException(option, "found " + value, "a finite number >= 0");
    }
  }
}
