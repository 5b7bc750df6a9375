package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knudsen.kernel.AngularPart;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.GaussRule;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.velocity.BurnettModes;

/** Maxwell molecules (gamma = 0), whose L is diagonal and known in closed form. */
class MaxwellMoleculesTest {

  static List<AngularPart> angularParts() {
    return List.of(
        TestKernels.ISOTROPIC,
        s -> 1 + s * s,
        s -> (1 - s * s) * s * s, // sin^2 cos^2
        TestKernels.FORWARD);
  }

  private static double legendre(int l, double s) {
    double before = 1;
    double now = l == 0 ? 1 : s;
    for (int k = 1; k < l; k++) {
      double next = ((2 * k + 1) * s * now - k * before) / (k + 1);
      before = now;
      now = next;
    }
    return now;
  }

  /**
   * Wang Chang and Uhlenbeck (1952): lambda_nl = 2 pi C c Int b (cos^{2n+l} P_l(cos) + sin^{2n+l}
   * P_l(sin) - 1 - delta_n0 delta_l0) sin theta dtheta, at theta / 2. A polynomial in cos theta.
   */
  private static double wangChangUhlenbeck(AngularPart b, int n, int l) {
    GaussRule rule = GaussRule.legendre(40);
    double sum = 0;
    for (int q = 0; q < rule.size(); q++) {
      double s = rule.node(q);
      double cos = Math.sqrt((1 + s) / 2);
      double sin = Math.sqrt((1 - s) / 2);
      double bracket =
          Math.pow(cos, 2 * n + l) * legendre(l, cos)
              + Math.pow(sin, 2 * n + l) * legendre(l, sin)
              - 1
              - (n + l == 0 ? 1 : 0);
      sum += 2 * Math.PI * rule.weight(q) * b.at(s) * bracket;
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("angularParts")
  void singleGasHasTheEigenvaluesOfWangChangAndUhlenbeck(AngularPart b) {
    double c = 0.7;
    double coefficient = 1.3;
    int degree = 20;
    Mixture gas = Mixture.of(new Species("gas", 2.5, c));
    CollisionKernel kernel =
        TestKernels.of(1, (i, j) -> new PairKernel(new PowerLaw(coefficient, 0), b));
    BurnettLinearized harmonics = new BurnettLinearized(gas, kernel, degree);
    double total = -c * coefficient * wangChangUhlenbeck(b, 0, degree); // ~ the largest
    for (int l = 0; l <= degree; l++) {
      double[] block = harmonics.block(l);
      int order = harmonics.order(l);
      for (int n = 0; n < order; n++) {
        for (int n2 = 0; n2 < order; n2++) {
          double exact = n == n2 ? c * coefficient * wangChangUhlenbeck(b, n, l) : 0;
          assertEquals(exact, block[n * order + n2], 1e-12 * total, n + ", " + n2 + ", l " + l);
        }
      }
    }
  }

  /**
   * d(u_1 - u_2)/dt = -mu_r beta (c_2 / m_1 + c_1 / m_2) (u_1 - u_2), and d(T_1 - T_2)/dt = -2 mu_r
   * / (m_1 + m_2) beta (c_1 + c_2) (T_1 - T_2): the moments of Maxwell molecules close.
   */
  @ParameterizedTest
  @MethodSource("angularParts")
  void mixturesRelaxVelocityAndTemperatureInClosedForm(AngularPart b) {
    for (double ratio : new double[] {1, 3, 1e4}) {
      Mixture mixture = TestKernels.mixture(1, ratio);
      CollisionKernel kernel = TestKernels.powerLaw(2, 0, b);
      PairKernel pair = kernel.pair(0, 1);
      double beta = TestKernels.beta(pair) * pair.kinetic().at(1);
      double reduced = mixture.reducedMass(0, 1);
      double c1 = mixture.concentration(0);
      double c2 = mixture.concentration(1);
      BurnettLinearized harmonics = new BurnettLinearized(mixture, kernel, 8);

      double[] first = harmonics.block(1);
      int order = harmonics.order(1);
      int modes = order / 2;
      double rate = reduced * beta * (c2 / mixture.mass(0) + c1 / mixture.mass(1));
      double[] velocity = subBlock(first, order, 0, modes);
      assertEquals(-rate, velocity[0] + velocity[3], 1e-12 * rate); // trace: rates 0 and rate
      assertEquals(0, velocity[0] * velocity[3] - velocity[1] * velocity[2], 1e-12 * rate * rate);
      double size = TestKernels.size(first);
      for (int p = 0; p < 2; p++) {
        for (int q = 0; q < 2; q++) {
          for (int n = 1; n < modes; n++) {
            assertEquals(0, first[p * modes * order + q * modes + n], 1e-14 * size); // closed
          }
        }
      }

      double[] scalar = harmonics.block(0);
      int order0 = harmonics.order(0);
      double[] temperature = subBlock(scalar, order0, 1, order0 / 2 + 1);
      double cooling = 2 * reduced / (mixture.mass(0) + ratio) * beta * (c1 + c2);
      assertEquals(-cooling, temperature[0] + temperature[3], 1e-12 * cooling);
    }
  }

  private static double[] subBlock(double[] block, int order, int a, int b) {
    return new double[] {
      block[a * order + a], block[a * order + b], block[b * order + a], block[b * order + b]
    };
  }

  /** The collision operator of Maxwell molecules keeps the degree of a product. */
  @ParameterizedTest
  @MethodSource("angularParts")
  void bilinearElementsVanishUnlessDegreesAdd(AngularPart b) {
    Mixture mixture = TestKernels.mixture(1, 3);
    CollisionKernel kernel = TestKernels.powerLaw(2, 0, b);
    int degree = 6;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        ReducedElements elements =
            new ReducedElements(mixture, i, j, kernel.pair(i, j), degree, TableCache.none());
        BurnettModes radial = elements.radial();
        double largest = 0;
        double stray = 0;
        for (int p = 0; p < radial.count(); p++) {
          for (int q = 0; q < radial.count(); q++) {
            for (int r = 0; r < radial.count(); r++) {
              double value = Math.abs(elements.get(p, q, r));
              largest = Math.max(largest, value);
              if (degree(radial, p) + degree(radial, q) != degree(radial, r)) {
                stray = Math.max(stray, value);
              }
            }
          }
        }
        assertTrue(stray <= 1e-13 * largest, "stray element " + stray + " of " + largest);
      }
    }
  }

  private static int degree(BurnettModes radial, int a) {
    return 2 * radial.n(a) + radial.l(a);
  }
}
