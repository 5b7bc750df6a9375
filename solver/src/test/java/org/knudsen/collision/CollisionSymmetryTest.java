package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.BurnettPolynomials;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.GaussianCubature;

/** Q under rotations, in nested sets of modes, and under another naming of the species. */
class CollisionSymmetryTest {

  private static final Mixture MIXTURE = TestKernels.mixture(1, 3);

  private static double[] apply(CollisionOperator operator, double[] h) {
    double[] out = new double[h.length];
    operator.quadratic().apply(h, out, 0, 1);
    return out;
  }

  /** A uniformly random rotation, from a random unit quaternion; row-major 3 x 3. */
  private static double[] rotation(Random random) {
    double[] q = {
      random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian()
    };
    double norm = Math.sqrt(TestKernels.dot(q, q));
    double a = q[0] / norm;
    double b = q[1] / norm;
    double c = q[2] / norm;
    double d = q[3] / norm;
    return new double[] {
      a * a + b * b - c * c - d * d,
      2 * (b * c - a * d),
      2 * (b * d + a * c),
      2 * (b * c + a * d),
      a * a - b * b + c * c - d * d,
      2 * (c * d - a * b),
      2 * (b * d - a * c),
      2 * (c * d + a * b),
      a * a - b * b - c * c + d * d
    };
  }

  /** The matrix of f -> f(R^-1 v) by projection, exact by Gauss-Hermite cubature. */
  private static double[] rotated(BurnettModes modes, double[] r) {
    int count = modes.count();
    double[] matrix = new double[count * count];
    double[] here = new double[count];
    double[] there = new double[count];
    new GaussianCubature(modes.degree() + 1)
        .forEach(
            (x, y, z, weight) -> {
              double bx = r[0] * x + r[3] * y + r[6] * z; // R^T w
              double by = r[1] * x + r[4] * y + r[7] * z;
              double bz = r[2] * x + r[5] * y + r[8] * z;
              for (int a = 0; a < count; a++) {
                here[a] =
                    weight * BurnettPolynomials.value(modes.n(a), modes.l(a), modes.m(a), x, y, z);
                there[a] = BurnettPolynomials.value(modes.n(a), modes.l(a), modes.m(a), bx, by, bz);
              }
              for (int a = 0; a < count; a++) {
                for (int b = 0; b < count; b++) {
                  matrix[a * count + b] += here[a] * there[b];
                }
              }
            });
    return matrix;
  }

  private static double[] turn(double[] matrix, double[] h, int count) {
    double[] out = new double[h.length];
    for (int s = 0; s < h.length; s += count) {
      for (int a = 0; a < count; a++) {
        for (int b = 0; b < count; b++) {
          out[s + a] += matrix[a * count + b] * h[s + b];
        }
      }
    }
    return out;
  }

  /**
   * Q(Rh, Rh) = R Q(h, h); by polarisation the same holds for Q(Rf, Rg). The rotation matrix is
   * good to 1e-13.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1})
  void rotationsCommuteWithQ(double gamma) {
    BurnettSpace space = new BurnettSpace(MIXTURE, 6, AxialSymmetry.FULL);
    CollisionOperator operator =
        new BurnettCollision(
            space, TestKernels.powerLaw(2, gamma, TestKernels.FORWARD), TableCache.none());
    Random random = new Random(10);
    for (int trial = 0; trial < 3; trial++) {
      double[] matrix = rotated(space.burnettModes(), rotation(random));
      double[] h = random.doubles(space.size(), -1, 1).toArray();
      double[] left = apply(operator, turn(matrix, h, space.modes()));
      double[] right = turn(matrix, apply(operator, h), space.modes());
      double scale = TestKernels.size(right);
      assertArrayEquals(right, left, 1e-12 * scale);
    }
  }

  /** An m = 0 distribution gives the same in all three sets of modes, and no other modes. */
  @Test
  void slabPlanarAndFullAreNested() {
    int degree = 6;
    CollisionKernel kernel = TestKernels.powerLaw(2, 1, TestKernels.FORWARD);
    AxialSymmetry[] sets = AxialSymmetry.values();
    for (int k = 0; k < 2; k++) {
      BurnettSpace small = new BurnettSpace(MIXTURE, degree, sets[k]);
      double[] h = new Random(11).doubles(small.size(), -1, 1).toArray();
      double[] expected = apply(new BurnettCollision(small, kernel, TableCache.none()), h);
      double[] matrix = new BurnettCollision(small, kernel, TableCache.none()).linearized();
      for (int k2 = k + 1; k2 < 3; k2++) {
        BurnettSpace large = new BurnettSpace(MIXTURE, degree, sets[k2]);
        BurnettCollision operator = new BurnettCollision(large, kernel, TableCache.none());
        double[] found = apply(operator, embed(small, large, h));
        double[] embedded = embed(small, large, expected);
        double scale = TestKernels.size(expected);
        assertArrayEquals(embedded, found, 1e-14 * scale); // the same table; sums in other order
        double[] largeMatrix = operator.linearized();
        for (int a = 0; a < small.size(); a++) {
          for (int b = 0; b < small.size(); b++) {
            int at = place(small, large, a) * large.size() + place(small, large, b);
            assertEquals(matrix[a * small.size() + b], largeMatrix[at], 0.0);
          }
        }
      }
    }
  }

  private static int place(BurnettSpace small, BurnettSpace large, int entry) {
    int mode = entry % small.modes();
    BurnettModes modes = small.burnettModes();
    return entry / small.modes() * large.modes()
        + large.burnettModes().index(modes.n(mode), modes.l(mode), modes.m(mode));
  }

  private static double[] embed(BurnettSpace small, BurnettSpace large, double[] h) {
    double[] out = new double[large.size()];
    for (int a = 0; a < h.length; a++) {
      out[place(small, large, a)] = h[a];
    }
    return out;
  }

  /** Three species in another order: the results in that order. */
  @Test
  void namesOfTheSpeciesDoNotMatter() {
    int[] order = {2, 0, 1};
    Mixture mixture = TestKernels.mixture(1, 3, 20);
    Species[] species = new Species[3];
    for (int k = 0; k < 3; k++) {
      species[k] = mixture.species().get(order[k]);
    }
    CollisionKernel kernel = TestKernels.powerLaw(3, 1, TestKernels.FORWARD);
    CollisionKernel renamed = TestKernels.of(3, (i, j) -> kernel.pair(order[i], order[j]));
    BurnettSpace space = new BurnettSpace(mixture, 5, AxialSymmetry.PLANAR);
    BurnettSpace other = new BurnettSpace(Mixture.of(species), 5, AxialSymmetry.PLANAR);
    int count = space.modes();
    double[] h = new Random(12).doubles(3 * count, -1, 1).toArray();
    double[] permuted = new double[h.length];
    for (int k = 0; k < 3; k++) {
      System.arraycopy(h, order[k] * count, permuted, k * count, count);
    }
    double[] one = apply(new BurnettCollision(space, kernel, TableCache.none()), h);
    double[] two = apply(new BurnettCollision(other, renamed, TableCache.none()), permuted);
    double scale = TestKernels.size(one);
    for (int k = 0; k < 3; k++) {
      for (int a = 0; a < count; a++) {
        assertEquals(one[order[k] * count + a], two[k * count + a], 1e-13 * scale);
      }
    }
  }
}
