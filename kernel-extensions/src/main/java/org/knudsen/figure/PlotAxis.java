package org.knudsen.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.LongStream;

/**
 * One axis of a plot: what part of the numbers it shows, and which of them it writes: at most eight
 * round ones, all in the same way.
 *
 * @param least at one end, > 0 on a logarithmic axis
 * @param most at the other, larger
 */
record PlotAxis(String title, double least, double most, boolean logarithmic) {

  /** As many numbers as an axis has at most. */
  static final int MOST_TICKS = 8;

  PlotAxis {
    if (!(least < most) || !Double.isFinite(most - least) || logarithmic && !(least > 0)) {
      throw new IllegalArgumentException(
          "%s axis '%s' from %s to %s; it needs finite numbers that ascend%s"
              .formatted(
                  logarithmic ? "logarithmic" : "linear",
                  title,
                  least,
                  most,
                  logarithmic ? ", from above 0" : ""));
    }
  }

  /**
   * The numbers written on an axis.
   *
   * @param at where, ascending
   * @param labels what stands there
   * @param factor a power of ten to multiply all labels with, "" for 1
   * @param between marks without a number
   */
  record Ticks(List<Double> at, List<String> labels, String factor, List<Double> between) {}

  /** The part of the axis that lies before a number: 0 at its beginning, 1 at its end. */
  double part(double value) {
    return logarithmic
        ? (Math.log(value) - Math.log(least)) / (Math.log(most) - Math.log(least))
        : (value - least) / (most - least);
  }

  /**
   * @param atMost how many numbers there is room for
   */
  Ticks ticks(int atMost) {
    int room = Math.max(3, Math.min(atMost, MOST_TICKS));
    int lowest = (int) Math.ceil(Math.log10(least) - 1e-9);
    int highest = (int) Math.floor(Math.log10(most) + 1e-9);
    if (!logarithmic) {
      return linear(room);
    }
    if (highest - lowest >= 2 || highest - lowest == 1 && room < 5) {
      return decades(lowest, highest, room);
    }
    List<Double> round = new ArrayList<>();
    for (int exponent = lowest - 1; exponent <= highest; exponent++) {
      for (String mantissa : List.of("1", "2", "5")) {
        round.add(Double.parseDouble(mantissa + "e" + exponent));
      }
    }
    round.removeIf(value -> !within(value));
    if (round.size() < 3 || round.size() > room) {
      return linear(room);
    }
    return new Ticks(round, all(round, lowest - 1, highest), "", List.of());
  }

  /** Whether it shows a number. */
  boolean within(double value) {
    double slack = 1e-9;
    return part(value) > -slack && part(value) < 1 + slack;
  }

  private Ticks decades(int lowest, int highest, int room) {
    int every = (highest - lowest) / room + 1;
    List<Double> at = new ArrayList<>();
    List<Double> between = new ArrayList<>();
    for (int exponent = lowest - 1; exponent <= highest; exponent++) {
      boolean written = Math.floorMod(exponent, every) == 0 && exponent >= lowest;
      (written ? at : between).add(Double.parseDouble("1e" + exponent));
      for (int digit = 2; every == 1 && digit < 10; digit++) {
        between.add(Double.parseDouble(digit + "e" + exponent));
      }
    }
    between.removeIf(value -> !within(value));
    return new Ticks(at, all(at, lowest, highest), "", between);
  }

  /** Plain numbers if none is long, else all as powers of ten. */
  private static List<String> all(List<Double> values, int lowest, int highest) {
    DoubleFunction<String> plain =
        value -> BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    return values.stream()
        .map(value -> lowest >= -3 && highest <= 3 ? plain.apply(value) : tenToThe(value))
        .toList();
  }

  private static String tenToThe(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    String digit = exact.unscaledValue().toString();
    return (digit.equals("1") ? "" : digit + "\u00b7") + "$10^{" + -exact.scale() + "}$";
  }

  /** Multiples of 1, 2 or 5 times a power of ten. */
  private Ticks linear(int room) {
    int exponent = (int) Math.floor(Math.log10((most - least) / room)) - 1;
    BigDecimal step = null;
    List<BigDecimal> exact = List.of();
    for (int tried = 0; exact.isEmpty() || exact.size() > room; tried++) {
      BigDecimal unit =
          new BigDecimal(List.of("1", "2", "5").get(tried % 3))
              .scaleByPowerOfTen(exponent + tried / 3);
      List<BigDecimal> multiples = multiples(unit);
      if (step != null && multiples.size() < 2) {
        break; // one number says nothing of the scale
      }
      step = unit;
      exact = multiples;
    }
    double largest = exact.stream().mapToDouble(v -> Math.abs(v.doubleValue())).max().orElse(1);
    int power = (int) Math.floor(Math.log10(largest) + 1e-9);
    boolean plain = power >= -3 && power <= 4;
    int shift = plain ? 0 : power;
    int decimals = Math.max(0, step.stripTrailingZeros().scale() + shift);
    List<String> labels =
        exact.stream()
            .map(
                v ->
                    v.scaleByPowerOfTen(-shift)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .toPlainString())
            .map(label -> label.replace('-', '\u2212'))
            .toList();
    String factor = plain ? "" : "\u00d7$10^{" + power + "}$";
    return new Ticks(
        exact.stream().map(BigDecimal::doubleValue).toList(), labels, factor, List.of());
  }

  /**
   * Those of a number that lie on the axis; of one near 1, and an axis from 1 to 1 + 1e-13, too.
   */
  private List<BigDecimal> multiples(BigDecimal unit) {
    long first = (long) Math.ceil(least / unit.doubleValue() - 1e-9);
    long last = (long) Math.floor(most / unit.doubleValue() + 1e-9);
    return LongStream.rangeClosed(first, last)
        .mapToObj(n -> unit.multiply(BigDecimal.valueOf(n)))
        .toList();
  }
}
