package org.knudsen.time;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Reference linear algebra with some 60 digits, for small matrices. */
final class HighPrecision {

  private static final int BITS = 220; // fixed point: fraction bits
  private static final BigInteger ONE = BigInteger.ONE.shiftLeft(BITS);
  private static final MathContext DIGITS = new MathContext(80);

  private HighPrecision() {}

  /** phi_k(tau A), k = 0..order, rounded to double: Taylor series and squaring in fixed point. */
  static double[][] phi(int n, double[] a, double tau, int order) {
    double norm = 0;
    for (double entry : a) {
      norm = Math.max(norm, Math.abs(entry));
    }
    int squarings = Math.max(0, Math.getExponent(norm * tau * n) + 3);
    BigInteger[] z = new BigInteger[n * n];
    BigDecimal unit = new BigDecimal(BigInteger.ONE.shiftLeft(BITS));
    for (int e = 0; e < z.length; e++) {
      z[e] =
          new BigDecimal(a[e])
              .multiply(new BigDecimal(tau))
              .multiply(unit)
              .divide(new BigDecimal(BigInteger.ONE.shiftLeft(squarings)), MathContext.UNLIMITED)
              .toBigInteger();
    }
    BigInteger[][] phi = new BigInteger[order + 1][];
    BigInteger[] sum = identity(n, BigInteger.ONE);
    for (int m = 50; m >= 1; m--) { // |z| <= 1/4: remainder 4^-51 / 51! < 1e-90
      sum = scaledProduct(n, z, sum, order + m);
      addIdentity(n, sum, BigInteger.ONE);
    }
    for (int e = 0; e < sum.length; e++) {
      sum[e] = sum[e].divide(factorial(order));
    }
    phi[order] = sum;
    for (int k = order - 1; k >= 0; k--) {
      phi[k] = scaledProduct(n, z, phi[k + 1], 1);
      addIdentity(n, phi[k], factorial(k));
    }
    for (int step = 0; step < squarings; step++) {
      for (int k = order; k >= 0; k--) {
        BigInteger[] next = scaledProduct(n, phi[0], phi[k], 1);
        for (int j = 1; j <= k; j++) {
          for (int e = 0; e < next.length; e++) {
            next[e] = next[e].add(phi[j][e].divide(factorial(k - j)));
          }
        }
        for (int e = 0; e < next.length; e++) {
          next[e] = next[e].shiftRight(k);
        }
        phi[k] = next;
      }
    }
    double[][] result = new double[order + 1][n * n];
    for (int k = 0; k <= order; k++) {
      for (int e = 0; e < n * n; e++) {
        result[k][e] = new BigDecimal(phi[k][e]).divide(unit, DIGITS).doubleValue();
      }
    }
    return result;
  }

  /** (I - tau A)^{-1} b, rounded to double: Gauss-Jordan with 80 digits. */
  static double[] resolvent(int n, double[] a, double tau, double[] b) {
    BigDecimal[][] m = new BigDecimal[n][n + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        m[i][j] = new BigDecimal(-tau).multiply(new BigDecimal(a[i * n + j]));
      }
      m[i][i] = m[i][i].add(BigDecimal.ONE);
      m[i][n] = new BigDecimal(b[i]);
    }
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        if (m[i][k].abs().compareTo(m[pivot][k].abs()) > 0) {
          pivot = i;
        }
      }
      BigDecimal[] t = m[k];
      m[k] = m[pivot];
      m[pivot] = t;
      for (int i = 0; i < n; i++) {
        if (i != k) {
          BigDecimal factor = m[i][k].divide(m[k][k], DIGITS);
          for (int j = k; j <= n; j++) {
            m[i][j] = m[i][j].subtract(factor.multiply(m[k][j], DIGITS), DIGITS);
          }
        }
      }
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = m[i][n].divide(m[i][i], DIGITS).doubleValue();
    }
    return x;
  }

  private static BigInteger factorial(int k) {
    BigInteger f = BigInteger.ONE;
    for (int i = 2; i <= k; i++) {
      f = f.multiply(BigInteger.valueOf(i));
    }
    return f;
  }

  private static BigInteger[] identity(int n, BigInteger divisor) {
    BigInteger[] a = new BigInteger[n * n];
    java.util.Arrays.fill(a, BigInteger.ZERO);
    addIdentity(n, a, divisor);
    return a;
  }

  private static void addIdentity(int n, BigInteger[] a, BigInteger divisor) {
    for (int i = 0; i < n; i++) {
      a[i * n + i] = a[i * n + i].add(ONE.divide(divisor));
    }
  }

  private static BigInteger[] scaledProduct(int n, BigInteger[] a, BigInteger[] b, int divisor) {
    BigInteger[] c = new BigInteger[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < n; k++) {
          sum = sum.add(a[i * n + k].multiply(b[k * n + j]));
        }
        c[i * n + j] = sum.shiftRight(BITS).divide(BigInteger.valueOf(divisor));
      }
    }
    return c;
  }
}
