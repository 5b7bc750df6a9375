package org.knudsen.collision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The eigenvalues of -L, the linearised collision operator of (1.12), in the harmonics asked for.
 *
 * <p>-L is symmetric and positive semi-definite; the eigenvalues of harmonic l have multiplicity 2l
 * + 1 each, one for every m. Its kernel is spanned by the collision invariants: N masses and the
 * energy in l = 0, the momentum in l = 1, so N + 4 dimensions in all.
 *
 * <p>What counts as zero: an eigenvalue of modulus at most {@link #ZERO} times the largest one of
 * its own harmonic. Blocks are computed to round-off, so the eigenvalue of an invariant comes out
 * at some 1e-15 of the largest, while the smallest true relaxation rates (energy exchange at mass
 * ratio r) are of the order 1/r.
 *
 * @param degree K of the velocity space
 * @param harmonics those that were built, by ascending l
 */
public record Spectrum(int degree, List<Harmonic> harmonics) {

  /** Relative size up to which an eigenvalue is the zero of a collision invariant. */
  public static final double ZERO = 1e-12;

  /**
   * The eigenvalues of -L in one harmonic l, ascending, all species together, each once (not 2l + 1
   * times).
   */
  public record Harmonic(int l, List<Double> eigenvalues) {

    public Harmonic {
      eigenvalues = List.copyOf(eigenvalues);
    }

    /** How many of them are zero, see {@link Spectrum}. */
    public int zeros() {
      return (int) eigenvalues.stream().filter(value -> value <= threshold()).count();
    }

    /** The smallest that is not zero; empty where all are. */
    public OptionalDouble gap() {
      return eigenvalues.stream()
          .mapToDouble(Double::doubleValue)
          .filter(value -> value > threshold())
          .min();
    }

    private double threshold() {
      return eigenvalues.isEmpty() ? 0 : ZERO * eigenvalues.get(eigenvalues.size() - 1);
    }
  }

  public Spectrum {
    harmonics = List.copyOf(harmonics);
  }

  /** All harmonics from 0 to the largest. */
  public static Spectrum of(LinearizedHarmonics linearized) {
    List<Harmonic> harmonics = new ArrayList<>();
    for (int l = 0; l <= linearized.largestHarmonic(); l++) {
      harmonics.add(harmonic(linearized, l));
    }
    return new Spectrum(linearized.degree(), harmonics);
  }

  /** One harmonic that there is; no other is built. */
  public static Spectrum of(LinearizedHarmonics linearized, int l) {
    if (l < 0 || l > linearized.largestHarmonic()) {
      throw new IllegalArgumentException(
          "harmonic is " + l + "; 0 to " + linearized.largestHarmonic());
    }
    return new Spectrum(linearized.degree(), List.of(harmonic(linearized, l)));
  }

  private static Harmonic harmonic(LinearizedHarmonics linearized, int l) {
    EigenDecomposition_F64<DMatrixRMaj> solver = decompose(linearized, l, false);
    double[] values =
        IntStream.range(0, linearized.order(l))
            .mapToDouble(a -> solver.getEigenvalue(a).getReal())
            .sorted()
            .toArray();
    return new Harmonic(l, Arrays.stream(values).boxed().toList());
  }

  /** The eigenvalues of -L in one harmonic, with or without their vectors. */
  static EigenDecomposition_F64<DMatrixRMaj> decompose(
      LinearizedHarmonics linearized, int l, boolean vectors) {
    int order = linearized.order(l);
    DMatrixRMaj matrix = new DMatrixRMaj(order, order, true, linearized.block(l));
    CommonOps_DDRM.changeSign(matrix);
    EigenDecomposition_F64<DMatrixRMaj> solver =
        DecompositionFactory_DDRM.eig(order, vectors, true);
    if (!solver.decompose(matrix)) {
      throw new ArithmeticException(
          "the %s of -L in harmonic %s did not converge"
              .formatted(vectors ? "eigenfunctions" : "eigenvalues", l));
    }
    return solver;
  }

  /**
   * The dimension of the kernel in the harmonics that were built: zeros of harmonic l count 2l + 1
   * times. N + 4 if 0 and 1 are among them.
   */
  public int kernelDimension() {
    return harmonics.stream().mapToInt(h -> (2 * h.l() + 1) * h.zeros()).sum();
  }

  /** The smallest eigenvalue that is not zero, in the harmonics that were built. */
  public OptionalDouble spectralGap() {
    return harmonics.stream().flatMapToDouble(h -> h.gap().stream()).min();
  }
}
