package org.knudsen.collision;

/**
 * L of a mixture, harmonic by harmonic. Rotations commute with L, so it is block-diagonal in (l, m)
 * and the blocks do not depend on m. A block is built when asked for: a problem in one harmonic
 * (viscosity: l = 2, diffusion and conductivity: l = 1) needs that block only.
 */
public interface LinearizedHarmonics {

  /** K. */
  int degree();

  /** The largest l with a block. */
  default int largestHarmonic() {
    return degree();
  }

  /** The order of block l: species times radial modes. */
  int order(int l);

  /**
   * The block of L in harmonic l, dense row-major, symmetric, a new array of length order(l)^2; row
   * {@code species * radialModes + n} is the Burnett function (n, l).
   */
  double[] block(int l);
}
