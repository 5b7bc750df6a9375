package org.knudsen.velocity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

/** Creation operators, and the norms of all velocity derivatives of one order. */
class VelocityDerivativesTest {

  private static final Mixture MIXTURE =
      Mixture.of(new Species("a", 1.0, 0.7), new Species("b", 3.5, 0.2));

  /** v_k = (a_k + a_k^+) / sqrt(m_i): the streaming matrix is built by other code. */
  @ParameterizedTest
  @EnumSource(AxialSymmetry.class)
  void creationAndAnnihilationAddUpToMultiplication(AxialSymmetry symmetry) {
    BurnettSpace space = new BurnettSpace(MIXTURE, 7, symmetry);
    int modes = space.modes();
    for (int axis = 0; axis < symmetry.axes(); axis++) {
      double[] raise = new CreationOperator(space.burnettModes(), axis).matrix();
      double[] sum = new double[modes * modes];
      for (int a = 0; a < modes; a++) {
        for (int b = 0; b < modes; b++) {
          sum[a * modes + b] =
              (raise[a * modes + b] + raise[b * modes + a]) / Math.sqrt(MIXTURE.mass(1));
        }
      }
      assertArrayEquals(space.multiplication(1, axis), sum, 1e-14);
    }
  }

  /**
   * For G(v - U): sum_beta prod_k beta_k! L_{beta_k}(-z_k^2) times m^b c e^{|z|^2}, z = sqrt(m) U,
   * by the generating function of Laguerre polynomials. |z| = 0.6 at degree 24: the tail is below
   * 0.36^25 / 25! (1 + 25)^3.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void shiftedMaxwellianHasItsClosedForm(int order) {
    for (AxialSymmetry symmetry : AxialSymmetry.values()) {
      BurnettSpace space = new BurnettSpace(MIXTURE, 24, symmetry);
      double[] z = {0.4, symmetry.axes() > 1 ? -0.3 : 0, symmetry.axes() > 2 ? 0.2 : 0};
      double[] f = new double[space.size()];
      double expected = 0;
      for (int i = 0; i < 2; i++) {
        double root = Math.sqrt(MIXTURE.mass(i));
        int at = i * space.modes();
        space.deviation(i, 1, 0, z[0] / root, z[1] / root, z[2] / root, 0, f, at);
        f[at] += Math.sqrt(MIXTURE.concentration(i)); // mode (0, 0, 0): M, not M - mu
        expected +=
            Math.pow(MIXTURE.mass(i), order) * MIXTURE.concentration(i) * laguerre(order, z);
      }
      assertEquals(expected, space.squaredDerivativeNorm(f, 0, order), 1e-12 * expected);
    }
  }

  private static double laguerre(int order, double[] z) {
    double sum = 0;
    double square = 0;
    for (double component : z) {
      square += component * component;
    }
    for (int a = 0; a <= order; a++) {
      for (int b = 0; a + b <= order; b++) {
        int[] beta = {a, b, order - a - b};
        double term = 1;
        for (int k = 0; k < 3; k++) {
          term *=
              CombinatoricsUtils.factorialDouble(beta[k])
                  * BurnettPolynomials.laguerre(beta[k], 0, -z[k] * z[k]);
        }
        sum += term;
      }
    }
    return Math.exp(square) * sum;
  }

  /** Any f: against products of the creation matrices in a space that holds the derivatives. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void anyDistributionAgreesWithExplicitMatrices(int order) {
    int degree = 5;
    BurnettModes modes = new BurnettModes(degree, AxialSymmetry.FULL);
    BurnettModes larger = new BurnettModes(degree + order, AxialSymmetry.FULL);
    BurnettSpace space = new BurnettSpace(MIXTURE, degree, AxialSymmetry.FULL);
    double[] f = new Random(7).doubles(space.size(), -1, 1).toArray();
    double expected = 0;
    for (int i = 0; i < 2; i++) {
      double[] lifted = new double[larger.count()];
      for (int a = 0; a < modes.count(); a++) {
        lifted[larger.index(modes.n(a), modes.l(a), modes.m(a))] = f[i * modes.count() + a];
      }
      for (int x = 0; x <= order; x++) {
        for (int y = 0; x + y <= order; y++) {
          double[] g = lifted;
          int[] beta = {x, y, order - x - y};
          for (int axis = 0; axis < 3; axis++) {
            for (int t = 0; t < beta[axis]; t++) {
              double[] next = new double[larger.count()];
              new CreationOperator(larger, axis).add(-Math.sqrt(MIXTURE.mass(i)), g, 0, next, 0);
              g = next;
            }
          }
          for (double value : g) {
            expected += value * value;
          }
        }
      }
    }
    assertEquals(expected, space.squaredDerivativeNorm(f, 0, order), 1e-12 * expected);
  }

  /** The change of basis is orthogonal up to the highest degrees in use: ||f||^2 both ways. */
  @ParameterizedTest
  @EnumSource(AxialSymmetry.class)
  void hermiteFunctionsStayOrthonormalAtHighDegree(AxialSymmetry symmetry) {
    BurnettModes modes = new BurnettModes(symmetry == AxialSymmetry.SLAB ? 40 : 20, symmetry);
    double[] f = new Random(3).doubles(modes.count(), -1, 1).toArray();
    double square = 0;
    for (double value : f) {
      square += value * value;
    }
    assertEquals(square, new HermiteBasis(modes).squaredDerivatives(f, 0, 0), 1e-12 * square);
  }

  @Test
  void refusesNegativeOrders() {
    BurnettSpace space = new BurnettSpace(MIXTURE, 3, AxialSymmetry.SLAB);
    assertThrows(
        IllegalArgumentException.class,
        () -> space.squaredDerivativeNorm(new double[space.size()], 0, -1));
  }
}
