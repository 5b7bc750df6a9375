package org.knudsen.velocity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

/** The Burnett space against quadrature and against the definition of its functions. */
class BurnettSpaceTest {

  private static final int DEGREE = 6;
  private static final Mixture MIXTURE =
      Mixture.of(new Species("light", 0.7, 0.4), new Species("heavy", 9, 1.3));

  private static double phi(BurnettModes modes, int a, double x, double y, double z) {
    return BurnettPolynomials.value(modes.n(a), modes.l(a), modes.m(a), x, y, z);
  }

  /** Int v_axis psi_a psi_b / mu dv = m^{-1/2} Int w_axis phi_a phi_b G dw, every element. */
  @ParameterizedTest
  @EnumSource(AxialSymmetry.class)
  void multiplicationIsTheQuadratureOfVelocityTimesTwoFunctions(AxialSymmetry symmetry) {
    BurnettSpace space = new BurnettSpace(MIXTURE, DEGREE, symmetry);
    BurnettModes modes = space.burnettModes();
    int size = space.modes();
    for (int axis = 0; axis < symmetry.axes(); axis++) {
      int direction = axis;
      double[] exact = new double[size * size];
      double[] value = new double[size];
      new GaussianCubature(DEGREE + 1)
          .forEach(
              (x, y, z, weight) -> {
                for (int a = 0; a < size; a++) {
                  value[a] = phi(modes, a, x, y, z);
                }
                double w = new double[] {x, y, z}[direction];
                for (int a = 0; a < size; a++) {
                  for (int b = 0; b < size; b++) {
                    exact[a * size + b] += weight * w * value[a] * value[b];
                  }
                }
              });
      for (int species = 0; species < 2; species++) {
        double[] matrix = space.multiplication(species, axis);
        for (int e = 0; e < size * size; e++) {
          // elements reach 3; the explicit sums of the reference lose two digits
          assertEquals(exact[e] / Math.sqrt(MIXTURE.mass(species)), matrix[e], 3e-13);
        }
      }
    }
  }

  @Test
  void streamingOutOfTheSymmetryIsRefused() {
    BurnettSpace slab = new BurnettSpace(MIXTURE, 4, AxialSymmetry.SLAB);
    Throwable e = assertThrows(IllegalArgumentException.class, () -> slab.multiplication(0, 1));
    assertEquals(
        "streaming along axis 1 leaves a burnett basis, degree 4, slab; axes 0..0", e.getMessage());
  }

  @Test
  void oddModesAreOddFunctions() {
    BurnettSpace space = new BurnettSpace(MIXTURE, 5, AxialSymmetry.FULL);
    for (int a = 0; a < space.modes(); a++) {
      double there = phi(space.burnettModes(), a, 0.4, -1.1, 0.7);
      double opposite = phi(space.burnettModes(), a, -0.4, 1.1, -0.7);
      assertEquals(space.odd(a) ? -there : there, opposite, 1e-13);
    }
  }

  /** value() is sum a_nlm mu / sqrt(c) phi_nlm(sqrt(m) v), also at v = 0 and on the polar axis. */
  @Test
  void valueIsTheSumOfTheDefinition() {
    BurnettSpace space = new BurnettSpace(MIXTURE, DEGREE, AxialSymmetry.FULL);
    BurnettModes modes = space.burnettModes();
    Random random = new Random(4);
    int offset = 3;
    double[] f = new double[offset + space.size()];
    for (int a = offset; a < f.length; a++) {
      f[a] = random.nextGaussian();
    }
    double[][] points = {{0, 0, 0}, {0.5, 0, 0}, {-0.5, 0, 0}, {0.3, -0.2, 0.9}, {-1, 0.4, -0.1}};
    for (int i = 0; i < 2; i++) {
      double m = MIXTURE.mass(i);
      double c = MIXTURE.concentration(i);
      for (double[] v : points) {
        double sum = 0;
        for (int a = 0; a < space.modes(); a++) {
          double root = Math.sqrt(m);
          sum +=
              f[offset + i * space.modes() + a]
                  * phi(modes, a, root * v[0], root * v[1], root * v[2]);
        }
        double energy = m * (v[0] * v[0] + v[1] * v[1] + v[2] * v[2]) / 2;
        double mu = c * Math.pow(m / (2 * Math.PI), 1.5) * Math.exp(-energy);
        assertEquals(
            mu / Math.sqrt(c) * sum,
            space.value(f, offset, i, v[0], v[1], v[2]),
            1e-12 * mu * space.modes());
      }
    }
  }

  /**
   * sum_i Int |grad f_i|^2 / mu_i = sum_i m_i Int G |grad p - w p|^2. p has degree 6, for which
   * sixth-order central differences are exact at any step: step 1/2 costs no digits.
   */
  @ParameterizedTest
  @EnumSource(AxialSymmetry.class)
  void gradientNormIsTheQuadratureOfTheGradient(AxialSymmetry symmetry) {
    BurnettSpace space = new BurnettSpace(MIXTURE, DEGREE, symmetry);
    BurnettModes modes = space.burnettModes();
    Random random = new Random(5);
    double[] f = random.doubles(space.size() + 2, -1, 1).toArray();
    double[] total = new double[2];
    for (int i = 0; i < 2; i++) {
      int species = i;
      GaussianCubature.Point point =
          (x, y, z, weight) -> {
            double[] w = {x, y, z};
            double centre = polynomial(modes, f, 2 + species * space.modes(), w);
            total[0] += weight * centre * centre;
            for (int k = 0; k < 3; k++) {
              double slope = 0;
              double[] stencil = {45, -9, 1};
              for (int s = 1; s <= 3; s++) {
                double[] right = w.clone();
                double[] left = w.clone();
                right[k] += s * 0.5;
                left[k] -= s * 0.5;
                slope +=
                    stencil[s - 1]
                        / 30
                        * (polynomial(modes, f, 2 + species * space.modes(), right)
                            - polynomial(modes, f, 2 + species * space.modes(), left));
              }
              double part = slope - w[k] * centre;
              total[1] += weight * MIXTURE.mass(species) * part * part;
            }
          };
      new GaussianCubature(DEGREE + 2).forEach(point);
    }
    // differences of values of size 100 on a norm of size 1000
    assertEquals(1, space.squaredNorm(f, 2) / total[0], 1e-12);
    assertEquals(1, space.squaredGradientNorm(f, 2) / total[1], 1e-11);
  }

  private static double polynomial(BurnettModes modes, double[] f, int offset, double[] w) {
    double sum = 0;
    for (int a = 0; a < modes.count(); a++) {
      sum += f[offset + a] * phi(modes, a, w[0], w[1], w[2]);
    }
    return sum;
  }

  /** Concentration, flux and energy of each mode by quadrature: Int psi_a v^k dv. */
  @ParameterizedTest
  @EnumSource(AxialSymmetry.class)
  void momentsAreQuadraturesOfTheModes(AxialSymmetry symmetry) {
    BurnettSpace space = new BurnettSpace(MIXTURE, 5, symmetry);
    for (int i = 0; i < 2; i++) {
      double root = Math.sqrt(MIXTURE.mass(i));
      double[][] exact = new double[5][space.modes()];
      new GaussianCubature(5)
          .forEach(
              (x, y, z, weight) -> {
                for (int a = 0; a < space.modes(); a++) {
                  double value = weight * phi(space.burnettModes(), a, x, y, z);
                  exact[0][a] += value;
                  exact[1][a] += value * x / root;
                  exact[2][a] += value * y / root;
                  exact[3][a] += value * z / root;
                  exact[4][a] += value * (x * x + y * y + z * z) / 2;
                }
              });
      double scale = Math.sqrt(MIXTURE.concentration(i));
      double[][] found = {
        space.concentration(i),
        space.flux(i, 0),
        space.flux(i, 1),
        space.flux(i, 2),
        space.energy(i)
      };
      for (int k = 0; k < 5; k++) {
        for (int a = 0; a < space.modes(); a++) {
          assertEquals(scale * exact[k][a], found[k][a], 1e-12);
        }
      }
    }
  }

  /** (2.4): orthonormal rows; their polynomials are e_i, m_i v and energy, by value at points. */
  @ParameterizedTest
  @EnumSource(AxialSymmetry.class)
  void invariantsAreOrthonormalAndThoseOfThePaper(AxialSymmetry symmetry) {
    BurnettSpace space = new BurnettSpace(MIXTURE, 4, symmetry);
    double[] rows = space.invariants();
    int count = space.invariantCount();
    int size = space.size();
    assertEquals(2 + symmetry.axes() + 1, count);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        double sum = 0;
        for (int e = 0; e < size; e++) {
          sum += rows[a * size + e] * rows[b * size + e];
        }
        assertEquals(a == b ? 1 : 0, sum, 1e-15);
      }
    }
    double[] v = {0.3, -0.7, 0.5};
    double square = 0.09 + 0.49 + 0.25;
    double momentum = Math.sqrt(MIXTURE.massDensity());
    double energy = Math.sqrt(6 * MIXTURE.totalConcentration());
    for (int i = 0; i < 2; i++) {
      double m = MIXTURE.mass(i);
      double c = MIXTURE.concentration(i);
      double mu = c * Math.pow(m / (2 * Math.PI), 1.5) * Math.exp(-m * square / 2);
      for (int k = 0; k < 2; k++) {
        double exact = k == i ? mu / Math.sqrt(c) : 0;
        assertEquals(exact, space.value(rows, k * size, i, v[0], v[1], v[2]), 1e-15);
      }
      for (int axis = 0; axis < symmetry.axes(); axis++) {
        double found = space.value(rows, (2 + axis) * size, i, v[0], v[1], v[2]);
        assertEquals(m * v[axis] * mu / momentum, found, 1e-15);
      }
      double found = space.value(rows, (count - 1) * size, i, v[0], v[1], v[2]);
      assertEquals((m * square - 3) * mu / energy, found, 1e-15);
    }
  }

  /** A velocity space that is nothing but that. */
  private static final class Bare implements VelocitySpace {
    @Override
    public Mixture mixture() {
      return MIXTURE;
    }

    @Override
    public int modes() {
      return 5;
    }

    @Override
    public String describe() {
      return "bare";
    }
  }

  @Test
  void aMissingCapabilityIsNamed() {
    VelocitySpace bare = new Bare();
    assertEquals(10, bare.size());
    Throwable e =
        assertThrows(MissingCapabilityException.class, () -> bare.require(Streaming.class));
    assertEquals(
        "velocity space 'bare' does not offer Streaming, which this computation needs",
        e.getMessage());
    BurnettSpace space = new BurnettSpace(MIXTURE, 12, AxialSymmetry.SLAB);
    assertEquals(space, space.require(MaxwellianExpansion.class));
    assertEquals("burnett basis, degree 12, slab: 49 modes a species", space.describe());
  }
}
