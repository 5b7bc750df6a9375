package org.knudsen.collision;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.knudsen.velocity.BurnettFunctions;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.BurnettSpace;

/**
 * The eigenfunctions of -L in one harmonic l, about mu: f_i(v) = mu_i(v) / sqrt(c_i) R_i(sqrt(m_i)
 * |v|) Y_lm, R_i = sum_n x_in rho_nl, orthonormal in L^2(mu^{-1/2}) and the same for every m.
 * Immutable. Their eigenvalues are those of {@link Spectrum}.
 */
public final class HarmonicEigenfunctions {

  private final int l;
  private final int radial;
  private final int order;
  private final double[] eigenvalues;
  private final double[][] vectors; // [k][species * radial + n]

  private HarmonicEigenfunctions(int l, int radial, double[] eigenvalues, double[][] vectors) {
    this.l = l;
    this.radial = radial;
    this.order = eigenvalues.length;
    this.eigenvalues = eigenvalues;
    this.vectors = vectors;
  }

  /** Solves one harmonic that there is; no other is built. */
  public static HarmonicEigenfunctions of(LinearizedHarmonics linearized, int l) {
    int order = linearized.order(l);
    EigenDecomposition_F64<DMatrixRMaj> solver = Spectrum.decompose(linearized, l, true);
    int[] ascending =
        IntStream.range(0, order)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> value(solver, k)))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] eigenvalues = new double[order];
    double[][] vectors = new double[order][];
    for (int k = 0; k < order; k++) {
      eigenvalues[k] = value(solver, ascending[k]);
      double[] vector = solver.getEigenVector(ascending[k]).data;
      // the sign is free: the first large coefficient is made positive
      double large = 0.5 * Arrays.stream(vector).map(Math::abs).max().orElseThrow();
      int lead = 0;
      while (Math.abs(vector[lead]) < large) {
        lead++;
      }
      double sign = Math.signum(vector[lead]);
      vectors[k] = Arrays.stream(vector).map(x -> sign * x).toArray();
    }
    return new HarmonicEigenfunctions(l, (linearized.degree() - l) / 2 + 1, eigenvalues, vectors);
  }

  private static double value(EigenDecomposition_F64<DMatrixRMaj> solver, int k) {
    return solver.getEigenvalue(k).getReal();
  }

  /** l. */
  public int harmonic() {
    return l;
  }

  /** The number of eigenfunctions, species times radial modes. */
  public int count() {
    return order;
  }

  /** Eigenvalue k of -L, ascending in k. */
  public double eigenvalue(int k) {
    return eigenvalues[k];
  }

  /** x_in of eigenfunction k, entry {@code species * radialModes + n}; a new array. */
  public double[] coefficients(int k) {
    return vectors[k].clone();
  }

  /** R_i(r) of eigenfunction k, r = sqrt(m_i) |v|: for a plot. */
  public double radial(int k, int species, double r) {
    double[] rho = new double[radial];
    BurnettFunctions.radial(l, r, radial, rho, 0);
    double sum = 0;
    for (int n = 0; n < radial; n++) {
      sum += vectors[k][species * radial + n] * rho[n];
    }
    return sum;
  }

  /**
   * Eigenfunction k times Y_lm as a distribution, a new array, of a space of the same degree with
   * the harmonic (l, m).
   */
  public double[] distribution(BurnettSpace space, int k, int m) {
    BurnettModes modes = space.burnettModes();
    if (modes.radialCount(l) != radial || space.mixture().size() * radial != order) {
      throw new IllegalArgumentException(
          space.describe() + " does not hold the eigenfunctions of this mixture and degree");
    }
    double[] out = new double[space.size()];
    for (int i = 0; i < space.mixture().size(); i++) {
      for (int n = 0; n < radial; n++) {
        out[i * space.modes() + modes.index(n, l, m)] = vectors[k][i * radial + n];
      }
    }
    return out;
  }
}
