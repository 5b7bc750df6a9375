package org.knudsen.plugin;

/**
 * Something that keeps a plugin from being used.
 *
 * @param family what it would have been
 * @param source the jar or folder, or "unknown source"
 * @param message one line
 */
public record PluginProblem(PluginFamily<?> family, String source, String message) {

  /** "family in source: message". */
  @Override
  public String toString() {
    return family.title() + " in " + source + ": " + message;
  }
}
