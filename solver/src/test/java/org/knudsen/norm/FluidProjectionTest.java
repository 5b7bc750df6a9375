package org.knudsen.norm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.TableCache;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.GaussianCubature;

class FluidProjectionTest {

  private static final Mixture MIXTURE =
      Mixture.of(new Species("a", 1.0, 0.7), new Species("b", 3.5, 0.2), new Species("c", 9, 0.4));

  private static double[] random(int size, long seed) {
    return new Random(seed).doubles(size, -1, 1).toArray();
  }

  private static double dot(double[] f, double[] g) {
    double sum = 0;
    for (int a = 0; a < f.length; a++) {
      sum += f[a] * g[a];
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource(AxialSymmetry.class)
  void isAnOrthogonalProjection(AxialSymmetry symmetry) {
    BurnettSpace space = new BurnettSpace(MIXTURE, 5, symmetry);
    FluidProjection projection = new FluidProjection(space);
    assertEquals(MIXTURE.size() + symmetry.axes() + 1, projection.rank());
    double[] f = random(space.size(), 1);
    double[] g = random(space.size(), 2);
    double[] pf = f.clone();
    double[] pg = g.clone();
    projection.apply(f, pf, 0);
    projection.apply(g, pg, 0);
    double[] twice = pf.clone();
    projection.apply(twice, twice, 0);
    assertArrayEquals(pf, twice, 1e-15, "idempotent");
    assertEquals(dot(f, pg), dot(pf, g), 1e-14, "self-adjoint");
    double[] rest = f.clone();
    projection.complement(rest, rest, 0);
    assertEquals(0, dot(rest, pg), 1e-14, "f - pi f is orthogonal to the range");
    assertEquals(dot(f, f), dot(pf, pf) + dot(rest, rest), 1e-13);
  }

  /** Its range is the kernel of L. */
  @Test
  void rangeIsAnnihilatedByTheLinearisedOperator() {
    BurnettSpace space = new BurnettSpace(MIXTURE, 3, AxialSymmetry.FULL);
    CollisionKernel kernel =
        CollisionKernel.symmetric(
            3, (i, j) -> new PairKernel(new PowerLaw(0.25 + i + j, 1), s -> 1));
    double[] collision = new BurnettCollision(space, kernel, TableCache.none()).linearized();
    double[] f = random(space.size(), 4);
    new FluidProjection(space).apply(f, f, 0);
    for (int row = 0; row < space.size(); row++) {
      double sum = 0;
      for (int a = 0; a < space.size(); a++) {
        sum += collision[row * space.size() + a] * f[a];
      }
      assertEquals(0, sum, 1e-13 * Math.abs(collision[space.size() * space.size() - 1]));
    }
  }

  /**
   * (2.5): moments of f by Cartesian quadrature, and the right-hand side of (2.5) as a function of
   * v, against the value at v of the projected coefficients.
   */
  @Test
  void basisFormulaIsTheExplicitOne() {
    int degree = 4;
    BurnettSpace space = new BurnettSpace(MIXTURE, degree, AxialSymmetry.FULL);
    double[] f = random(space.size(), 9);
    double[] projected = new double[f.length];
    new FluidProjection(space).apply(f, projected, 0);
    int species = MIXTURE.size();
    double[] density = new double[species];
    double[] momentum = new double[3];
    double[] energy = new double[1];
    // degree of f / mu is 4, of the moments 2: seven points integrate degree 13
    GaussianCubature cubature = new GaussianCubature(7);
    for (int i = 0; i < species; i++) {
      int at = i;
      double m = MIXTURE.mass(i);
      cubature.forEach(
          (x, y, z, weight) -> {
            double[] v = {x / Math.sqrt(m), y / Math.sqrt(m), z / Math.sqrt(m)};
            double gaussian =
                Math.pow(m / (2 * Math.PI), 1.5) * Math.exp(-(x * x + y * y + z * z) / 2);
            double value = weight * space.value(f, 0, at, v[0], v[1], v[2]) / gaussian;
            density[at] += value;
            for (int k = 0; k < 3; k++) {
              momentum[k] += m * v[k] * value;
            }
            energy[0] += (x * x + y * y + z * z - 3) / Math.sqrt(6) * value;
          });
    }
    double[] v = {0.3, -0.4, 0.7};
    for (int i = 0; i < species; i++) {
      double m = MIXTURE.mass(i);
      double square = m * (v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
      double mu =
          MIXTURE.concentration(i) * Math.pow(m / (2 * Math.PI), 1.5) * Math.exp(-square / 2);
      double expected = density[i] / MIXTURE.concentration(i);
      for (int k = 0; k < 3; k++) {
        expected += v[k] / MIXTURE.massDensity() * momentum[k] * m;
      }
      expected += energy[0] / MIXTURE.totalConcentration() * (square - 3) / Math.sqrt(6);
      assertEquals(expected * mu, space.value(projected, 0, i, v[0], v[1], v[2]), 1e-13);
    }
  }

  /** (3.14): the mean over the torus; again an orthogonal projection. */
  @Test
  void equilibriumProjectionIsTheMeanOfTheFluidProjection() {
    BurnettSpace space = new BurnettSpace(MIXTURE, 4, AxialSymmetry.PLANAR);
    FourierModes modes = new FourierModes(new Torus(2, 5));
    double[] f = random(modes.size(space.size()), 3);
    double[] out = new double[f.length];
    EquilibriumProjection projection = new EquilibriumProjection(space, modes);
    projection.apply(f, out);
    double[] mean = new double[space.size()];
    new FluidProjection(space).apply(java.util.Arrays.copyOf(f, space.size()), mean, 0);
    assertArrayEquals(mean, java.util.Arrays.copyOf(out, space.size()), 0);
    for (int a = space.size(); a < out.length; a++) {
      assertEquals(0, out[a]);
    }
    assertEquals(Math.sqrt(dot(mean, mean)), projection.norm(f), 1e-14);
    double[] twice = out.clone();
    projection.apply(twice, twice);
    assertArrayEquals(out, twice, 1e-15);
  }
}
