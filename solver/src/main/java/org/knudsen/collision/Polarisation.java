package org.knudsen.collision;

/**
 * The symmetric bilinear map behind Q: Q(f, g) + Q(g, f) = (Q(f + g, f + g) - Q(f - g, f - g)) / 2.
 * Owns workspace: one thread at a time.
 */
public final class Polarisation {

  private final CollisionOperator.Quadratic quadratic;
  private final double[] both; // f + g, then f - g
  private final double[] value;

  public Polarisation(CollisionOperator operator) {
    quadratic = operator.quadratic();
    both = new double[2 * operator.space().size()];
    value = new double[both.length];
  }

  /** g -> Q(f, g) + Q(g, f), dense row-major {@code row * size + column}; a new array. */
  public double[] matrix(double[] f) {
    int size = both.length / 2;
    double[] matrix = new double[size * size];
    double[] unit = new double[size];
    double[] column = new double[size];
    for (int b = 0; b < size; b++) {
      unit[b] = 1;
      apply(f, unit, column);
      unit[b] = 0;
      for (int a = 0; a < size; a++) {
        matrix[a * size + b] = column[a];
      }
    }
    return matrix;
  }

  /**
   * out = Q(f, g) + Q(g, f), of one distribution each; f and g are not modified, but out may be one
   * of them.
   */
  public void apply(double[] f, double[] g, double[] out) {
    int size = both.length / 2;
    for (int a = 0; a < size; a++) {
      both[a] = f[a] + g[a];
      both[size + a] = f[a] - g[a];
    }
    quadratic.apply(both, value, 0, 2);
    for (int a = 0; a < size; a++) {
      out[a] = (value[a] - value[size + a]) / 2;
    }
  }
}
