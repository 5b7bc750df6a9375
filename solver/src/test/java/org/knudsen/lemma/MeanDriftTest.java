package org.knudsen.lemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.fluid.FluidFields;
import org.knudsen.norm.EquilibriumProjection;
import org.knudsen.norm.FluidProjection;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.BurnettSpace;

/** (3.16), (3.18) of Lemma 3.10. */
class MeanDriftTest {

  private static final Torus TORUS = new Torus(1, 16);

  private static FluidFields fields(long seed) {
    FluidFields out = new FluidFields(TORUS.cells(), 2);
    Random random = new Random(seed);
    for (int at = 0; at < out.concentrationDeviation.length; at++) {
      out.concentrationDeviation[at] = 0.2 * random.nextDouble() - 0.1;
      out.velocity[3 * at] = 0.4 * random.nextDouble() - 0.2;
    }
    return out;
  }

  /** Wave 0 += weight times the mean of (M^eps - mu) / eps. */
  private static void addMean(
      BurnettSpace space, FluidFields fields, double eps, double weight, double[] out) {
    double[] one = new double[space.modes()];
    for (int at = 0; at < 2 * fields.cells; at++) {
      int i = at % 2;
      space.deviation(
          i, eps, fields.concentrationDeviation[at], fields.velocity[3 * at], 0, 0, one, 0);
      for (int a = 0; a < one.length; a++) {
        out[i * one.length + a] += weight * one[a] / fields.cells;
      }
    }
  }

  /** The explicit formula against the projection of M^eps expanded in the basis. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1, 1e-4})
  void agreesWithTheProjectionOfTheLocalMaxwellian(double eps) {
    BurnettSpace space = TwoGases.slab(3);
    FourierModes modes = new FourierModes(TORUS);
    double[] difference = new double[modes.size(space.size())];
    addMean(space, fields(1), eps, 1, difference);
    addMean(space, fields(2), eps, -1, difference);
    FluidProjection projection = new FluidProjection(space);
    double[] coordinates = new double[projection.rank()]; // a, b, momentum along 0, energy
    projection.coordinates(difference, 0, coordinates);
    MeanDrift drift = MeanDrift.between(TwoGases.MIXTURE, fields(1), fields(2), eps);
    double[] found = drift.coordinates();
    int[] place = {0, 1, 2, 5};
    for (int k = 0; k < 4; k++) {
      assertEquals(coordinates[k], found[place[k]], 1e-13 * (1 + eps), "coordinate " + k);
    }
    assertEquals(0, found[3]);
    assertEquals(new EquilibriumProjection(space, modes).norm(difference), drift.norm(), 1e-13);
    assertTrue(Math.abs(found[5]) > 1e-4 * eps, "energy moves");
  }

  /**
   * (3.16) as a quadratic form, wave by wave: the least factor of ||grad_x f||^2 in ||pi_L f||^2
   * &lt;= factor ||grad_x f||^2 is an eigenvalue, largest for the first wave, and the 2 of the
   * paper is not needed: ||pi_L f||^2 - ||pi_T f||^2 has no part on wave 0.
   */
  @Test
  void theBestFactorIsThePoincareConstant() {
    BurnettSpace space = TwoGases.slab(3);
    SimpleMatrix phi = DerivativeMatrices.invariants(space);
    SimpleMatrix project = phi.mult(phi.transpose());
    double most = 0;
    for (int k = 1; k <= 5; k++) {
      double wave = 2 * Math.PI * k;
      double factor =
          SymmetricPencil.largest(project, SimpleMatrix.identity(space.size()).scale(wave * wave));
      assertEquals(1 / (wave * wave), factor, 1e-14);
      most = Math.max(most, factor);
    }
    assertEquals(CoercivityConstants.POINCARE, most, 1e-14);
  }

  /** Any field: ||pi_L f||^2 &lt;= C ||grad_x f||^2 + ||pi_T f||^2, C = 1 / (4 pi^2). */
  @Test
  void noFieldViolatesThePoincareInequality() {
    BurnettSpace space = TwoGases.slab(3);
    FourierModes modes = new FourierModes(TORUS);
    FluidProjection projection = new FluidProjection(space);
    Random random = new Random(2);
    int size = space.size();
    double[] c = new double[projection.rank()];
    for (int trial = 0; trial < 20; trial++) {
      double[] f = random.doubles(modes.size(size), -1, 1).toArray();
      double fluid = 0;
      double gradient = 0;
      for (int w = 0; w < modes.count(); w++) {
        for (int part = 0; part < (w == 0 ? 1 : 2); part++) {
          int at = modes.offset(w, size) + part * size;
          projection.coordinates(f, at, c);
          for (double value : c) {
            fluid += (w == 0 ? 1 : 2) * value * value;
          }
          for (int a = at; a < at + size; a++) {
            gradient += 2 * 4 * Math.PI * Math.PI * modes.squaredNorm(w) * f[a] * f[a];
          }
        }
      }
      double mean = new EquilibriumProjection(space, modes).norm(f);
      assertTrue(fluid <= CoercivityConstants.POINCARE * gradient + mean * mean);
    }
  }

  /** Same fields, no drift; C^T adds the initial projection. */
  @Test
  void theConstantIsThatOfTheTriangle() {
    MeanDrift none = MeanDrift.between(TwoGases.MIXTURE, fields(1), fields(1), 0.5);
    assertEquals(0, none.norm(), 1e-16);
    assertEquals(4, none.constant(0.1, 0.05), 1e-13);
    MeanDrift drift = MeanDrift.between(TwoGases.MIXTURE, fields(1), fields(2), 0.5);
    assertEquals(drift.norm() * drift.norm() / 0.01, drift.constant(0, 0.1), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> drift.constant(0, 0));
  }
}
