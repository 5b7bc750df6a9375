package org.knudsen.velocity;

/**
 * The part of a local Maxwellian beyond a polynomial degree, in closed form.
 *
 * <p>Let M be a Gaussian with mean z and variance 1 + tau per component (in units of the thermal
 * speed of mu), and G_n the squared norm in L^2(mu^{-1/2}) of its part of degree n, in Hermite or
 * Burnett functions alike, divided by the square of its mass. Coefficients of M have the generating
 * function exp(s.z + tau |s|^2 / 2), so by Mehler's formula
 *
 * <p>sum_n q^n G_n = (1 - q^2 tau^2)^{-3/2} exp(q |z|^2 / (1 - q tau)),
 *
 * <p>whose logarithmic derivative gives n G_n = sum_{k=1}^n (|z|^2 k tau^{k-1} + 3 tau^k [k even])
 * G_{n-k}. At tau = 0 that is a Poisson distribution, G_n = |z|^{2n} / n!. All G_n are >= 0, so the
 * tail is summed without cancellation.
 */
public final class MaxwellianTail {

  private static final int MOST = 2000; // terms; far beyond any mean that a degree could hold

  private final double[] g = new double[MOST];
  private double beyond;
  private double whole;

  /**
   * Sums the squared norms, square = |z|^2 and tau the temperature minus 1. For |tau| >= 1 M is not
   * in L^2(mu^{-1/2}), and from |z|^2 = 500 (1 - |tau|) on no degree holds it: all of it is beyond.
   */
  public void sum(double square, double tau, int degree) {
    // exp(|z|^2 / (1 - |tau|)) of the whole must not overflow
    if (!(Math.abs(tau) < 1) || !(square < MOST / 4.0 * (1 - Math.abs(tau)))) {
      beyond = 1;
      whole = 1;
      return;
    }
    g[0] = 1;
    beyond = 0;
    whole = 1;
    for (int n = 1; n < MOST; n++) {
      double sum = 0;
      double power = 1; // tau^(k-1)
      for (int k = 1; k <= n && power != 0; k++) {
        sum += (square * k * power + (k % 2 == 0 ? 3 * power * tau : 0)) * g[n - k];
        power *= tau;
      }
      g[n] = sum / n;
      whole += g[n];
      if (n > degree) {
        beyond += g[n];
        // two terms, since odd ones vanish for z = 0
        if (n > degree + 1 && n > square && g[n] + g[n - 1] <= 1e-17 * beyond) {
          return;
        }
      }
    }
  }

  /** The squared norm of the part of degree > K. */
  public double beyond() {
    return beyond;
  }

  /** The squared norm of M. */
  public double whole() {
    return whole;
  }
}
