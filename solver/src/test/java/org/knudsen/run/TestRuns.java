package org.knudsen.run;

import java.util.List;
import java.util.stream.IntStream;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.collision.Gas;
import org.knudsen.collision.TableCache;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.fluid.FluidFields;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.FluidSetting;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.time.BlockLinearPart;
import org.knudsen.time.LinearPart;
import org.knudsen.time.Schemes;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.VelocitySpace;

/** Small assemblies for tests. */
public final class TestRuns {

  private TestRuns() {}

  /** Two species in equal parts, masses 1 and 4. */
  public static Mixture twoGases() {
    return equalParts(1, 4);
  }

  /** Species s0, s1, ... in equal parts. */
  static Mixture equalParts(double... masses) {
    return new Mixture(
        IntStream.range(0, masses.length)
            .mapToObj(i -> new Species("s" + i, masses[i], 1.0 / masses.length))
            .toList());
  }

  /** C |g|^gamma for all pairs, isotropic. */
  static CollisionKernel kernel(int species, double strength, double gamma) {
    return CollisionKernel.symmetric(
        species, (i, j) -> new PairKernel(new PowerLaw(strength, gamma), s -> 1));
  }

  /** A wave of the first species, and minus that of the last one. */
  static InitialData wave(Mixture mixture, double cos, double sin, Integer... k) {
    return InitialData.of(
        new ConcentrationWave(0, List.of(k), cos, sin),
        new ConcentrationWave(mixture.size() - 1, List.of(k), -cos, -sin));
  }

  /** Beside Maxwell-Stefan. */
  static Assembly assembly(
      Mixture mixture,
      CollisionKernel kernel,
      int degree,
      Torus torus,
      InitialData data,
      Stepping stepping) {
    AxialSymmetry symmetry = AxialSymmetry.ofDimension(torus.dimension());
    BurnettCollision operator =
        new BurnettCollision(
            new BurnettSpace(mixture, degree, symmetry), kernel, TableCache.none());
    return new Assembly(operator.gas(), operator, torus, new MaxwellStefan(), data, stepping);
  }

  /** Hard spheres of masses 1 and 4 on a slab: one wave of amplitude 0.1. */
  public static Assembly slab(int degree, int points, Stepping stepping) {
    return assembly(
        twoGases(),
        kernel(2, 0.25, 1),
        degree,
        new Torus(1, points),
        wave(twoGases(), 0.1, 0, 1),
        stepping);
  }

  /**
   * A space without a collision operator, for measurements of states that no step leads to.
   *
   * @param limit whose fields the state at time 0 is the Maxwellian of
   */
  static Assembly still(
      VelocitySpace space,
      CollisionKernel kernel,
      Torus torus,
      FluidLimit limit,
      InitialData data) {
    CollisionOperator none =
        new CollisionOperator() {
          @Override
          public VelocitySpace space() {
            return space;
          }

          @Override
          public double[] linearized() {
            throw new UnsupportedOperationException();
          }

          @Override
          public Quadratic quadratic() {
            throw new UnsupportedOperationException();
          }
        };
    Gas gas = new Gas(kernel, space, java.util.Optional::empty);
    return new Assembly(
        gas, none, torus, limit, data, new Stepping(Schemes.etdRk4(), 0.01, 1), Output.of(0));
  }

  /** Fields that stand still, whatever they are. */
  static FluidLimit fields(java.util.function.Consumer<FluidFields> fill) {
    return new FluidLimit() {
      @Override
      public String name() {
        return "given fields";
      }

      @Override
      public FluidEquation equation(FluidSetting setting) {
        return new FluidEquation() {
          @Override
          public int size() {
            return 0;
          }

          @Override
          public LinearPart linear() {
            return new BlockLinearPart(0, List.of());
          }

          @Override
          public void nonlinear(double t, double[] y, double[] out) {}

          @Override
          public double[] initialState() {
            return new double[0];
          }

          @Override
          public void fields(double t, double[] y, FluidFields fields) {
            fill.accept(fields);
          }

          @Override
          public void check(double t, double[] y) {}
        };
      }
    };
  }

  /** What a measurement says of the state at time 0, one array a quantity. */
  static double[][] measure(Measurement measurement, RunState state) {
    Measurement.Probe probe = measurement.begin(state);
    double[][] out =
        probe.quantities().stream().map(q -> new double[q.size()]).toArray(double[][]::new);
    probe.measure(state, out);
    return out;
  }

  /**
   * The value at one index a dimension, by the names of the dimensions: row-major, the last
   * dimension runs fastest.
   *
   * @param indices by name; a dimension that has none has index 0
   */
  static double at(Variable variable, java.util.Map<String, Integer> indices) {
    int at = 0;
    for (Dimension dimension : variable.dimensions()) {
      at = at * dimension.size() + indices.getOrDefault(dimension.name(), 0);
    }
    return variable.values()[at];
  }
}
