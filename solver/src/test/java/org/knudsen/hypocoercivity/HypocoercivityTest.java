package org.knudsen.hypocoercivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.Gas;
import org.knudsen.collision.Spectrum;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

/** Decay rates of T^eps, and Lyapunov functionals (2.6). */
class HypocoercivityTest {

  private static final double KAPPA = 2 * Math.PI;

  private static Gas linearized(Mixture mixture, double gamma, int degree) {
    CollisionKernel kernel =
        CollisionKernel.symmetric(
            mixture.size(), (i, j) -> new PairKernel(new PowerLaw(0.25 + 0.1 * i, gamma), s -> 1));
    return Gas.of(mixture, kernel, degree);
  }

  private static final Mixture ONE = Mixture.of(new Species("a", 2, 0.8));
  private static final Mixture TWO = Mixture.of(new Species("a", 1, 0.5), new Species("b", 4, 0.5));

  /** k = 0: the gap of L over eps^2, in the gas that hold m. */
  @Test
  void uniformModeDecaysWithTheSpectralGap() {
    Gas gas = linearized(TWO, 1, 6);
    for (int m = 0; m <= 3; m++) {
      double gap = Double.POSITIVE_INFINITY;
      for (int l = m; l <= 6; l++) {
        gap = Math.min(gap, Spectrum.of(gas.harmonics(), l).harmonics().get(0).gap().orElseThrow());
      }
      double rate = new WaveOperator(gas, m, 0, 0.1).decayRate();
      assertEquals(gap / 0.01, rate, 1e-11 * rate, "m = " + m);
    }
  }

  /**
   * eps -> 0, one species of Maxwell molecules: shear decays with nu kappa^2, nu = 1 / (m
   * lambda_02). Heat and sound decay faster there (3/2 and 7/6 of it), so nu kappa^2 is the rate of
   * m = 1 and the rate of m = 0 is 7/6 of it. The correction is O(eps^2).
   */
  @Test
  void diffusiveLimitIsNavierStokes() {
    Gas gas = linearized(ONE, 0, 6);
    double lambda = Spectrum.of(gas.harmonics(), 2).harmonics().get(0).eigenvalues().get(0);
    double shear = KAPPA * KAPPA / (ONE.mass(0) * lambda);
    double[] error = new double[2];
    for (int p = 0; p < 2; p++) {
      double eps = p == 0 ? 2e-3 : 1e-3;
      double transverse = new WaveOperator(gas, 1, KAPPA, eps).decayRate();
      double longitudinal = new WaveOperator(gas, 0, KAPPA, eps).decayRate();
      error[p] = transverse - shear;
      assertEquals(shear, transverse, 1e4 * eps * eps * shear);
      assertEquals(7.0 / 6 * shear, longitudinal, 1e4 * eps * eps * shear);
    }
    assertEquals(4, error[0] / error[1], 0.05, "second order in eps");
  }

  /** The real matrix is L / eps^2 plus an antisymmetric part, so ||f||^2 never grows. */
  @Test
  void symmetricPartIsTheCollisions() {
    WaveOperator mode = new WaveOperator(linearized(TWO, 1, 5), 1, KAPPA, 0.2);
    WaveOperator still = new WaveOperator(linearized(TWO, 1, 5), 1, 0, 0.2);
    SimpleMatrix t = mode.matrix();
    SimpleMatrix symmetric = t.plus(t.transpose()).scale(0.5);
    assertEquals(0, symmetric.minus(still.matrix()).normF(), 1e-12);
    SimpleMatrix p = mode.kernel().mult(mode.kernel().transpose());
    assertEquals(0, p.mult(p).minus(p).normF(), 1e-15);
    assertEquals(0, still.matrix().mult(p).normF(), 1e-10);
  }

  /**
   * &lt;grad_x f, grad_v f&gt; changes along transport at the rate -||grad_x f||^2 / eps: the
   * identity that hypocoercivity rests on, on functions of degree K - 1, whose transport stays in
   * the space.
   */
  @Test
  void mixedTermDissipatesTheSpatialGradient() {
    double eps = 0.3;
    int degree = 6;
    for (int m = 0; m <= 2; m++) {
      Gas gas = linearized(TWO, 1, degree);
      WaveOperator mode = new WaveOperator(gas, m, KAPPA, eps);
      SimpleMatrix transport = mode.matrix().minus(new WaveOperator(gas, m, 0, eps).matrix());
      SimpleMatrix rate =
          mode.mixedForm().mult(transport).plus(transport.transpose().mult(mode.mixedForm()));
      for (int row = 0; row < mode.size(); row++) {
        for (int column = 0; column < mode.size(); column++) {
          double d = mode.velocityForm(1).get(row, row);
          double e = mode.velocityForm(1).get(column, column);
          boolean inside =
              d / (row < mode.size() / 2 ? 1 : 4) < degree + 2.5
                  && e / (column < mode.size() / 2 ? 1 : 4) < degree + 2.5;
          if (inside) {
            double expected = row == column ? -KAPPA * KAPPA / eps : 0;
            assertEquals(expected, rate.get(row, column), 1e-10, row + ", " + column);
          }
        }
      }
    }
  }

  /**
   * Goldstein-Taylor, T = (0, kappa; -kappa, -sigma) with kappa > sigma / 2: eigenvalues have real
   * part -sigma / 2, attained by P = (1, sigma / (2 kappa); ., 1) (Dolbeault, Mouhot and Schmeiser
   * 2015). Family: identity, off-diagonal, second diagonal entry.
   */
  @Test
  void optimumOfTheGoldsteinTaylorModelIsSharp() {
    double kappa = 3;
    double sigma = 2;
    SimpleMatrix t = new SimpleMatrix(new double[][] {{0, kappa}, {-kappa, -sigma}});
    LyapunovOptimum optimum =
        LyapunovOptimum.of(
            List.of(
                new LyapunovOptimum.Equation(
                    t,
                    List.of(
                        SimpleMatrix.identity(2),
                        new SimpleMatrix(new double[][] {{0, 1}, {1, 0}}),
                        new SimpleMatrix(new double[][] {{0, 0}, {0, 1}})))),
            new double[] {0, 0},
            0.9,
            400);
    assertEquals(sigma / 2, optimum.rate(), 1e-6);
    assertEquals(sigma / (2 * kappa), optimum.coordinates()[0], 1e-3);
    assertEquals(0, optimum.coordinates()[1], 1e-3);
  }

  /**
   * One functional for all azimuths and the first waves: it decays, not faster than the slowest
   * mode (0.560 against 0.656 at eps = 1, 4.40 against 6.21 at 0.1), and it is a norm. No
   * functional nearby is better.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1})
  void bestFunctionalDecaysNoFasterThanTheModes(double eps) {
    Gas gas = linearized(ONE, 1, 4);
    List<WaveOperator> modes = new ArrayList<>();
    for (int m = 0; m <= 4; m++) {
      for (int k = 1; k <= 3; k++) {
        modes.add(new WaveOperator(gas, m, k * KAPPA, eps));
      }
    }
    LyapunovFunctional best = LyapunovOptimum.functional(modes, 300);
    double lambda = modes.stream().mapToDouble(best::decayRate).min().orElseThrow();
    double abscissa = modes.stream().mapToDouble(WaveOperator::decayRate).min().orElseThrow();
    assertTrue(lambda > 0, "rate " + lambda);
    assertTrue(lambda <= abscissa * (1 + 1e-9), lambda + " against " + abscissa);
    for (double factor : new double[] {0.9, 1.1}) {
      LyapunovFunctional a =
          new LyapunovFunctional(
              best.space(0), factor * best.space(1), best.mixed(1), best.velocity(0, 1));
      LyapunovFunctional b =
          new LyapunovFunctional(
              best.space(0), best.space(1), factor * best.mixed(1), best.velocity(0, 1));
      LyapunovFunctional d =
          new LyapunovFunctional(
              best.space(0), best.space(1), best.mixed(1), factor * best.velocity(0, 1));
      for (LyapunovFunctional other : List.of(a, b, d)) {
        double rate = modes.stream().mapToDouble(other::decayRate).min().orElseThrow();
        assertTrue(rate <= lambda * (1 + 1e-4), other + ": " + rate + " against " + lambda);
      }
    }
    for (WaveOperator mode : modes) {
      assertTrue(best.lowerEquivalence(mode) > 0);
      assertTrue(best.upperEquivalence(mode) > 0);
    }
  }

  /** Without mixed term and gradients: constants of (3.35) in closed form, and no decay. */
  @Test
  void plainNormHasKnownConstants() {
    WaveOperator mode = new WaveOperator(linearized(ONE, 1, 4), 0, KAPPA, 0.5);
    LyapunovFunctional plain = new LyapunovFunctional(1, 0, 0, 0);
    double square = KAPPA * KAPPA;
    // largest and smallest ||grad_v f||^2: m (K + 3) and 3 m
    assertEquals(1 / (2 + square + 0.25 * 2 * 7), plain.lowerEquivalence(mode), 1e-14);
    assertEquals(1 / (1 + square + 2 * 3), plain.upperEquivalence(mode), 1e-14);
    assertEquals(0, plain.decayRate(mode), 1e-12);
  }

  @Test
  void refusesWrongInput() {
    Gas gas = linearized(ONE, 1, 4);
    assertThrows(IllegalArgumentException.class, () -> new WaveOperator(gas, 5, KAPPA, 0.1));
    assertThrows(IllegalArgumentException.class, () -> new WaveOperator(gas, 0, -1, 0.1));
    assertThrows(IllegalArgumentException.class, () -> new WaveOperator(gas, 0, KAPPA, 0));
    WaveOperator mode = new WaveOperator(gas, 0, KAPPA, 0.5);
    assertThrows(
        IllegalArgumentException.class,
        () -> new LyapunovFunctional(1, 0, 100, 0).decayRate(mode),
        "not positive");
  }
}
