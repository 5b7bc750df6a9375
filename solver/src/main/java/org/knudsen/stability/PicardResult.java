package org.knudsen.stability;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the Picard iteration (3.38) went, at one Knudsen number. Suprema are over the time levels.
 *
 * @param knudsen eps
 * @param norm the name of the norm, as {@link org.knudsen.norm.SobolevNorm} has it
 * @param tolerance what {@link Iterate#change} had to come down to, relative to the size
 * @param size sup_t ||f|| of the solution of (1.11) by the integrator itself; NaN if that is not
 *     finite or was not reached
 * @param iterates f^(1), f^(2), ...
 */
public record PicardResult(
    double knudsen,
    String norm,
    double tolerance,
    double size,
    List<Iterate> iterates,
    Ending ending) {

  public PicardResult {
    iterates = List.copyOf(iterates);
  }

  /**
   * f^(n).
   *
   * @param number n, from 1 on
   * @param change sup_t ||f^(n) - f^(n-1)||
   * @param rate the change over that of the iterate before; NaN for n = 1
   * @param distance sup_t ||f^(n) - f||, f the solution of (1.11) by the same integrator
   */
  public record Iterate(int number, double change, double rate, double distance) {}

  /** Why an iteration stopped. */
  public enum Ending {
    /** The change came down to the tolerance. */
    CONVERGED,
    /** It had not after the largest number of iterates. */
    TOO_SLOW,
    /** A value was not finite, of an iterate or of the integrator's own solution. */
    DIVERGED,
    /** It was asked to stop. */
    CANCELLED
  }

  /** Whether the change came down to the tolerance. */
  public boolean converged() {
    return ending == Ending.CONVERGED;
  }

  /** The contraction rate: that of f^(2), the first there is; refused without two iterates. */
  public double rate() {
    if (iterates.size() < 2) {
      throw new IllegalStateException("a rate needs two iterates; there is " + iterates.size());
    }
    return iterates.get(1).rate();
  }

  /** One line: how it ended, with the rates. */
  public String summary() {
    if (ending == Ending.DIVERGED && iterates.isEmpty()) {
      return ("Picard iteration at eps = %s: the solution of (1.11) by the integrator itself "
              + "is not finite; smaller data or steps are needed")
          .formatted(knudsen);
    }
    String rates =
        iterates.stream()
            .skip(1)
            .map(iterate -> String.format(Locale.ROOT, "%.3g", iterate.rate()))
            .collect(Collectors.joining(", "));
    return ("Picard iteration at eps = %s %s after %s iterates; sup over time of the last "
            + "change in %s: %s; contraction rates: %s")
        .formatted(
            knudsen,
            ending.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            iterates.size(),
            norm,
            iterates.isEmpty() ? "none" : iterates.get(iterates.size() - 1).change(),
            rates.isEmpty() ? "none" : rates);
  }
}
