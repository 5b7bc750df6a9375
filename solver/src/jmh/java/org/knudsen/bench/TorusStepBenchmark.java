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
 * One ars-443 step (four evaluations of Q, four solves) on T^2 and T^3, all processors. Read
 * across: how the cost grows with points and with the degree.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class TorusStepBenchmark {

  /** Dimension, points a direction, degree. */
  @Param({"2-32-6", "2-64-4", "2-64-6", "3-8-6", "3-16-4", "3-16-6"})
  public String torus;

  private RepeatedStep step;

  @Setup
  public void prepare() {
    String[] part = torus.split("-");
    int dimension = Integer.parseInt(part[0]);
    KineticEquation equation =
        new KineticEquation(
            Cases.operator(Integer.parseInt(part[2]), AxialSymmetry.ofDimension(dimension)),
            new Torus(dimension, Integer.parseInt(part[1])),
            0.1);
    step = new RepeatedStep(equation, Schemes.ars443(), 1e-4);
  }

  /** One step, from the same state each time. */
  @Benchmark
  public double[] step() {
    return step.step();
  }
}
