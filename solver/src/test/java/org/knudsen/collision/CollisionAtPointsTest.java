package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.DirectQuadrature.Distribution;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/**
 * Q and L at points of v against the integral of (1.1) by brute force. Mass ratio 3.
 *
 * <p>What a point shows depends on convergence in the degree: Maxwell molecules keep degrees, so Q
 * of two Maxwellians converges as their expansion; for gamma > 0 the part from colliders of mass
 * m_j converges as (m_j / (m_i + m_j))^n in the radial order, which is fast on the heavy species
 * and needs only one harmonic for L. The light species' nonlinear part is checked by projections
 * ({@link CollisionProjectionTest}), which do not wait for the expansion.
 */
class CollisionAtPointsTest {

  private static final Mixture MIXTURE = TestKernels.mixture(1, 3);
  private static final DirectQuadrature DIRECT = new DirectQuadrature(38, 20, 9);

  private static double reach(double[] v, double m) {
    return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]) + 8.5 / Math.sqrt(m);
  }

  /** Q_i(F, F)(v) of two Maxwellians; collisions of a Maxwellian with itself do nothing. */
  private static double direct(
      CollisionKernel kernel, int i, double[] v, Distribution[] maxwellians) {
    int j = 1 - i;
    return DIRECT.at(
        v,
        MIXTURE.mass(i),
        MIXTURE.mass(j),
        kernel.pair(i, j),
        maxwellians[i],
        maxwellians[j],
        reach(v, MIXTURE.mass(j)));
  }

  /** (L h + eps Q(h, h)) eps = Q(F, F), F = mu + eps h. */
  private static double[] galerkin(CollisionOperator operator, double[] h, double eps) {
    double[] out = new double[h.length];
    operator.quadratic().apply(h, out, 0, 1);
    double[] matrix = operator.linearized();
    for (int a = 0; a < h.length; a++) {
      out[a] *= eps * eps;
      for (int b = 0; b < h.length; b++) {
        out[a] += eps * matrix[a * h.length + b] * h[b];
      }
    }
    return out;
  }

  /** Slab, degree 10, shifts |z| = 0.17 and 0.1: cut-off z^11 / sqrt(11!) = 1e-12 of |z|. */
  @Test
  void maxwellMoleculesInASlab() {
    compare(AxialSymmetry.SLAB, 10, 0.1, new double[][] {{1, 0, 0}, {-1, 0, 0}}, 1e-9);
  }

  /** Full space, degree 5, |z| up to 0.015: cut-off z^6 / sqrt(6!) = 1e-10 of |z|. */
  @Test
  void maxwellMoleculesInFullVelocitySpace() {
    double[][] u = {{0.6, -0.5, 0.3}, {-0.2, 0.7, 0.4}};
    compare(AxialSymmetry.FULL, 5, 0.01, u, 1e-8);
  }

  private static void compare(
      AxialSymmetry symmetry, int degree, double eps, double[][] u, double tolerance) {
    CollisionKernel kernel = TestKernels.powerLaw(2, 0, TestKernels.FORWARD);
    BurnettSpace space = new BurnettSpace(MIXTURE, degree, symmetry);
    CollisionOperator operator = new BurnettCollision(space, kernel, TableCache.none());
    double[] tilde = {0.4, -0.3};
    double[] h = new double[space.size()];
    Distribution[] maxwellians = new Distribution[2];
    for (int i = 0; i < 2; i++) {
      space.deviation(i, eps, tilde[i], u[i][0], u[i][1], u[i][2], h, i * space.modes());
      double c = MIXTURE.concentration(i) + eps * tilde[i];
      maxwellians[i] =
          DirectQuadrature.maxwellian(
              c, MIXTURE.mass(i), eps * u[i][0], eps * u[i][1], eps * u[i][2]);
    }
    double[] q = galerkin(operator, h, eps);
    double[][] points = {{-0.7, 0.4, -0.2}, {0.9, -0.3, 0.5}};
    for (int i = 0; i < 2; i++) {
      double[] exact = new double[points.length];
      for (int p = 0; p < points.length; p++) {
        exact[p] = direct(kernel, i, points[p], maxwellians);
      }
      double size = TestKernels.size(exact);
      for (int p = 0; p < points.length; p++) {
        double found = space.value(q, 0, i, points[p][0], points[p][1], points[p][2]);
        assertEquals(exact[p], found, tolerance * size, "species " + i + ", point " + p);
      }
    }
  }

  /**
   * L h on the heavy species, h a momentum of both species: gamma = 1/2 and 1, degree 61 in
   * harmonic 1. Cut-off: 2^-31 from equal masses, a power of n in front.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1})
  void linearizedOperatorOnTheHeavySpecies(double gamma) {
    CollisionKernel kernel = TestKernels.powerLaw(2, gamma, TestKernels.FORWARD);
    int degree = 61;
    BurnettSpace space = new BurnettSpace(MIXTURE, degree, AxialSymmetry.SLAB);
    BurnettLinearized harmonics = new BurnettLinearized(MIXTURE, kernel, degree);
    double[] block = harmonics.block(1);
    int order = harmonics.order(1);
    int modes = order / 2;
    double[] amplitude = {1, -0.4};
    double[] found = new double[space.size()];
    for (int n = 0; n < modes; n++) {
      found[space.modes() + space.burnettModes().index(n, 1, 0)] =
          amplitude[0] * block[(modes + n) * order]
              + amplitude[1] * block[(modes + n) * order + modes];
    }
    Distribution[] mu = new Distribution[2];
    Distribution[] h = new Distribution[2];
    for (int i = 0; i < 2; i++) {
      Distribution equilibrium =
          DirectQuadrature.maxwellian(MIXTURE.concentration(i), MIXTURE.mass(i), 0, 0, 0);
      mu[i] = equilibrium;
      double scale = amplitude[i] * Math.sqrt(MIXTURE.mass(i) / MIXTURE.concentration(i));
      h[i] = (x, y, z) -> scale * x * equilibrium.at(x, y, z); // psi_{i;010}
    }
    double[][] points = {{-0.5, 0.6, 0.1}, {0.8, 0, -0.7}};
    double[] exact = new double[points.length];
    for (int p = 0; p < points.length; p++) {
      double[] v = points[p];
      for (int j = 0; j < 2; j++) {
        double mj = MIXTURE.mass(j);
        exact[p] += DIRECT.at(v, 3, mj, kernel.pair(1, j), mu[1], h[j], reach(v, mj));
        exact[p] += DIRECT.at(v, 3, mj, kernel.pair(1, j), h[1], mu[j], reach(v, mj));
      }
    }
    double size = TestKernels.size(exact);
    for (int p = 0; p < points.length; p++) {
      double value = space.value(found, 0, 1, points[p][0], points[p][1], points[p][2]);
      assertEquals(exact[p], value, 1e-12 * size, "point " + p);
    }
  }
}
