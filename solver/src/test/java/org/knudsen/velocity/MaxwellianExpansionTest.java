package org.knudsen.velocity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

/** The expansion of a shifted Maxwellian (1.10) as a deviation from mu. */
class MaxwellianExpansionTest {

  private static final Mixture MIXTURE =
      Mixture.of(new Species("light", 0.7, 0.4), new Species("heavy", 9, 1.3));

  /** No flow across the axes that the symmetry does not have. */
  private static double[] velocity(AxialSymmetry symmetry) {
    return new double[] {
      0.7, symmetry == AxialSymmetry.SLAB ? 0 : -0.4, symmetry == AxialSymmetry.FULL ? 0.9 : 0
    };
  }

  /**
   * Int G(w - z) phi_a(w) dw = Int G(w) phi_a(w + z) dw is exact by Gauss-Hermite; subtracting mu
   * and dividing by eps = 0.2 costs a digit in the reference.
   */
  @ParameterizedTest
  @EnumSource(AxialSymmetry.class)
  void coefficientsAreProjectionsOfTheMaxwellian(AxialSymmetry symmetry) {
    BurnettSpace space = new BurnettSpace(MIXTURE, 7, symmetry);
    BurnettModes modes = space.burnettModes();
    double eps = 0.2;
    double tilde = -0.35;
    double[] u = velocity(symmetry);
    for (int i = 0; i < 2; i++) {
      double shift = Math.sqrt(MIXTURE.mass(i)) * eps;
      double[] exact = new double[space.modes()];
      new GaussianCubature(8)
          .forEach(
              (x, y, z, weight) -> {
                for (int a = 0; a < space.modes(); a++) {
                  exact[a] +=
                      weight
                          * BurnettPolynomials.value(
                              modes.n(a),
                              modes.l(a),
                              modes.m(a),
                              x + shift * u[0],
                              y + shift * u[1],
                              z + shift * u[2]);
                }
              });
      double c = MIXTURE.concentration(i);
      double[] found = new double[space.modes() + 2];
      found[0] = 7;
      found[space.modes() + 1] = 7;
      space.deviation(i, eps, tilde, u[0], u[1], u[2], found, 1);
      for (int a = 0; a < space.modes(); a++) {
        double expected = ((c + eps * tilde) * exact[a] - (a == 0 ? c : 0)) / eps / Math.sqrt(c);
        assertEquals(expected, found[1 + a], 1e-12);
      }
      assertEquals(7, found[0]);
      assertEquals(7, found[space.modes() + 1]);
    }
  }

  /**
   * Coefficients of degree d >= 1 are exactly eps^{d-1} times functions of c + eps c-tilde and u:
   * with c-tilde = 0 those at eps = 1e-6 follow from those at eps = 1/2 digit by digit.
   */
  @Test
  void noDigitIsLostAtSmallKnudsenNumbers() {
    BurnettSpace space = new BurnettSpace(MIXTURE, 8, AxialSymmetry.FULL);
    BurnettModes modes = space.burnettModes();
    double[] large = new double[space.modes()];
    double[] small = new double[space.modes()];
    space.deviation(1, 0.5, 0, 0.3, -0.2, 0.6, large, 0);
    space.deviation(1, 1e-6, 0, 0.3, -0.2, 0.6, small, 0);
    for (int a = 0; a < space.modes(); a++) {
      double expected = large[a] * Math.pow(2e-6, 2 * modes.n(a) + modes.l(a) - 1);
      assertEquals(expected, small[a], 2e-15 * Math.abs(expected) * (modes.degree() + 1));
    }
  }

  /** At eps = 1e-6 the deviation is psi_0 ct + m v.u mu to first order; every digit is there. */
  @Test
  void smallKnudsenLimitIsTheTangent() {
    BurnettSpace space = new BurnettSpace(MIXTURE, 6, AxialSymmetry.FULL);
    double[] h = new double[space.size()];
    space.deviation(1, 1e-9, 0.3, 0.3, -0.2, 0.6, h, space.modes());
    double[] v = {0.2, 0.5, -0.1};
    double m = 9;
    double mu = 1.3 * Math.pow(m / (2 * Math.PI), 1.5) * Math.exp(-m * 0.30 / 2);
    double tangent = mu * (0.3 / 1.3 + m * (0.06 - 0.10 - 0.06));
    assertEquals(1, space.value(h, 0, 1, v[0], v[1], v[2]) / tangent, 1e-8); // O(eps)
  }

  /** Pointwise (M - mu) / eps; the remainder is (|z| |w|)^17 / 17! &lt; 1e-15 at degree 16. */
  @Test
  void valueIsTheMaxwellianPointwise() {
    BurnettSpace space = new BurnettSpace(MIXTURE, 16, AxialSymmetry.PLANAR);
    double eps = 0.1;
    double tilde = 0.5;
    double[] h = new double[space.size()];
    for (int i = 0; i < 2; i++) {
      space.deviation(i, eps, tilde, 0.6, -0.8, 0, h, i * space.modes());
      double m = MIXTURE.mass(i);
      double c = MIXTURE.concentration(i);
      double gauss = Math.pow(m / (2 * Math.PI), 1.5);
      for (double[] v : new double[][] {{0, 0, 0}, {0.5, 0.1, 0.2}, {-0.4, -0.5, 0.1}}) {
        double centred = v[0] * v[0] + v[1] * v[1] + v[2] * v[2];
        double x = v[0] - eps * 0.6;
        double y = v[1] + eps * 0.8;
        double shifted = x * x + y * y + v[2] * v[2];
        double exact =
            gauss
                * ((c + eps * tilde) * Math.exp(-m * shifted / 2) - c * Math.exp(-m * centred / 2))
                / eps;
        assertEquals(exact, space.value(h, 0, i, v[0], v[1], v[2]), 1e-13 * gauss * c / eps);
      }
    }
  }

  /**
   * Int G_T(w - z) phi_a(w) dw = Int G(x) phi_a(sqrt(T) x + z) dx with T = 1 + eps theta, exact by
   * Gauss-Hermite, for a hotter and a colder gas, moving and at rest.
   */
  @ParameterizedTest
  @EnumSource(AxialSymmetry.class)
  void temperatureWidensTheMaxwellian(AxialSymmetry symmetry) {
    BurnettSpace space = new BurnettSpace(MIXTURE, 7, symmetry);
    BurnettModes modes = space.burnettModes();
    double eps = 0.2;
    double tilde = -0.35;
    for (double theta : new double[] {1.5, -2}) {
      for (double motion : new double[] {1, 0}) {
        double[] u = velocity(symmetry);
        double width = Math.sqrt(1 + eps * theta);
        double shift = Math.sqrt(MIXTURE.mass(1)) * eps * motion;
        double[] exact = new double[space.modes()];
        new GaussianCubature(8)
            .forEach(
                (x, y, z, weight) -> {
                  for (int a = 0; a < space.modes(); a++) {
                    exact[a] +=
                        weight
                            * BurnettPolynomials.value(
                                modes.n(a),
                                modes.l(a),
                                modes.m(a),
                                width * x + shift * u[0],
                                width * y + shift * u[1],
                                width * z + shift * u[2]);
                  }
                });
        double c = MIXTURE.concentration(1);
        double[] found = new double[space.modes()];
        space.deviation(
            1, eps, tilde, motion * u[0], motion * u[1], motion * u[2], theta, found, 0);
        for (int a = 0; a < space.modes(); a++) {
          double expected = ((c + eps * tilde) * exact[a] - (a == 0 ? c : 0)) / eps / Math.sqrt(c);
          assertEquals(expected, found[a], 1e-12);
        }
      }
    }
  }

  /**
   * The coefficient of degree 2n + l is a sum of terms of order eps^{2n+l-k-1}, k &lt;= n: its part
   * of lowest order, all heat (k = n), is alone at eps = 1e-9 and known in closed form.
   */
  @Test
  void heatLosesNoDigitAtSmallKnudsenNumbers() {
    BurnettSpace space = new BurnettSpace(MIXTURE, 8, AxialSymmetry.SLAB);
    BurnettModes modes = space.burnettModes();
    double eps = 1e-9;
    double theta = -0.7;
    double u = 0.3;
    double[] found = new double[space.modes()];
    space.deviation(0, eps, 0, u, 0, 0, theta, found, 0);
    for (int a = 1; a < space.modes(); a++) {
      int n = modes.n(a);
      int l = modes.l(a);
      double product = 1; // n! (2n+2l+1)!! / (2l+1)!! / n!
      for (int k = 1; k <= n; k++) {
        product *= 2 * k + 2 * l + 1;
      }
      double expected =
          Math.sqrt(0.4)
              * Math.pow(-theta, n)
              * product
              * Math.pow(Math.sqrt(0.7) * u, l)
              * Math.sqrt((2 * l + 1) / (4 * Math.PI))
              * Math.pow(eps, n + l - 1)
              / BurnettFunctions.fockNorm(n, l);
      // the next term is (n or fewer) l-independent multiples of eps u^2 / theta
      assertEquals(expected, found[a], 1e-8 * Math.abs(expected));
    }
  }

  @Test
  void aTemperatureBelowZeroIsNamed() {
    BurnettSpace space = new BurnettSpace(MIXTURE, 2, AxialSymmetry.SLAB);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> space.deviation(1, 0.5, 0, 0, 0, 0, -2, new double[space.modes()], 0))
            .getMessage();
    assertTrue(message.contains("'heavy'") && message.contains("-2"), message);
  }

  @Test
  void momentsOfTheExpansionInClosedForm() {
    BurnettSpace space = new BurnettSpace(MIXTURE, 2, AxialSymmetry.FULL);
    double eps = 0.3;
    double tilde = -0.2;
    double[] u = {0.5, -1.5, 0.25};
    double square = 0.25 + 2.25 + 0.0625;
    double[] h = new double[space.modes()];
    for (int i = 0; i < 2; i++) {
      space.deviation(i, eps, tilde, u[0], u[1], u[2], 0.8, h, 0);
      double c = MIXTURE.concentration(i) + eps * tilde;
      assertEquals(tilde, dot(space.concentration(i), h), 1e-15);
      for (int axis = 0; axis < 3; axis++) {
        assertEquals(c * u[axis], dot(space.flux(i, axis), h), 1e-14);
      }
      double energy = 1.5 * (tilde + 0.8 * c) + c * MIXTURE.mass(i) * eps * square / 2;
      assertEquals(energy, dot(space.energy(i), h), 1e-13 * (1 + Math.abs(energy)));
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
