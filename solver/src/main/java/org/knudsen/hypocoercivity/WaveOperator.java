package org.knudsen.hypocoercivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.simple.SimpleMatrix;
import org.knudsen.collision.Gas;
import org.knudsen.collision.LinearizedHarmonics;
import org.knudsen.lemma.CoercivityConstants;
import org.knudsen.lemma.SymmetricPencil;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.RealHarmonics;

/**
 * T^eps = L / eps^2 - v.grad / eps on one Fourier mode k of the torus and one azimuthal number m
 * about k, as a real matrix.
 *
 * <p>With the polar axis along k all operators here keep m, and their blocks are the same for m and
 * -m. Modes (l, n) with l >= m of all species; coefficients of odd l are divided by i, after which
 * the matrix is real: L / eps^2 plus an antisymmetric part. In these coordinates the quadratic
 * forms of (2.6) on the mode k are real and symmetric too:
 *
 * <ul>
 *   <li>||f||^2: identity; ||grad_x f||^2: kappa^2, kappa = 2 pi |k|;
 *   <li>||grad_v^b f||^2, all b-fold derivatives, diagonal: {@link #velocityForm};
 *   <li>&lt;grad_x f, grad_v f&gt;: {@link #mixedForm()}.
 * </ul>
 *
 * <p>Immutable.
 */
public final class WaveOperator {

  private final int size;
  private final double wave;
  private final double eps;
  private final SimpleMatrix collision; // L
  private final SimpleMatrix transport; // antisymmetric: -(i kappa) v in the real coordinates
  private final SimpleMatrix mixed;
  private final SimpleMatrix kernel; // orthonormal columns that span ker L
  private final double[] mass; // of the species of a mode
  private final int[] level; // 2n + l of a mode

  /**
   * For an azimuth m from 0 to the degree of the harmonics, a wave kappa = 2 pi |k| >= 0, and a
   * Knudsen number eps > 0.
   */
  public WaveOperator(Gas gas, int azimuth, double wave, double eps) {
    Mixture mixture = gas.mixture();
    LinearizedHarmonics harmonics = gas.harmonics();
    int degree = harmonics.degree();
    if (azimuth < 0 || azimuth > degree) {
      throw new IllegalArgumentException("azimuth is " + azimuth + "; 0 to " + degree);
    }
    if (!(wave >= 0) || Double.isInfinite(wave)) {
      throw new IllegalArgumentException("wave number is " + wave + "; a finite number >= 0");
    }
    if (!(eps > 0) || Double.isInfinite(eps)) {
      throw new IllegalArgumentException("Knudsen number is " + eps + "; a finite number > 0");
    }
    this.wave = wave;
    this.eps = eps;
    int[] start = new int[degree + 2]; // of harmonic l within a species
    for (int l = azimuth; l <= degree; l++) {
      start[l + 1] = start[l] + (degree - l) / 2 + 1;
    }
    int modes = start[degree + 1];
    int species = mixture.size();
    this.size = species * modes;
    collision = new SimpleMatrix(size, size);
    transport = new SimpleMatrix(size, size);
    mixed = new SimpleMatrix(size, size);
    mass = new double[size];
    level = new int[size];
    kernel = new SimpleMatrix(size, azimuth == 0 ? species + 2 : azimuth == 1 ? 1 : 0);
    int found = 0;
    for (int l = azimuth; l <= degree; l++) {
      int radial = (degree - l) / 2 + 1;
      int order = species * radial;
      SimpleMatrix block = new SimpleMatrix(order, order, true, harmonics.block(l));
      SimpleMatrix invariants = CoercivityConstants.invariants(mixture, l, order);
      for (int row = 0; row < order; row++) {
        int r = row / radial * modes + start[l] + row % radial;
        for (int column = 0; column < order; column++) {
          int c = column / radial * modes + start[l] + column % radial;
          collision.set(r, c, block.get(row, column));
        }
        for (int column = 0; column < invariants.getNumCols(); column++) {
          kernel.set(r, found + column, invariants.get(row, column));
        }
      }
      found += invariants.getNumCols();
    }
    for (int i = 0; i < species; i++) {
      double root = Math.sqrt(mixture.mass(i));
      for (int l = azimuth; l <= degree; l++) {
        for (int n = 0; 2 * n + l <= degree; n++) {
          int at = i * modes + start[l] + n;
          mass[at] = mixture.mass(i);
          level[at] = 2 * n + l;
          // a^+ along k: (n, l) -> (n, l+1) and -> (n+1, l-1)
          if (2 * n + l + 1 <= degree) {
            double up = RealHarmonics.raise(0, l, azimuth, azimuth) * Math.sqrt(2 * n + 2 * l + 3);
            raise(at, i * modes + start[l + 1] + n, (l & 1) == 1, up, root);
            if (l > azimuth) {
              double down =
                  -RealHarmonics.raise(0, l - 1, azimuth, azimuth) * Math.sqrt(2.0 * (n + 1));
              raise(at, i * modes + start[l - 1] + n + 1, (l & 1) == 1, down, root);
            }
          }
        }
      }
    }
  }

  /** One element of a^+, from column {@code from} to row {@code to}. */
  private void raise(int from, int to, boolean fromOdd, double element, double root) {
    // v = (a + a^+) / sqrt(m); J^* (-i kappa v) J: + for even rows and odd columns, - the other way
    double v = element / root;
    transport.set(to, from, fromOdd ? wave * v : -wave * v);
    transport.set(from, to, fromOdd ? -wave * v : wave * v);
    // B = -sqrt(m) a^+; kappa Im(f^* B f) = kappa y^T E y, E = +B on even rows, -B on odd rows
    double half = (fromOdd ? 1 : -1) * -root * element * wave / 2;
    mixed.set(to, from, half);
    mixed.set(from, to, half);
  }

  /** The operators of all azimuthal numbers on some waves, kappa = 2 pi |k| each. */
  public static List<WaveOperator> all(Gas gas, double eps, double... waves) {
    List<WaveOperator> out = new ArrayList<>();
    for (double kappa : waves) {
      for (int m = 0; m <= gas.harmonics().degree(); m++) {
        out.add(new WaveOperator(gas, m, kappa, eps));
      }
    }
    return out;
  }

  /** The order of the matrices. */
  public int size() {
    return size;
  }

  /** kappa. */
  public double wave() {
    return wave;
  }

  /** eps. */
  public double knudsen() {
    return eps;
  }

  /** T^eps on the mode, a new matrix. */
  public SimpleMatrix matrix() {
    return scaled().divide(eps * eps);
  }

  /** &lt;grad_x f, grad_v f&gt; as a symmetric form, a new matrix. */
  public SimpleMatrix mixedForm() {
    return mixed.copy();
  }

  /**
   * sum_{|beta| = b} (b! / beta!) ||d_v^beta f||^2, the squared norm of all b-fold derivatives in
   * v, b >= 0, as a diagonal form, a new matrix: m^b (N + 3)(N + 4) ... (N + b + 2), N = 2n + l,
   * since each derivative is -sqrt(m) a_k^+, which raises N by one, and sum_k a_k a_k^+ = N + 3.
   */
  public SimpleMatrix velocityForm(int b) {
    if (b < 0) {
      throw new IllegalArgumentException("order of velocity derivatives is " + b + "; >= 0");
    }
    double[] form = new double[size];
    for (int at = 0; at < size; at++) {
      form[at] = 1;
      for (int p = 0; p < b; p++) {
        form[at] *= mass[at] * (level[at] + 3 + p);
      }
    }
    return SimpleMatrix.diag(form);
  }

  /**
   * A form or operator, of order {@link #size()} and not modified, on the orthogonal complement of
   * ker T^eps: itself for k > 0, where the kernel is trivial (Lemma 3.8); for k = 0 in an
   * orthonormal basis of the complement of ker L.
   */
  SimpleMatrix withoutKernel(SimpleMatrix form) {
    return wave > 0 ? form : SymmetricPencil.restricted(form, complement());
  }

  /** Orthonormal columns that span the complement of ker T^eps; for k > 0 the identity. */
  SimpleMatrix complement() {
    return wave > 0 ? SimpleMatrix.identity(size) : SymmetricPencil.complement(kernel);
  }

  /** Orthonormal columns that span ker L within the mode, a new matrix; none for m > 1. */
  public SimpleMatrix kernel() {
    return kernel.copy();
  }

  /**
   * The eigenvalues of T^eps on the mode, {real part, imaginary part} each, by ascending real part,
   * a new array. eps^2 T^eps is what is solved for, so the error is near 1e-16 ||L|| / eps^2.
   */
  public double[][] eigenvalues() {
    return eigenvalues(scaled());
  }

  private double[][] eigenvalues(SimpleMatrix scaled) {
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(scaled.getNumRows(), false, false);
    if (!eigen.decompose(scaled.getDDRM())) {
      throw new ArithmeticException("the eigenvalues on the wave " + wave + " did not converge");
    }
    return IntStream.range(0, scaled.getNumRows())
        .mapToObj(eigen::getEigenvalue)
        .map(e -> new double[] {e.getReal() / (eps * eps), e.getImaginary() / (eps * eps)})
        .sorted(Comparator.comparingDouble(e -> e[0]))
        .toArray(double[][]::new);
  }

  /** eps^2 T^eps, a new matrix. */
  private SimpleMatrix scaled() {
    return collision.plus(eps, transport);
  }

  /**
   * The decay rate of the mode: minus the largest real part of the eigenvalues of T^eps, without
   * its kernel, which is ker L for k = 0 and trivial else (Lemma 3.8). The relative error is near
   * 1e-16 / eps^2, as that of {@link #eigenvalues()}.
   */
  public double decayRate() {
    double[][] ascending = eigenvalues(withoutKernel(scaled()));
    return -ascending[ascending.length - 1][0];
  }
}
