package org.knudsen.notebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.knudsen.notebook.kernel.KnudsenKernel;

/** What cells say often. Notebooks have these methods by their bare names. */
public final class Cells {

  private Cells() {}

  /**
   * Ends the notebook where its text and its numbers disagree.
   *
   * @throws IllegalStateException with the claim, if it does not hold
   */
  public static void check(String claim, boolean holds) {
    if (!holds) {
      throw new IllegalStateException("not so in this run: " + claim);
    }
  }

  /**
   * Ends the notebook where a number that the text gives is not the one found.
   *
   * @param tolerance how far they may be apart
   * @throws IllegalStateException with the claim and both numbers
   */
  public static void check(String claim, double found, double stated, double tolerance) {
    check(
        "%s: found %s, stated %s to %s".formatted(claim, found, stated, tolerance),
        Math.abs(found - stated) <= tolerance);
  }

  /** A number to some significant digits, as tables show it; never -0. */
  public static double digits(double value, int count) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(count)).doubleValue() + 0.0
        : value;
  }

  /** A number to some decimals, as tables show it; never -0. */
  public static double decimals(double value, int count) {
    double scale = Math.pow(10, count);
    return Math.rint(scale * value) / scale + 0.0;
  }

  /** Words with numbers in them, with a point in each number whatever the language. */
  public static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** Prints words with numbers in them, in the manner of {@link java.io.PrintStream#printf}. */
  public static void printf(String format, Object... values) {
    System.out.printf(format, values);
  }

  /** Removes what the running cell has shown so far. */
  public static void clearOutput() {
    KnudsenKernel.running().ifPresent(kernel -> kernel.clearOutput(false));
  }
}
