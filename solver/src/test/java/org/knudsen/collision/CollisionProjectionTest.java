package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.kernel.AngularPart;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.GaussRule;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettFunctions;
import org.knudsen.velocity.BurnettSpace;

/**
 * The coefficients Int Q_ij(M_i, M_j) psi_c / mu_i dv of two Maxwellians of different velocities,
 * by brute force from the strong form (1.1): every (v, v_*, sigma), 8 dimensions less one azimuth,
 * against the Galerkin operator. Mass ratio 3, nine digits: what degree 8 cuts off the Maxwellians
 * is |z|^9 / sqrt(9!) = 1e-11 of Q, with |z| = 0.1.
 */
class CollisionProjectionTest {

  private static final Mixture MIXTURE = TestKernels.mixture(1, 3);
  private static final int DEGREE = 8;
  private static final double EPS = 0.1;
  private static final double[] VELOCITY = {0.9, -0.6};
  private static final double[] TILDE = {0.5, -0.7};
  private static final int POINTS = 9; // of polynomials times exp(0.2 w): 1e-15 from 11 points
  private static final int DEFLECTIONS = 5; // exp of at most 0.7 times b of degree 2
  private static final GaussRule DEFLECTION = GaussRule.legendre(DEFLECTIONS);

  @ParameterizedTest
  @CsvSource({"1, isotropic", "0.5, forward", "0, forward"})
  void coefficientsOfQ(double gamma, String name) {
    AngularPart b = name.equals("isotropic") ? TestKernels.ISOTROPIC : TestKernels.FORWARD;
    CollisionKernel kernel = TestKernels.powerLaw(2, gamma, b);
    BurnettSpace space = new BurnettSpace(MIXTURE, DEGREE, AxialSymmetry.SLAB);
    CollisionOperator operator = new BurnettCollision(space, kernel, TableCache.none());
    double[] h = new double[space.size()];
    for (int i = 0; i < 2; i++) {
      space.deviation(i, EPS, TILDE[i], VELOCITY[i], 0, 0, h, i * space.modes());
    }
    double[] q = new double[space.size()];
    operator.quadratic().apply(h, q, 0, 1);
    double[] matrix = operator.linearized();
    double quadraticPart = EPS * EPS * TestKernels.size(q);
    for (int a = 0; a < q.length; a++) {
      q[a] *= EPS * EPS;
      for (int e = 0; e < q.length; e++) {
        q[a] += EPS * matrix[a * q.length + e] * h[e];
      }
    }
    for (int i = 0; i < 2; i++) {
      double[] exact = direct(space, kernel.pair(i, 1 - i), gamma, i);
      double size = TestKernels.size(exact);
      // not a test of L in disguise: the quadratic part is no small share
      assertEquals(1, Math.min(1, quadraticPart / size / 0.01), 0.0);
      for (int c = 0; c < space.modes(); c++) {
        assertEquals(exact[c], q[i * space.modes() + c], 1e-9 * size, "mode " + c + " of " + i);
      }
    }
  }

  /**
   * In W = sqrt(m_i + m_j) V and u = sqrt(mu_r) g, F_i F_j dv dv_* is (2 pi)^-3 exp(-(W^2 + u^2) /
   * 2) dW du times exponentials of the drifts.
   */
  private static double[] direct(BurnettSpace space, PairKernel kernel, double gamma, int i) {
    final int j = 1 - i;
    final double mi = MIXTURE.mass(i);
    final double mj = MIXTURE.mass(j);
    final double total = mi + mj;
    final double reduced = mi * mj / total;
    final double ui = EPS * VELOCITY[i];
    final double uj = EPS * VELOCITY[j];
    final double densities =
        (MIXTURE.concentration(i) + EPS * TILDE[i])
            * (MIXTURE.concentration(j) + EPS * TILDE[j])
            * Math.exp(-(mi * ui * ui + mj * uj * uj) / 2);
    GaussRule centre = GaussRule.laguerre(POINTS, 0.5);
    GaussRule relative = GaussRule.laguerre(POINTS, (1 + gamma) / 2);
    GaussRule polar = GaussRule.legendre(POINTS);
    int azimuths = 16;
    double[] sum = new double[space.modes()];
    for (int a = 0; a < POINTS; a++) {
      double bigW = Math.sqrt(2 * centre.node(a));
      for (int b = 0; b < POINTS; b++) {
        double[] mean = {
          bigW * polar.node(b), bigW * Math.sqrt(1 - polar.node(b) * polar.node(b)), 0
        };
        double weightW = Math.sqrt(2) * centre.weight(a) * 2 * Math.PI * polar.weight(b);
        for (int p = 0; p < POINTS; p++) {
          double u = Math.sqrt(2 * relative.node(p));
          double g = u / Math.sqrt(reduced);
          // kinetic factor over the u^gamma that the rule's weight holds
          double kinetic =
              kernel.kinetic().at(g)
                  / Math.pow(u, gamma)
                  * Math.pow(2, (1 + gamma) / 2)
                  * relative.weight(p);
          for (int r = 0; r < POINTS; r++) {
            for (int s = 0; s < azimuths; s++) {
              double phi = 2 * Math.PI * (s + 0.5) / azimuths;
              double sine = Math.sqrt(1 - polar.node(r) * polar.node(r));
              double[] omega = {polar.node(r), sine * Math.cos(phi), sine * Math.sin(phi)};
              double inner =
                  weightW
                      * kinetic
                      * polar.weight(r)
                      * 2
                      * Math.PI
                      / azimuths
                      * overSigma(kernel, mean[0] / Math.sqrt(total), g, omega, mi, mj, ui, uj);
              addTested(space, mi, mj, mean, g, omega, densities * inner, sum);
            }
          }
        }
      }
    }
    double scale = Math.pow(2 * Math.PI, -3) / Math.sqrt(MIXTURE.concentration(i));
    for (int c = 0; c < sum.length; c++) {
      sum[c] *= scale;
    }
    return sum;
  }

  /** Int b (exp(drifts of v', v'_*) - exp(drifts of v, v_*)) dsigma; drifts along axis 0. */
  private static double overSigma(
      PairKernel kernel,
      double centre,
      double g,
      double[] omega,
      double mi,
      double mj,
      double ui,
      double uj) {
    double loss = drifts(centre, g * omega[0], mi, mj, ui, uj);
    GaussRule polar = DEFLECTION;
    double across = Math.sqrt(1 - omega[0] * omega[0]);
    double sum = 0;
    for (int a = 0; a < polar.size(); a++) {
      double s = polar.node(a);
      double sine = Math.sqrt(1 - s * s);
      double weight = polar.weight(a) * kernel.angular().at(s) * 2 * Math.PI / (2 * DEFLECTIONS);
      for (int p = 0; p < 2 * DEFLECTIONS; p++) {
        // component along axis 0 of sigma = s omega + sine (cos phi e1 + sin phi e2)
        double along = s * omega[0] + sine * across * Math.cos(Math.PI * (p + 0.5) / DEFLECTIONS);
        sum += weight * (drifts(centre, g * along, mi, mj, ui, uj) - loss);
      }
    }
    return sum;
  }

  /** exp(m_i v.U_i + m_j v_*.U_j) for centre-of-mass and relative velocity along axis 0. */
  private static double drifts(
      double centre, double g, double mi, double mj, double ui, double uj) {
    double v = centre + mj / (mi + mj) * g;
    double star = centre - mi / (mi + mj) * g;
    return Math.exp(mi * v * ui + mj * star * uj);
  }

  /** Adds inner times phi_c(sqrt(m_i) v) for every slab mode. */
  private static void addTested(
      BurnettSpace space,
      double mi,
      double mj,
      double[] mean,
      double g,
      double[] omega,
      double inner,
      double[] sum) {
    double total = mi + mj;
    double square = 0;
    double axis = 0;
    for (int k = 0; k < 3; k++) {
      double w = Math.sqrt(mi) * (mean[k] / Math.sqrt(total) + mj / total * g * omega[k]);
      square += w * w;
      axis = k == 0 ? w : axis;
    }
    double r = Math.sqrt(square);
    double s = axis / r;
    double[] legendre = new double[(DEGREE + 1) * (DEGREE + 2) / 2];
    BurnettFunctions.legendre(DEGREE, s, Math.sqrt(Math.max(0, 1 - s * s)), legendre);
    double[] radial = new double[DEGREE / 2 + 1];
    for (int l = 0; l <= DEGREE; l++) {
      int count = space.burnettModes().radialCount(l);
      BurnettFunctions.radial(l, r, count, radial, 0);
      for (int n = 0; n < count; n++) {
        sum[space.burnettModes().index(n, l, 0)] += inner * radial[n] * legendre[l * (l + 1) / 2];
      }
    }
  }
}
