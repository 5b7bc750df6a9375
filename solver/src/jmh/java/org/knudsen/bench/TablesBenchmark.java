package org.knudsen.bench;

import java.util.concurrent.TimeUnit;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.velocity.AxialSymmetry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Building the tables of Q and L for two species, without the disk cache, in a cold JVM. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(3)
public class TablesBenchmark {

  @Param({"SLAB-10", "SLAB-12", "FULL-8"})
  public String space;

  @Benchmark
  public BurnettCollision build() {
    String[] part = space.split("-");
    return Cases.operator(Integer.parseInt(part[1]), AxialSymmetry.valueOf(part[0]));
  }
}
