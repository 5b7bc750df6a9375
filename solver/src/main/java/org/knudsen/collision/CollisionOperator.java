package org.knudsen.collision;

import java.util.Optional;
import org.knudsen.velocity.VelocitySpace;

/**
 * The collision operators of one mixture, kernel and velocity space: the bilinear Q of (1.1) and
 * its linearisation L about mu. Immutable, shared between threads.
 */
public interface CollisionOperator {

  /** The space whose modes index every array here. */
  VelocitySpace space();

  /**
   * L, dense row-major, {@code row * size + column}, symmetric and negative semi-definite in the
   * space's orthonormal modes; a new array.
   */
  double[] linearized();

  /** What it takes of memory; empty if not stated. */
  default Optional<OperatorMemory> memory() {
    return Optional.empty();
  }

  /** A new evaluator of Q with its own workspace, for one thread. */
  Quadratic quadratic();

  /** Evaluates h -> Q(h, h) in many cells. Not thread-safe: it owns workspace. */
  interface Quadratic {

    /**
     * out = Q(h, h), cell by cell. The value in a cell does not depend on the other cells.
     *
     * @param h cells * size entries from {@code offset} on, cell-major; not modified
     * @param out the same places are overwritten; not the same array as h
     */
    void apply(double[] h, double[] out, int offset, int cells);
  }
}
