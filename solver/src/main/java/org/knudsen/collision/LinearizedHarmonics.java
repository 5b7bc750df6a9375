package org.knudsen.collision;

/** L of (1.12) by spherical harmonics: one block for each l, the same for every m. */
public interface LinearizedHarmonics {

  /** K, the degree of the space. */
  int degree();

  /** The largest harmonic l that the space holds. */
  int largestHarmonic();

  /** The order of block l: N times the number of radial modes. */
  int order(int l);

  /**
   * -L in harmonic l, all species together, dense row-major, order(l) x order(l), symmetric and
   * positive semi-definite.
   *
   * @return a new array
   */
  double[] block(int l);
}
