package org.knudsen.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sweep varies: a key of a study, or several that move in step.
 *
 * @param keys at least one, each with as many values as the others
 */
public record Variation(List<Key> keys) {

  /**
   * A key with its values.
   *
   * @param name its path, for instance {@code mixture.heavy.mass}: species by name, entries of
   *     other lists by index
   * @param values distinct; numbers, texts, lists and maps as a study may hold them there
   * @param place where it stands in the study, for messages
   */
  public record Key(String name, List<Object> values, List<Object> place) {
    public Key {
      values = List.copyOf(values);
      place = List.copyOf(place);
    }
  }

  public Variation {
    keys = List.copyOf(keys);
  }

  /** How many values each key takes. */
  public int size() {
    return keys.get(0).values().size();
  }

  /** A combination of several, of which the last runs fastest. */
  static SweepPoint combination(List<Variation> all, int number) {
    Map<String, Object> values = new LinkedHashMap<>();
    int block = all.stream().mapToInt(Variation::size).reduce(1, (a, b) -> a * b);
    for (Variation variation : all) {
      block /= variation.size();
      int which = number / block % variation.size();
      variation.keys().forEach(key -> values.put(key.name(), key.values().get(which)));
    }
    return new SweepPoint(values);
  }
}
