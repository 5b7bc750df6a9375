package org.knudsen.plugin;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An interval of allowed values.
 *
 * @param lower may be -infinity
 * @param upper may be +infinity
 */
public record Bounds(double lower, boolean lowerIncluded, double upper, boolean upperIncluded) {

  public Bounds {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "lower bound " + lower + " with upper bound " + upper + "; lower <= upper is needed");
    }
  }

  /** Every finite number. */
  public static Bounds none() {
    return new Bounds(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);
  }

  /** x > 0. */
  public static Bounds positive() {
    return new Bounds(0, false, Double.POSITIVE_INFINITY, false);
  }

  /** x >= lower. */
  public static Bounds atLeast(double lower) {
    return new Bounds(lower, true, Double.POSITIVE_INFINITY, false);
  }

  /** lower &lt;= x &lt;= upper. */
  public static Bounds closed(double lower, double upper) {
    return new Bounds(lower, true, upper, true);
  }

  /** Whether x is finite and lies in the interval. */
  public boolean contain(double x) {
    return Double.isFinite(x)
        && (lowerIncluded ? x >= lower : x > lower)
        && (upperIncluded ? x <= upper : x < upper);
  }

  /** A value as a number, empty if it is none in the interval. */
  public OptionalDouble number(Object value) {
    return value instanceof Number number && contain(number.doubleValue())
        ? OptionalDouble.of(
            number.doubleValue() + 0.0) // no negative zero: values compare by equals
        : OptionalDouble.empty();
  }

  /** A value as an integer, empty if it is none in the interval. */
  public OptionalInt integer(Object value) {
    Set<Class<?>> whole = Set.of(Integer.class, Long.class, Short.class, Byte.class);
    return value instanceof Number number
            && whole.contains(number.getClass())
            && number.longValue() == number.intValue()
            && contain(number.doubleValue())
        ? OptionalInt.of(number.intValue())
        : OptionalInt.empty();
  }

  /** The interval in words to be put behind "a number", for instance "> 0" or "in [0, 1]". */
  public String describe() {
    boolean below = Double.isInfinite(lower);
    boolean above = Double.isInfinite(upper);
    if (below && above) {
      return "that is finite";
    }
    if (above) {
      return (lowerIncluded ? ">= " : "> ") + plain(lower);
    }
    if (below) {
      return (upperIncluded ? "<= " : "< ") + plain(upper);
    }
    return "in %s%s, %s%s"
        .formatted(
            lowerIncluded ? "[" : "(", plain(lower), plain(upper), upperIncluded ? "]" : ")");
  }

  private static String plain(double x) {
    return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
  }
}
