package org.knudsen.time;

import java.util.Arrays;

/**
 * Coefficients of an implicit-explicit Runge-Kutta scheme with s stages for y' = A y + N(t, y):
 *
 * <pre>
 *   Y_i = y + dt sum_{j&lt;i} e_ij N(t + c_j dt, Y_j) + dt sum_{j&lt;=i} d_ij A Y_j
 *   y+  = y + dt sum_j (f_j N_j + g_j A Y_j)
 * </pre>
 *
 * <p>The explicit matrix e is strictly lower triangular, the implicit matrix d lower triangular,
 * and both have the same row sums c_i. The arrays are kept, not copied, and not modified.
 *
 * @param name how tables call the scheme
 * @param order its classical order
 * @param explicit e, rows of length s
 * @param implicit d, rows of length s
 * @param explicitWeights f
 * @param implicitWeights g
 */
public record ImplicitExplicitTableau(
    String name,
    int order,
    double[][] explicit,
    double[][] implicit,
    double[] explicitWeights,
    double[] implicitWeights)
    implements Tableau {

  /**
   * @throws IllegalArgumentException if the shapes do not fit, a matrix is not triangular as above,
   *     or row sums differ
   */
  public ImplicitExplicitTableau {
    int s = explicit.length;
    if (implicit.length != s || explicitWeights.length != s || implicitWeights.length != s) {
      throw new IllegalArgumentException(
          name + ": matrices and weights must all have " + s + " stages");
    }
    for (int i = 0; i < s; i++) {
      if (explicit[i].length != s || implicit[i].length != s) {
        throw new IllegalArgumentException(name + ": row " + i + " must have " + s + " entries");
      }
      double node = 0;
      double sum = 0;
      for (int j = 0; j < s; j++) {
        if ((j >= i && explicit[i][j] != 0) || (j > i && implicit[i][j] != 0)) {
          throw new IllegalArgumentException(
              name + ": entry (" + i + ", " + j + ") must be zero in a triangular tableau");
        }
        node += explicit[i][j];
        sum += implicit[i][j];
      }
      if (Math.abs(sum - node) > 1e-14) {
        throw new IllegalArgumentException(
            "%s: row %s sums to %s explicitly and %s implicitly".formatted(name, i, node, sum));
      }
    }
  }

  @Override
  public int stages() {
    return explicit.length;
  }

  /** c_i. */
  public double node(int i) {
    double sum = 0;
    for (double e : explicit[i]) {
      sum += e;
    }
    return sum;
  }

  /**
   * Whether the last stage is the new state (both last rows equal the weights). Fast components
   * then leave a step as the implicit solve put them, on the slow manifold.
   */
  public boolean stifflyAccurate() {
    int last = explicit.length - 1;
    return Arrays.equals(explicit[last], explicitWeights)
        && Arrays.equals(implicit[last], implicitWeights);
  }
}
