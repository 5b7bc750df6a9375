package org.knudsen.time;

/**
 * phi functions of a small dense matrix in double-double arithmetic (about 32 digits): unevaluated
 * sums hi + lo of two doubles, with exact products by fused multiply-add (Dekker 1971, Knuth 1969).
 * Scaling and squaring as in {@link DensePhi}; it loses log10 |z| of the 32 digits, so that the
 * results, rounded to double, are correct to the last bits for |z| up to 1e12 and more.
 */
final class DoubleDoublePhi {

  private static final int DEGREE = 24; // (1/2)^25 / 25! < 2e-33

  private final int n;
  private final double[] hi;
  private final double[] lo;

  private DoubleDoublePhi(int n) {
    this.n = n;
    this.hi = new double[n * n];
    this.lo = new double[n * n];
  }

  /**
   * phi_k(tau A), k = 0..order, of a row-major matrix of order n, which is not modified; new
   * matrices.
   */
  static double[][] of(int n, double[] a, double tau, int order) {
    double norm = tau * BlockPhi.norm1(n, a);
    int squarings = norm <= 0.5 ? 0 : Math.getExponent(norm) + 2;
    DoubleDoublePhi z = new DoubleDoublePhi(n);
    for (int e = 0; e < a.length; e++) {
      double product = tau * a[e];
      z.hi[e] = Math.scalb(product, -squarings);
      z.lo[e] = Math.scalb(Math.fma(tau, a[e], -product), -squarings);
    }
    int top = Math.max(order, 1);
    DoubleDoublePhi[] phi = new DoubleDoublePhi[top + 1]; // phi[0] holds e^z - 1
    phi[top] = z.taylor(top);
    for (int k = top - 1; k >= 0; k--) {
      phi[k] = new DoubleDoublePhi(n);
      phi[k].addProduct(z, phi[k + 1]);
      if (k > 0) {
        phi[k].addInverseFactorial(k);
      }
    }
    for (int step = 0; step < squarings; step++) {
      for (int k = top; k >= 0; k--) { // phi_k(2z) needs no higher one
        phi[k] = doubled(phi, k);
      }
    }
    phi[0].addInverseFactorial(0);
    double[][] result = new double[order + 1][];
    for (int k = 0; k <= order; k++) {
      result[k] = phi[k].hi;
    }
    return result;
  }

  /** phi_k(2z) = 2^{-k} (2 phi_k + F phi_k + sum_{0&lt;j&lt;k} phi_j / (k - j)!), F = phi[0]. */
  private static DoubleDoublePhi doubled(DoubleDoublePhi[] phi, int k) {
    DoubleDoublePhi next = new DoubleDoublePhi(phi[k].n);
    next.addProduct(phi[0], phi[k]);
    next.addQuotient(phi[k], 0.5);
    int factorial = 1;
    for (int j = k - 1; j >= 1; j--) {
      factorial *= k - j;
      next.addQuotient(phi[j], factorial);
    }
    double scale = Math.scalb(1.0, -k);
    for (int e = 0; e < next.hi.length; e++) {
      next.hi[e] *= scale;
      next.lo[e] *= scale;
    }
    return next;
  }

  /** 1/p! (I + z/(p+1) (I + z/(p+2) (...))). */
  private DoubleDoublePhi taylor(int p) {
    DoubleDoublePhi sum = new DoubleDoublePhi(n);
    sum.addInverseFactorial(0);
    for (int m = DEGREE; m >= 1; m--) {
      DoubleDoublePhi product = new DoubleDoublePhi(n);
      product.addProduct(this, sum);
      sum = new DoubleDoublePhi(n);
      sum.addQuotient(product, p + m);
      sum.addInverseFactorial(0);
    }
    DoubleDoublePhi result = new DoubleDoublePhi(n);
    result.addQuotient(sum, DensePhi.factorial(p));
    return result;
  }

  /** this += a b. */
  private void addProduct(DoubleDoublePhi a, DoubleDoublePhi b) {
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double ah = a.hi[i * n + k];
        double al = a.lo[i * n + k];
        for (int j = 0; j < n; j++) {
          double bh = b.hi[k * n + j];
          double product = ah * bh;
          double error = Math.fma(ah, bh, -product) + (ah * b.lo[k * n + j] + al * bh);
          add(i * n + j, product, error);
        }
      }
    }
  }

  /** this += a / divisor, for a divisor that is exact. */
  private void addQuotient(DoubleDoublePhi a, double divisor) {
    for (int e = 0; e < hi.length; e++) {
      double quotient = a.hi[e] / divisor;
      double error = (Math.fma(-quotient, divisor, a.hi[e]) + a.lo[e]) / divisor;
      add(e, quotient, error);
    }
  }

  /** this += I / k!. */
  private void addInverseFactorial(int k) {
    double factorial = DensePhi.factorial(k);
    double quotient = 1 / factorial;
    double error = Math.fma(-quotient, factorial, 1) / factorial;
    for (int i = 0; i < n; i++) {
      add(i * n + i, quotient, error);
    }
  }

  /** Entry e += h + l, the low parts summed with both errors of the high parts. */
  private void add(int e, double h, double l) {
    double s = hi[e] + h;
    double v = s - hi[e];
    double t = (hi[e] - (s - v)) + (h - v);
    double w = lo[e] + l;
    double v2 = w - lo[e];
    double t2 = (lo[e] - (w - v2)) + (l - v2);
    t += w;
    double s2 = s + t;
    t = t - (s2 - s) + t2;
    hi[e] = s2 + t;
    lo[e] = t - (hi[e] - s2);
  }
}
