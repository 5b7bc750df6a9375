package org.knudsen.plugins.grids;

import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.knudsen.velocity.BurnettSpace;

/**
 * A basis in which every mode is a mixture of all Burnett functions of its parity: each invariant
 * has all modes of a parity, and no two of one parity have disjoint ones.
 */
public final class RotatedBurnett extends ChangedGrid {

  public RotatedBurnett() {
    super(2);
  }

  @Override
  public String id() {
    return "rotated-burnett";
  }

  @Override
  double[] change(BurnettSpace burnett) {
    int modes = burnett.modes();
    double[] change = new double[modes * modes];
    for (boolean odd : new boolean[] {false, true}) {
      int[] at = IntStream.range(0, modes).filter(a -> burnett.odd(a) == odd).toArray();
      DMatrixRMaj random =
          RandomMatrices_DDRM.orthogonal(at.length, at.length, new Random(at.length));
      for (int a = 0; a < at.length; a++) {
        for (int b = 0; b < at.length; b++) {
          change[at[a] * modes + at[b]] = random.get(a, b);
        }
      }
    }
    return change;
  }
}
