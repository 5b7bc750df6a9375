package org.knudsen.fluid;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.mixture.Mixture;

/**
 * How concentrations diffuse at uniform temperature and total concentration, from the kinetic
 * equation or from Maxwell-Stefan, in one form.
 *
 * <p>In the frame of zero mean molar velocity, c_i u_i = - sum_j A_ij grad c_j; all gradients and
 * all fluxes sum to zero. A = c^(1/2) S c^(-1/2) with S symmetric, positive on the complement of q
 * = sqrt(c / C_0), zero on q; its N - 1 positive eigenvalues are the diffusivities of the mixture,
 * the same in every frame.
 *
 * <ul>
 *   <li>Kinetic: S = P c^(-1/2) K c^(-1/2) P, P = I - q q^T, K the Onsager matrix of {@link
 *       TransportCoefficients}.
 *   <li>Maxwell-Stefan: - grad c_i = sum_j c_i c_j (u_i - u_j) / Delta_ij, so S is the inverse off
 *       q of c^(-1/2) M c^(-1/2), M_ij = - c_i c_j / Delta_ij, M_ii the sum that makes rows vanish.
 * </ul>
 *
 * <p>Immutable.
 */
public final class DiffusionMatrix {

  private final double[] rootConcentration;
  private final RealMatrix symmetric;
  private final EigenDecomposition eigen;

  private DiffusionMatrix(double[] rootConcentration, RealMatrix symmetric) {
    this.rootConcentration = rootConcentration;
    this.symmetric = symmetric;
    this.eigen = new EigenDecomposition(symmetric);
  }

  /**
   * Of the kinetic equation, at the degree of the transport coefficients; for at least two species.
   */
  public static DiffusionMatrix of(Mixture mixture, TransportCoefficients transport) {
    int n = size(mixture);
    double[] root = roots(mixture);
    double[][] scaled = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled[i][j] = transport.onsager(i, j) / (root[i] * root[j]);
      }
    }
    RealMatrix projector = projector(mixture, root);
    return new DiffusionMatrix(
        root,
        symmetrized(projector.multiply(new Array2DRowRealMatrix(scaled)).multiply(projector)));
  }

  /** Of Maxwell-Stefan; for at least two species. */
  public static DiffusionMatrix of(Mixture mixture, MaxwellStefanCoefficients coefficients) {
    int n = size(mixture);
    double[] root = roots(mixture);
    double[][] friction = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (j != i) {
          double inverse = 1 / coefficients.delta(i, j);
          friction[i][j] = -root[i] * root[j] * inverse;
          friction[i][i] += root[j] * root[j] * inverse;
        }
      }
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(friction));
    double[][] inverse = new double[n][n];
    for (int k = 0; k < n - 1; k++) { // eigenvalues descend: the last is that of q, zero
      double value = eigen.getRealEigenvalue(k);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          inverse[i][j] += eigen.getV().getEntry(i, k) * eigen.getV().getEntry(j, k) / value;
        }
      }
    }
    return new DiffusionMatrix(root, symmetrized(new Array2DRowRealMatrix(inverse)));
  }

  private static int size(Mixture mixture) {
    if (mixture.size() < 2) {
      throw new IllegalArgumentException("mixture has one species; diffusion needs at least two");
    }
    return mixture.size();
  }

  private static double[] roots(Mixture mixture) {
    double[] root = new double[mixture.size()];
    Arrays.setAll(root, i -> Math.sqrt(mixture.concentration(i)));
    return root;
  }

  private static RealMatrix projector(Mixture mixture, double[] root) {
    int n = root.length;
    double[][] projector = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        projector[i][j] = (i == j ? 1 : 0) - root[i] * root[j] / mixture.totalConcentration();
      }
    }
    return new Array2DRowRealMatrix(projector);
  }

  private static RealMatrix symmetrized(RealMatrix matrix) {
    return matrix.add(matrix.transpose()).scalarMultiply(0.5);
  }

  /** N. */
  public int species() {
    return rootConcentration.length;
  }

  /** The N - 1 diffusivities, descending: a new array. */
  public double[] diffusivities() {
    return Arrays.copyOf(eigen.getRealEigenvalues(), species() - 1);
  }

  /**
   * Fick's matrix with the last species eliminated, i and j below N - 1: c_i u_i = - sum_{j &lt;
   * N-1} D_ij grad c_j in the frame of zero mean molar velocity.
   */
  public double fick(int i, int j) {
    int last = species() - 1;
    if (i < 0 || j < 0 || i >= last || j >= last) {
      throw new IndexOutOfBoundsException(
          "entry (" + i + ", " + j + ") of Fick's matrix; 0.." + (last - 1));
    }
    return entry(i, j) - entry(i, last);
  }

  private double entry(int i, int j) {
    return rootConcentration[i] * symmetric.getEntry(i, j) / rootConcentration[j];
  }

  /**
   * The N - 1 numbers r with S_this v = r S_other v, descending, a new array: by how much more this
   * matrix diffuses in the direction where the two differ most, least, and between. Both must be of
   * one mixture.
   */
  public double[] relativeTo(DiffusionMatrix other) {
    if (!Arrays.equals(rootConcentration, other.rootConcentration)) {
      throw new IllegalArgumentException("diffusion matrices of mixtures that differ");
    }
    int modes = species() - 1;
    RealMatrix whitening = new Array2DRowRealMatrix(species(), modes);
    for (int k = 0; k < modes; k++) {
      double scale = 1 / Math.sqrt(other.eigen.getRealEigenvalue(k));
      whitening.setColumnVector(k, other.eigen.getEigenvector(k).mapMultiply(scale));
    }
    RealMatrix relative = whitening.transpose().multiply(symmetric).multiply(whitening);
    return new EigenDecomposition(symmetrized(relative)).getRealEigenvalues();
  }
}
