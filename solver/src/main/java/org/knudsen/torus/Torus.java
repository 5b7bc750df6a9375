package org.knudsen.torus;

/**
 * The unit torus T^d with an equidistant grid.
 *
 * @param dimension d = 1, 2 or 3; x varies in the first d directions
 * @param points grid points a direction, >= 4; the Fourier modes |k| <= (points - 1) / 2 of each
 *     direction are kept (the unpaired Nyquist mode of an even grid is not)
 */
public record Torus(int dimension, int points) {

  public Torus {
    if (dimension < 1 || dimension > 3) {
      throw new IllegalArgumentException("dimension of the torus is " + dimension + "; 1, 2 or 3");
    }
    if (points < 4) {
      throw new IllegalArgumentException("torus has " + points + " points a direction; at least 4");
    }
  }

  /** The largest wave number a direction that the grid carries, (points - 1) / 2. */
  public int largestWave() {
    return (points - 1) / 2;
  }

  /** points^d. */
  public int cells() {
    int cells = 1;
    for (int axis = 0; axis < dimension; axis++) {
      cells = Math.multiplyExact(cells, points);
    }
    return cells;
  }
}
