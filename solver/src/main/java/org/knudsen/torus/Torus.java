package org.knudsen.torus;

import java.util.stream.IntStream;

/**
 * The unit torus T^d with an equidistant grid, and the one place that says how its cells are
 * numbered: x runs fastest,
 *
 * <pre>
 *   cell = (z * points + y) * points + x,    x, y, z the indices of a grid point a direction
 * </pre>
 *
 * <p>the first d of them. A grid of another number of points on the same torus, such as that on
 * which products are formed, is another {@code Torus}.
 *
 * @param dimension d = 1, 2 or 3; x varies in the first d directions
 * @param points grid points a direction, >= 4; the Fourier modes |k| &lt;= (points - 1) / 2 of each
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

  /** Points a direction of the grid on which products of two fields are exact in all modes. */
  public int dealiasedPoints() {
    return 3 * largestWave() + 1;
  }

  /** points^d. */
  public int cells() {
    return power(points, dimension);
  }

  static int power(int base, int exponent) {
    int result = 1;
    for (int i = 0; i < exponent; i++) {
      result = Math.multiplyExact(result, base);
    }
    return result;
  }

  /** The index along an axis, 0 to dimension - 1, of the grid point of a cell. */
  public int index(int cell, int axis) {
    int rest = cell;
    for (int a = 0; a < axis; a++) {
      rest /= points;
    }
    return rest % points;
  }

  /** The coordinate in [0, 1) of a cell along an axis. */
  public double coordinate(int cell, int axis) {
    return (double) index(cell, axis) / points;
  }

  /** The coordinates of all grid points along an axis, a new array; the same for each axis. */
  public double[] coordinates() {
    return IntStream.range(0, points).mapToDouble(j -> (double) j / points).toArray();
  }

  /**
   * What each grid point along an axis adds to the value at another place: the sum of weight times
   * value is the Fourier series through the values. For a field of modes up to {@link #largestWave}
   * it is exact.
   *
   * @param at any place along the axis
   * @return one weight a point, a new array
   */
  public double[] interpolation(double at) {
    double[] weights = new double[points];
    for (int j = 0; j < points; j++) {
      double phase = 2 * Math.PI * (at - (double) j / points);
      double sum =
          points % 2 == 0 ? Math.cos(0.5 * points * phase) : 0; // half of each Nyquist mode
      for (int k = 1; k <= largestWave(); k++) {
        sum += 2 * Math.cos(k * phase);
      }
      weights[j] = (1 + sum) / points;
    }
    return weights;
  }

  /** The cell of a grid point, one index an axis, each 0 to points - 1. */
  public int cell(int... indices) {
    if (indices.length != dimension) {
      throw new IllegalArgumentException(
          "grid point has " + indices.length + " indices; the torus has dimension " + dimension);
    }
    int cell = 0;
    for (int axis = dimension - 1; axis >= 0; axis--) {
      cell = cell * points + java.util.Objects.checkIndex(indices[axis], points);
    }
    return cell;
  }

  /** What an axis is called: x, y or z. */
  public static String axisName(int axis) {
    return "xyz".substring(axis, axis + 1);
  }
}
