package org.knudsen.collision.carleman;

/**
 * Values of a Carleman kernel on a rectangle of v*, for a heat map: v* = (x_a, y_b, z of v).
 *
 * @param x ascending
 * @param y ascending
 * @param values entry {@code b * x.length + a} at (x_a, y_b), x running fastest; NaN where v* = v
 */
public record CarlemanMap(double[] x, double[] y, double[] values) {

  /** Evaluates a kernel at v = (v[0], v[1], v[2]); x and y are copied. */
  public static CarlemanMap of(CarlemanKernel kappa, double[] v, double[] x, double[] y) {
    double[] values = new double[x.length * y.length];
    for (int a = 0; a < x.length; a++) {
      for (int b = 0; b < y.length; b++) {
        values[b * x.length + a] =
            x[a] == v[0] && y[b] == v[1]
                ? Double.NaN
                : kappa.at(v[0], v[1], v[2], x[a], y[b], v[2]);
      }
    }
    return new CarlemanMap(x.clone(), y.clone(), values);
  }
}
