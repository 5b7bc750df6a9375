package org.knudsen.run;

/**
 * Asks a long computation to stop. A run polls it once a step, and ends after the step in which it
 * became true with everything that it had computed until then.
 *
 * <p>The check is cooperative: nothing is stopped by force, so arrays are never left half written.
 */
@FunctionalInterface
public interface Cancellation {

  /** Whether the computation should stop: true from the moment of the request on. */
  boolean requested();

  /** A cancellation that never comes. */
  static Cancellation never() {
    return () -> false;
  }

  /**
   * The interrupt flag of the thread that calls this method. The notebook kernel sets the flag when
   * a cell is interrupted, and a worker of a parallel sweep can poll the flag of the thread that
   * started it.
   *
   * <p>The answer stays true once it was true. The flag itself is cleared when its own thread asks:
   * Java's file channels close themselves in an interrupted thread, and a cancelled run still has
   * results to write.
   */
  static Cancellation whenInterrupted() {
    return new InterruptFlag(Thread.currentThread());
  }
}
