package org.knudsen.plugin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A parameter of a plugin has a name or a value that is not allowed. */
public final class ParameterException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 2000; // characters of a message

  private final transient List<Object> path;
  private final String found;
  private final String allowed;

  /**
   * An error at a value.
   *
   * @param path the parameter's name, then indices into its lists
   * @param found what is wrong, to be put behind the name, for instance "found 1.5" or "unknown
   *     key"
   * @param allowed what would have been right
   */
  public ParameterException(List<?> path, String found, String allowed) {
    super(
        PrintableLine.of(
            "parameter " + key(path) + ": " + found + "; allowed: " + allowed, LONGEST));
    this.path = List.copyOf(path);
    this.found = found;
    this.allowed = allowed;
  }

  /** The parameter's name, then indices into its lists. */
  public List<Object> path() {
    return path;
  }

  /** What was found, for instance "found 1.5". */
  public String found() {
    return found;
  }

  public String allowed() {
    return allowed;
  }

  /** A value as a message shows it, for instance "the text 'five'" or "a list of length 2". */
  public static String shown(Object value) {
    if (value instanceof CharSequence text) {
      return "the text '" + PrintableLine.of(text.toString(), 100) + "'";
    }
    if (value instanceof List<?> list) {
      return "a list of length " + list.size();
    }
    if (value instanceof Map<?, ?>) {
      return "a mapping";
    }
    return value == null ? "nothing" : value.toString();
  }

  /** A path with more steps, a new list. */
  public static List<Object> below(List<?> path, Object... steps) {
    return Stream.concat(path.stream(), Arrays.stream(steps)).toList();
  }

  /** A path as a study file's reader writes it, for instance {@code C[0][1]}. */
  public static String key(List<?> path) {
    StringBuilder key = new StringBuilder();
    for (Object step : path) {
      if (step instanceof Integer index) {
        key.append('[').append(index).append(']');
      } else {
        key.append(key.length() == 0 ? "" : ".").append(step);
      }
    }
    return key.toString();
  }
}
