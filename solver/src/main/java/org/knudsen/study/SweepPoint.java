package org.knudsen.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One value for each key that a sweep varies.
 *
 * @param values by key, in the order of the study; empty for a study that varies nothing
 */
public record SweepPoint(Map<String, Object> values) {

  public SweepPoint {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** For instance "mixture.heavy.mass = 2.0, velocityGrid.degree = 6". */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + " = " + text(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** A value as tables show it: the id of a plugin alone, or as a study has it on one line. */
  public static String text(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.size() == 1 && map.containsKey("id")
          ? text(map.get("id"))
          : map.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    }
    return value instanceof List<?> list
        ? list.stream().map(SweepPoint::text).collect(Collectors.joining(", ", "[", "]"))
        : String.valueOf(value);
  }
}
