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

/** A stand-in that keeps all of velocity space whatever the dimension of the torus. */
public final class WholeSpaceBurnett implements VelocityGridProvider {

  @Override
  public String id() {
    return "whole-space-burnett";
  }

  @Override
  public String description() {
    return "stand-in: Burnett functions without symmetry";
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
    AxialSymmetry.ofDimension(spatialDimension); // refuses what is none
    return new BurnettSpace(mixture, parameters.integer("degree"), AxialSymmetry.FULL);
  }

  @Override
  public CollisionOperator operator(VelocitySpace space, CollisionKernel kernel, TableCache cache) {
    return new BurnettCollision((BurnettSpace) space, kernel, cache);
  }
}
