package org.knudsen.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.Gas;
import org.knudsen.collision.TableCache;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.fluid.FluidFields;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.Frozen;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.hypocoercivity.EnergyEstimates;
import org.knudsen.hypocoercivity.HypocoercivityRecipe;
import org.knudsen.hypocoercivity.LyapunovFunctional;
import org.knudsen.hypocoercivity.LyapunovOptimum;
import org.knudsen.hypocoercivity.WaveOperator;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.run.Assembly;
import org.knudsen.run.Cancellation;
import org.knudsen.run.InitialData;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.run.PerturbationWave;
import org.knudsen.run.Stepping;
import org.knudsen.time.Schemes;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** (3.36) beside measured curves. */
class GronwallBoundTest {

  private static final double[] KNUDSEN = {1, 0.1, 1e-2, 1e-3};
  private static final Mixture MIXTURE =
      Mixture.of(new Species("light", 1, 0.5), new Species("heavy", 4, 0.5));

  private static Gas hard;
  private static Gas maxwell;

  /** A collision kernel with one functional of order 1 for all eps, and those of higher order. */
  private static final class Gas {
    private final CollisionKernel kernel;
    private final BurnettCollision operator;
    private final List<WaveOperator> modes = new ArrayList<>();
    private final LyapunovFunctional functional;

    Gas(double gamma) {
      kernel =
          CollisionKernel.symmetric(2, (i, j) -> new PairKernel(new PowerLaw(0.25, gamma), s -> 1));
      operator =
          new BurnettCollision(
              new BurnettSpace(MIXTURE, 4, AxialSymmetry.SLAB), kernel, TableCache.none());
      for (double eps : KNUDSEN) {
        modes.addAll(WaveOperator.all(operator.gas(), eps, 0, 2 * Math.PI, 6 * Math.PI));
      }
      functional = raised(1);
    }

    LyapunovFunctional raised(int order) {
      return LyapunovOptimum.raised(LyapunovOptimum.functional(modes, 60), modes, order, 0.05);
    }

    Assembly assembly(FluidLimit limit, double amplitude, double dt, int steps) {
      return new Assembly(
          operator.gas(),
          operator,
          new Torus(1, 8),
          limit,
          new InitialData(
              List.of(
                  new ConcentrationWave(0, List.of(1), amplitude, 0),
                  new ConcentrationWave(1, List.of(1), -amplitude, 0)),
              List.of(),
              InitialPerturbation.none()),
          new Stepping(Schemes.etdRk4(), dt, steps));
    }
  }

  @BeforeAll
  static void gases() {
    hard = new Gas(1);
    maxwell = new Gas(0);
  }

  /**
   * The identity behind the bound, d/dt E = -2 D + 2 R + 2 S with the four sums of {@link
   * GronwallBound.Sums} (energy, dissipation, rest, production), along a run, by a fourth-order
   * difference, whose error is (step / eps^2)^4 times the spectrum of L.
   */
  @Test
  void energyChangesAsTheTermsSay() {
    double eps = 0.2;
    double dt = 1.25e-4;
    Assembly assembly = hard.assembly(new MaxwellStefan(), 0.1, dt, 40);
    GronwallBound bound = new GronwallBound(assembly, hard.functional, 1e-3, eps);
    List<GronwallBound.Sums> sums = bound.terms(Cancellation.never());
    for (int n = 8; n + 2 < sums.size(); n += 6) {
      double slope =
          (sums.get(n - 2).energy
                  - 8 * sums.get(n - 1).energy
                  + 8 * sums.get(n + 1).energy
                  - sums.get(n + 2).energy)
              / (12 * dt);
      GronwallBound.Sums s = sums.get(n);
      double expected = -2 * s.dissipation + 2 * s.rest + 2 * s.production;
      assertEquals(expected, slope, 1e-6 * (Math.abs(s.production) + s.dissipation), "step " + n);
      assertTrue(Math.abs(s.rest) > 1e-5 * s.dissipation, "R is seen: " + s.rest);
      // Young's inequality in the dual norm
      assertTrue(2 * s.production <= s.dissipation + s.dual);
    }
  }

  /**
   * f^in = 0, hard spheres: the bound lies above the curve for every eps, with one lambda_B; its
   * plateau is O(1), as f is, since Maxwell-Stefan is not the limit itself; and R is so small
   * beside the dissipation that the bound is proved for the run.
   */
  @Test
  void boundsTheCurveForEveryKnudsenNumber() {
    Assembly assembly = hard.assembly(new MaxwellStefan(), 0.1, 0.005, 40);
    double rate = GronwallBound.uniformRate(assembly, hard.functional, KNUDSEN);
    List<Double> plateaus = new ArrayList<>();
    List<Double> peaks = new ArrayList<>();
    for (double eps : KNUDSEN) {
      GronwallCurve curve = new GronwallBound(assembly, hard.functional, rate, eps).execute();
      assertTrue(curve.holds(), "eps = " + eps);
      assertTrue(curve.proved(), "eps = " + eps + ": rest " + curve.largestRest());
      assertEquals((1 - GronwallBound.REST_SHARE) * rate, curve.decay());
      assertEquals(41, curve.points().size());
      assertEquals(0, curve.points().get(0).measured(), 1e-12);
      assertEquals(0, curve.points().get(0).bound(), 1e-12);
      for (GronwallCurve.Point point : curve.points()) {
        assertTrue(point.following() <= point.bound() * (1 + 1e-12), "the sharper one is below");
        boolean started = point.time() > 0;
        assertTrue(!started || point.dissipation() >= rate * (1 - 1e-9), "D >= lambda P");
      }
      plateaus.add(curve.plateau());
      peaks.add(
          curve.points().stream().mapToDouble(GronwallCurve.Point::measured).max().orElseThrow());
    }
    assertEquals(1, plateaus.get(3) / plateaus.get(2), 0.05, "plateau O(1): " + plateaus);
    assertEquals(1, peaks.get(3) / peaks.get(2), 0.05, "f = O(1): " + peaks);
    assertTrue(plateaus.get(0) > plateaus.get(3), "largest at eps = 1: " + plateaus);
  }

  /**
   * Maxwell molecules: Maxwell-Stefan is the limit to first order, S^eps = O(1), and the bound is
   * O(eps), as f is.
   */
  @Test
  void boundOfMaxwellMoleculesIsOfOrderEps() {
    Assembly assembly = maxwell.assembly(new MaxwellStefan(), 0.03, 0.005, 20);
    double rate = GronwallBound.uniformRate(assembly, maxwell.functional, KNUDSEN);
    double[] plateau = new double[2];
    for (int p = 0; p < 2; p++) {
      GronwallCurve curve =
          new GronwallBound(assembly, maxwell.functional, rate, KNUDSEN[p + 2]).execute();
      assertTrue(curve.holds() && curve.proved());
      plateau[p] = curve.plateau();
    }
    assertEquals(1, Math.log10(plateau[0] / plateau[1]), 0.01, "slope in eps");
  }

  /** A given f^in, with a part in ker T^eps: the bound begins at its norm. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1, 1e-2, 1e-3})
  void boundsTheCurveOfGivenData(double eps) {
    InitialPerturbation given =
        new InitialPerturbation.Given(
            OptionalDouble.of(0.05),
            OptionalDouble.of(0.01),
            List.of(
                new PerturbationWave(0, List.of(1), 0, 1, 0, 1, 0.3),
                new PerturbationWave(1, List.of(2), 1, 0, 0, 0.4, 0),
                new PerturbationWave(1, List.of(1), 0, 2, 0, 0, 0.7)));
    Assembly assembly = hard.assembly(new MaxwellStefan(), 0.1, 0.005, 20).with(given);
    double rate = GronwallBound.uniformRate(assembly, hard.functional, KNUDSEN);
    GronwallCurve curve = new GronwallBound(assembly, hard.functional, rate, eps).execute();
    assertTrue(curve.holds());
    assertTrue(curve.proved(), "rest " + curve.largestRest());
    GronwallCurve.Point first = curve.points().get(0);
    assertTrue(first.equilibrium() > 0 && first.measured() > first.equilibrium());
    // sqrt(x^2 + y^2) against x + y: pi_T f and the rest are orthogonal but for ||grad_v f||
    assertTrue(first.bound() <= Math.sqrt(2) * first.measured() * (1 + 1e-9));
    double[] times = curve.series(GronwallCurve.Point::time);
    assertEquals(0.1, times[20], 1e-12);
  }

  /** Higher orders, and the functional of the recipe, whose bound is far above. */
  @Test
  void holdsForOtherFunctionals() {
    Assembly assembly = hard.assembly(new MaxwellStefan(), 0.1, 0.005, 20);
    HypocoercivityRecipe recipe =
        HypocoercivityRecipe.of(EnergyEstimates.of(hard.operator.gas(), 1, 1), 1);
    for (LyapunovFunctional functional :
        List.of(hard.raised(2), hard.raised(3), recipe.functional())) {
      double rate = GronwallBound.uniformRate(assembly, functional, KNUDSEN);
      GronwallCurve curve = new GronwallBound(assembly, functional, rate, 0.1).execute();
      assertTrue(curve.holds() && curve.proved(), functional.toString());
    }
    // what the recipe proves is less than what its functional does, and serves as well
    GronwallCurve proved =
        new GronwallBound(assembly, recipe.functional(), recipe.rate(), 0.1).execute();
    assertTrue(proved.holds() && proved.proved());
  }

  /**
   * Beside the frozen equilibrium S^eps = 0: what the bound says is decay, here of h itself, from
   * where it is.
   */
  @Test
  void withoutSourceTheBoundDecays() {
    Assembly assembly = hard.assembly(new Frozen(), 0.05, 0.01, 20);
    double rate = GronwallBound.uniformRate(assembly, hard.functional, KNUDSEN);
    GronwallCurve curve = new GronwallBound(assembly, hard.functional, rate, 0.1).execute();
    assertEquals(0, curve.source(), 1e-20);
    assertTrue(curve.holds() && curve.proved(), "rest " + curve.largestRest());
    GronwallCurve.Point first = curve.points().get(0);
    GronwallCurve.Point last = curve.points().get(20);
    double decayed = (first.bound() - first.equilibrium()) * Math.exp(-curve.decay() * 0.2 / 2);
    assertEquals(decayed + last.equilibrium(), last.bound(), 1e-9 * first.bound());
    assertTrue(last.measured() < first.measured());
  }

  /**
   * pi_T f by (3.18) from the fluid solution alone: momentum sum_i m_i (c_i u_i - c_i^in u_i^in)
   * over sqrt(rho), energy eps sum_i m_i (c_i |u_i|^2 - ...) over sqrt(6 c), means over the torus.
   */
  @Test
  void equilibriumPartIsKnownFromTheFluid() {
    double eps = 0.3;
    Assembly assembly = hard.assembly(new MaxwellStefan(), 0.1, 0.005, 20);
    GronwallCurve curve = new GronwallBound(assembly, hard.functional, 1e-3, eps).execute();
    FluidEquation fluid = assembly.fluidLimit().equation(assembly.fluidSetting(eps));
    var step = assembly.stepping().integrator().stepper(fluid, assembly.stepping().dt());
    double[] y = fluid.initialState();
    double[] start = moments(fluid, 0, y, eps);
    for (int n = 0; n < 20; n++) {
      step.step(n * assembly.stepping().dt(), y);
    }
    double[] end = moments(fluid, 0.1, y, eps);
    double momentum = (end[0] - start[0]) / Math.sqrt(MIXTURE.massDensity());
    double energy = eps * (end[1] - start[1]) / Math.sqrt(6 * MIXTURE.totalConcentration());
    double d = hard.functional.velocity(0, 1) * eps * eps;
    double momentumForm = hard.functional.space(0);
    double energyForm = hard.functional.space(0);
    for (int i = 0; i < 2; i++) { // ||grad_v||^2: m (2n + l + 3)
      double m = MIXTURE.mass(i);
      double c = MIXTURE.concentration(i);
      momentumForm += d * 4 * m * m * c / MIXTURE.massDensity();
      energyForm += d * 5 * m * c / MIXTURE.totalConcentration();
    }
    double expected = Math.sqrt(momentum * momentum * momentumForm + energy * energy * energyForm);
    assertTrue(expected > 1e-4, "seen: " + expected);
    assertEquals(expected, curve.points().get(20).equilibrium(), 1e-6 * expected);
  }

  /** Means of sum m c u and sum m c |u|^2. */
  private static double[] moments(FluidEquation fluid, double t, double[] y, double eps) {
    FluidFields fields = new FluidFields(8, 2);
    fluid.fields(t, y, fields);
    double[] out = new double[2];
    for (int at = 0; at < 16; at++) {
      double m = MIXTURE.mass(at % 2);
      double c = MIXTURE.concentration(at % 2) + eps * fields.concentrationDeviation[at];
      double u = fields.velocity[3 * at];
      out[0] += m * c * u / 8;
      out[1] += m * c * u * u / 8;
    }
    return out;
  }

  @Test
  void refusesWhatItCannotBound() {
    Assembly assembly = hard.assembly(new MaxwellStefan(), 0.1, 0.005, 20);
    double rate = GronwallBound.uniformRate(assembly, hard.functional, 0.1);
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> new GronwallBound(assembly, hard.functional, 1.1 * rate, 0.1))
            .getMessage()
            .contains("on the wave"));
    BurnettCollision planar =
        new BurnettCollision(
            new BurnettSpace(MIXTURE, 3, AxialSymmetry.PLANAR), hard.kernel, TableCache.none());
    Assembly plane =
        new Assembly(
            planar.gas(),
            planar,
            new Torus(2, 4),
            new MaxwellStefan(),
            new InitialData(
                List.of(
                    new ConcentrationWave(0, List.of(1, 0), 0.1, 0),
                    new ConcentrationWave(1, List.of(1, 0), -0.1, 0)),
                List.of(),
                InitialPerturbation.none()),
            new Stepping(Schemes.etdRk4(), 0.01, 1));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> new GronwallBound(plane, hard.functional, rate, 0.1))
            .getMessage()
            .contains("slab"));
  }
}
