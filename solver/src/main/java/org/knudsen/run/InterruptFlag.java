package org.knudsen.run;

/** The interrupt flag of one thread, remembered once it was seen. */
final class InterruptFlag implements Cancellation {
  private final Thread owner;
  private volatile boolean seen;

  InterruptFlag(Thread owner) {
    this.owner = owner;
  }

  @Override
  public boolean requested() {
    if (!seen) {
      seen = Thread.currentThread() == owner ? Thread.interrupted() : owner.isInterrupted();
    } else if (Thread.currentThread() == owner) {
      Thread.interrupted();
    }
    return seen;
  }
}
