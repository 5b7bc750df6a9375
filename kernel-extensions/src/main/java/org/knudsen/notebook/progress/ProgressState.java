package org.knudsen.notebook.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How far a task is, at one moment.
 *
 * @param task what it does
 * @param done the steps done
 * @param steps the steps in all, 0 where that is not known
 * @param elapsed the time since its start
 * @param ended whether it has ended
 */
public record ProgressState(String task, long done, long steps, Duration elapsed, boolean ended) {

  /**
   * The share done.
   *
   * @return in [0, 1], empty where the number of steps is not known
   */
  public OptionalDouble fraction() {
    return steps > 0
        ? OptionalDouble.of(Math.min(1, (double) done / steps))
        : OptionalDouble.empty();
  }

  /**
   * Steps per second since the start.
   *
   * @return empty before the first step and at the very start
   */
  public OptionalDouble rate() {
    double seconds = elapsed.toNanos() * 1e-9;
    return done > 0 && seconds > 0 ? OptionalDouble.of(done / seconds) : OptionalDouble.empty();
  }

  /**
   * The time that the steps left will take at the rate so far.
   *
   * @return seconds, empty where the number of steps or the rate is not known
   */
  public OptionalDouble remainingSeconds() {
    OptionalDouble rate = rate();
    return steps > 0 && rate.isPresent()
        ? OptionalDouble.of(Math.max(0, steps - done) / rate.getAsDouble())
        : OptionalDouble.empty();
  }

  /**
   * Task and count, which do not depend on how fast the machine is.
   *
   * @return for example: eps = 0.1: 30 of 200
   */
  public String count() {
    return task + ": " + done + (steps > 0 ? " of " + steps : "");
  }

  /**
   * Rate and time.
   *
   * @return for example: 12.3/s, 14 s left
   */
  public String pace() {
    StringBuilder out = new StringBuilder();
    rate().ifPresent(r -> out.append(String.format(Locale.ROOT, r < 100 ? "%.1f/s" : "%.0f/s", r)));
    OptionalDouble left = remainingSeconds();
    if (ended) {
      out.append(out.isEmpty() ? "" : ", ").append(time(elapsed.toNanos() * 1e-9));
    } else if (left.isPresent()) {
      out.append(", ").append(time(left.getAsDouble())).append(" left");
    } else if (elapsed.toSeconds() > 0) {
      out.append(out.isEmpty() ? "" : ", ")
          .append(time(elapsed.toNanos() * 1e-9))
          .append(" so far");
    }
    return out.toString();
  }

  private static String time(double seconds) {
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    if (whole < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }
    return String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
  }
}
