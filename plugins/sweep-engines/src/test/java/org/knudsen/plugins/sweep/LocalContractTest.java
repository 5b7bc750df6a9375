package org.knudsen.plugins.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.engine.Batch;
import org.knudsen.engine.EngineTask;
import org.knudsen.engine.SweepEngine;
import org.knudsen.engine.TaskListener;
import org.knudsen.engine.TaskWorker;
import org.knudsen.engine.WorkerFactory;
import org.knudsen.plugin.SweepEngineProvider;
import org.knudsen.plugin.contract.SweepEngineContract;
import org.knudsen.run.Cancellation;

class LocalContractTest extends SweepEngineContract {

  @Override
  protected SweepEngineProvider provider() {
    return new LocalProvider();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "two", "", "10000"})
  void jobsAreANumber(String jobs) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> provider().create(Map.of("jobs", jobs)))
            .getMessage();
    assertTrue(message.startsWith("jobs: found '" + jobs + "'"), message);
  }

  /** Tells how many tasks run at once, and the most that ever did. */
  public static final class Crowd implements WorkerFactory {
    private static final AtomicInteger NOW = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger();

    @Override
    public TaskWorker create(byte[] setup) {
      return (task, stop) -> {
        MOST.accumulateAndGet(NOW.incrementAndGet(), Math::max);
        try {
          Thread.sleep(5);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        NOW.decrementAndGet();
        return task;
      };
    }
  }

  private static int most(int jobs, double bytes) {
    Crowd.MOST.set(0);
    AtomicInteger came = new AtomicInteger();
    TaskListener count =
        new TaskListener() {
          @Override
          public void done(int index, byte[] result) {
            came.incrementAndGet();
          }

          @Override
          public void lost(int index, String reason) {
            throw new AssertionError(reason);
          }
        };
    List<EngineTask> tasks =
        IntStream.range(0, 40).mapToObj(i -> new EngineTask(i, new byte[0], bytes)).toList();
    try (SweepEngine engine = new LocalProvider().create(Map.of("jobs", "" + jobs))) {
      engine.execute(
          new Batch(Crowd.class, new byte[0], List.of(), tasks.iterator()),
          count,
          Cancellation.never());
    }
    assertEquals(40, came.get());
    return Crowd.MOST.get();
  }

  /** As many at once as were asked for, as long as their memory is there for all of them. */
  @Test
  void runsAtOnceWhatTheMemoryHolds() {
    assertEquals(3, most(3, 1000));
    assertEquals(1, most(1, 1000));
    assertEquals(1, most(3, 0.6 * Runtime.getRuntime().maxMemory()));
    assertEquals(1, most(3, 1e18)); // alone; whether it fits is the task's to say
  }
}
