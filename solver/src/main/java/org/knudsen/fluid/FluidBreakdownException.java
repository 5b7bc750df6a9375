package org.knudsen.fluid;

/** A fluid limit left its domain: a value that is not finite, or a concentration &lt;= 0. */
public final class FluidBreakdownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FluidBreakdownException(String message) {
    super(message);
  }
}
