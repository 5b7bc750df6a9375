package org.knudsen.plugin.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.TimeIntegratorProvider;
import org.knudsen.time.BlockLinearPart;
import org.knudsen.time.LinearPart;
import org.knudsen.time.SemilinearEquation;
import org.knudsen.time.TimeIntegrator;

/** What every time integrator must do: extend it and say which. */
public abstract class TimeIntegratorContract extends ProviderContract<TimeIntegratorProvider> {

  protected TimeIntegratorContract() {
    super(PluginFamily.TIME_INTEGRATORS);
  }

  private TimeIntegrator scheme() {
    return provider().create(values(1));
  }

  /**
   * y' = A y + N(t, y) with the solution y(t) = (2 + sin 2t, e^{-t/2}, 1 / (1 + t)) that N is made
   * for: A is dense and not symmetric, and N is nonlinear, couples all components and depends on
   * time.
   */
  private static final class KnownSolution implements SemilinearEquation {

    private static final double[] A = {-1.5, 0.4, -0.3, 0.2, -0.8, 0.5, 0.6, -0.1, -1.1};

    private final LinearPart linear =
        new BlockLinearPart(3, List.of(new BlockLinearPart.Block(0, 3, 1, A)));

    static double[] solution(double t) {
      return new double[] {2 + Math.sin(2 * t), Math.exp(-t / 2), 1 / (1 + t)};
    }

    private static double[] derivative(double t) {
      return new double[] {2 * Math.cos(2 * t), -0.5 * Math.exp(-t / 2), -1 / ((1 + t) * (1 + t))};
    }

    @Override
    public int size() {
      return 3;
    }

    @Override
    public LinearPart linear() {
      return linear;
    }

    @Override
    public void nonlinear(double t, double[] y, double[] out) {
      double[] exact = solution(t);
      double[] slope = derivative(t);
      for (int k = 0; k < 3; k++) {
        int next = (k + 1) % 3;
        out[k] = slope[k] + y[k] * y[next] - exact[k] * exact[next];
        for (int column = 0; column < 3; column++) {
          out[k] -= A[3 * k + column] * exact[column];
        }
      }
    }
  }

  private static double error(TimeIntegrator scheme, int steps) {
    double dt = 1.0 / steps;
    double[] y = KnownSolution.solution(0);
    TimeIntegrator.Stepper stepper = scheme.stepper(new KnownSolution(), dt);
    for (int n = 0; n < steps; n++) {
      stepper.step(n * dt, y);
    }
    double[] exact = KnownSolution.solution(1);
    double error = 0;
    for (int k = 0; k < 3; k++) {
      error = Math.max(error, Math.abs(y[k] - exact[k]));
    }
    return error;
  }

  /** Within 5%: steps fine enough for the leading term, coarse enough to be far from round-off. */
  @Test
  void convergesWithItsOrder() {
    TimeIntegrator scheme = scheme();
    int steps = 160;
    double coarse = error(scheme, steps);
    double fine = error(scheme, 2 * steps);
    double order = Math.log(coarse / fine) / Math.log(2);
    assertEquals(scheme.order(), order, 0.05 * scheme.order(), "errors " + coarse + " and " + fine);
    assertTrue(fine > 1e-13, "an error of " + fine + " is round-off and shows no order");
  }

  @Test
  void hasANameAndAnOrder() {
    assertFalse(scheme().name().isBlank());
    assertTrue(scheme().order() >= 1);
    assertEquals(scheme().order(), scheme().order());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAnImpossibleStep(double dt) {
    TimeIntegrator scheme = scheme();
    assertThrows(IllegalArgumentException.class, () -> scheme.stepper(new KnownSolution(), dt));
  }

  /** y_0' = cos t: slow, untouched by A. y_1' = -lambda y_1 + y_0. y_2' = 0: touched by nothing. */
  private record Stiff(double lambda, LinearPart linear) implements SemilinearEquation {

    static Stiff of(double lambda) {
      double[] matrix = {0, 0, 0, 0, -lambda, 0, 0, 0, 0};
      return new Stiff(
          lambda, new BlockLinearPart(3, List.of(new BlockLinearPart.Block(0, 3, 1, matrix))));
    }

    @Override
    public int size() {
      return 3;
    }

    @Override
    public void nonlinear(double t, double[] y, double[] out) {
      out[0] = Math.cos(t);
      out[1] = y[0];
      out[2] = 0;
    }
  }

  private static double[] afterSteps(TimeIntegrator scheme, double lambda, int steps) {
    double[] y = {0.5, 1, 0.1};
    TimeIntegrator.Stepper stepper = scheme.stepper(Stiff.of(lambda), 0.1);
    for (int n = 0; n < steps; n++) {
      stepper.step(0.1 * n, y);
    }
    return y;
  }

  /**
   * The same step from lambda dt = 0.1 to 1e11: the slow component does not feel the stiffness at
   * all, and the stiff one lands on its slow manifold y_1 = y_0 / lambda.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e3, 1e6, 1e12})
  void keepsItsStepAsTheLinearPartStiffens(double lambda) {
    TimeIntegrator scheme = scheme();
    assumeTrue(scheme.unconditional(), "explicit");
    double[] y = afterSteps(scheme, lambda, 100);
    assertEquals(afterSteps(scheme, 1, 100)[0], y[0], "the slow component");
    if (lambda >= 1e3) {
      // the next term of the slow manifold is y_0' / lambda^2; the rest is the scheme's own lag
      double manifold = y[0] / lambda;
      assertEquals(manifold, y[1], 0.2 / lambda, "the stiff component");
    }
  }

  @Test
  void keepsToTheLastBitWhatNothingTouches() {
    for (double lambda : new double[] {1e-3, 1, 10}) {
      assertEquals(0.1, afterSteps(scheme(), lambda, 50)[2], "lambda " + lambda);
    }
    if (scheme().unconditional()) {
      assertEquals(0.1, afterSteps(scheme(), 1e12, 50)[2], "lambda 1e12");
    }
  }

  /** A scheme is shared between runs: steppers do not disturb one another. */
  @Test
  void steppersAreIndependent() {
    TimeIntegrator scheme = scheme();
    double[] alone = KnownSolution.solution(0);
    TimeIntegrator.Stepper only = scheme.stepper(new KnownSolution(), 0.05);
    only.step(0, alone);
    only.step(0.05, alone);
    double[] first = KnownSolution.solution(0);
    double[] second = KnownSolution.solution(0);
    TimeIntegrator.Stepper a = scheme.stepper(new KnownSolution(), 0.05);
    TimeIntegrator.Stepper b = scheme.stepper(new KnownSolution(), 0.1);
    a.step(0, first);
    b.step(0, second);
    a.step(0.05, first);
    assertArrayEquals(alone, first);
  }
}
