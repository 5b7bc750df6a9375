package org.knudsen.lemma;

import org.ejml.simple.SimpleMatrix;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.BurnettFunctions;

/**
 * Squared norms of velocity derivatives, harmonic by harmonic: ||grad_v^b f||^2 in L^2(&lt;v&gt;^{
 * gamma/2} mu^{-1/2}), all b-fold derivatives.
 *
 * <p>A derivative is -sqrt(m) a_k^+. A form G that commutes with rotations has blocks G_l, and
 * sum_k a_k G a_k^+ has the blocks
 *
 * <p>(l + 1) / (2l + 1) U^T G_{l+1} U + l / (2l + 1) D^T G_{l-1} D,
 *
 * <p>U: n to n, sqrt(2n + 2l + 3); D: n to n + 1, - sqrt(2(n + 1)), the reduced elements of {@link
 * org.knudsen.velocity.CreationOperator}; the factors are the sums of the squared angular elements
 * over k and m. Degrees up to K + b are held, so nothing is cut off.
 */
public final class VelocityForms {

  private VelocityForms() {}

  /**
   * The blocks of the form of order b >= 0, one a harmonic l = 0..degree, row {@code species *
   * radialModes + n}; gamma = 0 is no weight.
   */
  public static SimpleMatrix[] of(Mixture mixture, double gamma, int degree, int order) {
    SimpleMatrix[] out = new SimpleMatrix[degree + 1];
    for (int l = 0; l <= degree; l++) {
      int rows = mixture.size() * ((degree - l) / 2 + 1);
      out[l] = new SimpleMatrix(rows, rows);
    }
    for (int i = 0; i < mixture.size(); i++) {
      double mass = mixture.mass(i);
      SimpleMatrix[] form = new SimpleMatrix[degree + order + 1];
      for (int l = 0; l < form.length; l++) {
        form[l] = weight(gamma, mass, l, (degree + order - l) / 2 + 1);
      }
      for (int b = 0; b < order; b++) {
        form = differentiated(form, mass);
      }
      for (int l = 0; l <= degree; l++) {
        int at = i * form[l].getNumRows();
        out[l].insertIntoThis(at, at, form[l]);
      }
    }
    return out;
  }

  /**
   * The weight &lt;v&gt;^gamma = (1 + |v|^2)^{gamma/2} in the Burnett functions n = 0..count-1 of
   * one harmonic l and one species: a function of |v|, so the matrix couples n only; for gamma = 0
   * exactly the identity. By quadrature in r = sqrt(m) |v| over panels graded towards 0, where the
   * weight has its branch points r = +- i sqrt(m); so any mass is resolved.
   */
  static SimpleMatrix weight(double gamma, double mass, int l, int count) {
    if (gamma == 0) {
      return SimpleMatrix.identity(count);
    }
    int degree = l + 2 * (count - 1);
    double[][] out = new double[count][count];
    double[] rho = new double[count];
    BurnettFunctions.panels(degree)
        .gradeTowards(0, Math.min(1, Math.sqrt(mass)) / 2)
        .forEach(
            (r, weight) -> {
              BurnettFunctions.radial(l, r, count, rho, 0);
              double factor =
                  weight
                      * Math.pow(1 + r * r / mass, gamma / 2)
                      * r
                      * r
                      * Math.exp(-r * r / 2)
                      / Math.pow(2 * Math.PI, 1.5);
              for (int a = 0; a < count; a++) {
                for (int b = 0; b < count; b++) {
                  out[a][b] += factor * rho[a] * rho[b];
                }
              }
            });
    return new SimpleMatrix(out);
  }

  /** f -> form(grad_v f), on functions of one degree less. */
  private static SimpleMatrix[] differentiated(SimpleMatrix[] form, double mass) {
    int degree = form.length - 2;
    SimpleMatrix[] out = new SimpleMatrix[degree + 1];
    for (int l = 0; l <= degree; l++) {
      int radial = (degree - l) / 2 + 1;
      out[l] = new SimpleMatrix(radial, radial);
      for (int a = 0; a < radial; a++) {
        for (int b = 0; b < radial; b++) {
          double up =
              Math.sqrt((2.0 * a + 2 * l + 3) * (2 * b + 2 * l + 3)) * form[l + 1].get(a, b);
          double down =
              l == 0 ? 0 : 2 * Math.sqrt((a + 1.0) * (b + 1)) * form[l - 1].get(a + 1, b + 1);
          out[l].set(a, b, mass * ((l + 1) * up + l * down) / (2 * l + 1));
        }
      }
    }
    return out;
  }
}
