package org.knudsen.jupyter.server;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Which cell a thread works for: the one that started it, or started the thread that started it,
 * also after that cell has ended. The workers of the common pool serve all cells in turn; they work
 * for the latest.
 *
 * @param <T> what stands for a cell
 */
public final class CellThreads<T> {
  private final InheritableThreadLocal<T> own = new InheritableThreadLocal<>();
  private volatile T latest;

  /** The calling thread, and threads that it starts, work for this cell from now on. */
  public void begin(T cell) {
    own.set(cell);
    latest = cell;
  }

  /** The cell of the calling thread; null before the first. */
  public T current() {
    T started = own.get();
    boolean shared =
        Thread.currentThread() instanceof ForkJoinWorkerThread worker
            && worker.getPool() == ForkJoinPool.commonPool();
    return started == null || shared ? latest : started;
  }
}
