package org.knudsen.time;

import java.util.Random;

/**
 * A model of one Fourier mode of a linear kinetic equation, A = L / eps^2 + V / eps: L zero on four
 * slow variables (two densities, momentum, temperature), symmetric and negative definite on the
 * fast ones; V antisymmetric and odd under v -> -v, so that momentum (variable 2) alone couples to
 * the other slow ones. Its slow eigenvalues are two acoustic ones +-i c/eps + O(1) and two
 * diffusive ones of size one.
 */
final class KineticLikeMatrix {

  static final int SLOW = 4;
  static final int MOMENTUM = 2;

  private KineticLikeMatrix() {}

  static double[] of(int n, double eps, double wave, long seed) {
    Random random = new Random(seed);
    boolean[] odd = new boolean[n];
    for (int i = 0; i < n; i++) {
      odd[i] = i == MOMENTUM || (i >= SLOW && i % 2 == 0);
    }
    double[] a = new double[n * n];
    double[] g = new double[n * n];
    for (int e = 0; e < g.length; e++) {
      g[e] = random.nextGaussian() / Math.sqrt(n);
    }
    for (int i = SLOW; i < n; i++) {
      for (int j = SLOW; j < n; j++) {
        if (odd[i] == odd[j]) {
          double l = i == j ? 0.5 + 0.1 * i : 0;
          for (int k = 0; k < n; k++) {
            l += g[i * n + k] * g[j * n + k];
          }
          a[i * n + j] = -l / (eps * eps);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        if (odd[i] != odd[j]) {
          double v = wave * random.nextGaussian() / Math.sqrt(n) * 2;
          a[i * n + j] += v / eps;
          a[j * n + i] -= v / eps;
        }
      }
    }
    return a;
  }

  /** A slow vector without pressure: the part of the densities that does not drive momentum. */
  static double[] withoutPressure(int n, double[] a) {
    double[] y = new double[n];
    y[0] = a[MOMENTUM * n + 1];
    y[1] = -a[MOMENTUM * n];
    double norm = Math.hypot(y[0], y[1]);
    y[0] /= norm;
    y[1] /= norm;
    return y;
  }
}
