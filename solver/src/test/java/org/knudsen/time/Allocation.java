package org.knudsen.time;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Bytes that the current thread allocates. */
public final class Allocation {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /** Bytes that this thread has allocated until now. */
  public static long now() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** Bytes a run, rounded down, after a warm-up in which classes are loaded and code compiled. */
  public static long of(Runnable work, int runs) {
    for (int i = 0; i < runs; i++) {
      work.run();
    }
    long before = now();
    for (int i = 0; i < runs; i++) {
      work.run();
    }
    return (now() - before) / runs;
  }
}
