package org.knudsen.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

class MomentFieldsTest {

  /**
   * Each species a Maxwellian with its own velocity U_i = eps u_i and temperature T_i. By (1.3) and
   * the parallel axes of a second moment, with rho = sum m_i c_i and c = sum c_i,
   *
   * <p>3/2 c T = sum_i 3/2 c_i T_i + 1/2 sum_i m_i c_i |U_i|^2 - |sum_i m_i c_i U_i|^2 / (2 rho).
   *
   * <p>Moments up to degree 2 are in any space, so all holds to round-off.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.3, 1})
  void momentsOfMaxwelliansInClosedForm(double eps) {
    Mixture mixture = Mixture.of(new Species("light", 0.7, 0.4), new Species("heavy", 9, 1.3));
    BurnettSpace space = new BurnettSpace(mixture, 3, AxialSymmetry.FULL);
    double[][] tilde = {{0.2, -0.3}, {-0.15, 0.25}}; // [cell][species]
    double[][] theta = {{0.5, -0.2}, {-0.4, 0.1}};
    double[][][] u = {{{0.3, -0.5, 0.9}, {-0.2, 0.4, 0.1}}, {{0, 0, 1.1}, {0.6, -0.8, 0.2}}};
    double[] h = new double[2 * space.size()];
    for (int cell = 0; cell < 2; cell++) {
      for (int i = 0; i < 2; i++) {
        double[] v = u[cell][i];
        int offset = (2 * cell + i) * space.modes();
        space.deviation(i, eps, tilde[cell][i], v[0], v[1], v[2], theta[cell][i], h, offset);
      }
    }
    MomentFields moments = new MomentFields(space, 2, eps);
    moments.evaluate(h);
    for (int cell = 0; cell < 2; cell++) {
      double total = 0;
      double rho = 0;
      double heat = 0;
      double[] momentum = new double[3];
      double[] flux = new double[6];
      for (int i = 0; i < 2; i++) {
        double c = mixture.concentration(i) + eps * tilde[cell][i];
        double m = mixture.mass(i);
        assertEquals(c, moments.concentration()[2 * cell + i], 1e-15);
        total += c;
        rho += m * c;
        heat += 1.5 * c * (1 + eps * theta[cell][i]);
        for (int axis = 0; axis < 3; axis++) {
          flux[3 * i + axis] = c * u[cell][i][axis];
          momentum[axis] += m * c * eps * u[cell][i][axis];
          heat += m * c * Math.pow(eps * u[cell][i][axis], 2) / 2;
          assertEquals(flux[3 * i + axis], moments.flux()[3 * (2 * cell + i) + axis], 1e-14);
        }
      }
      for (int axis = 0; axis < 3; axis++) {
        heat -= momentum[axis] * momentum[axis] / (2 * rho);
      }
      assertEquals(heat / (1.5 * total), moments.temperature()[cell], 3e-15);
    }
  }
}
