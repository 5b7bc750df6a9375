package org.knudsen.jupyter.wire;

/** Frames that are no message, or a message that does not say what its type asks for. */
public final class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason what is wrong, in a few words
   */
  public MalformedMessageException(String reason) {
    super(reason);
  }
}
