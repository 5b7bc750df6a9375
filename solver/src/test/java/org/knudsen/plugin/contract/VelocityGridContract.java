package org.knudsen.plugin.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.collision.LinearizedHarmonics;
import org.knudsen.collision.TableCache;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.VelocityGridProvider;
import org.knudsen.velocity.CollisionInvariants;
import org.knudsen.velocity.MaxwellianExpansion;
import org.knudsen.velocity.MissingCapabilityException;
import org.knudsen.velocity.Moments;
import org.knudsen.velocity.PointEvaluation;
import org.knudsen.velocity.Streaming;
import org.knudsen.velocity.VelocitySpace;
import org.knudsen.velocity.WeightedNorms;

/**
 * What every velocity grid must do: extend it and say which. Written against the interfaces only;
 * what concerns a capability is asked of grids that offer it, with d = 1, 2 and 3 wherever the grid
 * has them. Override {@code parameters} with a coarse grid, so that it stays quick.
 */
public abstract class VelocityGridContract extends ProviderContract<VelocityGridProvider> {

  /** Relative to the sum of the moduli: sums of some thousand products. */
  private static final double ROUND_OFF = 1e-13;

  protected VelocityGridContract() {
    super(PluginFamily.VELOCITY_GRIDS);
  }

  private VelocitySpace space(int dimension) {
    return provider().space(mixture(2), dimension, values(2));
  }

  /** Neither Maxwellian nor isotropic, and different for every pair. */
  private static CollisionKernel kernel(int speciesCount) {
    return CollisionKernel.symmetric(
        speciesCount,
        (i, j) -> new PairKernel(new PowerLaw(1 + i + 2 * j, 0.5), s -> 1 + 0.5 * s + s * s));
  }

  private CollisionOperator operator(VelocitySpace space) {
    return provider().operator(space, kernel(2), TableCache.none());
  }

  private static <T> T offered(VelocitySpace space, Class<T> capability) {
    assumeTrue(capability.isInstance(space), "offers no " + capability.getSimpleName());
    return space.require(capability);
  }

  private static double[] random(int length, long seed) {
    return new Random(seed).doubles(length, -1, 1).toArray();
  }

  /** mu itself, from the expansion of M = 0. */
  private static double[] equilibrium(VelocitySpace space) {
    MaxwellianExpansion expansion = offered(space, MaxwellianExpansion.class);
    double[] mu = new double[space.size()];
    for (int i = 0; i < space.mixture().size(); i++) {
      double c = space.mixture().concentration(i);
      expansion.deviation(i, 1, -c, 0, 0, 0, mu, i * space.modes());
    }
    for (int k = 0; k < mu.length; k++) {
      mu[k] = -mu[k];
    }
    return mu;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void itsSpaceIsThatOfTheMixture(int dimension) {
    VelocitySpace space = space(dimension);
    assertEquals(mixture(2), space.mixture());
    assertTrue(space.modes() > 0);
    assertEquals(2 * space.modes(), space.size());
    assertFalse(space.describe().isBlank() || space.describe().contains("\n"));
  }

  @Test
  void refusesADimensionThatIsNone() {
    assertThrows(IllegalArgumentException.class, () -> space(0));
    assertThrows(IllegalArgumentException.class, () -> space(4));
  }

  @Test
  void saysWhatItDoesNotOffer() {
    interface Levitation {}
    VelocitySpace space = space(1);
    MissingCapabilityException missing =
        assertThrows(MissingCapabilityException.class, () -> space.require(Levitation.class));
    assertTrue(missing.getMessage().contains("Levitation"), missing.getMessage());
    assertTrue(missing.getMessage().contains(space.describe()), missing.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void itsInvariantsAreOrthonormal(int dimension) {
    VelocitySpace space = space(dimension);
    CollisionInvariants invariants = offered(space, CollisionInvariants.class);
    double[] rows = invariants.invariants();
    int count = invariants.invariantCount();
    assertEquals(2 + dimension + 1, count, "species, momentum by axis, energy");
    assertEquals(count * space.size(), rows.length);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        double product = 0;
        for (int k = 0; k < space.size(); k++) {
          product += rows[a * space.size() + k] * rows[b * space.size() + k];
        }
        assertEquals(a == b ? 1 : 0, product, ROUND_OFF, "invariants " + a + " and " + b);
      }
    }
  }

  /** Moments of (M - mu) / eps in closed form: c ct, flux and energy of a shifted Gaussian. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-3, 1e-8})
  void itsMaxwelliansHaveTheirMoments(double eps) {
    for (int dimension = 1; dimension <= 3; dimension++) {
      VelocitySpace space = space(dimension);
      MaxwellianExpansion expansion = offered(space, MaxwellianExpansion.class);
      Moments moments = offered(space, Moments.class);
      double[] u = {0.3, dimension > 1 ? -0.2 : 0, dimension > 2 ? 0.1 : 0};
      double ct = 0.2;
      for (int i = 0; i < 2; i++) {
        double[] h = new double[space.modes() + 3];
        Arrays.fill(h, 7);
        expansion.deviation(i, eps, ct, u[0], u[1], u[2], h, 1);
        assertArrayEquals(new double[] {7}, Arrays.copyOf(h, 1), "before the offset");
        assertEquals(7, h[space.modes() + 1], "behind the last mode");
        double[] own = Arrays.copyOfRange(h, 1, space.modes() + 1);
        double c = space.mixture().concentration(i) + eps * ct;
        double mass = space.mixture().mass(i);
        double squared = u[0] * u[0] + u[1] * u[1] + u[2] * u[2];
        assertEquals(ct, dot(moments.concentration(i), own), ROUND_OFF);
        for (int axis = 0; axis < dimension; axis++) {
          assertEquals(c * u[axis], dot(moments.flux(i, axis), own), ROUND_OFF, "axis " + axis);
        }
        assertEquals(
            1.5 * ct + 0.5 * mass * c * eps * squared, dot(moments.energy(i), own), ROUND_OFF);
      }
    }
  }

  /** sum_i Int mu_i^2 / mu_i = sum c_i, and grad mu_i = -m_i v mu_i. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void itsNormsAreThoseOfThePaper(int dimension) {
    VelocitySpace space = space(dimension);
    WeightedNorms norms = offered(space, WeightedNorms.class);
    double[] mu = equilibrium(space);
    Mixture mixture = space.mixture();
    assertEquals(mixture.totalConcentration(), norms.squaredNorm(mu, 0), ROUND_OFF);
    assertEquals(3 * mixture.massDensity(), norms.squaredGradientNorm(mu, 0), 10 * ROUND_OFF);
    double[] shifted = new double[mu.length + 5];
    System.arraycopy(mu, 0, shifted, 5, mu.length);
    assertEquals(norms.squaredNorm(mu, 0), norms.squaredNorm(shifted, 5));
    assertEquals(norms.squaredGradientNorm(mu, 0), norms.squaredGradientNorm(shifted, 5));
  }

  /** mu_i = c_i (m_i / 2 pi)^{3/2} exp(-m_i |v|^2 / 2). */
  @Test
  void itsValuesAtPointsAreThoseOfMu() {
    VelocitySpace space = space(3);
    PointEvaluation points = offered(space, PointEvaluation.class);
    double[] mu = equilibrium(space);
    for (int i = 0; i < 2; i++) {
      double m = space.mixture().mass(i);
      double peak = space.mixture().concentration(i) * Math.pow(m / (2 * Math.PI), 1.5);
      for (double v : new double[] {0, 0.3, 1.1, 2}) {
        double expected = peak * Math.exp(-m * (3 * v * v) / 2);
        assertEquals(expected, points.value(mu, 0, i, v, -v, v), ROUND_OFF * peak, "v = " + v);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void itsStreamingIsSymmetricAndCouplesOddWithEven(int dimension) {
    VelocitySpace space = space(dimension);
    Streaming streaming = offered(space, Streaming.class);
    int n = space.modes();
    for (int i = 0; i < 2; i++) {
      for (int axis = 0; axis < dimension; axis++) {
        double[] v = streaming.multiplication(i, axis);
        for (int a = 0; a < n; a++) {
          for (int b = 0; b < n; b++) {
            assertEquals(v[a * n + b], v[b * n + a], "entry " + a + ", " + b);
            if (streaming.odd(a) == streaming.odd(b)) {
              assertEquals(0.0, v[a * n + b], "modes " + a + " and " + b + " of one parity");
            }
          }
        }
      }
    }
  }

  /** Int v_k f dv is the concentration of v_k f. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void itsStreamingMovesParticlesWithTheirFlux(int dimension) {
    VelocitySpace space = space(dimension);
    Streaming streaming = offered(space, Streaming.class);
    Moments moments = offered(space, Moments.class);
    double[] f = random(space.modes(), 3);
    for (int i = 0; i < 2; i++) {
      for (int axis = 0; axis < dimension; axis++) {
        double[] moved = product(streaming.multiplication(i, axis), f);
        assertEquals(
            dot(moments.flux(i, axis), f), dot(moments.concentration(i), moved), ROUND_OFF);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void collisionsConserve(int dimension) {
    VelocitySpace space = space(dimension);
    Moments moments = offered(space, Moments.class);
    double[] h = random(space.size(), 5);
    double[] q = new double[space.size()];
    operator(space).quadratic().apply(h, q, 0, 1);
    double size = Math.sqrt(dot(q, q));
    assertTrue(size > 0.1, "Q of a random distribution is " + size);
    double energy = 0;
    double[] momentum = new double[dimension];
    for (int i = 0; i < 2; i++) {
      double[] own = Arrays.copyOfRange(q, i * space.modes(), (i + 1) * space.modes());
      assertEquals(0, dot(moments.concentration(i), own), ROUND_OFF * size, "species " + i);
      energy += dot(moments.energy(i), own);
      for (int axis = 0; axis < dimension; axis++) {
        momentum[axis] += space.mixture().mass(i) * dot(moments.flux(i, axis), own);
      }
    }
    assertEquals(0, energy, 10 * ROUND_OFF * size, "energy");
    assertArrayEquals(new double[dimension], momentum, 10 * ROUND_OFF * size, "momentum");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theLinearisedOperatorIsSymmetricAndDissipates(int dimension) {
    VelocitySpace space = space(dimension);
    double[] matrix = operator(space).linearized();
    int n = space.size();
    double size = Arrays.stream(matrix).map(Math::abs).max().orElseThrow();
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < a; b++) {
        assertEquals(matrix[a * n + b], matrix[b * n + a], ROUND_OFF * size);
      }
    }
    double[] eigenvalues = eigenvalues(matrix, n);
    double largest = Arrays.stream(eigenvalues).map(Math::abs).max().orElseThrow();
    int kernelDimension = 0;
    for (double eigenvalue : eigenvalues) {
      assertTrue(eigenvalue <= ROUND_OFF * largest, "eigenvalue " + eigenvalue + " of L");
      kernelDimension += Math.abs(eigenvalue) <= ROUND_OFF * largest ? 1 : 0;
    }
    assertEquals(offered(space, CollisionInvariants.class).invariantCount(), kernelDimension);
    double[] invariants = space.require(CollisionInvariants.class).invariants();
    for (int row = 0; row * n < invariants.length; row++) {
      double[] image = product(matrix, Arrays.copyOfRange(invariants, row * n, (row + 1) * n));
      assertEquals(0, Math.sqrt(dot(image, image)), ROUND_OFF * largest, "invariant " + row);
    }
  }

  /** Q(mu, mu) = 0, and L h = Q(mu + h, mu + h) - Q(mu, mu) - Q(h, h), since Q is bilinear. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theLinearisedOperatorIsTheDerivativeAtEquilibrium(int dimension) {
    VelocitySpace space = space(dimension);
    CollisionOperator operator = operator(space);
    CollisionOperator.Quadratic quadratic = operator.quadratic();
    double[] mu = equilibrium(space);
    double[] h = random(space.size(), 7);
    double[] sum = IntStream.range(0, h.length).mapToDouble(k -> mu[k] + h[k]).toArray();
    double[] qSum = new double[h.length];
    double[] qMu = new double[h.length];
    double[] qH = new double[h.length];
    quadratic.apply(sum, qSum, 0, 1);
    quadratic.apply(mu, qMu, 0, 1);
    quadratic.apply(h, qH, 0, 1);
    double[] image = product(operator.linearized(), h);
    double size = Math.sqrt(dot(image, image));
    for (int k = 0; k < h.length; k++) {
      assertEquals(0, qMu[k], ROUND_OFF * size, "Q(mu, mu), mode " + k);
      assertEquals(image[k], qSum[k] - qMu[k] - qH[k], 10 * ROUND_OFF * size, "mode " + k);
    }
  }

  /** A cell's value depends on that cell alone, to the last bit, and nothing else is touched. */
  @Test
  void cellsAreIndependent() {
    VelocitySpace space = space(1);
    CollisionOperator operator = operator(space);
    int n = space.size();
    int cells = 5;
    double[] h = random((cells + 2) * n, 11);
    double[] before = h.clone();
    double[] out = new double[h.length];
    Arrays.fill(out, 3);
    operator.quadratic().apply(h, out, n, cells);
    assertArrayEquals(before, h, "h is not modified");
    for (int cell = 0; cell < cells + 2; cell++) {
      double[] alone = new double[n];
      Arrays.fill(alone, 3);
      if (cell > 0 && cell <= cells) {
        operator.quadratic().apply(Arrays.copyOfRange(h, cell * n, (cell + 1) * n), alone, 0, 1);
      }
      assertArrayEquals(alone, Arrays.copyOfRange(out, cell * n, (cell + 1) * n), "cell " + cell);
    }
  }

  @Test
  void refusesTheKernelOfAnotherMixture() {
    VelocitySpace space = space(1);
    assertThrows(
        IllegalArgumentException.class,
        () -> provider().operator(space, kernel(3), TableCache.none()));
  }

  /** The spectra of the harmonics are part of the spectrum of L. */
  @Test
  void itsHarmonicsHaveTheSpectrumOfL() {
    VelocitySpace space = space(1);
    var offered = provider().harmonics(space, kernel(2));
    assumeTrue(offered.isPresent(), "offers no harmonics");
    LinearizedHarmonics harmonics = offered.get();
    double[] spectrum = eigenvalues(operator(space).linearized(), space.size());
    double largest = Arrays.stream(spectrum).map(Math::abs).max().orElseThrow();
    for (int l = 0; l <= harmonics.largestHarmonic(); l++) {
      int order = harmonics.order(l);
      double[] block = harmonics.block(l);
      assertEquals(order * order, block.length);
      for (double eigenvalue : eigenvalues(block, order)) {
        double nearest =
            Arrays.stream(spectrum).map(x -> Math.abs(x - eigenvalue)).min().orElseThrow();
        assertEquals(0, nearest, ROUND_OFF * largest, "eigenvalue " + eigenvalue + ", l = " + l);
      }
    }
  }

  /** What is loaded from a cache makes the same operator as what is computed, to the last bit. */
  @Test
  void aCacheChangesNothing() {
    VelocitySpace space = space(1);
    var stored = new java.util.HashMap<String, double[]>();
    TableCache cache =
        new TableCache() {
          @Override
          public java.util.Optional<double[]> load(String key) {
            return java.util.Optional.ofNullable(stored.get(key)).map(double[]::clone);
          }

          @Override
          public void store(String key, double[] table) {
            stored.put(key, table.clone());
          }
        };
    double[] h = random(space.size(), 13);
    double[][] results = new double[3][space.size()];
    List<TableCache> caches = List.of(TableCache.none(), cache, cache);
    for (int k = 0; k < 3; k++) {
      provider().operator(space, kernel(2), caches.get(k)).quadratic().apply(h, results[k], 0, 1);
    }
    assertArrayEquals(results[0], results[1], "computed and stored");
    assertArrayEquals(results[0], results[2], "loaded");
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static double[] product(double[] matrix, double[] x) {
    double[] out = new double[x.length];
    for (int a = 0; a < x.length; a++) {
      for (int b = 0; b < x.length; b++) {
        out[a] += matrix[a * x.length + b] * x[b];
      }
    }
    return out;
  }

  private static double[] eigenvalues(double[] matrix, int n) {
    double[][] rows = new double[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        rows[a][b] = (matrix[a * n + b] + matrix[b * n + a]) / 2;
      }
    }
    return new EigenDecomposition(new Array2DRowRealMatrix(rows, false)).getRealEigenvalues();
  }
}
