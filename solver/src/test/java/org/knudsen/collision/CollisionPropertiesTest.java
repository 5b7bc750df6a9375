package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettPolynomials;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.GaussianCubature;

/** What every collision operator owes: equilibria, conservation laws, the H-theorem. */
class CollisionPropertiesTest {

  private static final Mixture MIXTURE = TestKernels.mixture(1, 3);

  private static BurnettCollision operator(double gamma, int degree, AxialSymmetry symmetry) {
    return new BurnettCollision(
        new BurnettSpace(MIXTURE, degree, symmetry),
        TestKernels.powerLaw(2, gamma, TestKernels.FORWARD),
        TableCache.none());
  }

  private static double[] apply(CollisionOperator operator, double[] h) {
    double[] out = new double[h.length];
    operator.quadratic().apply(h, out, 0, 1);
    return out;
  }

  /** Q(F, F) for F = mu + h, term by term: L h + Q(h, h). */
  private static double[] full(CollisionOperator operator, double[] h) {
    double[] out = apply(operator, h);
    double[] matrix = operator.linearized();
    for (int a = 0; a < h.length; a++) {
      for (int b = 0; b < h.length; b++) {
        out[a] += matrix[a * h.length + b] * h[b];
      }
    }
    return out;
  }

  /** Q(mu, mu) = 0, and so for any concentrations; exactly in the space, so to round-off. */
  @ParameterizedTest
  @EnumSource(AxialSymmetry.class)
  void globalEquilibriaOfAnyComposition(AxialSymmetry symmetry) {
    BurnettCollision operator = operator(1, 6, symmetry);
    BurnettSpace space = operator.space();
    double[] h = new double[space.size()];
    h[space.burnettModes().index(0, 0, 0)] = 0.7;
    h[space.modes() + space.burnettModes().index(0, 0, 0)] = -1.9;
    double scale = TestKernels.size(operator.linearized()) * TestKernels.size(h);
    assertEquals(0, TestKernels.size(apply(operator, h)), 1e-14 * scale);
  }

  /**
   * F_i with one velocity U and one temperature T for both species. Its part of degree d is
   * homogeneous of degree d in (U, sqrt(T - 1)), so Q(F, F) = 0 says for every d &lt;= K by itself
   * that sum over a + b = d of Q(F_a, F_b) vanishes: no cut-off enters, whatever U and T.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void localEquilibriaOfTheMixture(double gamma) {
    int degree = 8;
    BurnettCollision operator = operator(gamma, degree, AxialSymmetry.SLAB);
    double[][] parts = equilibrium(operator.space(), 0.6, 1.4, 0.9, 0.6);
    for (int d = 0; d <= degree; d++) {
      double[] sum = new double[operator.space().size()];
      double largest = 0;
      for (int a = 0; 2 * a <= d; a++) {
        double[] term = symmetrised(operator, parts[a], parts[d - a], 2 * a == d);
        largest = Math.max(largest, TestKernels.size(term));
        for (int e = 0; e < sum.length; e++) {
          sum[e] += term[e];
        }
      }
      double round = 1e-14 * TestKernels.size(operator.linearized());
      assertEquals(0, TestKernels.size(sum), 1e-13 * largest + round, "degree " + d);
      assertTrue(d < 2 || largest > 1e-3, "terms cancel, they do not vanish: " + largest);
    }
  }

  /** Q(f, g) + Q(g, f), or Q(f, f). */
  private static double[] symmetrised(
      CollisionOperator operator, double[] f, double[] g, boolean same) {
    if (same) {
      return apply(operator, f);
    }
    double[] both = new double[f.length];
    for (int e = 0; e < f.length; e++) {
      both[e] = f[e] + g[e];
    }
    double[] out = apply(operator, both);
    double[] qf = apply(operator, f);
    double[] qg = apply(operator, g);
    for (int e = 0; e < f.length; e++) {
      out[e] -= qf[e] + qg[e];
    }
    return out;
  }

  /** The Maxwellian of both species by projection, cut in its parts of each degree. */
  private static double[][] equilibrium(
      BurnettSpace space, double velocity, double temperature, double... concentration) {
    double[][] parts = new double[space.degree() + 1][space.size()];
    double s = Math.sqrt(temperature);
    for (int i = 0; i < 2; i++) {
      int offset = i * space.modes();
      double shift = Math.sqrt(MIXTURE.mass(i)) * velocity;
      double amplitude = concentration[i] / Math.sqrt(MIXTURE.concentration(i));
      new GaussianCubature(9)
          .forEach(
              (x, y, z, weight) -> {
                for (int a = 0; a < space.modes(); a++) {
                  int n = space.burnettModes().n(a);
                  int l = space.burnettModes().l(a);
                  parts[2 * n + l][offset + a] +=
                      weight
                          * amplitude
                          * BurnettPolynomials.value(n, l, 0, s * x + shift, s * y, s * z);
                }
              });
    }
    return parts;
  }

  /** &lt;invariant, Q(h, h)> = 0 for any h: mass of each species, momentum, energy. */
  @ParameterizedTest
  @EnumSource(AxialSymmetry.class)
  void conservationForRandomDistributions(AxialSymmetry symmetry) {
    for (double gamma : new double[] {0, 0.5, 1}) {
      BurnettCollision operator = operator(gamma, 6, symmetry);
      BurnettSpace space = operator.space();
      double[] rows = space.invariants();
      Random random = new Random(7);
      for (int trial = 0; trial < 5; trial++) {
        double[] h = random.doubles(space.size(), -1, 1).toArray();
        double[] q = apply(operator, h);
        double norm = Math.sqrt(TestKernels.dot(q, q));
        for (int k = 0; k < space.invariantCount(); k++) {
          double sum = 0;
          for (int a = 0; a < q.length; a++) {
            sum += rows[k * q.length + a] * q[a];
          }
          assertEquals(0, sum, 1e-13 * norm, "invariant " + k);
        }
      }
    }
  }

  /** &lt;h, L h> &lt;= 0, and &lt; 0 off the kernel. */
  @Test
  void dirichletFormIsNegative() {
    BurnettCollision operator = operator(1, 6, AxialSymmetry.FULL);
    double[] matrix = operator.linearized();
    Random random = new Random(8);
    int size = operator.space().size();
    for (int trial = 0; trial < 20; trial++) {
      double[] h = random.doubles(size, -1, 1).toArray();
      double form = 0;
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          form += h[a] * matrix[a * size + b] * h[b];
        }
      }
      assertTrue(form < 0, "Dirichlet form " + form);
    }
  }

  /**
   * H-theorem: sum_i Int Q_i(F, F) log F_i dv &lt;= 0 for F = mu (1 + eps p), p of degree 2 and eps
   * so small that F > 0 at every node. log mu is an invariant, so log F may be log(1 + eps p). To
   * leading order it is eps^2 &lt;h, L h>.
   */
  @Test
  void entropyDecreases() {
    BurnettCollision operator = operator(1, 6, AxialSymmetry.SLAB);
    BurnettSpace space = operator.space();
    Random random = new Random(9);
    double eps = 0.01;
    for (int trial = 0; trial < 10; trial++) {
      double[] h = new double[space.size()];
      for (int a = 0; a < h.length; a++) {
        int mode = a % space.modes();
        int degree = 2 * space.burnettModes().n(mode) + space.burnettModes().l(mode);
        h[a] = degree <= 2 ? eps * random.nextGaussian() : 0;
      }
      double[] q = full(operator, h);
      double[] production = new double[1];
      for (int i = 0; i < 2; i++) {
        int species = i;
        double root = Math.sqrt(MIXTURE.mass(i));
        double top = MIXTURE.concentration(i) * Math.pow(MIXTURE.mass(i) / (2 * Math.PI), 1.5);
        new GaussianCubature(9)
            .forEach(
                (x, y, z, weight) -> {
                  double mu = top * Math.exp(-(x * x + y * y + z * z) / 2);
                  double f = space.value(h, 0, species, x / root, y / root, z / root) / mu;
                  double rate = space.value(q, 0, species, x / root, y / root, z / root) / mu;
                  assertTrue(1 + f > 0, "F must be positive");
                  production[0] += weight * MIXTURE.concentration(species) * rate * Math.log1p(f);
                });
      }
      double form = TestKernels.dot(h, q); // eps^2 <h, L h> + O(eps^3)
      assertTrue(production[0] < 0, "entropy production " + production[0]);
      assertEquals(1, production[0] / form, 0.2); // O(eps |p|), |p| up to 10 at the nodes
    }
  }

  @Test
  void aKernelForAnotherMixtureIsRefused() {
    CollisionKernel three = TestKernels.powerLaw(3, 1, TestKernels.ISOTROPIC);
    BurnettSpace space = new BurnettSpace(MIXTURE, 4, AxialSymmetry.SLAB);
    Throwable e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new BurnettCollision(space, three, TableCache.none()));
    assertEquals("collision kernel is made for 3 species, the mixture has 2", e.getMessage());
  }
}
