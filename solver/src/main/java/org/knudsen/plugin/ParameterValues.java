package org.knudsen.plugin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a plugin's parameters: immutable, complete (defaults filled in) and valid. Equal
 * when all values are equal.
 */
public final class ParameterValues {

  private final Map<String, Object> values;

  private ParameterValues(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * Checks raw values against a provider's specs. The only place where parameters are checked.
   *
   * @param speciesCount N, the length of lists and matrices
   * @param raw numbers, and lists of lists of them as {@link ParameterType} says; names not among
   *     the specs are errors
   * @throws ParameterException for the first value that is not allowed, in the order of raw, then
   *     for the first that is missing
   */
  public static ParameterValues of(
      List<ParameterSpec> specs, int speciesCount, Map<String, ?> raw) {
    Map<String, ParameterSpec> byName = new LinkedHashMap<>();
    specs.forEach(spec -> byName.put(spec.name(), spec));
    Map<String, Object> given = new LinkedHashMap<>();
    raw.forEach(
        (name, value) -> {
          ParameterSpec spec = byName.get(name);
          if (spec == null) {
            throw new ParameterException(
                List.of(name),
                "unknown key",
                (byName.isEmpty() ? "no parameters" : String.join(", ", byName.keySet()))
                    + NearestName.hint(name, byName.keySet()));
          }
          given.put(name, new ParameterCheck(spec, speciesCount).checked(value));
        });
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterSpec spec : specs) {
      Object value = given.get(spec.name());
      Object kept = value != null ? value : new ParameterCheck(spec, speciesCount).byDefault();
      values.put(spec.name(), kept);
    }
    return new ParameterValues(values);
  }

  /** The values of a plugin without parameters. */
  public static ParameterValues none() {
    return new ParameterValues(Map.of());
  }

  /** The value of a NUMBER. */
  public double number(String name) {
    return get(name, Double.class);
  }

  /** The value of an INTEGER. */
  public int integer(String name) {
    return get(name, Integer.class);
  }

  /** The value of a NUMBER_PER_SPECIES: a new array of length N. */
  public double[] perSpecies(String name) {
    return array(get(name, List.class));
  }

  /** The value of a SYMMETRIC_MATRIX: a new N x N array. */
  public double[][] matrix(String name) {
    return ((List<?>) get(name, List.class))
        .stream().map(ParameterValues::array).toArray(double[][]::new);
  }

  /** The value of a NUMBER_PER_PAIR for species i and j. */
  public double number(String name, int i, int j) {
    Object value = get(name, Object.class);
    return value instanceof List<?> rows
        ? (Double) ((List<?>) rows.get(i)).get(j)
        : get(name, Double.class);
  }

  /** The table of a TABLE_PER_PAIR for species i and j: rows {x, y}, a new array. */
  public double[][] table(String name, int i, int j) {
    List<?> rows = get(name, List.class);
    if (ParameterCheck.onePerPair(rows)) {
      rows = (List<?>) ((List<?>) rows.get(i)).get(j);
    }
    return rows.stream().map(ParameterValues::array).toArray(double[][]::new);
  }

  /**
   * All values by name, in the order of the specs: Double, Integer and immutable lists of lists of
   * Double; a map that {@link #of} accepts again. Immutable.
   */
  public Map<String, Object> asMap() {
    return values;
  }

  private static double[] array(Object list) {
    return ((List<?>) list).stream().mapToDouble(x -> (Double) x).toArray();
  }

  private <T> T get(String name, Class<T> type) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          value == null
              ? "no parameter '" + name + "'; there are " + values.keySet()
              : "parameter '" + name + "' is " + value + ", not of the type asked for");
    }
    return type.cast(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ParameterValues that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** For instance {@code {gamma=0.5, C=[[1.0]]}}. */
  @Override
  public String toString() {
    return values.toString();
  }
}
