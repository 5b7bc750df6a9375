package org.knudsen.kinetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.HarmonicModes;
import org.knudsen.velocity.VelocitySpace;

/**
 * The inverse of L on the orthogonal complement of its kernel, extended by zero to the kernel: L^+
 * = L^{-1} (1 - pi_L), the pseudo-inverse.
 *
 * <p>In coordinates in which the collision invariants are coordinates ({@link
 * InvariantCoordinates}) it is a Cholesky factorisation of -L without their rows and columns: one a
 * harmonic (l, m) where the modes of the space belong to harmonics, else one in all.
 *
 * <p>Owns workspace: one thread at a time.
 */
final class MicroscopicInverse {

  private final InvariantCoordinates coordinates;
  private final List<Block> blocks = new ArrayList<>();

  /** Coordinates that L couples with each other, without invariants, and the factors of -L. */
  private record Block(
      int[] at, LinearSolverDense<DMatrixRMaj> solver, DMatrixRMaj right, DMatrixRMaj solution) {}

  MicroscopicInverse(CollisionOperator operator) {
    VelocitySpace space = operator.space();
    this.coordinates = new InvariantCoordinates(space);
    double[] matrix = operator.linearized();
    coordinates.conjugate(matrix);
    List<Integer> conserved = Arrays.stream(coordinates.conserved()).boxed().toList();
    for (int[] harmonic : harmonics(space)) {
      int[] at = Arrays.stream(harmonic).filter(a -> !conserved.contains(a)).toArray();
      if (at.length > 0) {
        blocks.add(block(matrix, space, at));
      }
    }
  }

  private static List<int[]> harmonics(VelocitySpace space) {
    if (!(space instanceof HarmonicModes harmonic)) {
      return List.of(IntStream.range(0, space.size()).toArray());
    }
    List<int[]> all = new ArrayList<>();
    BurnettModes modes = harmonic.burnettModes();
    int species = space.mixture().size();
    for (int first = 0; first < modes.count(); ) { // a harmonic is one contiguous run
      int radial = modes.radialCount(modes.l(first));
      int[] at = new int[species * radial];
      for (int i = 0; i < species; i++) {
        for (int n = 0; n < radial; n++) {
          at[i * radial + n] = i * space.modes() + first + n;
        }
      }
      all.add(at);
      first += radial;
    }
    return all;
  }

  private static Block block(double[] matrix, VelocitySpace space, int[] at) {
    DMatrixRMaj minus = new DMatrixRMaj(at.length, at.length);
    for (int row = 0; row < at.length; row++) {
      for (int column = 0; column < at.length; column++) {
        minus.set(row, column, -matrix[at[row] * space.size() + at[column]]);
      }
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(at.length);
    if (!solver.setA(minus)) {
      throw new ArithmeticException(
          "L is not negative definite on the complement of the collision invariants in "
              + space.describe());
    }
    return new Block(at, solver, new DMatrixRMaj(at.length, 1), new DMatrixRMaj(at.length, 1));
  }

  /** f = L^+ f, in place, for a distribution from {@code offset} on. */
  void apply(double[] f, int offset) {
    coordinates.ofModes(f, offset);
    for (int k : coordinates.conserved()) {
      f[offset + k] = 0;
    }
    for (Block block : blocks) {
      for (int a = 0; a < block.at().length; a++) {
        block.right().data[a] = -f[offset + block.at()[a]];
      }
      block.solver().solve(block.right(), block.solution());
      for (int a = 0; a < block.at().length; a++) {
        f[offset + block.at()[a]] = block.solution().data[a];
      }
    }
    coordinates.toModes(f, offset);
  }
}
