package org.knudsen.time;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * phi functions of one dense block, phi_0(z) = e^z, phi_{k+1}(z) = (phi_k(z) - 1/k!) / z, at z =
 * tau A, with A as stiff as L / eps^2 + V / eps.
 *
 * <p><b>The difficulty.</b> Scaling and squaring, and every Schur or eigenvalue method, is backward
 * stable: it returns the exponential of z + dz with |dz| of order 1e-16 |z|. At eps = 1e-6 and tau
 * = 1e-3 that is |dz| = 1e-7 and more, while the hydrodynamic eigenvalues, which are all that
 * survives, are of size tau. The matrix is graded, however: its large entries sit in the fast
 * block, and entry by entry it determines the slow eigenvalues to round-off.
 *
 * <p><b>The method.</b> Split the variables into slow h (small diagonal: the collision invariants)
 * and fast k, A = [A_hh A_hk; A_kh A_kk], and follow the grading.
 *
 * <ol>
 *   <li>The slow invariant subspace is the graph k = X h with A_kh + A_kk X = X (A_hh + A_hk X).
 *       Iterate X := A_kk^{-1} (X (A_hh + A_hk X) - A_kh): inverse iteration on a subspace. It
 *       contracts by |slow eigenvalues| / |fast eigenvalues|, of order eps |k|, and each sweep is
 *       cheap as there are few slow variables. In the language of kinetic theory X is the whole
 *       Chapman-Enskog series of the mode, summed.
 *   <li>On it A acts as S = A_hh + A_hk X: the exact hydrodynamics of the mode, acoustic entries of
 *       size 1/eps and diffusive ones of size one. On the quotient it acts as B = A_kk - X A_hk. Y
 *       with S Y + A_hk = Y B decouples the two, by the same iteration.
 *   <li>phi_k(tau S) by scaling and squaring in double-double arithmetic ({@link DoubleDoublePhi}):
 *       S is of order N + 4 at most, so it costs nothing, and acoustic entries of 1e5 take none of
 *       the 16 digits of the diffusive ones.
 *   <li>phi_k(tau B): where -(B + B^T)/2 - (45/tau) I has a Cholesky factorisation, |e^{tau B}|
 *       &lt;= e^{-45} &lt; 3e-20, zero beside the 1/k! of phi_1; the others follow from their
 *       definition, without cancellation as |phi_k| &lt;&lt; 1/k!. Otherwise tau B is of moderate
 *       size and scaling and squaring serves.
 *   <li>phi_k(tau A) = U phi_k(tau S) U* + W phi_k(tau B) W*, U = [I; X], U* = [I + Y X, -Y], W =
 *       [Y; I + X Y], W* = [-X, I]. X and Y are of order eps, so each entry comes out to round-off
 *       relative to its own size.
 * </ol>
 *
 * <p>A block that is not stiff, or whose slow and fast eigenvalues overlap (eps |k| of order one,
 * the kinetic regime, in which |z| is moderate), goes through scaling and squaring as it is: {@link
 * DensePhi}. The error is then at most of order 1e-16 |z|.
 *
 * <p>Measured against 60 digits on the Burnett operator of hard spheres (degree 4, two species of
 * mass ratio 1 to 1e4, k = 1, 4 and 15, tau = 0.005): largest error of an entry of phi_0..phi_3
 * below 1.3e-15 for eps from 1 to 1e-3, and below that 2e-16 times the acoustic phase 2 pi c k tau
 * / eps, which is as far as a double holds the phase.
 */
final class BlockPhi {

  private static final double STIFF = 4; // |z| up to which plain scaling and squaring loses nothing
  private static final int SMALL = 16; // order up to which double-double arithmetic is cheap
  private static final double GAP = 8; // least ratio of diagonal entries between slow and fast
  private static final double NEGLIGIBLE = 45; // e^-45 = 3e-20
  private static final int MOST_SWEEPS = 400;

  private BlockPhi() {}

  /**
   * phi_k(tau A), k = 0..order, of a row-major matrix of order n, which is not modified; new
   * matrices.
   */
  static double[][] of(int n, double[] a, double tau, int order) {
    double[][] phi = compute(n, a, tau, order);
    for (int i = 0; i < n; i++) {
      if (isZeroRow(n, a, i)) {
        double inverseFactorial = 1;
        for (int k = 0; k <= order; k++) {
          inverseFactorial = k == 0 ? 1 : inverseFactorial / k;
          for (int j = 0; j < n; j++) {
            phi[k][i * n + j] = i == j ? inverseFactorial : 0;
          }
        }
      }
    }
    return phi;
  }

  private static double[][] compute(int n, double[] a, double tau, int order) {
    if (n <= SMALL && tau * norm1(n, a) <= 1e6) {
      return DoubleDoublePhi.of(n, a, tau, order);
    }
    if (tau * norm1(n, a) > STIFF) {
      boolean[] slow = slowVariables(n, a);
      double[][] split = slow == null ? null : bySplitting(n, a, slow, tau, order);
      if (split != null) {
        return split;
      }
    }
    return fast(DMatrixRMaj.wrap(n, n, a), tau, order);
  }

  /**
   * The variables on the small side of the widest gap between the sizes of diagonal entries, or
   * null if no gap is wide. Entries below 1e-14 of the largest count as zero.
   */
  private static boolean[] slowVariables(int n, double[] a) {
    double[] size = new double[n];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      size[i] = Math.abs(a[i * n + i]);
      largest = Math.max(largest, size[i]);
    }
    double[] sorted = size.clone();
    Arrays.sort(sorted);
    double floor = 1e-14 * largest;
    double widest = GAP;
    double limit = -1;
    for (int i = 0; i + 1 < n; i++) {
      double ratio = Math.max(sorted[i + 1], floor) / Math.max(sorted[i], floor);
      if (ratio > widest) {
        widest = ratio;
        limit = sorted[i];
      }
    }
    if (limit < 0) {
      return null;
    }
    boolean[] slow = new boolean[n];
    for (int i = 0; i < n; i++) {
      slow[i] = size[i] <= limit;
    }
    return slow;
  }

  /** Steps 1 to 5 of the class comment, or null if the two spectra do not separate. */
  private static double[][] bySplitting(int n, double[] a, boolean[] slow, double tau, int order) {
    int[] h = indices(slow, true);
    int[] k = indices(slow, false);
    if (h.length > SMALL) {
      return null;
    }
    DMatrixRMaj whole = DMatrixRMaj.wrap(n, n, a);
    DMatrixRMaj hh = part(whole, h, h);
    DMatrixRMaj hk = part(whole, h, k);
    DMatrixRMaj kk = part(whole, k, k);
    DMatrixRMaj x = graph(hh, hk, part(whole, k, h), kk);
    if (x == null) {
      return null;
    }
    DMatrixRMaj s = hh;
    CommonOps_DDRM.multAdd(hk, x, s);
    DMatrixRMaj b = kk;
    CommonOps_DDRM.multAdd(-1, x, hk, b);
    DMatrixRMaj y = decoupling(s, hk, b);
    if (y == null) {
      return null;
    }
    double[][] slowPhi = DoubleDoublePhi.of(h.length, s.data, tau, order);
    double[][] fastPhi = fast(b, tau, order);
    DMatrixRMaj yx = product(y, x);
    CommonOps_DDRM.addEquals(yx, CommonOps_DDRM.identity(h.length));
    double[][] phi = new double[order + 1][n * n];
    for (int p = 0; p <= order; p++) {
      DMatrixRMaj ps = DMatrixRMaj.wrap(h.length, h.length, slowPhi[p]);
      DMatrixRMaj pb = DMatrixRMaj.wrap(k.length, k.length, fastPhi[p]);
      DMatrixRMaj fromSlow = product(ps, yx); // acts on h
      DMatrixRMaj fromSlowK = product(ps, y); // acts on k, with a minus sign
      DMatrixRMaj ypb = product(y, pb);
      DMatrixRMaj wpb = pb.copy(); // (I + X Y) pb
      CommonOps_DDRM.multAdd(x, ypb, wpb);
      DMatrixRMaj out = DMatrixRMaj.wrap(n, n, phi[p]);
      DMatrixRMaj outHh = fromSlow.copy();
      CommonOps_DDRM.multAdd(-1, y, product(pb, x), outHh);
      insert(outHh, h, h, out);
      CommonOps_DDRM.subtractEquals(ypb, fromSlowK);
      insert(ypb, h, k, out);
      DMatrixRMaj outKh = product(x, fromSlow);
      CommonOps_DDRM.subtractEquals(outKh, product(wpb, x));
      insert(outKh, k, h, out);
      CommonOps_DDRM.multAdd(-1, x, fromSlowK, wpb);
      insert(wpb, k, k, out);
    }
    return phi;
  }

  /** X of step 1, or null. */
  private static DMatrixRMaj graph(DMatrixRMaj hh, DMatrixRMaj hk, DMatrixRMaj kh, DMatrixRMaj kk) {
    int slow = hh.numRows;
    int fast = kk.numRows;
    ScaledLu lu = factors(kk);
    if (lu == null) {
      return null; // a fast variable that does not decay: there is no gap
    }
    DMatrixRMaj right = new DMatrixRMaj(fast, slow);
    DMatrixRMaj s = new DMatrixRMaj(slow, slow);
    double[] rhs = new double[fast];
    double[] work = new double[fast];
    return limit(
        right,
        (x, next) -> {
          CommonOps_DDRM.mult(hk, x, s);
          CommonOps_DDRM.addEquals(s, hh);
          CommonOps_DDRM.mult(x, s, right);
          CommonOps_DDRM.subtractEquals(right, kh);
          for (int j = 0; j < slow; j++) {
            for (int i = 0; i < fast; i++) {
              rhs[i] = right.data[i * slow + j];
            }
            lu.solve(rhs, 0, rhs, 0, work);
            for (int i = 0; i < fast; i++) {
              next.data[i * slow + j] = rhs[i];
            }
          }
        });
  }

  /** Y of step 2, or null. */
  private static DMatrixRMaj decoupling(DMatrixRMaj s, DMatrixRMaj hk, DMatrixRMaj b) {
    DMatrixRMaj inverse = inverse(b);
    if (inverse == null) {
      return null;
    }
    DMatrixRMaj right = hk.createLike();
    return limit(
        right,
        (y, next) -> {
          CommonOps_DDRM.mult(s, y, right);
          CommonOps_DDRM.addEquals(right, hk);
          CommonOps_DDRM.mult(right, inverse, next);
        });
  }

  /**
   * Where a linearly convergent iteration from zero goes, down to round-off: until the change is an
   * ulp, or has stopped shrinking within a few of them; null if it goes nowhere.
   *
   * @param shape has the shape of the iterates
   * @param sweep from an iterate to the next, which it overwrites
   */
  private static DMatrixRMaj limit(DMatrixRMaj shape, BiConsumer<DMatrixRMaj, DMatrixRMaj> sweep) {
    DMatrixRMaj before = shape.createLike();
    DMatrixRMaj now = shape.createLike();
    double first = -1;
    double least = Double.POSITIVE_INFINITY;
    int sinceLeast = 0;
    for (int sweeps = 0; sweeps < MOST_SWEEPS; sweeps++) {
      sweep.accept(before, now);
      double change = 0;
      double size = 0;
      for (int e = 0; e < now.data.length; e++) {
        change = Math.max(change, Math.abs(now.data[e] - before.data[e]));
        size = Math.max(size, Math.abs(now.data[e]));
      }
      first = sweeps == 0 ? change : first;
      if (!Double.isFinite(size) || !Double.isFinite(change)) {
        return null;
      }
      if (change <= 2.3e-16 * size) {
        return now;
      }
      if (change > 100 * first) {
        return null;
      }
      if (change < least) {
        least = change;
        sinceLeast = 0;
      } else if (++sinceLeast >= 8) {
        return least <= 1e-14 * size ? now : null;
      }
      DMatrixRMaj t = before;
      before = now;
      now = t;
    }
    return null;
  }

  /** phi_k(tau B) of step 4. */
  private static double[][] fast(DMatrixRMaj b, double tau, int order) {
    int n = b.numRows;
    DMatrixRMaj z = b.createLike();
    CommonOps_DDRM.scale(tau, b, z);
    DMatrixRMaj inverse = norm1(n, z.data) > STIFF ? inverse(z) : null;
    if (inverse == null || norm1(n, inverse.data) > 1) {
      return DensePhi.of(z, order);
    }
    double[][] phi = new double[order + 1][];
    phi[0] = decays(z) ? new double[n * n] : DensePhi.of(z, 0)[0];
    double inverseFactorial = 1;
    for (int k = 0; k < order; k++) {
      inverseFactorial = k == 0 ? 1 : inverseFactorial / k;
      DMatrixRMaj left = new DMatrixRMaj(n, n, true, phi[k].clone());
      for (int i = 0; i < n; i++) {
        left.data[i * n + i] -= inverseFactorial;
      }
      phi[k + 1] = product(left, inverse).data;
    }
    return phi;
  }

  /**
   * Whether |e^z| is negligible by the logarithmic norm, (z + z^T)/2 &lt; -NEGLIGIBLE I, decided by
   * a Cholesky factorisation; z is not modified.
   */
  private static boolean decays(DMatrixRMaj z) {
    int n = z.numRows;
    DMatrixRMaj shifted = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        shifted.data[i * n + j] = -(z.data[i * n + j] + z.data[j * n + i]) / 2;
      }
      shifted.data[i * n + i] -= NEGLIGIBLE;
    }
    return DecompositionFactory_DDRM.chol(n, true).decompose(shifted);
  }

  /** Factors, or null for a singular matrix. */
  private static ScaledLu factors(DMatrixRMaj b) {
    try {
      return new ScaledLu(b.numRows, b.data);
    } catch (ArithmeticException singular) {
      return null; // the caller has another way
    }
  }

  private static DMatrixRMaj inverse(DMatrixRMaj b) {
    ScaledLu lu = factors(b);
    return lu == null ? null : DMatrixRMaj.wrap(b.numRows, b.numRows, lu.inverse());
  }

  private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
    return CommonOps_DDRM.mult(a, b, null);
  }

  private static int[] indices(boolean[] slow, boolean wanted) {
    return IntStream.range(0, slow.length).filter(i -> slow[i] == wanted).toArray();
  }

  private static DMatrixRMaj part(DMatrixRMaj a, int[] rows, int[] columns) {
    return CommonOps_DDRM.extract(a, rows, rows.length, columns, columns.length, null);
  }

  private static void insert(DMatrixRMaj part, int[] rows, int[] columns, DMatrixRMaj a) {
    CommonOps_DDRM.insert(part, a, rows, rows.length, columns, columns.length);
  }

  private static boolean isZeroRow(int n, double[] a, int i) {
    return IntStream.range(i * n, (i + 1) * n).allMatch(e -> a[e] == 0);
  }

  /** The largest column sum of absolute values. */
  static double norm1(int n, double[] a) {
    double largest = 0;
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += Math.abs(a[i * n + j]);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }
}
