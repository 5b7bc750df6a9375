package org.knudsen.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.Frozen;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.time.Schemes;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.CollisionInvariants;
import org.knudsen.velocity.MaxwellianExpansion;
import org.knudsen.velocity.Moments;
import org.knudsen.velocity.Streaming;
import org.knudsen.velocity.VelocitySpace;
import org.knudsen.velocity.WeightedNorms;

class ResolutionTest {

  /** Masses 1 and 30 in equal parts, |g|^0.7 with C = 0.2, waves of amplitude 0.2. */
  private static final Mixture UNEQUAL = TestRuns.equalParts(1, 30);

  private static final double GAMMA = 0.7;
  private static final double STRENGTH = 0.2;
  private static final double AMPLITUDE = 0.2;
  private static final int POINTS = 32;
  private static final CollisionKernel KERNEL = TestRuns.kernel(2, STRENGTH, GAMMA);
  private static final InitialData DATA = TestRuns.wave(UNEQUAL, AMPLITUDE, 0, 1);

  private static Assembly still(int degree, FluidLimit limit) {
    return TestRuns.still(
        new BurnettSpace(UNEQUAL, degree, AxialSymmetry.SLAB),
        KERNEL,
        new Torus(1, POINTS),
        limit,
        DATA);
  }

  /**
   * The part of M^eps of a species beyond a degree, from the equations alone. Two species diffuse
   * by c_i u_i = -D grad c_i, D = 1 / (c / Delta), 1 / Delta = mu_r^2 beta &lt;|g|^{2 + gamma}> /
   * 3, beta = 4 pi C, &lt;.&gt; over a Gaussian of variance 1 / mu_r a component. In a cell
   * ||M_i||^2 is c_i^2 e^{z^2}, z = sqrt(m_i) eps u_i, and its parts of degree n are those of a
   * Poisson distribution.
   */
  private static double beyond(int species, double eps, int degree) {
    double reduced = 1.0 * 30 / 31;
    double power = 2 + GAMMA;
    // <|g|^p> = (2 / mu_r)^{p/2} Gamma((3 + p) / 2) / Gamma(3/2); Gamma(2.85) = 1.85 Gamma(1.85)
    double gamma285 = 1.85 * 0.9456111764; // Gamma(1.85), Abramowitz & Stegun, table 6.1
    double mean = Math.pow(2 / reduced, power / 2) * gamma285 / (Math.sqrt(Math.PI) / 2);
    double diffusivity = 3 / (reduced * reduced * 4 * Math.PI * STRENGTH * mean);
    double whole = 0;
    double part = 0;
    for (int j = 0; j < POINTS; j++) {
      double x = 2 * Math.PI * j / POINTS;
      double sign = species == 0 ? 1 : -1;
      double c = 0.5 + sign * eps * AMPLITUDE * Math.cos(x);
      double flux = sign * diffusivity * eps * AMPLITUDE * 2 * Math.PI * Math.sin(x);
      double square = UNEQUAL.mass(species) * Math.pow(eps * flux / c, 2);
      double term = 1;
      double within = 1;
      for (int n = 1; n <= degree; n++) {
        term *= square / n;
        within += term;
      }
      whole += c * c * Math.exp(square);
      part += c * c * (Math.exp(square) - within);
    }
    return Math.sqrt(part / whole);
  }

  /** The figure. */
  @Test
  void dataOfUnequalMassesAreBeyondDegreeTen() {
    RunState state = new RunState(still(10, new MaxwellStefan()), 1);
    double[][] found = TestRuns.measure(new Resolution(), state);
    assertEquals(beyond(1, 1, 10), found[1][1], 1e-9);
    assertEquals(beyond(0, 1, 10), found[1][0], 1e-7);
    assertEquals(found[1][1], found[0][0]);
    assertEquals(0.846, found[1][1], 5e-4);
  }

  /** Refused at once, naming what would do: it does, and a degree less, or more eps, does not. */
  @ParameterizedTest
  @CsvSource({"10, 1", "4, 1", "6, 0.8", "21, 1"})
  void aRunThatIsNotHeldIsRefused(int degree, double eps) {
    for (FluidLimit limit : List.of(new MaxwellStefan(), new Frozen())) {
      RunResult result = new Run(still(degree, limit), eps).execute();
      assertEquals(RunResult.Ending.REFUSED, result.ending());
      assertEquals(0, result.steps());
      assertEquals(false, result.complete());
      String message = result.message();
      Matcher named =
          Pattern.compile(
                  "eps = (\\S+): (\\S+) of the local Maxwellian of species 's1' lies beyond the"
                      + " burnett basis, degree (\\d+).* degree (\\d+) would do, or a Knudsen number of"
                      + " (\\S+);.*")
              .matcher(message);
      assertTrue(named.matches(), message);
      assertEquals(eps, Double.parseDouble(named.group(1)));
      assertEquals(beyond(1, eps, degree), Double.parseDouble(named.group(2)), 5e-3);
      assertEquals(degree, Integer.parseInt(named.group(3)));
      int enough = Integer.parseInt(named.group(4));
      assertTrue(beyond(1, eps, enough) <= Resolution.REFUSED);
      assertTrue(beyond(1, eps, enough - 1) > Resolution.REFUSED);
      double small = Double.parseDouble(named.group(5));
      assertTrue(beyond(1, small, degree) <= Resolution.REFUSED);
      assertTrue(beyond(1, 1.12 * small, degree) > Resolution.REFUSED, "two digits, cut off");
      assertTrue(message.contains("resolution: {unresolved: accept}"), message);
      // what was measured at time 0 is there to look at
      assertEquals(1, result.times().length);
    }
  }

  private static Assembly runnable(double eps, boolean unresolved) {
    return TestRuns.assembly(
            UNEQUAL,
            KERNEL,
            4,
            new Torus(1, 12),
            TestRuns.wave(UNEQUAL, eps, 0, 1),
            new Stepping(Schemes.ars443(), 0.005, 4))
        .with(new Output(1, 1, List.of(), unresolved));
  }

  @Test
  void aRunThatIsNotHeldGoesOnIfAskedToAndSaysSo() {
    assertEquals(
        RunResult.Ending.REFUSED, new Run(runnable(AMPLITUDE, false), 1).execute().ending());
    RunResult result = new Run(runnable(AMPLITUDE, true), 1).execute();
    assertEquals(RunResult.Ending.UNRESOLVED, result.ending(), result.message());
    assertEquals("unresolved", result.ended());
    assertTrue(result.complete(), "its last step was reached");
    String warnings = String.join("\n", result.warnings());
    assertTrue(warnings.contains("eps = 1.0: "), warnings);
    double tail = result.variable("resolution/maxwellianTail").summary().get("sup")[0];
    assertTrue(warnings.contains(String.format(java.util.Locale.ROOT, "%.2g of", tail)), warnings);
    // the first and the largest of each species, the largest of all
    double[] first = result.variable("resolution/tailOfSpecies").summary().get("start");
    double[] largest = result.variable("resolution/tailOfSpecies").summary().get("sup");
    assertEquals(Math.max(largest[0], largest[1]), tail);
    assertTrue(first[1] > Resolution.REFUSED && first[0] < first[1]);
  }

  /** A warning where a part is between 1e-3 and 1e-1, none where it is less. */
  @Test
  void aRunThatIsHeldHasNothingToSay() {
    RunResult held = new Run(runnable(0.001, false), 0.002).execute();
    assertTrue(held.complete());
    assertEquals(List.of(), held.warnings());
    RunResult nearly = new Run(runnable(0.06, false), 1).execute();
    assertTrue(nearly.complete(), nearly.message());
    double tail = nearly.variable("resolution/maxwellianTail").summary().get("sup")[0];
    assertTrue(tail > Resolution.WARNED && tail < Resolution.REFUSED, "tail " + tail);
    String warning = nearly.warnings().get(0);
    assertTrue(warning.contains("of the local Maxwellian lies beyond"), warning);
    // h is not small beside what it has in degrees 3 and 4: heat flux, at eps = 1
    double highest = nearly.variable("resolution/highestDegrees").summary().get("sup")[0];
    assertTrue(highest > Resolution.REFUSED && highest < 1, "highest " + highest);
    warning = nearly.warnings().get(1);
    assertTrue(warning.contains("highest two degrees"), warning);
  }

  /** A space that says nothing of its modes. */
  private record Stranger(BurnettSpace of)
      implements VelocitySpace,
          Streaming,
          Moments,
          CollisionInvariants,
          WeightedNorms,
          MaxwellianExpansion {

    @Override
    public Mixture mixture() {
      return of.mixture();
    }

    @Override
    public int modes() {
      return of.modes();
    }

    @Override
    public String describe() {
      return "stranger";
    }

    @Override
    public double[] multiplication(int species, int axis) {
      return of.multiplication(species, axis);
    }

    @Override
    public boolean odd(int mode) {
      return of.odd(mode);
    }

    @Override
    public double[] concentration(int species) {
      return of.concentration(species);
    }

    @Override
    public double[] flux(int species, int axis) {
      return of.flux(species, axis);
    }

    @Override
    public double[] energy(int species) {
      return of.energy(species);
    }

    @Override
    public double[] invariants() {
      return of.invariants();
    }

    @Override
    public int invariantCount() {
      return of.invariantCount();
    }

    @Override
    public double squaredNorm(double[] f, int offset) {
      return of.squaredNorm(f, offset);
    }

    @Override
    public double squaredGradientNorm(double[] f, int offset) {
      return of.squaredGradientNorm(f, offset);
    }

    @Override
    public void deviation(
        int species,
        double eps,
        double concentrationDeviation,
        double ux,
        double uy,
        double uz,
        double temperatureDeviation,
        double[] out,
        int offset) {
      of.deviation(
          species, eps, concentrationDeviation, ux, uy, uz, temperatureDeviation, out, offset);
    }
  }

  /**
   * In another basis the part beyond is the difference of two squared norms, good to the root of
   * round-off; with a temperature too.
   */
  @ParameterizedTest
  @CsvSource({"10, 1", "10, 0.3", "4, 0.1", "4, 0.01"})
  void anotherBasisAgreesWithTheClosedForm(int degree, double eps) {
    FluidLimit limit =
        TestRuns.fields(
            f -> {
              for (int at = 0; at < 2 * POINTS; at++) {
                f.concentrationDeviation[at] = 0.2 * Math.cos(at);
                f.velocity[3 * at] = 0.2 * Math.sin(at);
              }
              for (int cell = 0; cell < POINTS; cell++) {
                f.temperatureDeviation[cell] = 0.3 * Math.sin(3 + cell);
              }
            });
    Assembly burnett = still(degree, limit);
    Assembly stranger =
        TestRuns.still(
            new Stranger((BurnettSpace) burnett.space()), KERNEL, burnett.torus(), limit, DATA);
    double[][] expected = TestRuns.measure(new Resolution(), new RunState(burnett, eps));
    double[][] found = TestRuns.measure(new Resolution(), new RunState(stranger, eps));
    for (int i = 0; i < 2; i++) {
      assertEquals(expected[1][i], found[1][i], 1e-7);
    }
    assertEquals(expected[0][0], found[0][0], 1e-7);
    assertTrue(expected[1][1] > 0);
    assertTrue(Double.isNaN(found[2][0]) && !Double.isNaN(expected[2][0]));
  }

  @Test
  void anotherBasisIsRefusedToo() {
    Assembly burnett = still(4, new MaxwellStefan());
    Assembly stranger =
        TestRuns.still(
            new Stranger((BurnettSpace) burnett.space()),
            KERNEL,
            burnett.torus(),
            new MaxwellStefan(),
            DATA);
    String message = Resolution.refusal(new RunState(stranger, 1)).orElseThrow();
    assertTrue(message.contains("beyond the stranger"), message);
    assertTrue(message.contains("finer velocity grid or a smaller Knudsen number"), message);
    assertTrue(Resolution.refusal(new RunState(stranger, 0.05)).isEmpty());
  }

  /** By Parseval over the cells of the grid, mode by mode. */
  @ParameterizedTest
  @CsvSource({"1, 2", "1, 5", "2, 3", "3, 2"})
  void theHighestDegreesAreSummedOverCells(int dimension, int degree) {
    Mixture mixture = TestRuns.twoGases();
    BurnettSpace space = new BurnettSpace(mixture, degree, AxialSymmetry.ofDimension(dimension));
    Torus torus = new Torus(dimension, 5);
    List<Integer> k = List.of(1, 2, -1).subList(0, dimension);
    List<Integer> mean = List.of(0, 0, 0).subList(0, dimension);
    Assembly assembly =
        TestRuns.still(
                space,
                TestRuns.kernel(2, 0.25, 1),
                torus,
                new MaxwellStefan(),
                TestRuns.wave(mixture, 0.1, 0.2, k.toArray(Integer[]::new)))
            .with(
                new InitialPerturbation.Given(
                    List.of(
                        new PerturbationWave(0, k, 0, degree, 0, 0.03, -0.02),
                        new PerturbationWave(1, mean, 0, degree - 1, 0, 0.04, 0),
                        new PerturbationWave(1, k, degree / 2, degree % 2, 0, 0.01, 0.07))));
    RunState state = new RunState(assembly, 0.4);
    double[] h = state.field();
    BurnettModes modes = space.burnettModes();
    double part = 0;
    double whole = 0;
    for (int cell = 0; cell < torus.cells(); cell++) {
      for (int i = 0; i < 2; i++) {
        for (int mode = 0; mode < modes.count(); mode++) {
          double value = h[(cell * 2 + i) * modes.count() + mode];
          int n = 2 * modes.n(mode) + modes.l(mode);
          whole += value * value;
          part += n >= 2 && n >= degree - 1 ? value * value : 0;
        }
      }
    }
    double found = TestRuns.measure(new Resolution(), state)[2][0];
    assertEquals(Math.sqrt(part / whole), found, 1e-14);
    assertTrue(found > 0.1 && found < 0.9, "both are there: " + found);
  }
}
