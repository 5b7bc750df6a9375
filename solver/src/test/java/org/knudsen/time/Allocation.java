package org.knudsen.time;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Bytes that the current thread allocates. */
public final class Allocation {

  private Allocation() {}

  /** Bytes a run, rounded down, after a warm-up in which classes are loaded and code compiled. */
  public static long of(Runnable work, int runs) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    for (int i = 0; i < runs; i++) {
      work.run();
    }
    long before = threads.getThreadAllocatedBytes(id);
    for (int i = 0; i < runs; i++) {
      work.run();
    }
    return (threads.getThreadAllocatedBytes(id) - before) / runs;
  }
}
