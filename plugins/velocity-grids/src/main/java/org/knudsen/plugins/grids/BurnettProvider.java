package org.knudsen.plugins.grids;

import java.util.Optional;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.BurnettLinearized;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.collision.LinearizedHarmonics;
import org.knudsen.collision.OperatorMemory;
import org.knudsen.collision.TableCache;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.DescribedProvider;
import org.knudsen.plugin.ParameterSpec;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.VelocityGridProvider;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.VelocitySpace;

/** The {@code burnett} velocity grid: {@link BurnettSpace} with {@link BurnettCollision}. */
public final class BurnettProvider extends DescribedProvider implements VelocityGridProvider {

  public BurnettProvider() {
    super(
        "burnett",
        "Burnett functions up to a degree, orthonormal in L^2(mu^(-1/2)), exact Galerkin operators",
        "D. Burnett, Proc. London Math. Soc. s2-40 (1936) 382-435",
        ParameterSpec.integer("degree", "K: functions (n, l, m) with 2n + l <= K are kept")
            .withBounds(Bounds.closed(2, BurnettModes.LARGEST_DEGREE))
            .withDefault(10));
  }

  @Override
  public VelocitySpace space(Mixture mixture, int spatialDimension, ParameterValues parameters) {
    return new BurnettSpace(
        mixture, parameters.integer("degree"), AxialSymmetry.ofDimension(spatialDimension));
  }

  @Override
  public CollisionOperator operator(VelocitySpace space, CollisionKernel kernel, TableCache cache) {
    return new BurnettCollision(own(space), kernel, cache);
  }

  @Override
  public int tables(VelocitySpace space) {
    return BurnettCollision.tables(own(space));
  }

  @Override
  public Optional<OperatorMemory> memory(VelocitySpace space) {
    return Optional.of(BurnettCollision.memory(own(space)));
  }

  @Override
  public Optional<LinearizedHarmonics> harmonics(VelocitySpace space, CollisionKernel kernel) {
    BurnettSpace own = own(space);
    return Optional.of(new BurnettLinearized(own.mixture(), kernel, own.degree()));
  }

  private static BurnettSpace own(VelocitySpace space) {
    if (space instanceof BurnettSpace own) {
      return own;
    }
    throw new IllegalArgumentException(
        "velocity space '" + space.describe() + "' was not made by the burnett grid");
  }
}
