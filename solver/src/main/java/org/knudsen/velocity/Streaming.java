package org.knudsen.velocity;

/** Capability: multiplication by a velocity component, the free-streaming part of (1.6). */
public interface Streaming {

  /**
   * The matrix of f -> v_axis f for one species, axis 0, 1, 2 for x, y, z of the torus: dense
   * row-major, modes x modes, symmetric, a new array. Entries between modes of one parity are
   * exactly 0.
   */
  double[] multiplication(int species, int axis);

  /**
   * Whether the mode is odd under v -> -v; else it is even. Multiplication by v couples odd modes
   * with even ones only, and L couples modes of one parity only, which makes every Fourier block of
   * the linear equation real. A grid of nodes takes sums and differences of the values at v and -v.
   */
  boolean odd(int mode);
}
