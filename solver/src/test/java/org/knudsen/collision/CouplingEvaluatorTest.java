package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.mixture.Mixture;
import org.knudsen.time.Allocation;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** The evaluator of Q over many cells: each cell bit for bit as if it were alone. */
class CouplingEvaluatorTest {

  private static final Mixture MIXTURE = TestKernels.mixture(1, 3);
  private static final BurnettSpace SPACE = new BurnettSpace(MIXTURE, 6, AxialSymmetry.SLAB);
  private static final CollisionOperator OPERATOR =
      new BurnettCollision(
          SPACE, TestKernels.powerLaw(2, 1, TestKernels.FORWARD), TableCache.none());

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 31, 32, 33, 64, 71})
  void aCellDoesNotKnowItsNeighboursOrItsPlace(int cells) {
    int size = SPACE.size();
    int offset = 5;
    double[] h = new Random(13).doubles(offset + cells * size + 3, -1, 1).toArray();
    double[] before = h.clone();
    double[] out = new double[h.length];
    Arrays.fill(out, 7);
    OPERATOR.quadratic().apply(h, out, offset, cells);
    assertArrayEquals(before, h, 0.0);
    for (int e = 0; e < h.length; e++) {
      if (e < offset || e >= offset + cells * size) {
        assertEquals(7, out[e]);
      }
    }
    CollisionOperator.Quadratic alone = OPERATOR.quadratic();
    double[] one = new double[size];
    for (int cell = 0; cell < cells; cell++) {
      int from = offset + cell * size;
      alone.apply(Arrays.copyOfRange(h, from, from + size), one, 0, 1);
      assertArrayEquals(one, Arrays.copyOfRange(out, from, from + size), 0.0);
    }
  }

  /** A cell that has gone bad harms no other, not even a later call on the same workspace. */
  @Test
  void notANumberStaysInItsCell() {
    int size = SPACE.size();
    double[] h = new Random(14).doubles(40 * size, -1, 1).toArray();
    double[] clean = new double[h.length];
    OPERATOR.quadratic().apply(h, clean, 0, 40);
    double[] spoilt = h.clone();
    spoilt[3 * size + 1] = Double.NaN;
    CollisionOperator.Quadratic evaluator = OPERATOR.quadratic();
    double[] out = new double[h.length];
    evaluator.apply(spoilt, out, 0, 40);
    for (int e = 0; e < h.length; e++) {
      if (e / size != 3) {
        assertEquals(clean[e], out[e], 0.0);
      }
    }
    evaluator.apply(h, out, 0, 2);
    assertArrayEquals(Arrays.copyOf(clean, 2 * size), Arrays.copyOf(out, 2 * size), 0.0);
  }

  @Test
  void quadraticInItsArgument() {
    double[] h = new Random(15).doubles(SPACE.size(), -1, 1).toArray();
    double[] one = new double[h.length];
    OPERATOR.quadratic().apply(h, one, 0, 1);
    double[] doubled = Arrays.stream(h).map(x -> -4 * x).toArray(); // exact in binary
    double[] out = new double[h.length];
    OPERATOR.quadratic().apply(doubled, out, 0, 1);
    for (int a = 0; a < h.length; a++) {
      assertEquals(16 * one[a], out[a], 0.0);
    }
  }

  @Test
  void allocatesNothing() {
    double[] h = new Random(16).doubles(40 * SPACE.size(), -1, 1).toArray();
    double[] out = new double[h.length];
    CollisionOperator.Quadratic evaluator = OPERATOR.quadratic();
    assertEquals(0, Allocation.of(() -> evaluator.apply(h, out, 0, 40), 100));
  }
}
