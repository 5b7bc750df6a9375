package org.knudsen.kinetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.TableCache;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.time.BlockLinearPart;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

class KineticEquationTest {

  private static final Mixture MIXTURE =
      Mixture.of(new Species("light", 1, 0.4), new Species("heavy", 3, 0.6));
  private static final Torus SLAB = new Torus(1, 8);

  private static BurnettCollision operator(AxialSymmetry symmetry, int degree) {
    CollisionKernel hardSpheres =
        new CollisionKernel() {
          @Override
          public int speciesCount() {
            return MIXTURE.size();
          }

          @Override
          public PairKernel pair(int i, int j) {
            return new PairKernel(new PowerLaw(0.25, 1), s -> 1);
          }
        };
    return new BurnettCollision(
        new BurnettSpace(MIXTURE, degree, symmetry), hardSpheres, TableCache.none());
  }

  private static double[] random(int size, long seed) {
    return new Random(seed).doubles(size, -1, 1).toArray();
  }

  @ParameterizedTest
  @EnumSource(AxialSymmetry.class)
  void statesAndFieldsTranslateBackAndForth(AxialSymmetry symmetry) {
    Torus torus = new Torus(symmetry.axes(), 5);
    KineticState layout = new KineticEquation(operator(symmetry, 3), torus, 0.1).layout();
    double[] state = random(layout.size(), 1);
    double[] field = new double[layout.cells() * operator(symmetry, 3).space().size()];
    double[] back = new double[state.length];
    layout.toField(state, field);
    layout.ofField(field, back);
    // a Fourier sum of at most 13^3 terms there and back
    assertArrayEquals(state, back, 1e-13);
  }

  @ParameterizedTest
  @EnumSource(AxialSymmetry.class)
  void linearPartIsStreamingPlusCollision(AxialSymmetry symmetry) {
    double eps = 0.3;
    BurnettCollision operator = operator(symmetry, 4);
    BurnettSpace space = operator.space();
    Torus torus = new Torus(symmetry.axes(), 4);
    KineticEquation equation = new KineticEquation(operator, torus, eps);
    FourierModes modes = new FourierModes(torus);
    int size = space.size();
    double[] state = random(equation.size(), 2);
    double[] changed = new double[state.length];
    equation.linear().apply(state, changed);
    double[] h = new double[state.length];
    double[] got = new double[state.length];
    equation.layout().toSpectrum(state, h);
    equation.layout().toSpectrum(changed, got);

    double[] collision = operator.linearized();
    double largest = Arrays.stream(got).map(Math::abs).max().orElseThrow();
    for (int w = 0; w < modes.count(); w++) {
      int re = modes.offset(w, size);
      int im = re + size;
      double[] expectRe = multiply(collision, h, re, size, 1 / (eps * eps));
      double[] expectIm = w == 0 ? null : multiply(collision, h, im, size, 1 / (eps * eps));
      for (int axis = 0; w > 0 && axis < torus.dimension(); axis++) {
        double factor = 2 * Math.PI * modes.wave(w, axis) / eps;
        for (int i = 0; i < MIXTURE.size(); i++) {
          double[] v = space.multiplication(i, axis);
          int n = space.modes();
          for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
              double element = factor * v[row * n + column];
              // -i k v (a + i b) = k v b - i k v a
              expectRe[i * n + row] += element * h[im + i * n + column];
              expectIm[i * n + row] -= element * h[re + i * n + column];
            }
          }
        }
      }
      for (int a = 0; a < size; a++) {
        // sums of 50 terms, in coordinates reflected twice
        assertEquals(expectRe[a], got[re + a], 1e-14 * largest);
        if (w > 0) {
          assertEquals(expectIm[a], got[im + a], 1e-14 * largest);
        }
      }
    }
  }

  private static double[] multiply(double[] matrix, double[] x, int offset, int n, double factor) {
    double[] out = new double[n];
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        out[row] += factor * matrix[row * n + column] * x[offset + column];
      }
    }
    return out;
  }

  @Test
  void conservedRowsAndColumnsOfTheUniformBlockAreZero() {
    KineticEquation equation = new KineticEquation(operator(AxialSymmetry.SLAB, 6), SLAB, 1e-6);
    BlockLinearPart.Block uniform = ((BlockLinearPart) equation.linear()).blocks().get(0);
    int zeroRows = 0;
    for (int row = 0; row < uniform.order(); row++) {
      int at = row * uniform.order();
      if (Arrays.stream(uniform.matrix(), at, at + uniform.order()).allMatch(x -> x == 0)) {
        zeroRows++;
      }
    }
    assertEquals(MIXTURE.size() + 2, zeroRows, "N masses, one momentum, energy");
  }

  @Test
  void quadraticPartMatchesCellwiseCollisionsAndConservesExactly() {
    double eps = 0.5;
    BurnettCollision operator = operator(AxialSymmetry.SLAB, 6);
    KineticEquation equation = new KineticEquation(operator, SLAB, eps);
    KineticState layout = equation.layout();
    int size = operator.space().size();
    double[] state = random(equation.size(), 3);
    double[] out = new double[state.length];
    equation.nonlinear(0, state, out);

    double[] field = new double[layout.cells() * size];
    double[] collided = new double[field.length];
    double[] expected = new double[state.length];
    layout.toField(state, field);
    operator.quadratic().apply(field, collided, 0, layout.cells());
    layout.ofField(collided, expected);
    int zeros = 0;
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow() / eps;
    for (int a = 0; a < out.length; a++) {
      // where it is dropped the exact value is 0, so the two still agree to round-off
      assertEquals(expected[a] / eps, out[a], 1e-14 * largest);
      zeros += out[a] == 0 ? 1 : 0;
    }
    int columns = 2 * layout.modes().count() - 1;
    assertTrue(zeros >= columns * (MIXTURE.size() + 2), "conserved components are exactly zero");
  }

  /**
   * The independent check of the whole linear part: as eps -> 0 the slow real eigenvalues of A(k)
   * are those of Fick's law with the transport coefficients that the Chapman-Enskog problem gives,
   * here for equal temperature and pressure: diffusion and heat conduction, coupled by thermal
   * diffusion.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1e-2, 1e-3})
  void slowEigenvaluesAreThoseOfTheTransportCoefficients(double eps) {
    BurnettCollision operator = operator(AxialSymmetry.SLAB, 7);
    KineticEquation equation = new KineticEquation(operator, new Torus(1, 4), eps);
    BlockLinearPart.Block block = ((BlockLinearPart) equation.linear()).blocks().get(1);
    Complex_F64[] values = eigenvalues(block);
    double[] slow = {values[0].getReal(), values[1].getReal()};
    assertEquals(0, values[0].getImaginary());
    assertEquals(0, values[1].getImaginary());
    double[] expected = fick(new TransportCoefficients(operator.gas()));
    double[] found = {Math.max(slow[0], slow[1]), Math.min(slow[0], slow[1])};
    // the next term is 0.8 eps^2 relative here, beside round-off of |A| = 100 / eps^2
    assertEquals(expected[0], found[0], (eps * eps + 1e-14 / (eps * eps)) * -expected[0]);
    assertEquals(expected[1], found[1], (eps * eps + 1e-14 / (eps * eps)) * -expected[1]);
  }

  /** Eigenvalues of the linear Fick system at uniform pressure for k = 2 pi, larger one first. */
  private static double[] fick(TransportCoefficients transport) {
    double c1 = MIXTURE.concentration(0);
    double c2 = MIXTURE.concentration(1);
    double c = c1 + c2;
    double d = transport.binaryDiffusion().orElseThrow() / c;
    double kt = transport.thermalDiffusionRatio().orElseThrow();
    double k2 = 4 * Math.PI * Math.PI;
    // x1_t = d (x1 + kt theta)_xx; 5/2 c theta_t = lambda theta_xx + c kt/(x1 x2) x1_t (Dufour)
    double x1 = c1 / c;
    double x2 = c2 / c;
    double lambda = transport.thermalConductivity();
    double[][] a = {
      {-d * k2, -d * kt * k2},
      {-d * k2 * kt / (x1 * x2) / 2.5, (-lambda * k2 / c - d * kt * kt * k2 / (x1 * x2)) / 2.5}
    };
    double trace = a[0][0] + a[1][1];
    double determinant = a[0][0] * a[1][1] - a[0][1] * a[1][0];
    double root = Math.sqrt(trace * trace / 4 - determinant);
    return new double[] {trace / 2 + root, trace / 2 - root};
  }

  /** Ascending in size. */
  private static Complex_F64[] eigenvalues(BlockLinearPart.Block block) {
    int n = block.order();
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false, false);
    assertTrue(eigen.decompose(new DMatrixRMaj(n, n, true, block.matrix().clone())));
    return IntStream.range(0, n)
        .mapToObj(eigen::getEigenvalue)
        .sorted(Comparator.comparingDouble(Complex_F64::getMagnitude))
        .toArray(Complex_F64[]::new);
  }

  @Test
  void refusesANonPositiveKnudsenNumber() {
    BurnettCollision operator = operator(AxialSymmetry.SLAB, 3);
    for (double eps : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      String message =
          assertThrows(
                  IllegalArgumentException.class, () -> new KineticEquation(operator, SLAB, eps))
              .getMessage();
      assertTrue(message.contains(String.valueOf(eps)), message);
    }
  }
}
