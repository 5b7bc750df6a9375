package org.knudsen.plugins.grids;

import java.util.List;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.collision.TableCache;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.ParameterSpec;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.VelocityGridProvider;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.VelocitySpace;

/** A stand-in: Burnett functions in another orthonormal basis, for tori of some dimensions. */
abstract class ChangedGrid implements VelocityGridProvider {

  private final int largestDimension;

  ChangedGrid(int largestDimension) {
    this.largestDimension = largestDimension;
  }

  /** R of {@link ChangedSpace}. */
  abstract double[] change(BurnettSpace burnett);

  @Override
  public String description() {
    return "stand-in: Burnett functions in another basis";
  }

  @Override
  public String reference() {
    return "none";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(ParameterSpec.integer("degree", "K").withDefault(4));
  }

  @Override
  public VelocitySpace space(Mixture mixture, int spatialDimension, ParameterValues parameters) {
    if (spatialDimension < 1 || spatialDimension > largestDimension) {
      throw new IllegalArgumentException(
          "no torus of dimension "
              + spatialDimension
              + " for this grid; "
              + (largestDimension == 1 ? "1" : "1 or 2"));
    }
    BurnettSpace burnett =
        new BurnettSpace(
            mixture, parameters.integer("degree"), AxialSymmetry.ofDimension(spatialDimension));
    return new ChangedSpace(burnett, id(), change(burnett));
  }

  @Override
  public CollisionOperator operator(VelocitySpace space, CollisionKernel kernel, TableCache cache) {
    ChangedSpace own = (ChangedSpace) space;
    BurnettCollision burnett = new BurnettCollision(own.burnett(), kernel, cache);
    return new CollisionOperator() {
      @Override
      public VelocitySpace space() {
        return own;
      }

      @Override
      public double[] linearized() {
        return own.conjugate(burnett.linearized());
      }

      @Override
      public Quadratic quadratic() {
        Quadratic evaluator = burnett.quadratic();
        return (h, out, offset, cells) -> {
          double[] q = new double[own.size()];
          for (int cell = 0; cell < cells; cell++) {
            int at = offset + cell * own.size();
            evaluator.apply(own.toBurnett(h, at), q, 0, 1);
            System.arraycopy(own.ofBurnett(q), 0, out, at, own.size());
          }
        };
      }
    };
  }
}
