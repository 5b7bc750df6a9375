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
 * and both have the same row sums c_i. Immutable.
 */
public final class ImplicitExplicitTableau implements Tableau {

  private final String name;
  private final int order;
  private final double[][] explicit;
  private final double[][] implicit;
  private final double[] explicitWeights;
  private final double[] implicitWeights;
  private final double[] nodes;
  private final boolean stifflyAccurate;

  /**
   * @param name how tables call the scheme
   * @param order its classical order
   * @param explicit e, rows of length s
   * @param implicit d, rows of length s
   * @param explicitWeights f
   * @param implicitWeights g
   * @throws IllegalArgumentException if the shapes do not fit, a matrix is not triangular as above,
   *     or row sums differ
   */
  public ImplicitExplicitTableau(
      String name,
      int order,
      double[][] explicit,
      double[][] implicit,
      double[] explicitWeights,
      double[] implicitWeights) {
    int s = explicit.length;
    if (implicit.length != s || explicitWeights.length != s || implicitWeights.length != s) {
      throw new IllegalArgumentException(
          name + ": matrices and weights must all have " + s + " stages");
    }
    this.nodes = new double[s];
    for (int i = 0; i < s; i++) {
      if (explicit[i].length != s || implicit[i].length != s) {
        throw new IllegalArgumentException(name + ": row " + i + " must have " + s + " entries");
      }
      double sum = 0;
      for (int j = 0; j < s; j++) {
        if ((j >= i && explicit[i][j] != 0) || (j > i && implicit[i][j] != 0)) {
          throw new IllegalArgumentException(
              name + ": entry (" + i + ", " + j + ") must be zero in a triangular tableau");
        }
        nodes[i] += explicit[i][j];
        sum += implicit[i][j];
      }
      if (Math.abs(sum - nodes[i]) > 1e-14) {
        throw new IllegalArgumentException(
            "%s: row %s sums to %s explicitly and %s implicitly".formatted(name, i, nodes[i], sum));
      }
    }
    this.name = name;
    this.order = order;
    this.explicit = copy(explicit);
    this.implicit = copy(implicit);
    this.explicitWeights = explicitWeights.clone();
    this.implicitWeights = implicitWeights.clone();
    this.stifflyAccurate =
        Arrays.equals(explicit[s - 1], explicitWeights)
            && Arrays.equals(implicit[s - 1], implicitWeights);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int order() {
    return order;
  }

  @Override
  public int stages() {
    return nodes.length;
  }

  /** e_ij. */
  public double explicit(int i, int j) {
    return explicit[i][j];
  }

  /** d_ij. */
  public double implicit(int i, int j) {
    return implicit[i][j];
  }

  /** f_j. */
  public double explicitWeight(int j) {
    return explicitWeights[j];
  }

  /** g_j. */
  public double implicitWeight(int j) {
    return implicitWeights[j];
  }

  /** c_i. */
  public double node(int i) {
    return nodes[i];
  }

  /**
   * Whether the last stage is the new state (both last rows equal the weights). Fast components
   * then leave a step as the implicit solve put them, on the slow manifold.
   */
  public boolean stifflyAccurate() {
    return stifflyAccurate;
  }

  private static double[][] copy(double[][] a) {
    double[][] copy = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      copy[i] = a[i].clone();
    }
    return copy;
  }
}
