package org.knudsen.plugin;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One parameter of a plugin. Tables, completion and error messages come from it.
 *
 * @param name as written in a study file; not {@code id}
 * @param unit in nondimensional terms, for instance "length"; "1" for a pure number
 * @param bounds of every entry (of y, for a table)
 * @param defaultValue the value, or every entry's value, where a study leaves it out; empty where a
 *     study must give it, always so for tables
 * @param description one line
 */
public record ParameterSpec(
    String name,
    ParameterType type,
    String unit,
    Bounds bounds,
    OptionalDouble defaultValue,
    String description) {

  public ParameterSpec {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(bounds, "bounds");
    Objects.requireNonNull(defaultValue, "defaultValue");
    if (name == null || !name.matches("[A-Za-z][A-Za-z0-9]*") || name.equals("id")) {
      throw new IllegalArgumentException(
          "parameter name '" + name + "'; letters and digits, a letter first, and not 'id'");
    }
    if (description == null || description.isBlank() || description.contains("\n")) {
      throw new IllegalArgumentException(
          "description of parameter '" + name + "' is blank or has several lines; one is needed");
    }
    if (defaultValue.isPresent()) {
      double value = defaultValue.getAsDouble();
      if (type == ParameterType.TABLE_PER_PAIR) {
        throw new IllegalArgumentException(
            "parameter '" + name + "' is a table with a default value; tables have none");
      }
      if (!bounds.contain(value) || (type == ParameterType.INTEGER && value != Math.rint(value))) {
        throw new IllegalArgumentException(
            "default value %s of parameter '%s'; allowed: %s"
                .formatted(value, name, one(type, bounds)));
      }
    }
  }

  /** A required number without bounds; refine it with the {@code with} methods. */
  public static ParameterSpec number(String name, String description) {
    return of(name, ParameterType.NUMBER, description);
  }

  /** A required integer without bounds. */
  public static ParameterSpec integer(String name, String description) {
    return of(name, ParameterType.INTEGER, description);
  }

  /** A required list of N numbers, one a species. */
  public static ParameterSpec perSpecies(String name, String description) {
    return of(name, ParameterType.NUMBER_PER_SPECIES, description);
  }

  /** A required symmetric N x N matrix. */
  public static ParameterSpec symmetricMatrix(String name, String description) {
    return of(name, ParameterType.SYMMETRIC_MATRIX, description);
  }

  /** A required number, one for all pairs of species or one for each. */
  public static ParameterSpec numberPerPair(String name, String description) {
    return of(name, ParameterType.NUMBER_PER_PAIR, description);
  }

  /** A required table, one for all pairs of species or one for each. */
  public static ParameterSpec tablePerPair(String name, String description) {
    return of(name, ParameterType.TABLE_PER_PAIR, description);
  }

  private static ParameterSpec of(String name, ParameterType type, String description) {
    return new ParameterSpec(name, type, "1", Bounds.none(), OptionalDouble.empty(), description);
  }

  public ParameterSpec withUnit(String newUnit) {
    return new ParameterSpec(name, type, newUnit, bounds, defaultValue, description);
  }

  public ParameterSpec withBounds(Bounds newBounds) {
    return new ParameterSpec(name, type, unit, newBounds, defaultValue, description);
  }

  /** The same with a default; set the bounds first. */
  public ParameterSpec withDefault(double value) {
    return new ParameterSpec(name, type, unit, bounds, OptionalDouble.of(value), description);
  }

  /** Whether a study must give it. */
  public boolean required() {
    return defaultValue.isEmpty();
  }

  private static String one(ParameterType type, Bounds bounds) {
    return (type == ParameterType.INTEGER ? "an integer " : "a number ") + bounds.describe();
  }

  /**
   * What is allowed, in words, for a mixture of n species.
   *
   * @param n the number of species; 0 for "one a species" without a figure
   */
  public String allowed(int n) {
    String size = n > 0 ? Integer.toString(n) : "N";
    String matrix = "a symmetric " + size + " x " + size + " matrix of ";
    String range = bounds.describe();
    return switch (type) {
      case NUMBER, INTEGER -> one(type, bounds);
      case NUMBER_PER_SPECIES -> "a list of " + size + " numbers " + range + ", one a species";
      case SYMMETRIC_MATRIX -> matrix + "numbers " + range;
      case NUMBER_PER_PAIR -> "a number " + range + ", or " + matrix + "such numbers";
      case TABLE_PER_PAIR ->
          ("a list of at least two [x, y] rows, x strictly ascending, y %s, or %ssuch " + "tables")
              .formatted(range, matrix);
    };
  }
}
