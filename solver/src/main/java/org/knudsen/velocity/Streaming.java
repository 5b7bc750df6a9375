package org.knudsen.velocity;

/** Capability: multiplication by a velocity component, the free-streaming part of (1.6). */
public interface Streaming {

  /**
   * The matrix of f -> v_axis f for one species, dense row-major, modes x modes, symmetric in an
   * orthonormal basis.
   *
   * @param axis 0, 1, 2 for x, y, z of the torus
   * @return a new array
   */
  double[] multiplication(int species, int axis);

  /**
   * Whether the mode is odd under v -> -v. Multiplication by v couples odd modes with even ones
   * only, which makes every Fourier block of the linear equation real.
   */
  boolean odd(int mode);
}
