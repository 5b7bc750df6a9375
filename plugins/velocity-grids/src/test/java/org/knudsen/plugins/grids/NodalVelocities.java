package org.knudsen.plugins.grids;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.knudsen.velocity.BurnettSpace;

/**
 * Nodes of Gauss quadrature in v_x in place of functions: the modes are the discrete velocities at
 * which multiplication by v_x in the slab space is a number, taken as sum and difference of the
 * values at v_x and -v_x. Streaming couples the two of a pair and nothing else.
 *
 * <p>They are the singular vectors of the block of v_x from even to odd modes; a singular value is
 * a node |v_x|, those without a partner stand at v_x = 0.
 */
public final class NodalVelocities extends ChangedGrid {

  public NodalVelocities() {
    super(1);
  }

  @Override
  public String id() {
    return "nodal-velocities";
  }

  @Override
  double[] change(BurnettSpace burnett) {
    int modes = burnett.modes();
    int[] odd = IntStream.range(0, modes).filter(burnett::odd).toArray();
    int[] even = IntStream.range(0, modes).filter(a -> !burnett.odd(a)).toArray();
    double[] v = burnett.multiplication(0, 0);
    DMatrixRMaj block = new DMatrixRMaj(odd.length, even.length);
    for (int a = 0; a < odd.length; a++) {
      for (int b = 0; b < even.length; b++) {
        block.set(a, b, v[odd[a] * modes + even[b]]);
      }
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(odd.length, even.length, true, true, false);
    if (!svd.decompose(block)) {
      throw new ArithmeticException("no singular value decomposition");
    }
    double[] change = new double[modes * modes];
    fill(change, modes, odd, svd.getU(null, true));
    fill(change, modes, even, svd.getV(null, true));
    return change;
  }

  private static void fill(double[] change, int modes, int[] at, DMatrixRMaj rows) {
    for (int a = 0; a < at.length; a++) {
      for (int b = 0; b < at.length; b++) {
        change[at[a] * modes + at[b]] = rows.get(a, b);
      }
    }
  }
}
