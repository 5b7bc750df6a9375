package org.knudsen.time;

import java.util.List;

/**
 * A moment model of the diffusive limit, with the stiffness of the Boltzmann equation in deviation
 * form: conserved u, w, fast moments p, q,
 *
 * <pre>
 *   u' = -(a/eps) p - (b/eps) q
 *   w' =  (b/eps) p
 *   p' =  (a/eps) u - (b/eps) w - p/eps^2          + (1/eps) (u w + eps-free quadratic in u, p, q)
 *   q' =  (b/eps) u             - 3 q/eps^2        + (1/eps) (u^2 - w p + p q)
 * </pre>
 *
 * <p>As eps -> 0, p = eps (a u - b w + u w) and q = (eps/3) (b u + u^2), and (u, w) obey a
 * nonlinear ordinary differential equation without eps.
 */
final class RelaxationEquation implements SemilinearEquation {

  private static final double A = 1.0;
  private static final double B = 0.7;

  private final double eps;
  private final BlockLinearPart linear;

  RelaxationEquation(double eps) {
    this.eps = eps;
    double e = 1 / eps;
    double f = e * e;
    double[] matrix = {
      0, 0, -A * e, -B * e, //
      0, 0, B * e, 0, //
      A * e, -B * e, -f, 0, //
      B * e, 0, 0, -3 * f
    };
    this.linear = new BlockLinearPart(4, List.of(new BlockLinearPart.Block(0, 4, 1, matrix)));
  }

  /** On the slow manifold to first order in eps. */
  double[] initialState() {
    double u = 1;
    double w = -0.5;
    return new double[] {u, w, eps * (A * u - B * w + u * w), eps / 3 * (B * u + u * u)};
  }

  @Override
  public int size() {
    return 4;
  }

  @Override
  public LinearPart linear() {
    return linear;
  }

  @Override
  public void nonlinear(double t, double[] y, double[] out) {
    out[0] = 0;
    out[1] = 0;
    out[2] = (y[0] * y[1] + y[0] * y[2] - y[1] * y[3]) / eps;
    out[3] = (y[0] * y[0] - y[1] * y[2] + y[2] * y[3]) / eps;
  }

  /** The limit eps = 0. */
  static SemilinearEquation limit() {
    return new SemilinearEquation() {
      @Override
      public int size() {
        return 2;
      }

      @Override
      public LinearPart linear() {
        return new BlockLinearPart(2, List.of(new BlockLinearPart.Block(0, 2, 1, new double[4])));
      }

      @Override
      public void nonlinear(double t, double[] y, double[] out) {
        double p = A * y[0] - B * y[1] + y[0] * y[1];
        double q = (B * y[0] + y[0] * y[0]) / 3;
        out[0] = -A * p - B * q;
        out[1] = B * p;
      }
    };
  }
}
