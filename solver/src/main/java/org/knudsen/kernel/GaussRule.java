package org.knudsen.kernel;

import java.util.Arrays;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.special.Gamma;

/**
 * A Gauss quadrature rule: sum_q weight[q] p(node[q]) is exact for polynomials of degree 2 n - 1
 * against the measure it was made for.
 *
 * <p>Nodes are the eigenvalues of the Jacobi matrix (Golub and Welsch 1969), polished by Newton's
 * method on the orthonormal recurrence. Weights are 1 / sum_k p_k(node)^2, a sum of positive terms:
 * they keep their <em>relative</em> accuracy where they are as small as exp(-node), which the
 * eigenvector formula does not, and which matters because the basis functions are as large as
 * exp(node / 2) there.
 */
public final class GaussRule {

  private final double[] nodes;
  private final double[] weights;

  private GaussRule(double[] nodes, double[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  /** n, the number of points. */
  public int size() {
    return nodes.length;
  }

  /** Node q, ascending in q. */
  public double node(int q) {
    return nodes[q];
  }

  /** Weight q, > 0. */
  public double weight(int q) {
    return weights[q];
  }

  /** The rule for Int_0^infinity p(t) t^alpha e^{-t} dt, alpha > -1, with n points. */
  public static GaussRule laguerre(int n, double alpha) {
    double[] diagonal = new double[n];
    double[] off = new double[n];
    Arrays.setAll(diagonal, k -> 2 * k + 1 + alpha);
    Arrays.setAll(off, k -> Math.sqrt((k + 1) * (k + 1 + alpha)));
    return ofJacobi(diagonal, off, Gamma.gamma(alpha + 1));
  }

  /** The rule for Int_{-1}^{1} p(s) ds with n points. */
  public static GaussRule legendre(int n) {
    double[] off = new double[n];
    Arrays.setAll(off, k -> (k + 1) / Math.sqrt(4.0 * (k + 1) * (k + 1) - 1));
    return ofJacobi(new double[n], off, 2);
  }

  /**
   * The rule with n points for a discrete positive measure sum_i mass[i] delta(t - at[i]), by the
   * Stieltjes procedure; the measure must have many more than n points, mass >= 0. Neither array is
   * modified.
   */
  public static GaussRule ofMeasure(int n, double[] at, double[] mass) {
    double total = Arrays.stream(mass).sum();
    if (!(total > 0) || Double.isInfinite(total)) {
      throw new ArithmeticException(
          "measure has total mass " + total + "; finite and > 0 is needed");
    }
    double[] diagonal = new double[n];
    double[] off = new double[n];
    double[] before = new double[at.length];
    double[] now = new double[at.length];
    Arrays.fill(now, 1 / Math.sqrt(total));
    double coupling = 0;
    for (int k = 0; k < n; k++) {
      double mean = 0;
      for (int i = 0; i < at.length; i++) {
        mean += mass[i] * at[i] * now[i] * now[i];
      }
      diagonal[k] = mean;
      double norm = 0;
      for (int i = 0; i < at.length; i++) {
        double next = (at[i] - mean) * now[i] - coupling * before[i];
        before[i] = now[i];
        now[i] = next;
        norm += mass[i] * next * next;
      }
      coupling = Math.sqrt(norm);
      off[k] = coupling;
      for (int i = 0; i < at.length; i++) {
        now[i] /= coupling;
      }
    }
    return ofJacobi(diagonal, off, total);
  }

  /** From the recurrence off[k] p_{k+1} = (t - diagonal[k]) p_k - off[k-1] p_{k-1}. */
  private static GaussRule ofJacobi(double[] diagonal, double[] off, double total) {
    int n = diagonal.length;
    double[] nodes =
        n == 1
            ? diagonal.clone()
            : new EigenDecomposition(diagonal.clone(), Arrays.copyOf(off, n - 1))
                .getRealEigenvalues();
    Arrays.sort(nodes);
    double[] weights = new double[n];
    double p0 = 1 / Math.sqrt(total);
    for (int q = 0; q < n; q++) {
      for (int sweep = 0; sweep < 3; sweep++) {
        double[] v = recur(diagonal, off, p0, nodes[q]);
        nodes[q] -= v[0] / v[1];
      }
      weights[q] = 1 / recur(diagonal, off, p0, nodes[q])[2];
    }
    return new GaussRule(nodes, weights);
  }

  /** {p_n, p_n', sum_{k&lt;n} p_k^2} at t. */
  private static double[] recur(double[] diagonal, double[] off, double p0, double t) {
    double before = 0;
    double now = p0;
    double slopeBefore = 0;
    double slope = 0;
    double sum = 0;
    for (int k = 0; k < diagonal.length; k++) {
      sum += now * now;
      double last = k == 0 ? 0 : off[k - 1];
      double next = ((t - diagonal[k]) * now - last * before) / off[k];
      double nextSlope = ((t - diagonal[k]) * slope + now - last * slopeBefore) / off[k];
      before = now;
      now = next;
      slopeBefore = slope;
      slope = nextSlope;
    }
    return new double[] {now, slope, sum};
  }
}
