package org.knudsen.time;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockLinearPartTest {

  private static final int N = 22; // above the order that goes to double-double as it is

  @ParameterizedTest
  @CsvSource({
    "1, 0.01",
    "1, 1",
    "0.1, 0.01",
    "0.1, 0.3",
    "1e-2, 1e-3",
    "1e-2, 0.1",
    "1e-3, 0.01",
    "1e-4, 1e-3",
    "1e-4, 0.1",
    "1e-6, 1e-3",
    "1e-6, 0.1"
  })
  void resolventIsAccurateWhateverTheStiffness(double eps, double tau) {
    double[] a = KineticLikeMatrix.of(N, eps, 1, 7);
    StateMap resolvent = single(N, a).resolvent(tau);
    double[] slow = KineticLikeMatrix.withoutPressure(N, a);
    double[] any = random(N, 3);
    for (double[] b : List.of(slow, any)) {
      double[] x = new double[N];
      resolvent.apply(b, x);
      double[] exact = HighPrecision.resolvent(N, a, tau, b);
      for (int i = 0; i < N; i++) {
        // 22 unknowns, condition number of the scaled matrix ~ 100; fast components are of size
        // eps / tau and smaller and are held to the same relative accuracy of their block
        double size = i < KineticLikeMatrix.SLOW ? largest(exact) : largestFast(exact);
        assertEquals(exact[i], x[i], 4e-14 * size, "component " + i);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.01",
    "1, 1",
    "0.1, 0.01",
    "0.1, 0.3",
    "1e-2, 1e-3",
    "1e-2, 0.1",
    "1e-3, 0.01",
    "1e-4, 1e-3",
    "1e-4, 0.1",
    "1e-6, 1e-3",
    "1e-6, 0.1"
  })
  void phiFunctionsAreAccurateWhateverTheStiffness(double eps, double tau) {
    double[] a = KineticLikeMatrix.of(N, eps, 1, 7);
    StateMap[] phi = single(N, a).phiFunctions(tau, 3);
    double[][] exact = HighPrecision.phi(N, a, tau, 3);
    double[] slow = KineticLikeMatrix.withoutPressure(N, a);
    // An acoustic phase tau / eps is known to 1e-16 of itself only, as 1/eps is a double.
    double phase = 3 * tau / eps;
    double worstSlow = 0;
    double worst = 0;
    for (int k = 0; k <= 3; k++) {
      double[] y = new double[N];
      phi[k].apply(slow, y);
      worstSlow = Math.max(worstSlow, distance(product(exact[k], slow), y));
      double[] any = random(N, 5);
      phi[k].apply(any, y);
      worst = Math.max(worst, distance(product(exact[k], any), y));
    }
    assertTrue(worstSlow < 2e-15, "diffusive part off by " + worstSlow);
    assertTrue(worst < 4e-15 + 4e-16 * phase, "off by " + worst);
  }

  /** eps |k| of order one and more: no gap between slow and fast, |z| of 100 to 1000. */
  @ParameterizedTest
  @CsvSource({"0.1, 60, 0.01", "0.01, 200, 0.01", "0.01, 30, 0.01", "0.3, 6, 1"})
  void phiFunctionsInTheKineticRegimeLoseAtMostTheNorm(double eps, double wave, double tau) {
    double[] a = KineticLikeMatrix.of(N, eps, wave, 11);
    StateMap[] phi = single(N, a).phiFunctions(tau, 3);
    double[][] exact = HighPrecision.phi(N, a, tau, 3);
    double norm = tau * BlockPhi.norm1(N, a);
    for (int k = 0; k <= 3; k++) {
      double[] y = new double[N];
      double[] any = random(N, 5);
      phi[k].apply(any, y);
      assertEquals(0, distance(product(exact[k], any), y), 1e-15 + 2e-16 * norm, "phi_" + k);
    }
  }

  @Test
  void aFastBlockAloneNeedsNoSlowPart() {
    int n = N - KineticLikeMatrix.SLOW;
    double[] whole = KineticLikeMatrix.of(N, 1e-4, 1, 2);
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(whole, (i + 4) * N + 4, a, i * n, n);
    }
    StateMap[] phi = single(n, a).phiFunctions(0.01, 3);
    double[][] exact = HighPrecision.phi(n, a, 0.01, 3);
    double[] any = random(n, 5);
    double[] y = new double[n];
    for (int k = 0; k <= 3; k++) {
      phi[k].apply(any, y);
      double[] expected = product(exact[k], any);
      // relative to phi_k's own size, 1e-6; phi_0 is e^(-5e5) = 0
      assertEquals(0, distance(expected, y), 1e-14 * largest(expected), "phi_" + k);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0.01", "0.1, 0.1", "1e-2, 0.1", "1e-6, 1e-3"})
  void zeroRowsAreUntouchedToTheLastBit(double eps, double tau) {
    for (int n : new int[] {10, N}) {
      double[] a = KineticLikeMatrix.of(n, eps, 1, 9);
      for (int j = 0; j < n; j++) { // momentum stays coupled to the others, not the other way round
        a[0 * n + j] = 0;
        a[1 * n + j] = 0;
        a[3 * n + j] = 0;
      }
      BlockLinearPart part = single(n, a);
      StateMap resolvent = part.resolvent(tau);
      StateMap[] phi = part.phiFunctions(tau, 3);
      double[] y = random(n, 8);
      double[] out = new double[n];
      for (int r : new int[] {0, 1, 3}) {
        resolvent.apply(y, out);
        assertEquals(y[r], out[r], 0.0);
        phi[0].apply(y, out);
        assertEquals(y[r], out[r], 0.0);
        phi[1].apply(y, out);
        assertEquals(y[r], out[r], 0.0);
        phi[2].apply(y, out);
        assertEquals(y[r] * 0.5, out[r], 0.0);
      }
    }
  }

  @Test
  void blocksActOnTheirOwnColumns() {
    double[] first = {1, 2, 3, 4};
    double[] second = {5};
    BlockLinearPart part =
        new BlockLinearPart(
            7,
            List.of(
                new BlockLinearPart.Block(0, 2, 2, first),
                new BlockLinearPart.Block(4, 1, 3, second)));
    double[] out = new double[7];
    part.apply(new double[] {1, 10, 2, 20, 1, 2, 3}, out);
    assertArrayEquals(new double[] {21, 43, 42, 86, 5, 10, 15}, out);
    part.resolvent(0.25).apply(new double[] {1, 0, 0, 1, -1, 1, 2}, out);
    // (I - A/4) = [[3/4, -1/2], [-3/4, 0]], inverse [[0, -4/3], [-2, -2]]; 1 - 5/4 = -1/4
    assertArrayEquals(new double[] {0, -2, -4.0 / 3, -2, 4, -4, -8}, out, 1e-15);
    double[] phi1 = new double[7];
    part.phiFunctions(1e-3, 1)[1].apply(new double[] {0, 0, 0, 0, 1, 0, 2}, phi1);
    double expected = Math.expm1(5e-3) / 5e-3;
    assertArrayEquals(new double[] {0, 0, 0, 0, expected, 0, 2 * expected}, phi1, 5e-16);
  }

  @Test
  void mapsDoNotAllocate() {
    BlockLinearPart part = single(N, KineticLikeMatrix.of(N, 0.1, 1, 7));
    StateMap[] phi = part.phiFunctions(0.01, 1);
    StateMap resolvent = part.resolvent(0.01);
    double[] y = random(N, 1);
    double[] out = new double[N];
    Runnable work =
        () -> {
          part.apply(y, out);
          resolvent.apply(y, out);
          phi[1].apply(y, out);
        };
    assertEquals(0, Allocation.of(work, 1000));
  }

  @Test
  void mapsDoNotDependOnTheNumberOfThreads() throws Exception {
    List<BlockLinearPart.Block> blocks = new ArrayList<>();
    for (int b = 0; b < 8; b++) {
      double[] a = KineticLikeMatrix.of(N, b % 2 == 0 ? 0.5 : 1e-3, 1 + b, b);
      blocks.add(new BlockLinearPart.Block(2 * N * b, N, 2, a));
    }
    BlockLinearPart part = new BlockLinearPart(16 * N, blocks);
    double[] y = random(16 * N, 6);
    double[][] results = new double[2][];
    for (int p = 0; p < 2; p++) {
      ForkJoinPool pool = new ForkJoinPool(p == 0 ? 1 : 4);
      try {
        results[p] =
            pool.submit(
                    () -> {
                      double[] solved = new double[y.length];
                      double[] image = new double[y.length];
                      part.resolvent(0.01).apply(y, solved);
                      part.phiFunctions(0.01, 2)[2].apply(solved, image);
                      return image;
                    })
                .get();
      } finally {
        pool.shutdown();
      }
    }
    assertArrayEquals(results[0], results[1], 0.0);
  }

  @Test
  void wrongBlocksAreNamed() {
    double[] one = {1};
    assertThrows(IllegalArgumentException.class, () -> new BlockLinearPart.Block(0, 2, 1, one));
    assertThrows(
        IllegalArgumentException.class,
        () -> new BlockLinearPart.Block(0, 1, 1, new double[] {Double.NaN}));
    assertThrows(
        IllegalArgumentException.class,
        () -> new BlockLinearPart(3, List.of(new BlockLinearPart.Block(0, 1, 2, one))));
    assertThrows(
        IllegalArgumentException.class,
        () -> new BlockLinearPart(3, List.of(new BlockLinearPart.Block(1, 1, 2, one))));
    BlockLinearPart part = single(1, one);
    assertThrows(IllegalArgumentException.class, () -> part.resolvent(-1));
    assertThrows(IllegalArgumentException.class, () -> part.phiFunctions(Double.NaN, 1));
    // 1 - 1 * 1 = 0
    assertThrows(ArithmeticException.class, () -> part.resolvent(1));
  }

  private static double[] product(double[] a, double[] y) {
    int n = y.length;
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        out[i] += a[i * n + j] * y[j];
      }
    }
    return out;
  }

  private static double distance(double[] a, double[] b) {
    double d = 0;
    for (int i = 0; i < a.length; i++) {
      d = Math.max(d, Math.abs(a[i] - b[i]));
    }
    return d;
  }

  private static double largest(double[] x) {
    double m = 0;
    for (double v : x) {
      m = Math.max(m, Math.abs(v));
    }
    return m;
  }

  private static double largestFast(double[] x) {
    double m = 0;
    for (int i = KineticLikeMatrix.SLOW; i < x.length; i++) {
      m = Math.max(m, Math.abs(x[i]));
    }
    return m;
  }

  private static double[] random(int n, long seed) {
    Random random = new Random(seed);
    return random.doubles(n, -1, 1).toArray();
  }

  private static BlockLinearPart single(int n, double[] a) {
    return new BlockLinearPart(n, List.of(new BlockLinearPart.Block(0, n, 1, a)));
  }
}
