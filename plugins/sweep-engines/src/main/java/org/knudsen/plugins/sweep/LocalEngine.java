package org.knudsen.plugins.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.knudsen.collision.OperatorMemory;
import org.knudsen.engine.Batch;
import org.knudsen.engine.EngineTask;
import org.knudsen.engine.SweepEngine;
import org.knudsen.engine.TaskListener;
import org.knudsen.engine.TaskWorker;
import org.knudsen.plugin.PrintableLine;
import org.knudsen.run.Cancellation;

/**
 * Threads of this process. They take one task after the other, as long as those that run at once
 * fit into the heap that was free at the beginning; a task that is larger than that runs alone, and
 * says itself whether it can. What they have to say goes through a queue to the thread that called,
 * which is the only one that listeners see.
 */
final class LocalEngine implements SweepEngine {

  private final int jobs;

  LocalEngine(int jobs) {
    this.jobs = jobs;
  }

  @Override
  public String describe() {
    return jobs == 1 ? "1 thread" : jobs + " threads";
  }

  @Override
  public void execute(Batch batch, TaskListener listener, Cancellation stop) {
    TaskWorker worker = worker(batch);
    Course course = new Course(batch, worker, listener, stop);
    List<Thread> threads = new ArrayList<>();
    for (int job = 1; job <= jobs; job++) {
      Thread thread = new Thread(course::work, "sweep-" + job);
      thread.setDaemon(true);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    course.listen();
  }

  private static TaskWorker worker(Batch batch) {
    try {
      return batch.factory().getConstructor().newInstance().create(batch.setup());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(batch.factory().getName() + " cannot be made: " + e, e);
    }
  }

  @Override
  public void close() {
    // threads end with their batch
  }

  /** One batch on its way. */
  private final class Course {
    private final Batch batch;
    private final TaskWorker worker;
    private final TaskListener listener;
    private final Cancellation stop;
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final double memory = OperatorMemory.free();
    private volatile boolean stopped;

    // guarded by this
    private EngineTask waiting;
    private double taken;
    private int running;
    private int working = jobs;

    Course(Batch batch, TaskWorker worker, TaskListener listener, Cancellation stop) {
      this.batch = batch;
      this.worker = worker;
      this.listener = listener;
      this.stop = stop;
    }

    private boolean stops() {
      return stopped || stop.requested();
    }

    /** Hands over what the threads say, until the last has ended. */
    void listen() {
      boolean interrupted = false;
      RuntimeException fault = null;
      while (isWorking() || !events.isEmpty()) {
        try {
          events.take().run();
        } catch (InterruptedException e) {
          // a stop, maybe, which whoever asks for it must see; the threads end their tasks first
          Thread.currentThread().interrupt();
          interrupted = !stop.requested();
          stopped = true;
          Thread.interrupted();
        } catch (RuntimeException e) {
          stopped = true;
          fault = fault == null ? e : fault;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (fault != null) {
        throw fault;
      }
    }

    private synchronized boolean isWorking() {
      return working > 0;
    }

    /** A thread of the batch. */
    void work() {
      try {
        for (EngineTask task = next(); task != null; task = next()) {
          carryOut(task);
        }
      } catch (RuntimeException | Error e) { // of what makes the tasks
        stopped = true;
        events.add(
            () -> {
              throw new IllegalStateException(PrintableLine.failure(e), e);
            });
      } finally {
        synchronized (this) {
          working--;
        }
        events.add(() -> {}); // wakes the listener
      }
    }

    /** The next task for which there is memory; null if there is none, or a stop was requested. */
    private synchronized EngineTask next() {
      while (!stops()) {
        if (waiting == null && batch.tasks().hasNext()) {
          waiting = batch.tasks().next();
        }
        EngineTask task = waiting;
        if (task == null || running == 0 || taken + task.bytes() <= memory) {
          waiting = null;
          change(task, 1);
          return task;
        }
        try {
          wait(100); // a stop is no event here
        } catch (InterruptedException e) {
          stopped = true;
        }
      }
      return null;
    }

    private synchronized void change(EngineTask task, int sign) {
      if (task != null) {
        running += sign;
        taken += sign * task.bytes();
        int now = running;
        events.add(() -> listener.running(now));
        notifyAll();
      }
    }

    private void carryOut(EngineTask task) {
      Runnable event;
      try {
        byte[] result = worker.run(task.content(), this::stops);
        event = () -> listener.done(task.index(), result);
      } catch (RuntimeException | Error e) { // whatever a plugin throws
        String reason = PrintableLine.failure(e);
        event = () -> listener.lost(task.index(), reason);
      }
      change(task, -1);
      events.add(event);
    }
  }
}
