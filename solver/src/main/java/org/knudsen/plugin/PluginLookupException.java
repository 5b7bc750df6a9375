package org.knudsen.plugin;

import java.util.List;

/** An id that names no usable plugin. */
public final class PluginLookupException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String found;
  private final String allowed;

  PluginLookupException(PluginFamily<?> family, String found, List<String> ids, String hint) {
    super(
        PrintableLine.of(
            family.title() + ": " + found + "; allowed: " + String.join(", ", ids) + hint, 2000));
    this.found = found;
    this.allowed = String.join(", ", ids) + hint;
  }

  /** What was found, for instance "found unknown id 'hard-spere'". */
  public String found() {
    return found;
  }

  /** The valid ids, with the nearest. */
  public String allowed() {
    return allowed;
  }
}
