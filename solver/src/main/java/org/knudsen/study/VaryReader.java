package org.knudsen.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.NearestName;

/** Reads what a sweep varies. */
final class VaryReader {

  static final List<String> LISTED = List.of("key", "values");
  private static final List<String> RANGE = List.of("key", "from", "to", "count", "spacing");
  static final List<String> TOGETHER = List.of("together");

  static final String ALLOWED =
      "a list of at least one %s, %s or {together: a list of those}"
          .formatted(Place.shape(LISTED), Place.shape(RANGE));

  /** A sweep of more tasks than this has no end that anybody waits for. */
  static final int MOST_TASKS = 1_000_000;

  /** What is not for a variation: every Knudsen number is a task without one. */
  private static final Set<String> FIXED = Set.of("name", "knudsen", "vary");

  private VaryReader() {}

  static List<Variation> read(Place place) {
    List<Variation> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Place element : place.atLeastOne(ALLOWED)) {
      List<Place> places = List.of(element);
      if (element.has("together")) {
        places = element.withKeys(TOGETHER).member("together", ALLOWED).atLeastOne(ALLOWED);
      }
      List<Variation.Key> keys = new ArrayList<>();
      for (Place key : places) {
        Variation.Key read = key(key);
        if (!names.add(read.name())) {
          throw key.error("found '" + read.name() + "' twice", "distinct keys");
        }
        if (!keys.isEmpty() && keys.get(0).values().size() != read.values().size()) {
          throw key.error(
              "found %s values".formatted(read.values().size()),
              "%s, as for '%s'".formatted(keys.get(0).values().size(), keys.get(0).name()));
        }
        keys.add(read);
      }
      Variation variation = new Variation(keys);
      Set<SweepPoint> seen = new HashSet<>();
      for (int which = 0; which < variation.size(); which++) {
        SweepPoint combination = Variation.combination(List.of(variation), which);
        if (!seen.add(combination)) {
          throw element.error("found " + combination + " twice", "distinct values");
        }
      }
      all.add(variation);
    }
    return all;
  }

  private static Variation.Key key(Place place) {
    Place key = place.member("key", "the path of a key, as mixture.heavy.mass");
    String name = key.text();
    String top = name.split("[.\\[]", 2)[0];
    List<String> known =
        StudyReader.keyNames().stream().filter(each -> !FIXED.contains(each)).toList();
    if (!known.contains(top)) {
      throw key.error(
          "found '" + name + "'",
          "a path that begins with one of "
              + String.join(", ", known)
              + NearestName.hint(top, known));
    }
    List<Object> values = place.has("from") ? range(place.withKeys(RANGE)) : listed(place);
    return new Variation.Key(name, values, place.path());
  }

  private static List<Object> listed(Place place) {
    Place list = place.withKeys(LISTED).member("values", "a list of at least one value");
    List<Object> values = new ArrayList<>();
    for (Place element : list.atLeastOne("a list of at least one value")) {
      values.add(element.asGiven());
    }
    return values;
  }

  /** The ends are as they were given; whole numbers between whole ends are integers. */
  private static List<Object> range(Place place) {
    String spacing = place.optional("spacing", "linear").oneOf("spacing", List.of("linear", "log"));
    boolean log = spacing.equals("log");
    Bounds bounds = log ? Bounds.positive() : Bounds.none();
    double from = place.number("from", bounds);
    double to = place.number("to", bounds);
    int count = place.integer("count", Bounds.closed(2, MOST_TASKS));
    if (from == to) {
      throw place.error("found from " + from + " to " + to, "two different ends");
    }
    boolean whole = isWhole(place, "from") && isWhole(place, "to");
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double value = i == 0 ? from : i == count - 1 ? to : between(from, to, i, count - 1, log);
      values.add(whole && value == Math.rint(value) ? (Object) (int) value : (Object) value);
    }
    return values;
  }

  private static boolean isWhole(Place place, String key) {
    return place.optional(key, null).asGiven() instanceof Integer;
  }

  /** In decimals where that is exact, and by a power that is the same on every machine. */
  private static double between(double from, double to, int i, int n, boolean log) {
    if (log) {
      return from * StrictMath.pow(to / from, (double) i / n);
    }
    BigDecimal first = BigDecimal.valueOf(from);
    return BigDecimal.valueOf(to)
        .subtract(first)
        .multiply(BigDecimal.valueOf(i))
        .divide(BigDecimal.valueOf(n), MathContext.DECIMAL64)
        .add(first)
        .doubleValue();
  }
}
