package org.knudsen.velocity;

/**
 * Capability: every mode is the Burnett function of its (n, l, m), so that rotations of velocity
 * act on the modes by Wigner matrices and rotation-invariant operators fall into blocks.
 */
public interface HarmonicModes {

  /** The quantum numbers of the modes. */
  BurnettModes burnettModes();
}
