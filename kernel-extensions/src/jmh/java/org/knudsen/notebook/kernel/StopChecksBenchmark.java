package org.knudsen.notebook.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the checks in the code of cells cost: the same loops without and with them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StopChecksBenchmark {

  /** What a cell may compute. */
  public interface Work {
    double sum(double[] values);

    int fibonacci(int n);
  }

  /** Tight loops and calls, where a check would weigh most. */
  public static final class Loops implements Work {
    @Override
    public double sum(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value * value;
      }
      return sum;
    }

    @Override
    public int fibonacci(int n) {
      return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    }
  }

  /** Loads the loops anew, with the checks in them. */
  private static final class Loader extends ClassLoader {
    Work checked() throws IOException, ReflectiveOperationException {
      String file = Loops.class.getName().replace('.', '/') + ".class";
      try (InputStream in = Loops.class.getClassLoader().getResourceAsStream(file)) {
        byte[] code = StopChecks.instrument(in.readAllBytes());
        Class<?> type = defineClass(Loops.class.getName(), code, 0, code.length);
        return (Work) type.getConstructor().newInstance();
      }
    }

    Loader() {
      super(StopChecksBenchmark.class.getClassLoader());
    }
  }

  @Param({"plain", "checked"})
  private String code;

  private final double[] values = new double[10_000];
  private Work work;

  /** Makes one of the two. */
  @Setup
  public void load() throws IOException, ReflectiveOperationException {
    work = code.equals("plain") ? new Loops() : new Loader().checked();
    java.util.Arrays.setAll(values, Math::sin);
  }

  /** A loop over 10,000 numbers. */
  @Benchmark
  public double sum() {
    return work.sum(values);
  }

  /** 20,000 calls. */
  @Benchmark
  public int fibonacci() {
    return work.fibonacci(20);
  }
}
