package org.knudsen.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.fluid.FluidFields;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.time.Schemes;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

class EntropyTest {

  private static final Mixture MIXTURE =
      Mixture.of(new Species("light", 1, 0.3), new Species("heavy", 9, 1.2));

  /** An odd number of points, which keeps every wave of them: cells are what they are set to. */
  private static final Torus TORUS = new Torus(1, 5);

  /** sum_{n >= 2} (-s)^n / (n (n - 1)), with 60 digits. */
  private static double exact(double s) {
    MathContext digits = new MathContext(60);
    BigDecimal x = new BigDecimal(s);
    BigDecimal power = x.negate();
    BigDecimal sum = BigDecimal.ZERO;
    for (int n = 2; n < 300; n++) {
      power = power.multiply(x.negate(), digits);
      sum = sum.add(power.divide(BigDecimal.valueOf((long) n * (n - 1)), digits), digits);
    }
    return sum.doubleValue();
  }

  /**
   * To round-off in the series. Beyond it two numbers of the size of s cancel to s^2 / 2: round-off
   * over |s| / 2, twice.
   */
  @ParameterizedTest
  @ValueSource(
      doubles = {
        1e-12, 1e-8, 1e-5, 1e-4, 5e-4, 9.999e-4, 1e-3, 1.001e-3, 2e-3, 9e-3, 0.1, 0.5, 0.6
      })
  void theDensityHasItsDigitsOnBothSidesOfTheSwitch(double size) {
    for (double s : new double[] {size, -size}) {
      double tolerance = size < 1e-3 ? 5e-16 : 5e-16 / size;
      assertEquals(1, Entropy.density(s) / exact(s), tolerance, "s = " + s);
    }
  }

  @Test
  void theDensityOfNothingIsOne() {
    assertEquals(0, Entropy.density(0));
    assertEquals(1, Entropy.density(-1));
    assertEquals(1, Entropy.density(-1.5));
    assertEquals(1, Entropy.density(-100));
    assertEquals(1, Entropy.density(-1 + 1e-12), 3e-11); // d log d, d = 1e-12
    assertEquals(2 * Math.log(2) - 1, Entropy.density(1), 1e-15);
  }

  private static RunState state(BurnettSpace space, FluidLimit limit, double eps) {
    return new RunState(
        TestRuns.still(
            space, TestRuns.kernel(2, 0.25, 1), TORUS, limit, TestRuns.wave(MIXTURE, 0, 0, 1)),
        eps);
  }

  /**
   * Maxwellians of concentration c, velocity U and temperature T relative to mu, species by species
   * and cell by cell: c log(c / c_infinity) - c + c_infinity + c (m |U|^2 / 2 + 3/2 (T - 1 - log
   * T)).
   */
  @Test
  void theEntropyOfMaxwelliansIsKnown() {
    double eps = 0.2;
    FluidLimit limit =
        TestRuns.fields(
            f -> {
              for (int at = 0; at < 10; at++) {
                f.concentrationDeviation[at] = 0.1 * Math.cos(1 + at);
                f.velocity[3 * at] = 0.3 * Math.sin(2 + at) / (1 + at % 2 * 2);
              }
              for (int cell = 0; cell < 5; cell++) {
                f.temperatureDeviation[cell] = 0.1 * Math.sin(5 + cell);
              }
            });
    double expected = 0;
    FluidFields f = new FluidFields(5, 2);
    limit.equation(null).fields(0, new double[0], f);
    for (int at = 0; at < 10; at++) {
      double rest = MIXTURE.concentration(at % 2);
      double c = rest + eps * f.concentrationDeviation[at];
      double speed = eps * f.velocity[3 * at];
      double t = 1 + eps * f.temperatureDeviation[at / 2];
      expected +=
          c * Math.log(c / rest)
              - c
              + rest
              + c * (MIXTURE.mass(at % 2) * speed * speed / 2 + 1.5 * (t - 1 - Math.log(t)));
    }
    BurnettSpace space = new BurnettSpace(MIXTURE, 14, AxialSymmetry.SLAB);
    double[][] found = TestRuns.measure(new Entropy(), state(space, limit, eps));
    // beyond degree 14 is tau^8 = 1e-14 of F, and quadrature of log F is as good
    assertEquals(expected / 5, found[0][0], 1e-12);
    assertEquals(0, found[1][0]);
    assertTrue(found[2][0] > 0.5 && found[2][0] < 1);
  }

  /**
   * F / mu = 1 + s (3/2 - |w|^2 / 2), 0 beyond a radius: its negative mass by a Simpson rule, the
   * least value at the last node that has |w| &lt; 4. For s = -0.9 three nodes are where F is
   * negative, and quadrature of what has a kink is good to a tenth.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.5, -0.9})
  void negativeMassIsThatOfFineQuadrature(double s) {
    double eps = 0.5;
    BurnettSpace space = new BurnettSpace(MIXTURE, 60, AxialSymmetry.SLAB);
    int heavy = 1;
    double c = MIXTURE.concentration(heavy);
    // phi_100 = sqrt(2/3) (3/2 - |w|^2 / 2); F / mu = 1 + eps a phi / sqrt(c)
    double amplitude = s * Math.sqrt(1.5) * Math.sqrt(c) / eps;
    Assembly assembly =
        TestRuns.still(
                space,
                TestRuns.kernel(2, 0.25, 1),
                TORUS,
                TestRuns.fields(f -> {}),
                TestRuns.wave(MIXTURE, 0, 0, 1))
            .with(
                new InitialPerturbation.Given(
                    List.of(new PerturbationWave(heavy, List.of(0), 1, 0, 0, amplitude, 0))));
    double[][] found = TestRuns.measure(new Entropy(), new RunState(assembly, eps));
    int n = 100_000;
    double h = 20.0 / n;
    double negative = 0;
    for (int k = 0; k <= n; k++) {
      double r = k * h;
      double simpson = (k == 0 || k == n ? 1 : k % 2 == 1 ? 4 : 2) * h / 3;
      double maxwellian = Math.sqrt(2 / Math.PI) * r * r * Math.exp(-r * r / 2);
      negative += simpson * maxwellian * Math.max(0, -(1 + s * (1.5 - r * r / 2)));
    }
    assertEquals(c * negative, found[1][0], 0.1 * c * negative);
    assertTrue(found[1][0] > 0);
    double speed = 0;
    double slowest = 100;
    for (int q = 0; q < space.nodes(); q++) {
      slowest = Math.min(slowest, space.speed(q));
      speed = space.speed(q) < 4 ? Math.max(speed, space.speed(q)) : speed;
    }
    double least = 1 + s * (1.5 - (s > 0 ? speed * speed : slowest * slowest) / 2);
    assertEquals(least, found[2][0], 1e-12);
    assertTrue(speed > 3.6 && slowest < 0.4, "31 radial nodes: " + slowest + ", " + speed);
    // more than a hundredth of the gas is negative: F is no distribution
    assertEquals(negative * c > 0.01 * 1.5, Double.isNaN(found[0][0]));
  }

  /** F = -2 mu of one species in one of five cells. */
  @Test
  void whatIsNegativeEverywhereIsMeaningless() {
    BurnettSpace space = new BurnettSpace(MIXTURE, 3, AxialSymmetry.SLAB);
    double eps = 0.5;
    FluidLimit limit =
        TestRuns.fields(f -> f.concentrationDeviation[2 * 2] = -3 * MIXTURE.concentration(0) / eps);
    double[][] found = TestRuns.measure(new Entropy(), state(space, limit, eps));
    assertEquals(2 * MIXTURE.concentration(0) / 5, found[1][0], 1e-14);
    assertEquals(-2, found[2][0], 1e-14);
    assertTrue(Double.isNaN(found[0][0]));
  }

  /** |w|^2 and |w|^4 of mu have means 3 and 15. */
  @Test
  void speedsAreThoseOfTheNodes() {
    for (AxialSymmetry symmetry : AxialSymmetry.values()) {
      BurnettSpace space = new BurnettSpace(MIXTURE, 4, symmetry);
      double[] mean = new double[3];
      for (int q = 0; q < space.nodes(); q++) {
        for (int p = 0; p < 3; p++) {
          mean[p] += space.weight(q) * Math.pow(space.speed(q), 2 * p);
        }
      }
      assertEquals(1, mean[0], 1e-14);
      assertEquals(3, mean[1], 1e-13);
      assertEquals(15, mean[2], 1e-12);
    }
  }

  /**
   * The gases of the first notebook at eps = 0.2. F is negative at nodes in the far tail, by next
   * to nothing: the entropy is there at all times, falls, and is the second-order form sum_i Int
   * (F_i - mu_i)^2 / (2 mu_i) up to eps^3.
   */
  @Test
  void negativesInTheFarTailLeaveAnEntropy() {
    double eps = 0.2;
    Assembly assembly = TestRuns.slab(10, 12, new Stepping(Schemes.ars443(), 0.005, 20));
    double[] second = new double[21];
    RunObserver observer =
        new RunObserver() {
          @Override
          public void reached(RunState state) {
            double[] h = state.field();
            for (double a : h) {
              second[state.step()] += eps * eps * a * a / 2 / 12;
            }
          }
        };
    RunResult result =
        new Run(assembly, eps)
            .execute(List.of(observer), ProgressListener.silent(), Cancellation.never());
    double[] entropy = result.values("relativeEntropy");
    double[] negative = result.values("negativeMass");
    int some = 0;
    for (int t = 0; t <= 20; t++) {
      assertEquals(1, entropy[t] / second[t], 0.05, "time " + t);
      assertTrue(t == 0 || entropy[t] < entropy[t - 1]);
      assertTrue(negative[t] < 1e-6, "negative mass " + negative[t]);
      some += negative[t] > 0 ? 1 : 0;
    }
    assertTrue(some > 10, some + " times with negatives");
    assertTrue(result.variable("leastRatio").summary().get("inf")[0] > 0);
  }
}
