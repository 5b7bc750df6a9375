package org.knudsen.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.velocity.AxialSymmetry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One evaluation of Q a cell, beside a dense product on the same machine in the same run: dgemm of
 * order 256 (2 x 256^3 operations) is the yardstick for arithmetic rate. A coupling is one
 * multiplication and one addition; their number is printed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class QuadraticBenchmark {

  private static final int CELLS = 64;
  private static final int ORDER = 256;

  @Param({"SLAB-10", "SLAB-12", "FULL-6", "FULL-8"})
  public String space;

  private CollisionOperator.Quadratic quadratic;
  private double[] h;
  private double[] out;
  private DMatrixRMaj a;
  private DMatrixRMaj b;
  private DMatrixRMaj c;

  @Setup
  public void prepare() {
    String[] part = space.split("-");
    BurnettCollision operator =
        Cases.operator(Integer.parseInt(part[1]), AxialSymmetry.valueOf(part[0]));
    System.out.println("couplings a cell: " + operator.couplings());
    quadratic = operator.quadratic();
    Random random = new Random(1);
    h = random.doubles(CELLS * operator.space().size(), -1, 1).toArray();
    out = new double[h.length];
    a = new DMatrixRMaj(ORDER, ORDER, true, random.doubles(ORDER * ORDER).toArray());
    b = new DMatrixRMaj(ORDER, ORDER, true, random.doubles(ORDER * ORDER).toArray());
    c = new DMatrixRMaj(ORDER, ORDER);
  }

  /** Q(h, h), a cell. */
  @Benchmark
  @OperationsPerInvocation(CELLS)
  public double[] quadratic() {
    quadratic.apply(h, out, 0, CELLS);
    return out;
  }

  /** EJML's dgemm of order 256, a product. */
  @Benchmark
  public DMatrixRMaj dgemm() {
    CommonOps_DDRM.mult(a, b, c);
    return c;
  }
}
