package org.knudsen.bench;

import java.util.concurrent.TimeUnit;
import org.knudsen.kinetic.KineticEquation;
import org.knudsen.time.Schemes;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
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

/**
 * One ars-443 step by the number of species, on a slab of 32 points at degree 8 and on T^2 with 16
 * x 16 points at degree 5: Q couples pairs of species.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SpeciesBenchmark {

  @Param({"2", "3", "5"})
  public int species;

  /** Dimension, points a direction, degree. */
  @Param({"1-32-8", "2-16-5"})
  public String torus;

  private RepeatedStep step;

  @Setup
  public void prepare() {
    String[] part = torus.split("-");
    int dimension = Integer.parseInt(part[0]);
    step =
        new RepeatedStep(
            new KineticEquation(
                Cases.operator(
                    species, Integer.parseInt(part[2]), AxialSymmetry.ofDimension(dimension)),
                new Torus(dimension, Integer.parseInt(part[1])),
                0.1),
            Schemes.ars443(),
            1e-4);
  }

  /** One step, from the same state each time. */
  @Benchmark
  public double[] step() {
    return step.step();
  }
}
