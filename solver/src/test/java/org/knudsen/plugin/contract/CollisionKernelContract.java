package org.knudsen.plugin.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.kernel.AngularPart;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.KineticPart;
import org.knudsen.kernel.PairKernel;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.PluginFamily;

/** What every collision kernel must do: extend it and say which. */
public abstract class CollisionKernelContract extends ProviderContract<CollisionKernelProvider> {

  private static final int LARGEST_HARMONIC = 40;

  protected CollisionKernelContract() {
    super(PluginFamily.COLLISION_KERNELS);
  }

  private CollisionKernel kernel(int speciesCount) {
    return provider().create(mixture(speciesCount), values(speciesCount));
  }

  /** Relative speeds from 0 to far beyond the thermal ones. */
  private static double[] speeds() {
    return new double[] {0, 1e-8, 1e-3, 0.1, 0.37, 1, 1.7, 2.9, 5, 11, 40, 1e3};
  }

  /** Cosines in (-1, 1), dense at the ends. */
  private static double[] cosines() {
    return IntStream.range(0, 101).mapToDouble(k -> -Math.cos((k + 0.5) * Math.PI / 101)).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void isFiniteAndNotNegative(int speciesCount) {
    CollisionKernel kernel = kernel(speciesCount);
    for (int i = 0; i < speciesCount; i++) {
      for (int j = 0; j < speciesCount; j++) {
        double largest = 0;
        for (double g : speeds()) {
          for (double s : cosines()) {
            double value = kernel.pair(i, j).at(g, s);
            assertTrue(
                value >= 0 && Double.isFinite(value),
                "B_" + i + j + "(" + g + ", " + s + ") = " + value);
            largest = Math.max(largest, value);
          }
        }
        assertTrue(largest > 0, "B_" + i + j + " vanishes everywhere: the pair does not collide");
      }
    }
  }

  /** (H1), to the last bit: a difference would break the symmetry of L. */
  @Test
  void isMicroReversible() {
    CollisionKernel kernel = kernel(3);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        for (double g : speeds()) {
          for (double s : cosines()) {
            assertEquals(kernel.pair(j, i).at(g, s), kernel.pair(i, j).at(g, s));
          }
        }
        assertArrayEquals(
            kernel.pair(j, i).angular().deficits(LARGEST_HARMONIC),
            kernel.pair(i, j).angular().deficits(LARGEST_HARMONIC));
      }
    }
  }

  @Test
  void isMadeForTheMixture() {
    CollisionKernel kernel = kernel(3);
    assertEquals(3, kernel.speciesCount());
    assertThrows(IndexOutOfBoundsException.class, () -> kernel.pair(3, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> kernel.pair(0, -1));
  }

  /**
   * Deficits to 1e-12 of the largest of them: the independent quadrature loses some digits of its
   * own where b has a singularity.
   */
  @Test
  void itsDeficitsAreThoseOfItsAngularPart() {
    CollisionKernel kernel = kernel(2);
    for (int i = 0; i < 2; i++) {
      for (int j = i; j < 2; j++) {
        AngularPart b = kernel.pair(i, j).angular();
        double[] deficits = b.deficits(LARGEST_HARMONIC);
        assertEquals(LARGEST_HARMONIC + 1, deficits.length);
        assertEquals(0.0, deficits[0]);
        double size = Arrays.stream(deficits).map(Math::abs).max().orElseThrow();
        for (int l = 1; l <= LARGEST_HARMONIC; l++) {
          assertTrue(deficits[l] <= 0, "deficit " + l + " is " + deficits[l]);
          assertEquals(independent(b, l), deficits[l], 1e-12 * size, "deficit " + l);
        }
        assertArrayEquals(new double[] {0}, b.deficits(0));
        assertEquals(deficits[1], b.deficits(1)[1], 1e-14 * size, "asked for one harmonic only");
      }
    }
  }

  private static double independent(AngularPart b, int l) {
    double[] inner = b.breakpoints();
    double sum = 0;
    for (int piece = 0; piece <= inner.length; piece++) {
      double from = piece == 0 ? -1 : inner[piece - 1];
      double to = piece == inner.length ? 1 : inner[piece];
      sum += TanhSinh.integrate(s -> b.at(s) * (legendre(l, s) - 1), from, to);
    }
    return 2 * Math.PI * sum;
  }

  private static double legendre(int l, double s) {
    double before = 1;
    double value = s;
    for (int k = 1; k < l; k++) {
      double next = ((2 * k + 1) * s * value - k * before) / (k + 1);
      before = value;
      value = next;
    }
    return value;
  }

  /** A declared exponent switches on closed forms, so it must be the truth. */
  @Test
  void itsExponentIsThatOfItsKineticPart() {
    CollisionKernel kernel = kernel(2);
    for (int i = 0; i < 2; i++) {
      for (int j = i; j < 2; j++) {
        KineticPart phi = kernel.pair(i, j).kinetic();
        if (phi.exponent().isPresent()) {
          for (double g : speeds()) {
            double expected = phi.at(1) * Math.pow(g, phi.exponent().getAsDouble());
            assertEquals(expected, phi.at(g), 1e-14 * expected, "Phi(" + g + ")");
          }
        }
      }
    }
  }

  @Test
  void itsBreakpointsAscendInside() {
    CollisionKernel kernel = kernel(2);
    for (int i = 0; i < 2; i++) {
      for (int j = i; j < 2; j++) {
        double before = -1;
        for (double s : kernel.pair(i, j).angular().breakpoints()) {
          assertTrue(s > before && s < 1, "break point " + s + " after " + before);
          before = s;
        }
        before = 0;
        for (double g : kernel.pair(i, j).kinetic().breakpoints()) {
          assertTrue(g > before && Double.isFinite(g), "break point " + g + " after " + before);
          before = g;
        }
      }
    }
  }

  @Test
  void handsOutNoPartOfItself() {
    PairKernel pair = kernel(2).pair(0, 1);
    double value = pair.at(1.3, 0.2);
    double[] deficits = pair.angular().deficits(4);
    double[] angular = pair.angular().breakpoints();
    double[] kinetic = pair.kinetic().breakpoints();
    Arrays.fill(pair.angular().deficits(4), Double.NaN);
    Arrays.fill(pair.angular().breakpoints(), Double.NaN);
    Arrays.fill(pair.kinetic().breakpoints(), Double.NaN);
    assertArrayEquals(deficits, pair.angular().deficits(4));
    assertArrayEquals(angular, pair.angular().breakpoints());
    assertArrayEquals(kinetic, pair.kinetic().breakpoints());
    assertEquals(value, pair.at(1.3, 0.2));
  }

  @Test
  void answersAlikeFromManyThreads() {
    PairKernel pair = kernel(2).pair(0, 1);
    double[] alone = sample(pair);
    IntStream.range(0, 64)
        .parallel()
        .forEach(k -> assertArrayEquals(alone, sample(pair), "call " + k));
  }

  @Test
  void isTheSameWhenMadeAgain() {
    assertArrayEquals(sample(kernel(2).pair(0, 1)), sample(kernel(2).pair(0, 1)));
  }

  private static double[] sample(PairKernel pair) {
    double[] deficits = pair.angular().deficits(8);
    return IntStream.range(0, 50)
        .mapToDouble(k -> pair.at(0.1 * k, Math.cos(k)) + deficits[k % 9])
        .toArray();
  }
}
