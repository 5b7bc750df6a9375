package org.knudsen.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.NearestName;
import org.knudsen.plugin.ParameterException;
import org.knudsen.study.StudyNode.Member;

/**
 * A value together with where it stands; reads it as what it should be, or fails with one line.
 *
 * @param source the file's name
 * @param path the key, for instance {@code mixture[0].mass}; empty for the whole study
 * @param node the value
 */
record Place(String source, String path, StudyNode node) {

  StudyException error(String found, String allowed) {
    return new StudyException(source, node.line(), path.isEmpty() ? "study" : path, found, allowed);
  }

  StudyException wrong(String allowed) {
    return error("found " + ParameterException.shown(node.value()), allowed);
  }

  /** Checks that this is a mapping with no other keys than these. */
  Place withKeys(List<String> keys, String allowed) {
    for (Map.Entry<String, Member> entry : members(allowed).entrySet()) {
      if (!keys.contains(entry.getKey())) {
        throw new StudyException(
            source,
            entry.getValue().line(),
            below(entry.getKey()),
            "unknown key",
            String.join(", ", keys) + NearestName.hint(entry.getKey(), keys));
      }
    }
    return this;
  }

  boolean has(String key) {
    return node.value() instanceof Map<?, ?> map && map.containsKey(key);
  }

  /** The value under a key that must be there. */
  Place member(String key, String allowed) {
    Member member = members(allowed).get(key);
    if (member == null) {
      throw new StudyException(source, node.line(), below(key), "missing", allowed);
    }
    return new Place(source, below(key), member.node());
  }

  /** The elements of a list. */
  List<Place> elements(String allowed) {
    if (!(node.value() instanceof List<?> list)) {
      throw wrong(allowed);
    }
    return java.util.stream.IntStream.range(0, list.size())
        .mapToObj(i -> new Place(source, path + "[" + i + "]", (StudyNode) list.get(i)))
        .toList();
  }

  double number(Bounds bounds) {
    if (node.value() instanceof Number number && bounds.contain(number.doubleValue())) {
      return number.doubleValue();
    }
    throw wrong("a number " + bounds.describe());
  }

  int integer(Bounds bounds) {
    if ((node.value() instanceof Integer || node.value() instanceof Long)
        && ((Number) node.value()).longValue() == ((Number) node.value()).intValue()
        && bounds.contain(((Number) node.value()).doubleValue())) {
      return ((Number) node.value()).intValue();
    }
    throw wrong("an integer " + bounds.describe());
  }

  /** A text on one line that is not blank. */
  String text() {
    if (node.value() instanceof String text && !text.isBlank() && !text.contains("\n")) {
      return text;
    }
    throw wrong("a text on one line, not blank");
  }

  /** The members of a mapping as plain lists, numbers and texts, without some keys. */
  Map<String, Object> rawWithout(List<String> keys, String allowed) {
    Map<String, Object> raw = new LinkedHashMap<>();
    members(allowed).forEach((key, member) -> raw.put(key, raw(member.node())));
    raw.keySet().removeAll(keys);
    return raw;
  }

  /** The place at the end of a path of keys and indices, or the nearest one above it. */
  Place follow(List<Object> steps) {
    Place place = this;
    for (Object step : steps) {
      Object value = place.node.value();
      if (value instanceof Map<?, ?> map && map.get(step) instanceof Member member) {
        // an error about a key without a value of its own is best shown at the key
        place = new Place(source, place.below((String) step), member.node());
      } else if (value instanceof List<?> list && step instanceof Integer i && i < list.size()) {
        place = new Place(source, place.path + "[" + i + "]", (StudyNode) list.get(i));
      } else {
        return place;
      }
    }
    return place;
  }

  String below(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static Object raw(StudyNode node) {
    if (node.value() instanceof List<?> list) {
      return list.stream().map(element -> raw((StudyNode) element)).toList();
    }
    if (node.value() instanceof Map<?, ?>) {
      return Map.of(); // no parameter is a mapping: its check says so
    }
    return node.value();
  }

  @SuppressWarnings("unchecked") // StudyNode holds no other maps
  private Map<String, Member> members(String allowed) {
    if (!(node.value() instanceof Map<?, ?>)) {
      throw wrong(allowed);
    }
    return (Map<String, Member>) node.value();
  }
}
