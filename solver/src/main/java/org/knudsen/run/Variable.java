package org.knudsen.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A quantity with its values, measured now or read from a file.
 *
 * @param quantity what it is
 * @param values row-major over the dimensions of the quantity, the last one running fastest; not
 *     modified
 */
public record Variable(Quantity quantity, double[] values) {

  public Variable {
    if (values.length != quantity.size()) {
      throw new IllegalArgumentException(
          "variable '%s' has %s values; its dimensions ask for %s"
              .formatted(quantity.name(), values.length, quantity.size()));
    }
  }

  /** A number. */
  public static Variable of(String name, String longName, double value) {
    return new Variable(new Quantity(name, longName, Quantity.Summary.VALUE), new double[] {value});
  }

  public String name() {
    return quantity.name();
  }

  public List<Dimension> dimensions() {
    return quantity.dimensions();
  }

  /** Whether the first dimension is a time. */
  public boolean inTime() {
    return !dimensions().isEmpty() && dimensions().get(0).name().endsWith("ime");
  }

  /** The times of its first dimension; not to be modified. */
  public double[] times() {
    return dimensions().get(0).coordinates();
  }

  /** The dimension of a name. */
  public Dimension dimension(String name) {
    return dimensions().stream()
        .filter(dimension -> dimension.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "variable '%s' has no dimension '%s'; it has %s"
                        .formatted(
                            name(), name, dimensions().stream().map(Dimension::name).toList())));
  }

  /** The value of a number. */
  public double value() {
    if (values.length != 1) {
      throw new IllegalStateException("variable '" + name() + "' has " + values.length + " values");
    }
    return values[0];
  }

  /** The values at one index of the first dimension, a new array. */
  public double[] at(int index) {
    Objects.checkIndex(index, dimensions().get(0).size());
    int length = values.length / dimensions().get(0).size();
    return Arrays.copyOfRange(values, index * length, (index + 1) * length);
  }

  /** The index of the first dimension, a time, whose coordinate is nearest to a time. */
  public int nearest(double time) {
    double[] times = times();
    int best = 0;
    for (int t = 1; t < times.length; t++) {
      best = Math.abs(times[t] - time) < Math.abs(times[best] - time) ? t : best;
    }
    return best;
  }

  /** The same bits in the same shape, under any name. */
  public boolean sameValues(Variable other) {
    return Arrays.equals(values, other.values)
        && dimensions().stream()
            .map(Dimension::size)
            .toList()
            .equals(other.dimensions().stream().map(Dimension::size).toList());
  }

  /**
   * What one row a run says: from "sup", "end", "start", "inf" or "" (the value itself) to values
   * over the dimensions but time. A value that is not a number is passed over where another is one.
   */
  public Map<String, double[]> summary() {
    Map<String, double[]> all = new LinkedHashMap<>();
    switch (quantity.summary()) {
      case NONE -> {}
      case VALUE -> all.put("", values);
      case LARGEST -> all.put("sup", extreme(1));
      case SMALLEST -> all.put("inf", extreme(-1));
      case LARGEST_AND_LAST -> {
        all.put("sup", extreme(1));
        all.put("end", at(dimensions().get(0).size() - 1));
      }
      case FIRST_AND_LARGEST -> {
        all.put("start", at(0));
        all.put("sup", extreme(1));
      }
    }
    return all;
  }

  private double[] extreme(double sign) {
    double[] best = at(0);
    for (int t = 1; t < dimensions().get(0).size(); t++) {
      double[] now = at(t);
      for (int e = 0; e < best.length; e++) {
        if (sign * now[e] > sign * best[e] || Double.isNaN(best[e])) {
          best[e] = now[e];
        }
      }
    }
    return best;
  }
}
