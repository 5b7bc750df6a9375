package org.knudsen.time;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A direct sum of block-diagonal operators is the block-diagonal operator of all blocks. */
class DirectSumTest {

  private static final BlockLinearPart.Block FIRST =
      new BlockLinearPart.Block(0, 2, 2, new double[] {-3, 1, 0.5, -2});
  private static final BlockLinearPart.Block SECOND =
      new BlockLinearPart.Block(0, 3, 1, new double[] {-1, 2, 0, -2, -1, 0, 0, 0, 0});
  private static final DirectSum SUM =
      new DirectSum(
          List.of(
              new DirectSum.Summand(4, new BlockLinearPart(4, List.of(FIRST))),
              new DirectSum.Summand(0, new BlockLinearPart(0, List.of())),
              new DirectSum.Summand(3, new BlockLinearPart(3, List.of(SECOND)))));
  private static final BlockLinearPart WHOLE =
      new BlockLinearPart(7, List.of(FIRST, new BlockLinearPart.Block(4, 3, 1, SECOND.matrix())));

  private static void requireSame(StateMap expected, StateMap got) {
    double[] y = new Random(2).doubles(7, -1, 1).toArray();
    double[] before = y.clone();
    double[] one = new double[7];
    double[] two = new double[7];
    expected.apply(y, one);
    got.apply(y, two);
    assertArrayEquals(one, two, "same bits");
    assertArrayEquals(before, y, "not modified");
  }

  @Test
  void isTheOperatorOfAllBlocks() {
    requireSame(WHOLE::apply, SUM::apply);
    requireSame(WHOLE.resolvent(0.3), SUM.resolvent(0.3));
    StateMap[] expected = WHOLE.phiFunctions(0.3, 3);
    StateMap[] got = SUM.phiFunctions(0.3, 3);
    assertEquals(4, got.length);
    for (int k = 0; k < 4; k++) {
      requireSame(expected[k], got[k]);
    }
  }

  @Test
  void refusesANegativeSize() {
    assertThrows(IllegalArgumentException.class, () -> new DirectSum.Summand(-1, WHOLE));
  }
}
