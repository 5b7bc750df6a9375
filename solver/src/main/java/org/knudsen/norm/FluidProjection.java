package org.knudsen.norm;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.knudsen.velocity.CollisionInvariants;
import org.knudsen.velocity.VelocitySpace;

/**
 * The fluid projection pi_L of (2.4): orthogonal projection in L^2(mu^{-1/2}) onto ker L, spanned
 * by the collision invariants phi^(k) of the space (in a space with symmetry, those that it holds).
 *
 * <p>Self-adjoint and idempotent, since the phi^(k) are orthonormal. Its explicit form (2.5) in
 * moments of f is the same map. Immutable.
 */
public final class FluidProjection {

  private final int size;
  private final int count;
  private final double[] invariants; // [k * size + a]
  private final int[][] support; // modes of invariant k that are not zero

  public FluidProjection(VelocitySpace space) {
    CollisionInvariants basis = space.require(CollisionInvariants.class);
    this.size = space.size();
    this.count = basis.invariantCount();
    this.invariants = basis.invariants();
    this.support = new int[count][];
    for (int k = 0; k < count; k++) {
      int row = k * size;
      support[k] = IntStream.range(0, size).filter(a -> invariants[row + a] != 0).toArray();
    }
  }

  /** The dimension of ker L in the space. */
  public int rank() {
    return count;
  }

  /**
   * The coordinates &lt;f, phi^(k)&gt; of (2.4), rank() of them, of the distribution f from {@code
   * offset} on; f is not modified.
   */
  public void coordinates(double[] f, int offset, double[] coordinates) {
    for (int k = 0; k < count; k++) {
      double sum = 0;
      for (int a : support[k]) {
        sum += invariants[k * size + a] * f[offset + a];
      }
      coordinates[k] = sum;
    }
  }

  /**
   * out = pi_L f, distributions from {@code offset} on; f is not modified, but out may be f itself.
   */
  public void apply(double[] f, double[] out, int offset) {
    double[] coordinates = new double[count];
    coordinates(f, offset, coordinates);
    Arrays.fill(out, offset, offset + size, 0);
    add(1, coordinates, out, offset);
  }

  /** out = f - pi_L f, the microscopic part f^perp, likewise. */
  public void complement(double[] f, double[] out, int offset) {
    double[] coordinates = new double[count];
    coordinates(f, offset, coordinates);
    if (out != f) {
      System.arraycopy(f, offset, out, offset, size);
    }
    add(-1, coordinates, out, offset);
  }

  private void add(double factor, double[] coordinates, double[] out, int offset) {
    for (int k = 0; k < count; k++) {
      for (int a : support[k]) {
        out[offset + a] += factor * coordinates[k] * invariants[k * size + a];
      }
    }
  }
}
