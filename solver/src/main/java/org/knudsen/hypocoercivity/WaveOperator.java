package org.knudsen.hypocoercivity;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.knudsen.collision.LinearizedHarmonics;
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
 *   <li>||grad_v f||^2: diagonal, m_i (2n + l + 3);
 *   <li>||grad_v^b f||^2, all b-fold derivatives: {@link #velocityForm};
 *   <li>&lt;grad_x f, grad_v f&gt;: {@link #mixedForm()}.
 * </ul>
 *
 * <p>Immutable.
 */
public final class WaveOperator {

  private final int size;
  private final double wave;
  private final double eps;
  private final RealMatrix collision; // L
  private final RealMatrix transport; // antisymmetric: -(i kappa) v in the real coordinates
  private final RealMatrix mixed;
  private final RealMatrix gradient;
  private final RealMatrix kernel; // projection on ker L
  private final double[] mass; // of the species of a mode
  private final int[] level; // 2n + l of a mode

  /**
   * @param azimuth m, 0 to the degree of the harmonics
   * @param wave kappa = 2 pi |k| >= 0
   * @param eps the Knudsen number, > 0
   */
  public WaveOperator(
      Mixture mixture, LinearizedHarmonics harmonics, int azimuth, double wave, double eps) {
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
    collision = MatrixUtils.createRealMatrix(size, size);
    transport = MatrixUtils.createRealMatrix(size, size);
    mixed = MatrixUtils.createRealMatrix(size, size);
    gradient = MatrixUtils.createRealMatrix(size, size);
    kernel = MatrixUtils.createRealMatrix(size, size);
    mass = new double[size];
    level = new int[size];
    for (int l = azimuth; l <= degree; l++) {
      double[] block = harmonics.block(l);
      int radial = (degree - l) / 2 + 1;
      int order = species * radial;
      for (int row = 0; row < order; row++) {
        int r = row / radial * modes + start[l] + row % radial;
        for (int column = 0; column < order; column++) {
          int c = column / radial * modes + start[l] + column % radial;
          collision.setEntry(r, c, block[row * order + column]);
        }
      }
    }
    for (int i = 0; i < species; i++) {
      double root = Math.sqrt(mixture.mass(i));
      for (int l = azimuth; l <= degree; l++) {
        for (int n = 0; 2 * n + l <= degree; n++) {
          int at = i * modes + start[l] + n;
          mass[at] = mixture.mass(i);
          level[at] = 2 * n + l;
          gradient.setEntry(at, at, mass[at] * (level[at] + 3));
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
    for (int i = 0; i < species; i++) {
      for (int j = 0; j < species; j++) {
        double share = Math.sqrt(mixture.concentration(i) * mixture.concentration(j));
        if (azimuth == 0) {
          kernel.setEntry(i * modes, j * modes, i == j ? 1 : 0);
          kernel.setEntry(i * modes + 1, j * modes + 1, share / mixture.totalConcentration());
        }
        if (azimuth <= 1) {
          kernel.setEntry(
              i * modes + start[1],
              j * modes + start[1],
              share * Math.sqrt(mixture.mass(i) * mixture.mass(j)) / mixture.massDensity());
        }
      }
    }
  }

  /** One element of a^+, from column {@code from} to row {@code to}. */
  private void raise(int from, int to, boolean fromOdd, double element, double root) {
    // v = (a + a^+) / sqrt(m); J^* (-i kappa v) J: + for even rows and odd columns, - the other way
    double v = element / root;
    transport.setEntry(to, from, fromOdd ? wave * v : -wave * v);
    transport.setEntry(from, to, fromOdd ? -wave * v : wave * v);
    // B = -sqrt(m) a^+; kappa Im(f^* B f) = kappa y^T E y, E = +B on even rows, -B on odd rows
    double half = (fromOdd ? 1 : -1) * -root * element * wave / 2;
    mixed.setEntry(to, from, half);
    mixed.setEntry(from, to, half);
  }

  /**
   * The operators of all azimuthal numbers on some waves.
   *
   * @param waves kappa = 2 pi |k| of each
   */
  public static List<WaveOperator> all(
      Mixture mixture, LinearizedHarmonics harmonics, double eps, double... waves) {
    List<WaveOperator> out = new ArrayList<>();
    for (double kappa : waves) {
      for (int m = 0; m <= harmonics.degree(); m++) {
        out.add(new WaveOperator(mixture, harmonics, m, kappa, eps));
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
  public RealMatrix matrix() {
    return collision.scalarMultiply(1 / (eps * eps)).add(transport.scalarMultiply(1 / eps));
  }

  /** &lt;grad_x f, grad_v f&gt; as a symmetric form, a new matrix. */
  public RealMatrix mixedForm() {
    return mixed.copy();
  }

  /** ||grad_v f||^2 as a diagonal form, a new matrix. */
  public RealMatrix gradientForm() {
    return gradient.copy();
  }

  /**
   * sum_{|beta| = b} (b! / beta!) ||d_v^beta f||^2, the squared norm of all b-fold derivatives in
   * v, as a diagonal form, a new matrix: m^b (N + 3)(N + 4) ... (N + b + 2), N = 2n + l, since each
   * derivative is -sqrt(m) a_k^+, which raises N by one, and sum_k a_k a_k^+ = N + 3.
   *
   * @param b order, >= 0
   */
  public RealMatrix velocityForm(int b) {
    if (b < 0) {
      throw new IllegalArgumentException("order of velocity derivatives is " + b + "; >= 0");
    }
    RealMatrix form = MatrixUtils.createRealMatrix(size, size);
    for (int at = 0; at < size; at++) {
      double value = 1;
      for (int p = 0; p < b; p++) {
        value *= mass[at] * (level[at] + 3 + p);
      }
      form.setEntry(at, at, value);
    }
    return form;
  }

  /**
   * A form or operator on the orthogonal complement of ker T^eps: itself for k > 0, where the
   * kernel is trivial (Lemma 3.8); for k = 0 in an orthonormal basis of the complement of ker L.
   *
   * @param form of order {@link #size()}; not modified
   */
  RealMatrix withoutKernel(RealMatrix form) {
    if (wave > 0) {
      return form;
    }
    RealMatrix basis = SymmetricPencil.nullSpace(kernel);
    return basis.transpose().multiply(form).multiply(basis);
  }

  /** The orthogonal projection on ker L within the mode, a new matrix. */
  public RealMatrix kernelProjection() {
    return kernel.copy();
  }

  /**
   * The eigenvalues of T^eps on the mode, {real part, imaginary part} each, by ascending real part,
   * a new array. eps^2 T^eps is what is solved for, so the error is near 1e-16 ||L|| / eps^2.
   */
  public double[][] eigenvalues() {
    double[][] out = SymmetricPencil.eigenvalues(scaled());
    for (double[] eigenvalue : out) {
      eigenvalue[0] /= eps * eps;
      eigenvalue[1] /= eps * eps;
    }
    java.util.Arrays.sort(out, java.util.Comparator.comparingDouble(e -> e[0]));
    return out;
  }

  /** eps^2 T^eps. */
  private RealMatrix scaled() {
    return collision.add(transport.scalarMultiply(eps));
  }

  /**
   * The decay rate of the mode: minus the largest real part of the eigenvalues of T^eps, without
   * its kernel, which is ker L for k = 0 and trivial else (Lemma 3.8). eps^2 T^eps is what is
   * solved for, so the relative error is near 1e-16 / eps^2.
   */
  public double decayRate() {
    RealMatrix scaled = scaled();
    if (wave == 0) {
      scaled =
          scaled.subtract(
              kernel.scalarMultiply(collision.getFrobeniusNorm() + 1)); // moves the kernel away
    }
    double largest = Double.NEGATIVE_INFINITY;
    for (double[] eigenvalue : SymmetricPencil.eigenvalues(scaled)) {
      largest = Math.max(largest, eigenvalue[0]);
    }
    return -largest / (eps * eps);
  }
}
