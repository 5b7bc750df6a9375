package org.knudsen.plugin;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Calls code of which nothing is known, on a thread of its own with the caller's context class
 * loader, so that whatever it does is told of.
 *
 * <p>Java has no means of keeping {@code System.exit} from ending the process. But it lets shutdown
 * hooks run first, and one of them says whose call it was, and ends the process with status 1
 * whatever status was asked for. {@code Runtime.halt} runs no hooks and stays unnamed.
 */
final class StrangersCode {

  private static final int LONGEST_SECONDS = 3;

  private StrangersCode() {}

  /**
   * What the code returns.
   *
   * @param name whose code it is
   * @param lastWords told of it, in one line, if it ends the process
   * @throws ExecutionException with what it threw, of whatever type
   * @throws IllegalStateException if it does not return within 3 s; it goes on on its thread, which
   *     is interrupted and keeps no process alive
   */
  static <T> T call(String name, Callable<T> code, Consumer<String> lastWords)
      throws ExecutionException {
    FutureTask<T> task = new FutureTask<>(code);
    Thread worker = new Thread(task, name);
    worker.setDaemon(true);
    Thread hook = new Thread(() -> nameExit(worker, lastWords));
    Runtime.getRuntime().addShutdownHook(hook);
    worker.start();
    boolean hangs = false;
    try {
      return task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      hangs = true; // and may end the process later
      worker.interrupt();
      throw new IllegalStateException("does not return within " + LONGEST_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before it returned", e);
    } finally {
      if (!hangs) {
        remove(hook);
      }
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the process is ending, and the hook has begun
    }
  }

  private static void nameExit(Thread worker, Consumer<String> lastWords) {
    boolean exits =
        Arrays.stream(worker.getStackTrace())
            .anyMatch(
                call ->
                    call.getClassName().equals(Runtime.class.getName())
                        && call.getMethodName().equals("exit"));
    if (exits) {
      lastWords.accept("plugin " + worker.getName() + " ends the process while it is loaded");
      Runtime.getRuntime().halt(1);
    }
  }
}
