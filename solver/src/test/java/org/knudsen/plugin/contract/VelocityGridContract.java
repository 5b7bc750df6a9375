package org.knudsen.plugin.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.BurnettLinearized;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.collision.LinearizedHarmonics;
import org.knudsen.collision.TableCache;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.VelocityGridProvider;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.CollisionInvariants;
import org.knudsen.velocity.HarmonicModes;
import org.knudsen.velocity.MaxwellianExpansion;
import org.knudsen.velocity.MissingCapabilityException;
import org.knudsen.velocity.Moments;
import org.knudsen.velocity.PointEvaluation;
import org.knudsen.velocity.Streaming;
import org.knudsen.velocity.VelocityDerivatives;
import org.knudsen.velocity.VelocityQuadrature;
import org.knudsen.velocity.VelocitySpace;
import org.knudsen.velocity.WeightedNorms;

/**
 * What every velocity grid must do, so that it gives right numbers in a whole study: extend it and
 * say which. Written against the interfaces only, for any orthonormal basis. What concerns a
 * capability is asked of grids that offer it, with those of d = 1, 2 and 3 that the grid has; it
 * may keep more of velocity space than d asks for. {@link PointEvaluation} is what ties modes to
 * functions of v: a grid without it is not fully tested. Override {@code parameters} with a coarse
 * grid, polynomials of degree 4 say, so that it stays quick.
 */
public abstract class VelocityGridContract extends ProviderContract<VelocityGridProvider> {

  /** Relative to the sum of the moduli: sums of some thousand products. */
  private static final double ROUND_OFF = 1e-13;

  protected VelocityGridContract() {
    super(PluginFamily.VELOCITY_GRIDS);
  }

  /**
   * Relative accuracy of collisions between Maxwell molecules. Round-off for a grid that holds
   * polynomials times mu; any other overrides it with what its coarse grid promises.
   */
  protected double accuracy() {
    return 1e-12;
  }

  /** Those of d = 1, 2, 3 that the grid does not refuse. */
  private List<Integer> dimensions() {
    List<Integer> offered = new ArrayList<>();
    for (int dimension = 1; dimension <= 3; dimension++) {
      if (refusal(dimension).isEmpty()) {
        offered.add(dimension);
      }
    }
    return offered;
  }

  private Optional<String> refusal(int dimension) {
    try {
      provider().space(mixture(2), dimension, values(2));
      return Optional.empty();
    } catch (IllegalArgumentException refused) {
      return Optional.of(String.valueOf(refused.getMessage()));
    }
  }

  /** The space of two species; the test ends here where the grid refuses the dimension. */
  private VelocitySpace space(int dimension) {
    return space(dimension, 2);
  }

  private VelocitySpace space(int dimension, int species) {
    assumeTrue(refusal(dimension).isEmpty(), () -> "refuses: " + refusal(dimension).orElseThrow());
    return provider().space(mixture(species), dimension, values(species));
  }

  /** The space of the smallest dimension that it has. */
  private VelocitySpace smallest() {
    return space(dimensions().get(0));
  }

  /** Components of momentum that the space holds. */
  private static int axes(VelocitySpace space) {
    int species = space.mixture().size();
    return offered(space, CollisionInvariants.class).invariantCount() - species - 1;
  }

  /** Neither Maxwellian nor isotropic, and different for every pair. */
  private static CollisionKernel kernel(int speciesCount) {
    return CollisionKernel.symmetric(
        speciesCount,
        (i, j) -> new PairKernel(new PowerLaw(1 + i + 2 * j, 0.5), s -> 1 + 0.5 * s + s * s));
  }

  /** Maxwell molecules with C_ij = 1 + i + j, b = 1 + s / 2. */
  private static CollisionKernel maxwell(int speciesCount) {
    return CollisionKernel.symmetric(
        speciesCount, (i, j) -> new PairKernel(new PowerLaw(1 + i + j, 0), s -> 1 + 0.5 * s));
  }

  private CollisionOperator operator(VelocitySpace space) {
    return operator(space, kernel(2));
  }

  private CollisionOperator operator(VelocitySpace space, CollisionKernel kernel) {
    return provider().operator(space, kernel, TableCache.none());
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
  void refusesADimensionByNamingThoseThatItHas() {
    assertFalse(dimensions().isEmpty(), "refuses d = 1, 2 and 3");
    for (int dimension = 0; dimension <= 4; dimension++) {
      if (dimensions().contains(dimension)) {
        continue;
      }
      Optional<String> refusal = refusal(dimension);
      assertTrue(refusal.isPresent(), "there is no torus of dimension " + dimension);
      for (int own : dimensions()) {
        assertTrue(
            refusal.get().matches("(?s).*\\b" + own + "\\b.*"),
            "the refusal of dimension " + dimension + " does not name " + own + ": " + refusal);
      }
    }
  }

  @Test
  void saysWhatItDoesNotOffer() {
    interface Levitation {}
    VelocitySpace space = smallest();
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
    int axes = count - 3;
    assertTrue(dimension <= axes && axes <= 3, count + " invariants: species, momentum, energy");
    assertEquals(count * space.size(), rows.length);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        double product = 0;
        for (int k = 0; k < space.size(); k++) {
          product += rows[a * space.size() + k] * rows[b * space.size() + k];
        }
        assertEquals(a == b ? 1 : 0, product, ROUND_OFF, "invariants " + a + " and " + b);
      }
      Streaming streaming = offered(space, Streaming.class);
      boolean momentum = a >= 2 && a < 2 + axes;
      for (int k = 0; k < space.size(); k++) {
        if (streaming.odd(k % space.modes()) != momentum) {
          assertEquals(0.0, rows[a * space.size() + k], "invariant " + a + ", mode " + k);
        }
      }
    }
  }

  /**
   * By (2.4) the concentrations are sqrt(c_i) times the first rows, total momentum sqrt(rho) times
   * the next, and the energy without 3/2 of the concentrations sqrt(3/2 c) times the last.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void itsInvariantsAreMassesMomentumAndEnergy(int dimension) {
    VelocitySpace space = space(dimension);
    Moments moments = offered(space, Moments.class);
    double[] rows = offered(space, CollisionInvariants.class).invariants();
    Mixture mixture = space.mixture();
    double[] expected = new double[rows.length];
    int n = space.modes();
    for (int i = 0; i < 2; i++) {
      double[] concentration = moments.concentration(i);
      double[] energy = moments.energy(i);
      int last = rows.length - space.size() + i * n;
      for (int k = 0; k < n; k++) {
        expected[i * space.size() + i * n + k] =
            concentration[k] / Math.sqrt(mixture.concentration(i));
        expected[last + k] =
            (energy[k] - 1.5 * concentration[k]) / Math.sqrt(1.5 * mixture.totalConcentration());
        for (int axis = 0; axis < axes(space); axis++) {
          expected[(2 + axis) * space.size() + i * n + k] =
              mixture.mass(i) * moments.flux(i, axis)[k] / Math.sqrt(mixture.massDensity());
        }
      }
    }
    assertArrayEquals(expected, rows, ROUND_OFF);
  }

  /**
   * Moments of (M - mu) / eps in closed form: c ct, flux and energy of a shifted Gaussian at
   * temperature 1 + eps theta. That of -u differs in the odd modes, by their sign.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-3, 1e-8})
  void itsMaxwelliansHaveTheirMoments(double eps) {
    for (int dimension : dimensions()) {
      VelocitySpace space = space(dimension);
      MaxwellianExpansion expansion = offered(space, MaxwellianExpansion.class);
      Moments moments = offered(space, Moments.class);
      double[] u = {0.3, dimension > 1 ? -0.2 : 0, dimension > 2 ? 0.1 : 0};
      double ct = 0.2;
      double theta = 0.1;
      for (int i = 0; i < 2; i++) {
        double[] h = new double[space.modes() + 3];
        Arrays.fill(h, 7);
        expansion.deviation(i, eps, ct, u[0], u[1], u[2], theta, h, 1);
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
            1.5 * (ct + c * theta) + 0.5 * mass * c * eps * squared,
            dot(moments.energy(i), own),
            ROUND_OFF);
        Streaming streaming = offered(space, Streaming.class);
        double[] opposite = new double[space.modes()];
        expansion.deviation(i, eps, ct, -u[0], -u[1], -u[2], theta, opposite, 0);
        for (int k = 0; k < own.length; k++) {
          assertEquals(streaming.odd(k) ? -own[k] : own[k], opposite[k], ROUND_OFF, "mode " + k);
        }
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
    double[] f = random(space.size(), 17);
    assertEquals(dot(f, f), norms.squaredNorm(f, 0), ROUND_OFF * dot(f, f), "orthonormal modes");
  }

  /** grad grad mu_i has diagonal m_i (m_i v_k^2 - 1) mu_i, and m_i^2 v_j v_k mu_i beside it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void itsDerivativesAreThoseOfThePaper(int dimension) {
    VelocitySpace space = space(dimension);
    VelocityDerivatives derivatives = offered(space, VelocityDerivatives.class);
    WeightedNorms norms = offered(space, WeightedNorms.class);
    Mixture mixture = space.mixture();
    double second = 0;
    for (int i = 0; i < 2; i++) { // 3 of norm 2 on the diagonal, 3 of norm 1, each once
      second += 9 * mixture.mass(i) * mixture.mass(i) * mixture.concentration(i);
    }
    double[] mu = equilibrium(space);
    assertEquals(
        second, derivatives.squaredDerivativeNorm(mu, 0, 2), 10 * ROUND_OFF * second, "order 2");
    double[] f = random(space.size() + 5, 19);
    double size = norms.squaredGradientNorm(f, 5);
    assertEquals(
        norms.squaredNorm(f, 5), derivatives.squaredDerivativeNorm(f, 5, 0), ROUND_OFF * size);
    assertEquals(size, derivatives.squaredDerivativeNorm(f, 5, 1), ROUND_OFF * size);
  }

  /** With g = 1 and g = f / mu the rule gives the concentration and the norm of f. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void itsQuadratureGivesConcentrationsAndNorms(int dimension) {
    VelocitySpace space = space(dimension);
    VelocityQuadrature quadrature = offered(space, VelocityQuadrature.class);
    Moments moments = offered(space, Moments.class);
    double[] f = random(space.size() + 5, 23);
    double[] ratios = new double[quadrature.nodes()];
    for (int i = 0; i < 2; i++) {
      quadrature.ratios(f, 5, i, ratios);
      double total = 0;
      double mean = 0;
      double square = 0;
      for (int q = 0; q < ratios.length; q++) {
        total += quadrature.weight(q);
        mean += quadrature.weight(q) * ratios[q];
        square += quadrature.weight(q) * ratios[q] * ratios[q];
      }
      int from = 5 + i * space.modes();
      double[] own = Arrays.copyOfRange(f, from, from + space.modes());
      double c = space.mixture().concentration(i);
      double size = dot(own, own);
      assertEquals(1, total, ROUND_OFF, "weights");
      assertEquals(dot(moments.concentration(i), own), c * mean, ROUND_OFF * size, "species " + i);
      assertEquals(size, c * square, 10 * ROUND_OFF * size, "species " + i);
    }
  }

  /** mu_i = c_i (m_i / 2 pi)^{3/2} exp(-m_i |v|^2 / 2), and v_k mu_i, streamed along an axis. */
  @Test
  void itsValuesAtPointsAreThoseOfMu() {
    VelocitySpace space = space(dimensions().get(dimensions().size() - 1));
    PointEvaluation points = offered(space, PointEvaluation.class);
    double[] mu = equilibrium(space);
    for (int i = 0; i < 2; i++) {
      double m = space.mixture().mass(i);
      double peak = space.mixture().concentration(i) * Math.pow(m / (2 * Math.PI), 1.5);
      for (double v : new double[] {0, 0.3, 1.1, 2}) {
        double expected = peak * Math.exp(-m * (3 * v * v) / 2);
        assertEquals(expected, points.value(mu, 0, i, v, -v, v), ROUND_OFF * peak, "v = " + v);
        for (int axis = 0; axis < axes(space); axis++) {
          double[] moved = streamed(space, mu, axis);
          double along = (axis == 1 ? -v : v) * expected;
          assertEquals(along, points.value(moved, 0, i, v, -v, v), ROUND_OFF * peak, "v = " + v);
        }
      }
    }
  }

  /**
   * What the modes are as functions of v, by Gauss-Hermite quadrature of the values at points, for
   * f and g of random modes: products in L^2(mu^{-1/2}), streaming, moments, and the component of a
   * Maxwellian.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void itsModesAreTheFunctionsThatItsValuesSay(int dimension) {
    VelocitySpace space = space(dimension);
    PointEvaluation points = offered(space, PointEvaluation.class);
    Moments moments = offered(space, Moments.class);
    double[] f = random(space.size(), 29);
    double[] g = random(space.size(), 31);
    int n = space.modes();
    double eps = 0.05;
    double[] u = {0.3, dimension > 1 ? -0.2 : 0, dimension > 2 ? 0.1 : 0};
    for (int i = 0; i < 2; i++) {
      int species = i;
      double c = space.mixture().concentration(i);
      double mass = space.mixture().mass(i);
      double[] own = Arrays.copyOfRange(f, i * n, (i + 1) * n);
      double[] other = Arrays.copyOfRange(g, i * n, (i + 1) * n);
      double[] maxwellian = new double[n];
      offered(space, MaxwellianExpansion.class)
          .deviation(i, eps, 0.2, u[0], u[1], u[2], 0.1, maxwellian, 0);
      double[] sums = new double[10];
      gaussian(
          mass,
          10,
          (v, weight) -> {
            double mu = equilibrium(space.mixture(), species, v);
            double one = points.value(f, 0, species, v[0], v[1], v[2]) / mu;
            double two = points.value(g, 0, species, v[0], v[1], v[2]) / mu;
            double temperature = 1 + eps * 0.1;
            double shifted = 0;
            for (int axis = 0; axis < 3; axis++) {
              shifted += (v[axis] - eps * u[axis]) * (v[axis] - eps * u[axis]);
              sums[axis] += weight * c * v[axis] * one;
              sums[3 + axis] += weight * c * v[axis] * one * two;
            }
            double ratio =
                (1 + eps * 0.2 / c)
                    * Math.pow(temperature, -1.5)
                    * Math.exp(mass / 2 * (dot(v, v) - shifted / temperature));
            sums[6] += weight * c * one;
            sums[7] += weight * c * mass * dot(v, v) / 2 * one;
            sums[8] += weight * c * one * two;
            sums[9] += weight * c * one * (ratio - 1) / eps;
          });
      double size = 10 * ROUND_OFF * Math.sqrt(dot(own, own) * dot(other, other));
      assertEquals(dot(moments.concentration(i), own), sums[6], size, "concentration");
      assertEquals(dot(moments.energy(i), own), sums[7], size, "energy");
      assertEquals(dot(own, other), sums[8], size, "product");
      assertEquals(dot(maxwellian, own), sums[9], size, "Maxwellian");
      for (int axis = 0; axis < axes(space); axis++) {
        double[] moved = product(offered(space, Streaming.class).multiplication(i, axis), own);
        assertEquals(dot(moments.flux(i, axis), own), sums[axis], size, "flux " + axis);
        assertEquals(dot(moved, other), sums[3 + axis], size, "streaming " + axis);
      }
    }
  }

  /**
   * L f of random modes, and Q(h, h) of h_i = (a_i + b_i v_x) mu_i, against the collision integrals
   * of (1.1) and (1.12) at points, for Maxwell molecules: they keep degrees, so that nothing is cut
   * off. The rules are exact to degree 7 in v* and in sigma.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  protected void itsCollisionsAreTheIntegrals(int dimension) {
    VelocitySpace space = space(dimension);
    PointEvaluation points = offered(space, PointEvaluation.class);
    Mixture mixture = space.mixture();
    double[] f = random(space.size(), 37);
    double[] mu = equilibrium(space);
    double[] flow = streamed(space, mu, 0);
    double[] h = new double[f.length];
    for (int k = 0; k < h.length; k++) {
      h[k] = k < space.modes() ? 0.8 * mu[k] + 0.3 * flow[k] : 1.1 * mu[k] - 0.5 * flow[k];
    }
    CollisionOperator operator = operator(space, maxwell(2));
    double[] linear = product(operator.linearized(), f);
    double[] quadratic = new double[h.length];
    operator.quadratic().apply(h, quadratic, 0, 1);
    for (double[] v : new double[][] {{0.4, 0.9, -0.3}, {-1.2, 0.2, 0.5}, {0, -0.6, 0}}) {
      for (int i = 0; i < 2; i++) {
        double[] expected = new double[2];
        double[] size = new double[2];
        for (int j = 0; j < 2; j++) {
          new Pair(space, i, j).integrate(v, f, h, expected, size);
        }
        double here = equilibrium(mixture, i, v);
        double[] found = {
          points.value(linear, 0, i, v[0], v[1], v[2]) / here,
          points.value(quadratic, 0, i, v[0], v[1], v[2]) / here
        };
        assertEquals(expected[0], found[0], accuracy() * size[0], "L, species " + i);
        assertEquals(expected[1], found[1], accuracy() * size[1], "Q, species " + i);
      }
    }
  }

  /** The collisions of species i with species j, Maxwell molecules of {@link #maxwell}. */
  private record Pair(VelocitySpace space, int i, int j) {

    private double ratio(double[] f, int species, double[] v) {
      return space.require(PointEvaluation.class).value(f, 0, species, v[0], v[1], v[2])
          / equilibrium(space.mixture(), species, v);
    }

    /** Adds the parts of L f and Q(h, h) over mu_i at v, and the moduli of what they sum. */
    void integrate(double[] v, double[] f, double[] h, double[] sum, double[] size) {
      double mi = space.mixture().mass(i);
      double mj = space.mixture().mass(j);
      double own = ratio(f, i, v);
      double ownH = ratio(h, i, v);
      GaussIntegrator cosines = new GaussIntegratorFactory().legendre(5);
      gaussian(
          mj,
          5,
          (w, weight) -> {
            double lost = own + ratio(f, j, w);
            double lostH = ownH * ratio(h, j, w);
            double[] g = {v[0] - w[0], v[1] - w[1], v[2] - w[2]};
            double[][] frame = frame(g);
            for (int q = 0; q < cosines.getNumberOfPoints(); q++) {
              double s = cosines.getPoint(q);
              double sine = Math.sqrt(1 - s * s);
              for (int a = 0; a < 8; a++) {
                double phi = 2 * Math.PI * a / 8;
                double[] after = new double[3];
                double[] otherAfter = new double[3];
                for (int k = 0; k < 3; k++) {
                  double across = Math.cos(phi) * frame[0][k] + Math.sin(phi) * frame[1][k];
                  double turned = s * g[k] + sine * across;
                  double centre = (mi * v[k] + mj * w[k]) / (mi + mj);
                  after[k] = centre + mj / (mi + mj) * turned;
                  otherAfter[k] = centre - mi / (mi + mj) * turned;
                }
                double b = (1 + i + j) * (1 + 0.5 * s) * cosines.getWeight(q) * 2 * Math.PI / 8;
                double factor = b * weight * space.mixture().concentration(j);
                double gain = ratio(f, i, after) + ratio(f, j, otherAfter);
                double gainH = ratio(h, i, after) * ratio(h, j, otherAfter);
                sum[0] += factor * (gain - lost);
                sum[1] += factor * (gainH - lostH);
                size[0] += factor * (Math.abs(gain) + Math.abs(lost));
                size[1] += factor * (Math.abs(gainH) + Math.abs(lostH));
              }
            }
          });
    }

    /** Two vectors as long as g, across it and each other; the axis on which g is least is used. */
    private static double[][] frame(double[] g) {
      int least = 0;
      for (int k = 1; k < 3; k++) {
        least = Math.abs(g[k]) < Math.abs(g[least]) ? k : least;
      }
      double[] axis = new double[3];
      axis[least] = 1;
      double[] first = cross(g, axis);
      double[] second = cross(g, first);
      double speed = Math.sqrt(dot(g, g));
      double length = Math.sqrt(dot(first, first));
      for (int k = 0; k < 3; k++) {
        first[k] *= speed / length;
        second[k] /= length;
      }
      return new double[][] {first, second};
    }

    private static double[] cross(double[] a, double[] b) {
      return new double[] {
        a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
      };
    }
  }

  /** Receives a velocity and its weight. */
  private interface Node {
    void at(double[] v, double weight);
  }

  /** Gauss-Hermite quadrature against exp(-m |v|^2 / 2), normalised, n points an axis. */
  private static void gaussian(double mass, int n, Node node) {
    GaussIntegrator rule = new GaussIntegratorFactory().hermite(n);
    double scale = Math.sqrt(2 / mass);
    for (int x = 0; x < n; x++) {
      for (int y = 0; y < n; y++) {
        for (int z = 0; z < n; z++) {
          node.at(
              new double[] {
                scale * rule.getPoint(x), scale * rule.getPoint(y), scale * rule.getPoint(z)
              },
              rule.getWeight(x) * rule.getWeight(y) * rule.getWeight(z) / Math.pow(Math.PI, 1.5));
        }
      }
    }
  }

  /** mu_i(v). */
  private static double equilibrium(Mixture mixture, int species, double[] v) {
    double m = mixture.mass(species);
    return mixture.concentration(species)
        * Math.pow(m / (2 * Math.PI), 1.5)
        * Math.exp(-m * dot(v, v) / 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void itsStreamingIsSymmetricAndCouplesOddWithEven(int dimension) {
    VelocitySpace space = space(dimension);
    Streaming streaming = offered(space, Streaming.class);
    int n = space.modes();
    for (int i = 0; i < 2; i++) {
      for (int axis = 0; axis < axes(space); axis++) {
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
      for (int axis = 0; axis < axes(space); axis++) {
        double[] moved = product(streaming.multiplication(i, axis), f);
        assertEquals(
            dot(moments.flux(i, axis), f), dot(moments.concentration(i), moved), ROUND_OFF);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void collisionsConserve(int dimension) {
    VelocitySpace space = space(dimension);
    Moments moments = offered(space, Moments.class);
    double[] h = random(space.size(), 5);
    double[] q = new double[space.size()];
    operator(space).quadratic().apply(h, q, 0, 1);
    double size = Math.sqrt(dot(q, q));
    assertTrue(size > 0.1, "Q of a random distribution is " + size);
    double energy = 0;
    double[] momentum = new double[axes(space)];
    for (int i = 0; i < 2; i++) {
      double[] own = Arrays.copyOfRange(q, i * space.modes(), (i + 1) * space.modes());
      assertEquals(0, dot(moments.concentration(i), own), ROUND_OFF * size, "species " + i);
      energy += dot(moments.energy(i), own);
      for (int axis = 0; axis < momentum.length; axis++) {
        momentum[axis] += space.mixture().mass(i) * dot(moments.flux(i, axis), own);
      }
    }
    assertEquals(0, energy, 10 * ROUND_OFF * size, "energy");
    assertArrayEquals(new double[momentum.length], momentum, 10 * ROUND_OFF * size, "momentum");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
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

  /**
   * L commutes with v -> -v. A kinetic state holds odd modes divided by i, which makes a wave's
   * operator real only if L couples modes of one parity.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  protected void theLinearisedOperatorKeepsParity(int dimension) {
    VelocitySpace space = space(dimension);
    Streaming streaming = offered(space, Streaming.class);
    double[] matrix = operator(space).linearized();
    int n = space.size();
    double size = Arrays.stream(matrix).map(Math::abs).max().orElseThrow();
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        int row = a;
        int column = b;
        if (streaming.odd(a % space.modes()) != streaming.odd(b % space.modes())) {
          assertEquals(
              0,
              matrix[a * n + b],
              ROUND_OFF * size,
              () ->
                  "L couples mode "
                      + row
                      + " with mode "
                      + column
                      + ", which is of the other parity (Streaming.odd)");
        }
      }
    }
  }

  /**
   * The moments of Maxwell molecules close. L takes sum_i m_i u_i v_x mu_i to the same with u_i' =
   * sum_j mu_r beta c_j (u_j - u_i) / m_i, beta = 2 pi C Int (1 - s) b ds. In a single gas v_x^2 mu
   * without its part on the invariants belongs to the rate of stresses, -(3/2) pi c C Int (1 - s^2)
   * b ds (Wang Chang and Uhlenbeck 1952). Both hold L and streaming to one basis.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void itsCollisionsHaveTheRatesOfMaxwellMolecules(int dimension) {
    VelocitySpace space = space(dimension);
    Mixture mixture = space.mixture();
    double[] flow = streamed(space, equilibrium(space), 0);
    double[] u = {0.7, -0.4};
    double[] f = new double[flow.length];
    double[] expected = new double[flow.length];
    for (int k = 0; k < f.length; k++) {
      int i = k / space.modes();
      int j = 1 - i;
      double beta = 2 * Math.PI * (1 + i + j) * (2 - 1.0 / 3);
      double rate = mixture.reducedMass(i, j) * beta * mixture.concentration(j) * (u[j] - u[i]);
      f[k] = mixture.mass(i) * u[i] * flow[k];
      expected[k] = rate * flow[k];
    }
    double[] image = product(operator(space, maxwell(2)).linearized(), f);
    assertArrayEquals(expected, image, accuracy() * Math.sqrt(dot(image, image)), "friction");

    VelocitySpace single = space(dimension, 1);
    double[] stress = streamed(single, streamed(single, equilibrium(single), 0), 0);
    double[] rows = offered(single, CollisionInvariants.class).invariants();
    for (int row = 0; row < rows.length; row += single.size()) {
      double[] phi = Arrays.copyOfRange(rows, row, row + single.size());
      double part = dot(phi, stress);
      for (int k = 0; k < stress.length; k++) {
        stress[k] -= part * phi[k];
      }
    }
    double rate = -2 * Math.PI * single.mixture().concentration(0);
    image = product(operator(single, maxwell(1)).linearized(), stress);
    assertArrayEquals(
        Arrays.stream(stress).map(x -> rate * x).toArray(),
        image,
        accuracy() * Math.sqrt(dot(image, image)),
        "stress");
  }

  /** Q(mu, mu) = 0, and L h = Q(mu + h, mu + h) - Q(mu, mu) - Q(h, h), since Q is bilinear. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
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
    VelocitySpace space = smallest();
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
    VelocitySpace space = smallest();
    assertThrows(
        IllegalArgumentException.class,
        () -> provider().operator(space, kernel(3), TableCache.none()));
  }

  /** The spectra of the harmonics are part of the spectrum of L. */
  @Test
  void itsHarmonicsHaveTheSpectrumOfL() {
    VelocitySpace space = smallest();
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

  /** Transport coefficients read the blocks by (species, n), so they are those of Burnett. */
  @Test
  void itsHarmonicsAreThoseOfBurnettFunctions() {
    VelocitySpace space = smallest();
    var offered = provider().harmonics(space, kernel(2));
    assumeTrue(offered.isPresent(), "offers no harmonics");
    LinearizedHarmonics harmonics = offered.get();
    LinearizedHarmonics burnett =
        new BurnettLinearized(space.mixture(), kernel(2), harmonics.degree());
    for (int l = 0; l <= harmonics.largestHarmonic(); l++) {
      double size = Arrays.stream(burnett.block(l)).map(Math::abs).max().orElseThrow();
      assertArrayEquals(burnett.block(l), harmonics.block(l), ROUND_OFF * size, "l = " + l);
    }
  }

  /** Waves are turned by the numbers (l, m) of the modes, and perturbations name (n, l, m). */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void itsHarmonicModesAreBurnettFunctions(int dimension) {
    VelocitySpace space = space(dimension);
    BurnettModes modes = offered(space, HarmonicModes.class).burnettModes();
    assertEquals(space.modes(), modes.count());
    Mixture mixture = space.mixture();
    BurnettSpace burnett = new BurnettSpace(mixture, modes.degree(), modes.symmetry());
    Streaming streaming = offered(space, Streaming.class);
    double[] own = new double[space.modes()];
    double[] expected = new double[space.modes()];
    for (int i = 0; i < 2; i++) {
      for (int axis = 0; axis < axes(space); axis++) {
        assertArrayEquals(
            burnett.multiplication(i, axis), streaming.multiplication(i, axis), ROUND_OFF);
      }
      double[] u = {0.3, dimension > 1 ? -0.2 : 0, dimension > 2 ? 0.1 : 0};
      burnett.deviation(i, 1, 0.2, u[0], u[1], u[2], 0.1, expected, 0);
      offered(space, MaxwellianExpansion.class).deviation(i, 1, 0.2, u[0], u[1], u[2], 0.1, own, 0);
      assertArrayEquals(expected, own, ROUND_OFF);
    }
    double[] matrix = operator(space).linearized();
    double size = Arrays.stream(matrix).map(Math::abs).max().orElseThrow();
    BurnettLinearized harmonics = new BurnettLinearized(mixture, kernel(2), modes.degree());
    for (int a = 0; a < space.size(); a++) {
      int row = a % space.modes();
      int l = modes.l(row);
      double[] block = harmonics.block(l);
      for (int b = 0; b < space.size(); b++) {
        int column = b % space.modes();
        double element = 0;
        if (l == modes.l(column) && modes.m(row) == modes.m(column)) {
          int radial = modes.radialCount(l);
          element =
              block[
                  (a / space.modes() * radial + modes.n(row)) * 2 * radial
                      + b / space.modes() * radial
                      + modes.n(column)];
        }
        assertEquals(element, matrix[a * space.size() + b], ROUND_OFF * size, a + ", " + b);
      }
    }
  }

  /** What is loaded from a cache makes the same operator as what is computed, to the last bit. */
  @Test
  void aCacheChangesNothing() {
    VelocitySpace space = smallest();
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
    int tables = provider().tables(space);
    for (int k = 0; k < 3; k++) {
      var told = new java.util.ArrayList<Long>();
      TableCache telling = caches.get(k).telling(told::add);
      provider().operator(space, kernel(2), telling).quadratic().apply(h, results[k], 0, 1);
      assertTrue(tables == 1 || tables == told.size(), told + " of " + tables + " tables");
    }
    assertArrayEquals(results[0], results[1], "computed and stored");
    assertArrayEquals(results[0], results[2], "loaded");
  }

  /** v_axis f, species by species. */
  private static double[] streamed(VelocitySpace space, double[] f, int axis) {
    double[] out = new double[f.length];
    int n = space.modes();
    for (int i = 0; i < space.mixture().size(); i++) {
      double[] v = offered(space, Streaming.class).multiplication(i, axis);
      double[] moved = product(v, Arrays.copyOfRange(f, i * n, (i + 1) * n));
      System.arraycopy(moved, 0, out, i * n, n);
    }
    return out;
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
