package org.knudsen.hypocoercivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.Gas;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.norm.SobolevNorm;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.CreationOperator;

/** The functional (2.6) of any order, and its equivalence with norms. */
class LyapunovFunctionalTest {

  private static final double KAPPA = 2 * Math.PI;
  private static final int DEGREE = 4;
  private static final Mixture TWO = Mixture.of(new Species("a", 1, 0.5), new Species("b", 4, 0.3));
  private static final Gas GAS =
      Gas.of(
          TWO,
          CollisionKernel.symmetric(2, (i, j) -> new PairKernel(new PowerLaw(0.25, 1), s -> 1)),
          DEGREE);

  private static LyapunovFunctional random(int s, long seed) {
    Random random = new Random(seed);
    double[][] velocity = new double[s][];
    for (int b = 1; b <= s; b++) {
      velocity[b - 1] = random.doubles(s - b + 1, 0.5, 1.5).toArray();
    }
    return new LyapunovFunctional(
        random.doubles(s + 1, 0.5, 1.5).toArray(), random.doubles(s, 0.2, 0.5).toArray(), velocity);
  }

  private static SimpleMatrix times(CreationOperator raise, SimpleMatrix f, double factor) {
    double[] out = new double[f.getNumRows()];
    int modes = out.length / 2;
    for (int i = 0; i < 2; i++) {
      raise.add(-factor * Math.sqrt(TWO.mass(i)), f.getDDRM().data, i * modes, out, i * modes);
    }
    return new SimpleMatrix(out);
  }

  /**
   * The matrix of a mode against (2.6) term by term on f = Re (p + i q) e^{i kappa x} on a slab:
   * d_x multiplies by i kappa, d_v along x is -sqrt(m) a^+.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void formIsTheSumOfItsTerms(int s) {
    double eps = 0.3;
    double kappa = 2 * KAPPA;
    LyapunovFunctional functional = random(s, 3);
    BurnettSpace space = new BurnettSpace(TWO, DEGREE, AxialSymmetry.SLAB);
    CreationOperator raise = new CreationOperator(space.burnettModes(), 0);
    Random random = new Random(8);
    SimpleMatrix p = new SimpleMatrix(random.doubles(space.size(), -1, 1).toArray());
    SimpleMatrix q = new SimpleMatrix(random.doubles(space.size(), -1, 1).toArray());
    double expected = 0;
    double power = 1; // kappa^{2 j}
    for (int j = 0; j <= s; j++) {
      expected += functional.space(j) * power * (p.dot(p) + q.dot(q));
      if (j < s) {
        // <grad_x g, grad_v g>, g = grad_x^j f: i kappa (p + i q) = -kappa q + i kappa p
        SimpleMatrix dp = times(raise, p, 1);
        SimpleMatrix dq = times(raise, q, 1);
        expected += eps * functional.mixed(j + 1) * power * kappa * (p.dot(dq) - q.dot(dp));
      }
      for (int b = 1; j + b <= s; b++) {
        expected +=
            eps
                * eps
                * functional.velocity(j, b)
                * power
                * (invariant(space, p, b) + invariant(space, q, b));
      }
      power *= kappa * kappa;
    }
    // coefficients of odd l divided by i: (p + i q) / i = q - i p
    SimpleMatrix re = p.copy();
    SimpleMatrix im = q.copy();
    for (int a = 0; a < space.size(); a++) {
      if (space.odd(a % space.modes())) {
        re.set(a, q.get(a));
        im.set(a, -p.get(a));
      }
    }
    SimpleMatrix form = functional.form(new WaveOperator(GAS, 0, kappa, eps));
    double value = form.mult(re).dot(re) + form.mult(im).dot(im);
    assertEquals(expected, value, 1e-12 * Math.abs(expected));
  }

  /** All b-fold derivatives, by levels: the check of these against all axes is elsewhere. */
  private static double invariant(BurnettSpace space, SimpleMatrix f, int b) {
    double sum = 0;
    for (int a = 0; a < space.size(); a++) {
      int mode = a % space.modes();
      int level = 2 * space.burnettModes().n(mode) + space.burnettModes().l(mode);
      double value = Math.pow(TWO.mass(a / space.modes()), b);
      for (int p = 0; p < b; p++) {
        value *= level + 3 + p;
      }
      sum += value * f.get(a) * f.get(a);
    }
    return sum;
  }

  /**
   * The norm that counts every multi-index once lies between the one of all derivatives and that
   * over the multiplicity; for s = 1 they are equal.
   */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 1, 2", "3, 1, 6", "2, 3, 2", "3, 2, 6"})
  void multiIndicesCountedOnceLieWithinTheMultiplicity(int s, int dimension, int multiplicity) {
    double eps = 0.7;
    BurnettSpace space = new BurnettSpace(TWO, 3, AxialSymmetry.ofDimension(dimension));
    FourierModes modes = new FourierModes(new Torus(dimension, 4));
    double closest = Double.POSITIVE_INFINITY;
    for (long seed = 0; seed < 5; seed++) {
      double[] f = new Random(seed).doubles(modes.size(space.size()), -1, 1).toArray();
      double once = Math.pow(new SobolevNorm(space, modes, s, eps).of(f), 2);
      double all = 0;
      for (int w = 0; w < modes.count(); w++) {
        double x = KAPPA * KAPPA * modes.squaredNorm(w);
        for (int column = 0; column < (w == 0 ? 1 : 2); column++) {
          int at = modes.offset(w, space.size()) + column * space.size();
          SimpleMatrix part =
              new SimpleMatrix(java.util.Arrays.copyOfRange(f, at, at + space.size()));
          double sum = invariant(space, part, 0);
          for (int j = 0; j <= s; j++) {
            for (int b = 0; j + b <= s; b++) {
              sum += (b == 0 ? 1 : eps * eps) * Math.pow(x, j) * invariant(space, part, b);
            }
          }
          all += (w == 0 ? 1 : 2) * sum;
        }
      }
      assertTrue(once <= all * (1 + 1e-12), once + " against " + all);
      assertTrue(once >= all / multiplicity * (1 - 1e-12), once + " against " + all);
      closest = Math.min(closest, Math.abs(once / all - 1));
    }
    assertEquals(s == 1 ? 0 : 1, closest > 1e-12 ? 1 : 0, "equal for s = 1 only: " + closest);
  }

  /** C_eq and C_EQ hold on waves that were not looked at, and the sharp ones are attained. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 0.3", "3, 1", "3, 0.01"})
  void equivalenceHoldsOnAllWaves(int s, double eps) {
    LyapunovFunctional functional = random(s, 11);
    EquivalenceConstants c = EquivalenceConstants.of(functional, GAS, eps, 3);
    double lowest = Double.POSITIVE_INFINITY;
    double highest = 0;
    for (double square : new double[] {0, 1, 2, 3, 5, 17, 1e2, 1e3, 1e4, 1e6, 1e8}) {
      for (WaveOperator mode : WaveOperator.all(GAS, eps, KAPPA * Math.sqrt(square))) {
        lowest = Math.min(lowest, functional.lowerEquivalence(mode));
        highest = Math.max(highest, functional.upperEquivalence(mode));
      }
    }
    assertTrue(c.lower() <= lowest * (1 + 1e-12), c + " against " + lowest);
    assertTrue(c.upper() >= highest * (1 - 1e-12), c + " against " + highest);
    double limit = functional.space(s);
    assertTrue(c.lower() < limit && c.upper() > limit, "both sides of the limit: " + c);
    assertEquals(c.lower(), lowest, 0.02 * lowest);
    assertEquals(c.upper(), highest, 0.02 * highest);
  }

  /** Constants of the norm itself: 1 but for the ||f||^2 that is counted twice, and eps. */
  @Test
  void equivalenceOfTheNormItself() {
    double eps = 0.5;
    LyapunovFunctional norm = new LyapunovFunctional(1, 1, 0, 1);
    EquivalenceConstants c = EquivalenceConstants.of(norm, GAS, eps, 1);
    // worst at k = 0 and the smallest ||grad_v f||^2 = 3 m
    assertEquals((1 + 0.25 * 3) / (2 + 0.25 * 3), c.lower(), 1e-12);
    assertEquals(1 + EquivalenceConstants.SLACK, c.upper(), 1e-12);
  }

  /** Derivatives in x commute with the equation: what they add leaves every rate as it was. */
  @Test
  void spatialDerivativesKeepTheRate() {
    LyapunovFunctional one = new LyapunovFunctional(10, 10, 2, 1);
    LyapunovFunctional three =
        new LyapunovFunctional(
            new double[] {10, 15, 8, 3},
            new double[] {2, 1, 0.6},
            new double[][] {{1, 0.5, 0.3}, {0, 0}, {0}});
    for (WaveOperator mode : WaveOperator.all(GAS, 0.2, KAPPA, 3 * KAPPA)) {
      double rate = one.decayRate(mode);
      assertEquals(rate, three.decayRate(mode), 1e-9 * Math.abs(rate));
      assertEquals(rate, one.times(7).decayRate(mode), 1e-9 * Math.abs(rate));
    }
  }

  /**
   * Order 2 and 3 from the best of order 1: the rate loses a given share for A and each b, no more
   * and no less, over all modes together, and the functional bounds the norm of its order.
   */
  @Test
  void raisedFunctionalKeepsTheRate() {
    List<WaveOperator> modes = new ArrayList<>();
    for (double eps : new double[] {1, 1e-2}) {
      modes.addAll(WaveOperator.all(GAS, eps, 0, KAPPA, 2 * KAPPA));
    }
    LyapunovFunctional one = LyapunovOptimum.functional(modes, 60);
    double rate = LyapunovOptimum.smallestRate(one, modes);
    double loss = 0.05;
    for (int s = 1; s <= 3; s++) {
      LyapunovFunctional raised = LyapunovOptimum.raised(one, modes, s, loss);
      assertEquals(s, raised.sobolev());
      double kept = rate * Math.pow(1 - loss, s);
      assertEquals(kept, LyapunovOptimum.smallestRate(raised, modes), 2e-3 * kept);
      EquivalenceConstants c = EquivalenceConstants.of(raised, GAS, 1, 1);
      assertTrue(c.lower() > 0, "order " + s);
    }
    assertThrows(
        IllegalArgumentException.class, () -> LyapunovOptimum.raised(one, modes, 2, 1), "loss");
  }

  /**
   * On one wave order 2 has the terms of ||grad_v^2 f||^2 beside those of order 1: its best rate is
   * no less, and here hardly more. For many waves its constants make the relative size of the terms
   * a function of the wave: one functional then decays as fast on all of them together as the best
   * does on the slowest one alone, which order 1 cannot.
   */
  @Test
  void orderTwoServesAllWavesAtTheRateOfTheSlowest() {
    List<WaveOperator> slowest = WaveOperator.all(GAS, 1, KAPPA);
    double one = LyapunovOptimum.smallestRate(LyapunovOptimum.functional(slowest, 100), slowest);
    LyapunovFunctional best = LyapunovOptimum.functional(slowest, 2, 600);
    double two = LyapunovOptimum.smallestRate(best, slowest);
    assertEquals(2, best.sobolev());
    assertTrue(two >= one * (1 - 1e-6), one + ", " + two);
    List<WaveOperator> all = new ArrayList<>();
    for (double eps : new double[] {1, 0.1, 1e-3}) {
      all.addAll(WaveOperator.all(GAS, eps, 0, KAPPA, 2 * KAPPA, 5 * KAPPA, 30 * KAPPA));
    }
    double uniformOne = LyapunovOptimum.smallestRate(LyapunovOptimum.functional(all, 100), all);
    LyapunovFunctional uniform = LyapunovOptimum.functional(all, 2, 600);
    double uniformTwo = LyapunovOptimum.smallestRate(uniform, all);
    assertTrue(uniformOne < 0.95 * one, uniformOne + " against " + one);
    assertEquals(two, uniformTwo, 1e-3 * two);
    LyapunovFunctional strong = LyapunovOptimum.strengthened(uniform, all, 0.05);
    assertTrue(LyapunovOptimum.smallestRate(strong, all) >= 0.95 * 0.95 * uniformTwo);
    assertTrue(strong.velocity(0, 2) > 100 * uniform.velocity(0, 2), "a norm of order 2");
    assertThrows(
        IllegalArgumentException.class, () -> LyapunovOptimum.functional(slowest, 0, 100), "order");
  }

  @Test
  void refusesConstantsThatDoNotFit() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new LyapunovFunctional(new double[] {1}, new double[0], new double[0][]));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new LyapunovFunctional(
                new double[] {1, 1, 1}, new double[] {0, 0}, new double[][] {{1}, {1}}));
    assertThrows(
        IllegalArgumentException.class,
        () -> EquivalenceConstants.of(new LyapunovFunctional(1, 1, 50, 1), GAS, 1, 1),
        "not positive");
    assertThrows(
        IllegalArgumentException.class,
        () -> EquivalenceConstants.of(new LyapunovFunctional(1, 0, 0, 1), GAS, 1, 1),
        "a_s");
  }
}
