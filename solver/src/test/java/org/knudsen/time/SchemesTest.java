package org.knudsen.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemesTest {

  static Stream<TimeIntegrator> all() {
    return Stream.of(Schemes.ars222(), Schemes.ars443(), Schemes.etdRk4(), Schemes.rk4());
  }

  static Stream<TimeIntegrator> unconditional() {
    return all().filter(TimeIntegrator::unconditional);
  }

  @ParameterizedTest
  @MethodSource("all")
  void orderOnANonlinearProblemWithKnownSolution(TimeIntegrator scheme) {
    ForcedEquation equation = new ForcedEquation();
    // Steps in the asymptotic range and errors (1e-6 to 1e-10) far above round-off.
    int steps = scheme.order() == 2 ? 800 : scheme.order() == 3 ? 400 : 80;
    double coarse = equation.error(scheme, steps);
    double fine = equation.error(scheme, 2 * steps);
    double order = Math.log(coarse / fine) / Math.log(2);
    assertEquals(scheme.order(), order, 0.05 * scheme.order(), scheme.name());
  }

  /**
   * At eps = 1e-6 the fast moments are slaved, and a scheme solves the limit equation with its
   * classical order, with steps 1e8 and more times longer than the relaxation time.
   */
  @ParameterizedTest
  @MethodSource("unconditional")
  void orderInTheDiffusionLimit(TimeIntegrator scheme) {
    RelaxationEquation equation = new RelaxationEquation(1e-6);
    double[] limit = end(Schemes.etdRk4(), equation, equation.initialState(), 1024);
    double[] atZero = end(Schemes.rk4(), RelaxationEquation.limit(), new double[] {1, -0.5}, 2000);
    assertEquals(0, slowDistance(limit, atZero), 2e-6); // first order in eps
    int steps = scheme.order() == 4 ? 16 : 64;
    double coarse = slowDistance(limit, end(scheme, equation, equation.initialState(), steps));
    double fine = slowDistance(limit, end(scheme, equation, equation.initialState(), 2 * steps));
    double order = Math.log(coarse / fine) / Math.log(2);
    assertEquals(scheme.order(), order, 0.05 * scheme.order(), scheme.name());
  }

  /**
   * What the schemes make of the fast moments themselves (p / eps, the flux) in that limit. At the
   * end of a step an implicit-explicit scheme has slaved them to nonlinear parts of earlier stages:
   * first order. The slow moments do not inherit it. The exponential scheme reaches order three.
   */
  @ParameterizedTest
  @MethodSource("unconditional")
  void orderOfTheFluxInTheDiffusionLimit(TimeIntegrator scheme) {
    RelaxationEquation equation = new RelaxationEquation(1e-6);
    double[] limit = end(Schemes.etdRk4(), equation, equation.initialState(), 2048);
    int steps = scheme.order() == 4 ? 64 : 512;
    double coarse = end(scheme, equation, equation.initialState(), steps)[2] - limit[2];
    double fine = end(scheme, equation, equation.initialState(), 2 * steps)[2] - limit[2];
    double order = Math.log(coarse / fine) / Math.log(2);
    int expected = scheme.order() == 4 ? 3 : 1;
    assertEquals(expected, order, 0.05 * expected, scheme.name());
  }

  /**
   * One step size for every eps: the error at 64 steps stays below a bound free of eps. Between the
   * kinetic and the diffusive regime (dt of the order of the relaxation time) all three lose order,
   * down to about one, but the error there is below that of the regimes on either side, or near it:
   * measured largest errors are 6.1e-5, 4.7e-6 and 8.5e-7.
   */
  static Stream<Arguments> uniformBounds() {
    return Stream.of(
        Arguments.of(Schemes.ars222(), 2e-4),
        Arguments.of(Schemes.ars443(), 6e-6),
        Arguments.of(Schemes.etdRk4(), 1.1e-6));
  }

  @ParameterizedTest
  @MethodSource("uniformBounds")
  void errorIsBoundedUniformlyInEps(TimeIntegrator scheme, double bound) {
    for (double eps : new double[] {1, 0.3, 0.1, 0.03, 0.01, 1e-3, 1e-4, 1e-5, 1e-6}) {
      RelaxationEquation equation = new RelaxationEquation(eps);
      double[] reference = end(Schemes.etdRk4(), equation, equation.initialState(), 4096);
      double[] y = end(scheme, equation, equation.initialState(), 64);
      double error = slowDistance(reference, y);
      assertTrue(error < bound, scheme.name() + " at eps " + eps + ": " + error);
    }
  }

  /** The reference above is itself checked, against the explicit scheme with resolved steps. */
  @ParameterizedTest
  @CsvSource({"1", "0.3", "0.1", "0.03"})
  void exponentialAndExplicitSchemesAgree(double eps) {
    RelaxationEquation equation = new RelaxationEquation(eps);
    double[] exponential = end(Schemes.etdRk4(), equation, equation.initialState(), 4096);
    double[] explicit = end(Schemes.rk4(), equation, equation.initialState(), 20000);
    assertEquals(0, slowDistance(exponential, explicit), 2e-11);
  }

  @ParameterizedTest
  @MethodSource("unconditional")
  void aLinearPartOf1e12LeavesTheStepFree(TimeIntegrator scheme) {
    double[] a = {0, 0, 0, 0, -1, 1e6, 0, -1e6, -1e12};
    SemilinearEquation equation =
        new SemilinearEquation() {
          private final LinearPart linear =
              new BlockLinearPart(3, List.of(new BlockLinearPart.Block(0, 3, 1, a)));

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
            out[0] = 0;
            out[1] = 0.1 * Math.sin(y[0] * y[1]);
            out[2] = 1e6 * y[1] * y[1];
          }
        };
    double[] y = {Math.PI / 3, 1, 1};
    TimeIntegrator.Stepper stepper = scheme.stepper(equation, 0.1);
    for (int step = 0; step < 1000; step++) {
      stepper.step(0.1 * step, y);
      assertTrue(Math.abs(y[1]) <= 1.1 && Math.abs(y[2]) < 1e-5, "state left its bounds");
    }
    // a zero row and N = 0: not a bit changes in a thousand steps
    assertEquals(Math.PI / 3, y[0], 0.0);
    // the decay rate is 1 + 1 = 2, against a source of at most 0.1 pi/3 y + y^2
    assertEquals(0, y[1], 1e-12);
  }

  @ParameterizedTest
  @MethodSource("all")
  void stepsDoNotAllocate(TimeIntegrator scheme) {
    RelaxationEquation equation = new RelaxationEquation(0.5);
    TimeIntegrator.Stepper stepper = scheme.stepper(equation, 1e-3);
    double[] y = equation.initialState();
    assertEquals(0, Allocation.of(() -> stepper.step(0, y), 500), scheme.name());
  }

  @Test
  void oneFactorisationForEachDistinctDiagonalEntry() {
    int[] made = new int[1];
    RelaxationEquation inner = new RelaxationEquation(1);
    SemilinearEquation counting =
        new SemilinearEquation() {
          @Override
          public int size() {
            return inner.size();
          }

          @Override
          public LinearPart linear() {
            return new LinearPart() {
              @Override
              public void apply(double[] y, double[] out) {
                inner.linear().apply(y, out);
              }

              @Override
              public StateMap resolvent(double tau) {
                made[0]++;
                return inner.linear().resolvent(tau);
              }

              @Override
              public StateMap[] phiFunctions(double tau, int order) {
                made[0]++;
                return inner.linear().phiFunctions(tau, order);
              }
            };
          }

          @Override
          public void nonlinear(double t, double[] y, double[] out) {
            inner.nonlinear(t, y, out);
          }
        };
    Schemes.ars443().stepper(counting, 0.1);
    assertEquals(1, made[0]);
    made[0] = 0;
    Schemes.etdRk4().stepper(counting, 0.1);
    assertEquals(2, made[0]); // arguments dt/2 and dt
  }

  @ParameterizedTest
  @MethodSource("all")
  void wrongStepSizesAreRefused(TimeIntegrator scheme) {
    RelaxationEquation equation = new RelaxationEquation(1);
    for (double dt : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> scheme.stepper(equation, dt));
    }
  }

  private static double[] end(
      TimeIntegrator scheme, SemilinearEquation equation, double[] y, int steps) {
    double dt = 1.0 / steps;
    TimeIntegrator.Stepper stepper = scheme.stepper(equation, dt);
    for (int step = 0; step < steps; step++) {
      stepper.step(step * dt, y);
    }
    return y;
  }

  private static double slowDistance(double[] a, double[] b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }

  /** y' = A y + B(y, y) + forcing such that y = (cos t, sin 2t, e^-t). */
  private static final class ForcedEquation implements SemilinearEquation {

    private static final double[] MATRIX = {-5, 1, 0, -1, -5, 2, 0, -2, -1};
    private final LinearPart linear =
        new BlockLinearPart(3, List.of(new BlockLinearPart.Block(0, 3, 1, MATRIX)));

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
      double[] g = exact(t);
      double[] slope = {-Math.sin(t), 2 * Math.cos(2 * t), -Math.exp(-t)};
      for (int i = 0; i < 3; i++) {
        out[i] = slope[i];
        for (int j = 0; j < 3; j++) {
          out[i] -= MATRIX[i * 3 + j] * g[j];
        }
      }
      out[0] += y[1] * y[2] - g[1] * g[2];
      out[1] += y[0] * y[0] - g[0] * g[0];
      out[2] += y[0] * y[1] - g[0] * g[1];
    }

    static double[] exact(double t) {
      return new double[] {Math.cos(t), Math.sin(2 * t), Math.exp(-t)};
    }

    double error(TimeIntegrator scheme, int steps) {
      double dt = 2.0 / steps;
      TimeIntegrator.Stepper stepper = scheme.stepper(this, dt);
      double[] y = exact(0);
      for (int step = 0; step < steps; step++) {
        stepper.step(step * dt, y);
      }
      double[] end = exact(2);
      return Math.hypot(Math.hypot(y[0] - end[0], y[1] - end[1]), y[2] - end[2]);
    }
  }
}
