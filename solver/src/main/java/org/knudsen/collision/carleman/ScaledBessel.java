package org.knudsen.collision.carleman;

/** exp(-x) I_0(x), x >= 0, to round-off: the azimuthal mean of a Gaussian off its axis. */
final class ScaledBessel {

  private static final double ASYMPTOTIC = 25; // where its smallest term is e^{-2x} = 2e-22

  private ScaledBessel() {}

  static double i0(double x) {
    if (x < ASYMPTOTIC) {
      double quarter = x * x / 4;
      double term = 1;
      double sum = 1;
      for (int k = 1; term > 1e-17 * sum; k++) {
        term *= quarter / ((double) k * k);
        sum += term;
      }
      return Math.exp(-x) * sum;
    }
    double term = 1;
    double sum = 1;
    for (int k = 1; term > 1e-17 * sum; k++) {
      term *= (2 * k - 1.0) * (2 * k - 1.0) / (8 * k * x);
      sum += term;
    }
    return sum / Math.sqrt(2 * Math.PI * x);
  }
}
