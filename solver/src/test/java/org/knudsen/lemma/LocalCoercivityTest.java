package org.knudsen.lemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.OperatorsAboutMaxwellian;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.velocity.BurnettSpace;

/** (3.4) about M^eps, and (3.7) of Lemma 3.5. */
class LocalCoercivityTest {

  private static final double DELTA = 0.05;

  private static BurnettCollision operator;
  private static BurnettSpace space;

  @BeforeAll
  static void build() {
    operator = TwoGases.collision(1, 4);
    space = TwoGases.slab(4);
  }

  private OperatorsAboutMaxwellian about(LocalMaxwellian background) {
    return new OperatorsAboutMaxwellian(operator, background);
  }

  private LocalCoercivity at(double eps, double delta) {
    return new LocalCoercivity(
        space, operator.linearized(), about(TwoGases.background(eps, delta)), 1, eps);
  }

  /** About mu: the constants of L, and no defect. */
  @Test
  void aboutTheEquilibriumNothingIsLost() {
    LocalCoercivity rest =
        new LocalCoercivity(
            space,
            operator.linearized(),
            about(LocalMaxwellian.equilibrium(TwoGases.MIXTURE)),
            1,
            0.1);
    CoercivityConstants constants = CoercivityConstants.of(operator.gas(), 1);
    assertEquals(constants.gap(), rest.gap(), 1e-11);
    assertEquals(constants.gap(), rest.localGap(), 1e-11);
    assertEquals(constants.continuity(), rest.continuity(), 1e-11);
    for (double eta : new double[] {0.01, 1, 100}) {
      assertEquals(0, rest.defect(DELTA, eta), 1e-11 / eta);
    }
  }

  /** C_1^L and the gap about M^eps are those about mu plus O(eps). */
  @Test
  void tendToTheEquilibriumAtFirstOrder() {
    CoercivityConstants limit = CoercivityConstants.of(operator.gas(), 1);
    LocalCoercivity coarse = at(0.1, DELTA);
    LocalCoercivity fine = at(0.05, DELTA);
    assertEquals(
        1,
        Math.log(
                (coarse.continuity() - limit.continuity())
                    / (fine.continuity() - limit.continuity()))
            / Math.log(2),
        0.05);
    assertEquals(
        1,
        Math.log((limit.gap() - coarse.localGap()) / (limit.gap() - fine.localGap())) / Math.log(2),
        0.05);
  }

  /** C_2^L for every eta_1, eps from 1 to 1e-6: bounded, and tending to a limit like eps. */
  @Test
  void theDefectIsUniformInEpsilon() {
    double[] etas = {1e-3, 1e-2, 0.1, 1, 10, 1e3, 1e6};
    double limit = at(1e-6, DELTA).defect(DELTA, etas);
    for (double eps : new double[] {1, 0.1, 1e-3}) {
      double now = at(eps, DELTA).defect(DELTA, etas);
      assertTrue(now < 1.02 * limit, eps + ": " + now + " against " + limit);
    }
    double[] gap = new double[2];
    for (int k = 0; k < 2; k++) {
      gap[k] = limit - at(0.02 / (1 << k), DELTA).defect(DELTA, etas);
    }
    assertEquals(1, Math.log(gap[0] / gap[1]) / Math.log(2), 0.05);
  }

  /**
   * In delta: for eta_1 -> infinity the pencil is 2 x 2 in size, and C_2^2 is the largest singular
   * value squared of L^eps pi_L / (2 eps) over delta, so C_2 ~ sqrt(delta): delta^2 could stand in
   * (3.7).
   */
  @Test
  void theDefectGoesLikeTheRootOfDelta() {
    double coarse = at(1e-3, 0.02).defect(0.02, 1e9);
    double fine = at(1e-3, 0.005).defect(0.005, 1e9);
    assertEquals(0.5, Math.log(coarse / fine) / Math.log(4), 0.01);
  }

  /** Any f, and the eigenvector: (3.7) holds and is attained. */
  @Test
  void theDefectIsAttained() {
    double eps = 0.3;
    double eta = 0.4;
    LocalCoercivity constants = at(eps, 0.2);
    double c = constants.defect(0.2, eta);
    SimpleMatrix phi = DerivativeMatrices.invariants(space);
    SimpleMatrix fluid = phi.mult(phi.transpose());
    SimpleMatrix micro = SimpleMatrix.identity(space.size()).minus(fluid);
    SimpleMatrix weight = new DerivativeMatrices(space, 1).weight();
    SimpleMatrix left =
        micro
            .mult(weight)
            .mult(micro)
            .scale(-(constants.gap() - (eps + eta) * c))
            .plus(fluid.mult(weight).mult(fluid).scale(eps * eps * 0.2 * c / eta))
            .minus(
                SymmetricPencil.symmetric(
                    TwoGases.square(about(TwoGases.background(eps, 0.2)).linearized())));
    Random random = new Random(9);
    for (int trial = 0; trial < 50; trial++) {
      assertTrue(TwoGases.form(left, TwoGases.random(random, space.size())) > 0);
    }
    assertEquals(0, SymmetricPencil.smallest(left, weight).value(), 1e-12);
  }

  /** |&lt;L^eps f, g>| for random pairs. */
  @Test
  void continuityHolds() {
    LocalCoercivity constants = at(0.5, 0.2);
    SimpleMatrix weight = new DerivativeMatrices(space, 1).weight();
    SimpleMatrix l = TwoGases.square(about(TwoGases.background(0.5, 0.2)).linearized());
    Random random = new Random(1);
    for (int trial = 0; trial < 50; trial++) {
      SimpleMatrix f = TwoGases.random(random, space.size());
      SimpleMatrix g = TwoGases.random(random, space.size());
      double value = Math.abs(g.transpose().mult(l).mult(f).get(0, 0));
      assertTrue(
          value
              <= constants.continuity()
                  * Math.sqrt(TwoGases.form(weight, f) * TwoGases.form(weight, g)));
    }
  }

  @Test
  void refusesNonsense() {
    LocalCoercivity constants = at(0.5, 0.2);
    assertThrows(IllegalArgumentException.class, () -> constants.defect(0, 1));
    assertThrows(IllegalArgumentException.class, () -> constants.defect(0.1, 0));
    assertThrows(IllegalArgumentException.class, () -> at(0, 0.1));
  }
}
