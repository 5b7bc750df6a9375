package org.knudsen.jupyter.run;

import java.time.Duration;

/**
 * How long the notebook runner waits.
 *
 * @param start for the kernel to answer after its start
 * @param cell for one cell to end; it is interrupted then
 * @param interrupted for an interrupted cell to stop; the kernel is ended then
 * @param silence for the kernel's heartbeat; a kernel that is silent for longer counts as hung
 */
public record Timeouts(Duration start, Duration cell, Duration interrupted, Duration silence) {

  /** A minute to start, ten minutes for a cell, half a minute to stop, a minute of silence. */
  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1));

  public Timeouts {
    requirePositive("start", start);
    requirePositive("cell", cell);
    requirePositive("interrupted", interrupted);
    requirePositive("silence", silence);
  }

  /** The same with another limit for a cell. */
  public Timeouts withCell(Duration limit) {
    return new Timeouts(start, limit, interrupted, silence);
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "time-out '" + name + "' is " + value + "; it must be positive");
    }
  }
}
