package org.knudsen.lemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.special.Erf;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.knudsen.collision.CollisionFrequency;
import org.knudsen.collision.CollisionFrequencyMatrix;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.velocity.BurnettSpace;

/** (3.3) of Lemma 3.2. */
class FrequencyBoundsTest {

  private static final LocalMaxwellian REST = LocalMaxwellian.equilibrium(TwoGases.MIXTURE);

  private static double constant(int i) {
    return TwoGases.rate(i, 0) * 0.5 + TwoGases.rate(i, 1) * 0.3;
  }

  /** The best constants over functions of a degree, about mu: generalised eigenvalues. */
  private static FrequencyBounds onDegree(int degree, double gamma) {
    BurnettSpace space = TwoGases.slab(degree);
    SimpleMatrix nu =
        TwoGases.square(
            CollisionFrequencyMatrix.matrix(
                space, new CollisionFrequency(REST, TwoGases.kernel(gamma))));
    SimpleMatrix weight = new DerivativeMatrices(space, gamma).weight();
    return new FrequencyBounds(
        SymmetricPencil.smallest(nu, weight).value(), SymmetricPencil.largest(nu, weight));
  }

  /** gamma = 0: nu_i are constants, and both bounds are attained at any degree. */
  @Test
  void maxwellMoleculesHaveConstantFrequencies() {
    FrequencyBounds bounds = FrequencyBounds.of(REST, TwoGases.kernel(0), 0);
    assertEquals(constant(0), bounds.lower(), 1e-13 * constant(0));
    assertEquals(constant(1), bounds.upper(), 1e-13 * constant(1));
    FrequencyBounds low = onDegree(4, 0);
    assertEquals(constant(0), low.lower(), 1e-12 * constant(0));
    assertEquals(constant(1), low.upper(), 1e-12 * constant(1));
  }

  /**
   * Hard spheres: nu_i(0) = sum_j rate c_j 2 sqrt(2 / (pi m_j)), nu_i / |v| tends to sum_j rate
   * c_j. Here the first is the largest for species 1, the second the smallest for species 0.
   */
  @Test
  void hardSpheresAreLargestAtRestAndSmallestAtInfinity() {
    CollisionFrequency nu = new CollisionFrequency(REST, TwoGases.kernel(1));
    double rest = 0;
    for (int j = 0; j < 2; j++) {
      rest +=
          TwoGases.rate(1, j)
              * TwoGases.MIXTURE.concentration(j)
              * 2
              * Math.sqrt(2 / (Math.PI * TwoGases.MIXTURE.mass(j)));
    }
    assertEquals(rest, nu.at(1, 0, 0, 0), 1e-13 * rest);
    // |v| + 1 / (m |v|) + ...: the next term is exponentially small
    double far = 1e4;
    double tail = TwoGases.rate(0, 0) * 0.5 / far + TwoGases.rate(0, 1) * 0.3 / (4 * far);
    assertEquals(constant(0) * far + tail, nu.at(0, far, 0, 0), 1e-12 * constant(0) * far);
    FrequencyBounds bounds = FrequencyBounds.of(REST, TwoGases.kernel(1), 1);
    assertEquals(rest, bounds.upper(), 1e-13 * rest);
    assertEquals(constant(0), bounds.lower(), 1e-13 * constant(0));
  }

  /** An extremum inside, and one about species that move apart, against a fine scan. */
  @Test
  void extremaInsideAgreeWithAScan() {
    double gamma = 0.5;
    LocalMaxwellian moving =
        LocalMaxwellian.of(
            TwoGases.MIXTURE, new double[] {0.55, 0.25}, new double[] {0.3, 0.2, 0, -0.2, 0, 0});
    for (LocalMaxwellian background : new LocalMaxwellian[] {REST, moving}) {
      CollisionFrequency nu = new CollisionFrequency(background, TwoGases.kernel(gamma));
      double least = Double.POSITIVE_INFINITY;
      double most = 0;
      double step = background.atRest() ? 0.05 : 0.2; // an extremum is missed by some step^2 / 8
      int reach = background.atRest() ? 300 : 45;
      for (int a = -reach; a <= reach; a++) {
        for (int b = background.atRest() ? 0 : -reach;
            b <= (background.atRest() ? 0 : reach);
            b++) {
          for (int i = 0; i < 2; i++) {
            double x = a * step;
            double y = b * step;
            double ratio = nu.at(i, x, y, 0) * Math.pow(1 + x * x + y * y, -gamma / 2);
            least = Math.min(least, ratio);
            most = Math.max(most, ratio);
          }
        }
      }
      FrequencyBounds bounds = FrequencyBounds.of(background, TwoGases.kernel(gamma), gamma);
      assertTrue(bounds.lower() <= least && bounds.upper() >= most);
      assertEquals(least, bounds.lower(), 2e-3);
      assertEquals(most, bounds.upper(), 5e-3);
    }
  }

  /** Galerkin constants lie between, are monotone, and tend to the infimum at infinity like 1/K. */
  @Test
  void constantsOnADegreeConvergeFromInside() {
    FrequencyBounds exact = FrequencyBounds.of(REST, TwoGases.kernel(1), 1);
    double[] gap = new double[3];
    FrequencyBounds before = null;
    for (int k = 0; k < 3; k++) {
      FrequencyBounds now = onDegree(5 << k, 1);
      assertTrue(now.lower() > exact.lower() && now.upper() < exact.upper());
      assertTrue(before == null || now.lower() < before.lower() && now.upper() > before.upper());
      gap[k] = now.lower() - exact.lower();
      before = now;
    }
    // nu / <v> = limit + O(1 / |v|^2), and degree K reaches |v|^2 ~ K
    for (int k = 1; k < 3; k++) {
      assertEquals(1, Math.log(gap[k - 1] / gap[k]) / Math.log(2), 0.15);
    }
  }

  /** Any f, about a moving background; necessary for bounds that hold. */
  @Test
  void noFunctionViolatesThem() {
    LocalMaxwellian moving = TwoGases.background(1, 0.2);
    BurnettSpace space = TwoGases.slab(6);
    SimpleMatrix nu =
        TwoGases.square(
            CollisionFrequencyMatrix.matrix(
                space, new CollisionFrequency(moving, TwoGases.kernel(1))));
    SimpleMatrix weight = new DerivativeMatrices(space, 1).weight();
    FrequencyBounds bounds = FrequencyBounds.of(moving, TwoGases.kernel(1), 1);
    Random random = new Random(3);
    for (int trial = 0; trial < 50; trial++) {
      SimpleMatrix f = TwoGases.random(random, space.size());
      double ratio = TwoGases.form(nu, f) / TwoGases.form(weight, f);
      assertTrue(ratio > bounds.lower() && ratio < bounds.upper());
    }
  }

  /** About M^eps the constants are those about mu plus O(eps). */
  @Test
  void tendToThoseAboutTheEquilibriumAtFirstOrder() {
    FrequencyBounds rest = FrequencyBounds.of(REST, TwoGases.kernel(1), 1);
    double[] gap = new double[2];
    for (int k = 0; k < 2; k++) {
      double eps = k == 0 ? 0.02 : 0.01;
      gap[k] =
          FrequencyBounds.of(TwoGases.background(eps, 0.1), TwoGases.kernel(1), 1).upper()
              - rest.upper();
    }
    assertEquals(1, Math.log(gap[0] / gap[1]) / Math.log(2), 0.01);
  }

  /** d/dx of (x + 1 / x) erf(x / sqrt 2) + sqrt(2 / pi) exp(-x^2 / 2), hard spheres. */
  @Test
  void theSlopeAgreesWithTheClosedForm() {
    CollisionFrequency frequency = new CollisionFrequency(REST, TwoGases.kernel(1));
    for (double d : new double[] {0.01, 0.3, 1, 4}) {
      for (int j = 0; j < 2; j++) {
        double x = Math.sqrt(TwoGases.MIXTURE.mass(j)) * d;
        double exact =
            TwoGases.rate(0, j)
                * TwoGases.MIXTURE.concentration(j)
                * ((1 - 1 / (x * x)) * Erf.erf(x / Math.sqrt(2))
                    + Math.sqrt(2 / Math.PI) * Math.exp(-x * x / 2) / x);
        assertEquals(exact, FrequencyDerivatives.slope(frequency, 0, j, d), 1e-10);
      }
    }
  }
}
