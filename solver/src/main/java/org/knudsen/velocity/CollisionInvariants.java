package org.knudsen.velocity;

/**
 * Capability: the orthonormal basis phi^(1), ..., phi^(k) of ker L of (2.4) that lies in the space
 * (k = N + 4 in full velocity space, N + 2 in a slab, where momentum has one component). They are
 * exactly what collisions conserve: their components of Q and L are dropped as round-off.
 */
public interface CollisionInvariants {

  /**
   * The invariants, one row each, {@code row * size() + species * modes() + mode}: first the N
   * species, then momentum by axis, then energy. Orthonormal, and modes of one parity in each: odd
   * ones for momentum, even ones for the others. A new array.
   */
  double[] invariants();

  /** k, the number of rows. */
  int invariantCount();
}
