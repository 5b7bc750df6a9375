package org.knudsen.bench;

import java.util.concurrent.TimeUnit;
import org.knudsen.kinetic.KineticEquation;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;
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

/** One step of the kinetic equation in a slab: 32 points, degree 10, two species, at two eps. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StepBenchmark {

  @Param({"ars-222", "ars-443", "etd-rk4"})
  public String scheme;

  @Param({"1", "1e-6"})
  public double eps;

  private RepeatedStep step;

  @Setup
  public void prepare() {
    KineticEquation equation =
        new KineticEquation(Cases.operator(10, AxialSymmetry.SLAB), new Torus(1, 32), eps);
    TimeIntegrator integrator =
        switch (scheme) {
          case "ars-222" -> Schemes.ars222();
          case "ars-443" -> Schemes.ars443();
          case "etd-rk4" -> Schemes.etdRk4();
          default -> throw new IllegalArgumentException(scheme);
        };
    step = new RepeatedStep(equation, integrator, 1e-3);
  }

  /** One step, from the same state each time. */
  @Benchmark
  public double[] step() {
    return step.step();
  }
}
