package org.knudsen.plugin;

import java.util.Optional;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.collision.LinearizedHarmonics;
import org.knudsen.collision.OperatorMemory;
import org.knudsen.collision.TableCache;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.VelocitySpace;

/** A discretisation of velocity: the space of distributions and the collision operator in it. */
public interface VelocityGridProvider extends Provider {

  /**
   * The space of distributions of a mixture.
   *
   * @param spatialDimension d = 1, 2 or 3 of the torus; a space may keep only the distributions
   *     with the symmetry that d leaves
   * @param parameters checked against {@link #parameters()}
   * @throws IllegalArgumentException if it does not offer that dimension; the message names those
   *     that it does
   */
  VelocitySpace space(Mixture mixture, int spatialDimension, ParameterValues parameters);

  /**
   * Q and L of a kernel in a space made by {@link #space}. May take seconds; what can be kept
   * between runs goes to the cache.
   *
   * @throws IllegalArgumentException if the space is not one of its own, or the kernel is for
   *     another number of species
   */
  CollisionOperator operator(VelocitySpace space, CollisionKernel kernel, TableCache cache);

  /**
   * How many tables {@link #operator} asks of its cache, so that the count can be shown while they
   * are built; 1 where the operator is built in one piece.
   */
  default int tables(VelocitySpace space) {
    return 1;
  }

  /** What the operator of a space takes of memory, before it is built; empty if not stated. */
  default Optional<OperatorMemory> memory(VelocitySpace space) {
    return Optional.empty();
  }

  /** L by spherical harmonics, without building Q; empty where the space does not separate them. */
  default Optional<LinearizedHarmonics> harmonics(VelocitySpace space, CollisionKernel kernel) {
    return Optional.empty();
  }
}
