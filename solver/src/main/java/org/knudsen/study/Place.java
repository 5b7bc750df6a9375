package org.knudsen.study;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.NearestName;
import org.knudsen.plugin.ParameterException;
import org.knudsen.plugin.PrintableLine;

/**
 * A value of a study, and where it stands. It is read as what it should be, or fails with one line;
 * and what was read is noted, in the shape of the file, with defaults. So reading says how a study
 * is written, too.
 */
final class Place {

  static final String TEXT = "a printable text on one line, not blank, at most 200 characters";

  private static final int LONGEST_TEXT = 200;

  private final StudyTree tree;
  private final List<Object> path;
  private final Object value;
  private final Consumer<Object> notes;
  private Map<String, Object> noted;

  /**
   * @param path keys and indices, for instance mixture, 0, mass; empty for the whole study
   * @param value null, String, Boolean, a Number, a list or a map
   * @param notes takes what was read
   */
  Place(StudyTree tree, List<Object> path, Object value, Consumer<Object> notes) {
    this.tree = tree;
    this.path = path;
    this.value = value;
    this.notes = notes;
  }

  /** Notes what is written here, instead of what was read below; null for nothing. */
  void note(Object written) {
    notes.accept(written);
  }

  /** Keys and indices to it. */
  List<Object> path() {
    return path;
  }

  /** The value, not read as anything. */
  Object asGiven() {
    note(value);
    return value;
  }

  StudyException error(String found, String allowed) {
    return tree.error(path, found, allowed);
  }

  /** An error at a parameter of the plugin that is chosen here. */
  StudyException error(ParameterException e) {
    return tree.error(ParameterException.below(path, e.path().toArray()), e.found(), e.allowed());
  }

  /** An error of the plugin that is chosen here, in its own code. */
  StudyException failing(Throwable e) {
    StudyException error =
        error(
            "found a plugin that fails: " + PrintableLine.failure(e),
            "a plugin without that fault");
    error.initCause(e);
    return error;
  }

  StudyException wrong(String allowed) {
    return error("found " + ParameterException.shown(value), allowed);
  }

  /** Checks that this is a mapping with no other keys than these. */
  Place withKeys(Collection<String> keys, String allowed) {
    for (String key : members(allowed).keySet()) {
      if (!keys.contains(key)) {
        throw tree.error(
            ParameterException.below(path, key),
            "unknown key",
            String.join(", ", keys) + NearestName.hint(key, keys));
      }
    }
    return this;
  }

  /** The same, and that is allowed here. */
  Place withKeys(Collection<String> keys) {
    return withKeys(keys, shape(keys));
  }

  /** For instance "{a, b}". */
  static String shape(Collection<String> keys) {
    return "{" + String.join(", ", keys) + "}";
  }

  /** For instance "a list of at least one {a, b}". */
  static String some(Collection<String> keys) {
    return "a list of at least one " + shape(keys);
  }

  boolean has(String key) {
    return value instanceof Map<?, ?> map && map.containsKey(key);
  }

  /** The value under a key that must be there. */
  Place member(String key, String allowed) {
    if (!members(allowed).containsKey(key)) {
      throw tree.error(ParameterException.below(path, key), "missing", allowed);
    }
    return optional(key, null);
  }

  /** The value under a key, or else another. */
  Place optional(String key, Object absent) {
    if (noted == null) {
      noted = new LinkedHashMap<>();
      note(noted);
    }
    Object there = has(key) ? ((Map<?, ?>) value).get(key) : absent;
    return new Place(
        tree,
        ParameterException.below(path, key),
        there,
        written -> {
          if (written == null) {
            noted.remove(key);
          } else {
            noted.put(key, written);
          }
        });
  }

  /** What stands in a mapping, a new map. */
  Map<String, Object> members(String allowed) {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong(allowed);
    }
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach((key, member) -> members.put(String.valueOf(key), member));
    return members;
  }

  /** The elements of a list. */
  List<Place> elements(String allowed) {
    if (!(value instanceof List<?> list)) {
      throw wrong(allowed);
    }
    List<Object> written = Arrays.asList(new Object[list.size()]);
    note(written);
    return IntStream.range(0, list.size())
        .mapToObj(
            i ->
                new Place(
                    tree, ParameterException.below(path, i), list.get(i), w -> written.set(i, w)))
        .toList();
  }

  /** The elements of a list that is not empty. */
  List<Place> atLeastOne(String allowed) {
    List<Place> elements = elements(allowed);
    if (elements.isEmpty()) {
      throw wrong(allowed);
    }
    return elements;
  }

  /** The mappings with these keys in a list that is not empty. */
  List<Place> mappings(List<String> keys) {
    List<Place> elements = atLeastOne(some(keys));
    elements.forEach(element -> element.withKeys(keys));
    return elements;
  }

  /** As many numbers as there are. */
  List<Double> numbers(String allowed, Bounds bounds) {
    return elements(allowed).stream().map(element -> element.number(bounds)).toList();
  }

  double number(Bounds bounds) {
    double read = bounds.number(value).orElseThrow(() -> wrong("a number " + bounds.describe()));
    note(read);
    return read;
  }

  /** The number under a key that must be there. */
  double number(String key, Bounds bounds) {
    return member(key, "a number " + bounds.describe()).number(bounds);
  }

  /** The number under a key, or else another. */
  double number(String key, Bounds bounds, double absent) {
    return optional(key, absent).number(bounds);
  }

  int integer(Bounds bounds) {
    int read = bounds.integer(value).orElseThrow(() -> wrong("an integer " + bounds.describe()));
    note(read);
    return read;
  }

  /** The integer under a key that must be there. */
  int integer(String key, Bounds bounds) {
    return member(key, "an integer " + bounds.describe()).integer(bounds);
  }

  /** A text cut to the length that one may have. */
  static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
  }

  /** As {@link #TEXT} says. */
  String text() {
    if (value instanceof String text
        && !text.isBlank()
        && text.length() <= LONGEST_TEXT
        && PrintableLine.isPrintable(text)) {
      note(text);
      return text;
    }
    throw wrong(TEXT);
  }

  /** One of some names; a message calls them what, for instance "species". */
  String oneOf(String what, List<String> names) {
    if (!names.contains(text())) {
      throw error(
          "found unknown " + what + " '" + text() + "'",
          String.join(", ", names) + NearestName.hint(text(), names));
    }
    return text();
  }
}
