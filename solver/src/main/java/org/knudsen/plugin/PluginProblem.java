package org.knudsen.plugin;

import java.util.Optional;

/**
 * Something that keeps a plugin from being used.
 *
 * @param family what it would have been; empty for a jar that cannot be opened
 * @param source the jar or folder, or "unknown source"
 * @param message one line
 */
public record PluginProblem(Optional<PluginFamily<?>> family, String source, String message) {

  private static final int LONGEST = 1000; // characters, of what a plugin may say about itself

  /** Keeps of source and message what can be printed on one line. */
  public PluginProblem {
    source = PrintableLine.of(source, LONGEST);
    message = PrintableLine.of(message, LONGEST);
  }

  PluginProblem(PluginFamily<?> family, String source, String message) {
    this(Optional.of(family), source, message);
  }

  /** Whether it may be why a plugin of a family is not found. */
  boolean concerns(PluginFamily<?> other) {
    return family.isEmpty() || family.get() == other;
  }

  /** "family in source: message". */
  @Override
  public String toString() {
    return family.map(f -> f.title() + " in ").orElse("") + source + ": " + message;
  }
}
