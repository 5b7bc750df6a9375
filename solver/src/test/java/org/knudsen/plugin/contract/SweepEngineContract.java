package org.knudsen.plugin.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.knudsen.engine.Batch;
import org.knudsen.engine.EngineTask;
import org.knudsen.engine.SweepEngine;
import org.knudsen.engine.TaskListener;
import org.knudsen.engine.TaskWorker;
import org.knudsen.engine.WorkerFactory;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.SweepEngineProvider;
import org.knudsen.run.Cancellation;

/** What every sweep engine must do: extend it and say which. */
@Timeout(120)
public abstract class SweepEngineContract extends ProviderContract<SweepEngineProvider> {

  protected SweepEngineContract() {
    super(PluginFamily.SWEEP_ENGINES);
  }

  /** How the engine under test is set up. */
  protected Map<String, String> options() {
    return Map.of();
  }

  /**
   * Answers a task "n" by the setup and n squared. "fail", "exit" and "deep" end in an exception,
   * an error and an overflowing stack; "wait" ends when it is asked to stop.
   */
  public static final class Squares implements WorkerFactory {

    private static final AtomicInteger MADE = new AtomicInteger();

    @Override
    public TaskWorker create(byte[] setup) {
      MADE.incrementAndGet();
      String common = new String(setup, StandardCharsets.UTF_8);
      return (task, stop) -> {
        String text = new String(task, StandardCharsets.UTF_8);
        switch (text) {
          case "fail" -> throw new IllegalStateException("no such gas");
          case "error" -> throw new NoSuchMethodError("another version");
          case "deep" -> throw new StackOverflowError();
          case "wait" -> {
            waitFor(stop);
            return bytes("stopped");
          }
          default -> {
            long n = Long.parseLong(text);
            return bytes(common + n * n);
          }
        }
      };
    }

    private static void waitFor(Cancellation stop) {
      try {
        while (!stop.requested()) {
          Thread.sleep(1);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // the way in which some engines ask
      }
    }
  }

  /** What came, by the index of its task. */
  private static final class Heard implements TaskListener {
    private final Map<Integer, String> done = new TreeMap<>();
    private final Map<Integer, String> lost = new TreeMap<>();
    private final Thread thread = Thread.currentThread();
    private int most;

    @Override
    public void running(int tasks) {
      assertSame(thread, Thread.currentThread());
      assertTrue(tasks >= 0, tasks + " tasks run");
      most = Math.max(most, tasks);
    }

    @Override
    public void done(int index, byte[] result) {
      assertSame(thread, Thread.currentThread());
      String before = done.put(index, new String(result, StandardCharsets.UTF_8));
      assertEquals(null, before, "task " + index + " came twice");
    }

    @Override
    public void lost(int index, String reason) {
      assertSame(thread, Thread.currentThread());
      assertFalse(reason.isBlank() || reason.contains("\n"), "one line: '" + reason + "'");
      lost.put(index, reason);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Iterator<EngineTask> tasks(List<String> contents) {
    List<EngineTask> tasks = new ArrayList<>();
    contents.forEach(c -> tasks.add(new EngineTask(10 + tasks.size(), bytes(c), 1000)));
    return tasks.iterator();
  }

  private Heard execute(Iterator<EngineTask> tasks, Cancellation stop) {
    Heard heard = new Heard();
    try (SweepEngine engine = provider().create(options())) {
      engine.execute(new Batch(Squares.class, bytes("= "), List.of(), tasks), heard, stop);
    }
    return heard;
  }

  private Heard execute(List<String> contents) {
    return execute(tasks(contents), Cancellation.never());
  }

  @Test
  void everyTaskComesBackOnce() {
    Heard heard = execute(IntStream.range(0, 200).mapToObj(String::valueOf).toList());
    assertEquals(Map.of(), heard.lost);
    assertEquals(200, heard.done.size());
    heard.done.forEach((index, result) -> assertEquals("= " + (index - 10) * (index - 10), result));
    assertTrue(heard.most > 0, "no task was said to run");
  }

  @Test
  void noTasksAreDoneAtOnce() {
    assertEquals(Map.of(), execute(List.of()).done);
  }

  /** Exceptions and errors of a worker cost the task alone, and say why. */
  @Test
  void aLostTaskTakesNoOtherDown() {
    Heard heard = execute(List.of("1", "fail", "2", "error", "3", "deep", "4"));
    assertEquals(Map.of(10, "= 1", 12, "= 4", 14, "= 9", 16, "= 16"), heard.done);
    assertEquals(List.of(11, 13, 15), List.copyOf(heard.lost.keySet()));
    assertTrue(heard.lost.get(11).contains("no such gas"), heard.lost.get(11));
    assertTrue(heard.lost.get(13).contains("another version"), heard.lost.get(13));
  }

  /** After a stop no task begins, and those that ran have a result. */
  @Test
  void stopsWhenItIsAsked() {
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger given = new AtomicInteger();
    Iterator<EngineTask> endless =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return given.get() < 100_000;
          }

          @Override
          public EngineTask next() {
            int index = given.getAndIncrement();
            return new EngineTask(index, bytes(index < 3 ? "" + index : "wait"), 1000);
          }
        };
    Heard heard = new Heard();
    TaskListener stopping =
        new TaskListener() {
          @Override
          public void running(int tasks) {
            heard.running(tasks);
          }

          @Override
          public void done(int index, byte[] result) {
            heard.done(index, result);
            stop.set(true);
          }

          @Override
          public void lost(int index, String reason) {
            heard.lost(index, reason);
          }
        };
    try (SweepEngine engine = provider().create(options())) {
      engine.execute(
          new Batch(Squares.class, bytes("= "), List.of(), endless), stopping, stop::get);
    }
    assertTrue(heard.done.containsKey(0), heard.done.toString());
    assertTrue(heard.done.size() < 1000, heard.done.size() + " tasks were done after a stop");
  }

  /** What tasks share is made once a process. */
  @Test
  void aProcessMakesOneWorker() {
    int before = Squares.MADE.get();
    execute(IntStream.range(0, 50).mapToObj(String::valueOf).toList());
    assertTrue(Squares.MADE.get() - before <= 1, "made " + (Squares.MADE.get() - before));
  }

  /** A fault of what makes the tasks is no fault of a task, and reaches the caller. */
  @Test
  void aFaultOfTheCallerComesBack() {
    Iterator<EngineTask> broken =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public EngineTask next() {
            throw new IllegalArgumentException("the disk is full");
          }
        };
    RuntimeException e =
        assertThrows(RuntimeException.class, () -> execute(broken, Cancellation.never()));
    assertTrue(e.getMessage().contains("the disk is full"), e.getMessage());
  }

  @Test
  void saysWhatItIsSetUpAs() {
    provider()
        .options()
        .forEach(
            (name, what) ->
                assertFalse(what.isBlank() || what.contains("\n"), name + ": '" + what + "'"));
    try (SweepEngine engine = provider().create(options())) {
      assertFalse(engine.describe().isBlank());
    }
  }
}
