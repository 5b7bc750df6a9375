package org.knudsen.run;

import java.util.Arrays;
import java.util.List;

/**
 * A direction of an array: what its indices stand for. Nondimensional, like everything that a run
 * measures.
 *
 * @param name for instance "time", "x", "species"
 * @param coordinates one an index; not modified
 * @param labels one an index where indices have names, else empty
 */
public record Dimension(String name, double[] coordinates, List<String> labels) {

  public Dimension {
    labels = List.copyOf(labels);
    if (!labels.isEmpty() && labels.size() != coordinates.length) {
      throw new IllegalArgumentException(
          "dimension '%s' has %s indices and %s labels"
              .formatted(name, coordinates.length, labels.size()));
    }
  }

  /** A dimension with coordinates. */
  public static Dimension of(String name, double... coordinates) {
    return new Dimension(name, coordinates, List.of());
  }

  /** A dimension whose indices have names; the coordinates are 0, 1, 2, ... */
  public static Dimension labelled(String name, List<String> labels) {
    return new Dimension(name, numbers(labels.size()), labels);
  }

  /** A dimension whose indices are numbers, 0, 1, 2, ... */
  public static Dimension numbered(String name, int size) {
    return new Dimension(name, numbers(size), List.of());
  }

  private static double[] numbers(int size) {
    double[] numbers = new double[size];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  /** The number of indices. */
  public int size() {
    return coordinates.length;
  }

  /** What an index is called: its label, or its coordinate. */
  public String label(int index) {
    return labels.isEmpty() ? String.valueOf(coordinates[index]) : labels.get(index);
  }

  /** The same name, coordinates and labels, to the bit. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Dimension dimension
        && name.equals(dimension.name)
        && Arrays.equals(coordinates, dimension.coordinates)
        && labels.equals(dimension.labels);
  }

  @Override
  public int hashCode() {
    return name.hashCode() + 31 * Arrays.hashCode(coordinates);
  }
}
