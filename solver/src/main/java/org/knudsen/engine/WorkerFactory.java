package org.knudsen.engine;

/**
 * Makes what carries tasks out. A named class with a public constructor without arguments, so that
 * every process that has its jar can make one.
 */
@FunctionalInterface
public interface WorkerFactory {

  /**
   * A worker, made once a process and used by all its threads.
   *
   * @param setup what the tasks have in common
   */
  TaskWorker create(byte[] setup);
}
