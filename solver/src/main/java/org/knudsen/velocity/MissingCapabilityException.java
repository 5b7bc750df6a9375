package org.knudsen.velocity;

/** A velocity space was asked for something it does not offer. */
public final class MissingCapabilityException extends UnsupportedOperationException {

  private static final long serialVersionUID = 1L;

  public MissingCapabilityException(String space, Class<?> capability) {
    super(
        "velocity space '%s' does not offer %s, which this computation needs"
            .formatted(space, capability.getSimpleName()));
  }
}
