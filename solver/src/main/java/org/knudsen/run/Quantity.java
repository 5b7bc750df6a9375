package org.knudsen.run;

import java.util.ArrayList;
import java.util.List;

/**
 * What a measured number is. Tables, files and plots call it by this name; none of them spells it
 * again.
 *
 * @param name a path of words, "drift/momentum"; unique in a run
 * @param longName what it is, in words and symbols, as the axis of a plot has it
 * @param unit "1" for what is nondimensional
 * @param summary what a table with one row a run says of it
 * @param dimensions of its values, the last one running fastest; empty for a number
 */
public record Quantity(
    String name, String longName, String unit, Summary summary, List<Dimension> dimensions) {

  /** What one row a run says of a quantity, entry by entry of its dimensions but time. */
  public enum Summary {
    /** Nothing. */
    NONE,
    /** The value, of what is measured once. */
    VALUE,
    /** The largest over time, "sup". */
    LARGEST,
    /** The smallest over time, "inf". */
    SMALLEST,
    /** The largest over time and the last, "sup" and "end". */
    LARGEST_AND_LAST,
    /** The first and the largest over time, "start" and "sup". */
    FIRST_AND_LARGEST
  }

  public Quantity {
    dimensions = List.copyOf(dimensions);
    if (!name.matches("[A-Za-z][A-Za-z0-9_-]*(/[A-Za-z0-9_-]+)*")) {
      throw new IllegalArgumentException(
          "quantity is called '" + name + "'; letters, digits, _ and -, in words joined by /");
    }
  }

  /** A nondimensional quantity. */
  public Quantity(String name, String longName, Summary summary, Dimension... dimensions) {
    this(name, longName, "1", summary, List.of(dimensions));
  }

  /** The name as a table has it, with spaces. */
  public String title() {
    return name.replace('/', ' ');
  }

  /** The number of values. */
  public int size() {
    return dimensions.stream().mapToInt(Dimension::size).reduce(1, Math::multiplyExact);
  }

  /** The same at many times: time is the first dimension. */
  Quantity along(Dimension time) {
    List<Dimension> all = new ArrayList<>(dimensions);
    all.add(0, time);
    return new Quantity(name, longName, unit, summary, all);
  }
}
