package org.knudsen.study;

/**
 * Asks a long computation to stop. A run polls it once a step, and ends after the step in which it
 * became true with everything that it had computed until then.
 *
 * <p>The check is cooperative: nothing is stopped by force, so arrays are never left half written.
 */
@FunctionalInterface
public interface Cancellation {

  /**
   * Whether the computation should stop.
   *
   * @return true from the moment of the request on
   */
  boolean requested();

  /**
   * A cancellation that never comes.
   *
   * @return always false
   */
  static Cancellation never() {
    return () -> false;
  }

  /**
   * The interrupt flag of the thread that calls this method. The notebook kernel sets the flag when
   * a cell is interrupted, and a worker of a parallel sweep can poll the flag of the thread that
   * started it. The flag is read and left as it is.
   *
   * @return true while the calling thread of this method is interrupted, from whichever thread it
   *     is asked
   */
  static Cancellation whenInterrupted() {
    Thread owner = Thread.currentThread();
    return owner::isInterrupted;
  }
}
