package org.knudsen.plugin.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.Gas;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.DriftFlows;
import org.knudsen.fluid.DriftWave;
import org.knudsen.fluid.FluidBreakdownException;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.fluid.FluidFields;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.FluidSetting;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.plugin.FluidLimitProvider;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.torus.Torus;

/**
 * What every fluid limit must do in a slab and in a plane, where a drift may blow: extend it and
 * say which. A limit may refuse a drift by {@link FluidLimit#requireDrift}; then it must refuse it
 * when the equation is made, too.
 */
public abstract class FluidLimitContract extends ProviderContract<FluidLimitProvider> {

  private static final int POINTS = 16;
  private static final double EPS = 0.1;

  /** Relative to amplitudes of order 1: a few transforms and some hundred steps. */
  private static final double ROUND_OFF = 1e-13;

  protected FluidLimitContract() {
    super(PluginFamily.FLUID_LIMITS);
  }

  /**
   * Whether the limit is an evolution of the data of its setting, as almost all are. One that is
   * not stays the same at all times, and gives the data as its {@link FluidEquation#initialFields}
   * only.
   */
  protected boolean evolves() {
    return true;
  }

  private FluidLimit limit(int speciesCount) {
    return provider().create(values(speciesCount));
  }

  private static CollisionKernel kernel(int speciesCount) {
    return CollisionKernel.symmetric(
        speciesCount, (i, j) -> new PairKernel(new PowerLaw(1 + 0.5 * (i + j), 1), s -> 1));
  }

  /** Three modes for every species, of either parity, that sum to zero over species. */
  private static List<ConcentrationWave> waves(int speciesCount, double amplitude) {
    return java.util.stream.IntStream.range(0, speciesCount)
        .mapToObj(
            i -> {
              double a = amplitude * (i == speciesCount - 1 ? -(speciesCount - 1) : 1);
              return List.of(
                  new ConcentrationWave(i, List.of(1), a, 0),
                  new ConcentrationWave(i, List.of(2), 0, a / 2),
                  new ConcentrationWave(i, List.of(-3), a / 4, a / 4));
            })
        .flatMap(List::stream)
        .toList();
  }

  private FluidEquation equation(int speciesCount, List<ConcentrationWave> waves) {
    return equation(speciesCount, new Torus(1, POINTS), waves, List.of());
  }

  private FluidEquation equation(
      int speciesCount, Torus torus, List<ConcentrationWave> waves, List<DriftWave> drift) {
    return limit(speciesCount)
        .equation(
            new FluidSetting(
                Gas.of(mixture(speciesCount), kernel(speciesCount), 3), torus, EPS, waves, drift));
  }

  private static FluidFields fields(FluidEquation equation, int speciesCount, double[] y) {
    FluidFields fields = unset(speciesCount);
    equation.fields(0, y, fields);
    return fields;
  }

  private static FluidFields initial(FluidEquation equation, int speciesCount) {
    FluidFields fields = unset(speciesCount);
    equation.initialFields(fields);
    return fields;
  }

  private static FluidFields unset(int speciesCount) {
    FluidFields fields = new FluidFields(POINTS, speciesCount);
    Arrays.fill(fields.concentrationDeviation, Double.NaN);
    Arrays.fill(fields.velocity, Double.NaN);
    Arrays.fill(fields.temperatureDeviation, Double.NaN);
    return fields;
  }

  /** Classical Runge-Kutta for y' = A y + N, so that the contract needs no other plugin. */
  private static void advance(FluidEquation equation, double[] y, double dt, int steps) {
    int n = y.length;
    double[] linear = new double[n];
    double[] slope = new double[n];
    double[] stage = new double[n];
    double[] sum = new double[n];
    for (int step = 0; step < steps; step++) {
      Arrays.fill(sum, 0);
      System.arraycopy(y, 0, stage, 0, n);
      for (int s = 0; s < 4; s++) {
        double time = (step + (s == 0 ? 0 : s == 3 ? 1 : 0.5)) * dt;
        equation.linear().apply(stage, linear);
        equation.nonlinear(time, stage, slope);
        for (int k = 0; k < n; k++) {
          double rate = linear[k] + slope[k];
          sum[k] += rate * (s == 1 || s == 2 ? 2 : 1);
          stage[k] = y[k] + rate * dt * (s == 2 ? 1 : 0.5);
        }
      }
      for (int k = 0; k < n; k++) {
        y[k] += dt * sum[k] / 6;
      }
    }
  }

  @Test
  void hasAName() {
    assertFalse(limit(2).name().isBlank());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void beginsWithTheData(int speciesCount) {
    List<ConcentrationWave> waves = waves(speciesCount, 0.3);
    FluidEquation equation = equation(speciesCount, waves);
    double[] y = equation.initialState();
    assertEquals(equation.size(), y.length);
    assertTrue(y != equation.initialState(), "a new array at every call");
    FluidFields fields = initial(equation, speciesCount);
    if (evolves()) {
      FluidFields start = fields(equation, speciesCount, y);
      assertArrayEquals(start.concentrationDeviation, fields.concentrationDeviation);
      assertArrayEquals(start.velocity, fields.velocity);
      assertArrayEquals(start.temperatureDeviation, fields.temperatureDeviation);
    }
    for (int cell = 0; cell < POINTS; cell++) {
      for (int i = 0; i < speciesCount; i++) {
        double expected = 0;
        for (ConcentrationWave wave : waves) {
          double angle = 2 * Math.PI * wave.wave().get(0) * cell / POINTS;
          expected +=
              wave.species() == i ? wave.cos() * Math.cos(angle) + wave.sin() * Math.sin(angle) : 0;
        }
        assertEquals(
            expected, fields.concentrationDeviation[cell * speciesCount + i], 1e-14, "ct_" + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void itsFieldsAreFiniteAndFlowAlongTheSlab(int speciesCount) {
    FluidEquation equation = equation(speciesCount, waves(speciesCount, 0.3));
    FluidFields fields = initial(equation, speciesCount);
    double fastest = 0;
    for (int k = 0; k < fields.velocity.length; k++) {
      assertTrue(Double.isFinite(fields.velocity[k]), "velocity " + k);
      if (k % 3 == 0) {
        fastest = Math.max(fastest, Math.abs(fields.velocity[k]));
      } else {
        assertEquals(0, fields.velocity[k], 0, "velocity across the slab");
      }
    }
    assertTrue(fastest > 1e-3, "gradients of concentration drive no flow");
    assertTrue(Arrays.stream(fields.temperatureDeviation).allMatch(Double::isFinite));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void conservesEverySpecies(int speciesCount) {
    FluidEquation equation = equation(speciesCount, waves(speciesCount, 0.3));
    double[] y = equation.initialState();
    double[] before = fields(equation, speciesCount, y).concentrationDeviation;
    advance(equation, y, 1e-4, 200);
    equation.check(0.02, y);
    double[] after = fields(equation, speciesCount, y).concentrationDeviation;
    double moved = 0;
    for (int i = 0; i < speciesCount; i++) {
      double mass = 0;
      for (int cell = 0; cell < POINTS; cell++) {
        mass += after[cell * speciesCount + i] / POINTS;
        moved =
            Math.max(
                moved, Math.abs(after[cell * speciesCount + i] - before[cell * speciesCount + i]));
      }
      assertEquals(0, mass, ROUND_OFF, "mean of ct_" + i);
    }
    if (evolves()) {
      assertTrue(moved > 1e-3, "nothing happened in 200 steps");
    } else {
      assertEquals(0, moved, "a limit that does not evolve has changed");
    }
  }

  /** The waves of the slab, along e and constant across it. */
  private static List<ConcentrationWave> along(List<Integer> e, List<ConcentrationWave> slab) {
    return slab.stream()
        .map(
            wave ->
                new ConcentrationWave(
                    wave.species(),
                    e.stream().map(component -> component * wave.wave().get(0)).toList(),
                    wave.cos(),
                    wave.sin()))
        .toList();
  }

  /** In a plane, data that vary along one axis give the slab's answer, along either axis. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aPlaneHoldsTheSlab(int axis) {
    int n = 3;
    List<ConcentrationWave> waves = waves(n, 0.3);
    FluidEquation slab = equation(n, waves);
    List<Integer> e = axis == 0 ? List.of(1, 0) : List.of(0, 1);
    FluidEquation plane = equation(n, new Torus(2, POINTS), along(e, waves), List.of());
    double[] thin = slab.initialState();
    double[] wide = plane.initialState();
    advance(slab, thin, 1e-4, 20);
    advance(plane, wide, 1e-4, 20);
    plane.check(2e-3, wide);
    FluidFields line = fields(slab, n, thin);
    FluidFields fields = new FluidFields(POINTS * POINTS, n);
    plane.fields(2e-3, wide, fields);
    for (int cell = 0; cell < POINTS * POINTS; cell++) {
      int at = axis == 0 ? cell % POINTS : cell / POINTS;
      for (int i = 0; i < n; i++) {
        assertEquals(
            line.concentrationDeviation[at * n + i],
            fields.concentrationDeviation[cell * n + i],
            ROUND_OFF);
        double speed = line.velocity[(at * n + i) * 3];
        assertEquals(speed, fields.velocity[(cell * n + i) * 3 + axis], ROUND_OFF);
        assertEquals(0, fields.velocity[(cell * n + i) * 3 + 1 - axis], ROUND_OFF);
        assertEquals(0, fields.velocity[(cell * n + i) * 3 + 2], 0, "out of the plane");
      }
      assertEquals(line.temperatureDeviation[at], fields.temperatureDeviation[cell], ROUND_OFF);
    }
  }

  static Stream<List<DriftWave>> drifts() {
    List<DriftWave> vortices = DriftFlows.taylorGreen(2, 1, 0.5);
    List<DriftWave> uniform =
        List.of(new DriftWave(List.of(0, 0), List.of(0.5, -0.25), List.of(0.0, 0.0)));
    return Stream.of(
        vortices,
        uniform,
        DriftFlows.shear(2, 0, 1, 1, 0.5),
        vortices.stream().map(mode -> mode.swinging(2, 0.3)).toList());
  }

  /**
   * In a drift: the data, with the drift in every velocity; masses and their positivity as without
   * it; and fields that depend on time besides the state only where the limit says so.
   */
  @ParameterizedTest
  @MethodSource("drifts")
  void carriesADriftOrRefusesIt(List<DriftWave> drift) {
    int n = 2;
    Torus torus = new Torus(2, 8);
    List<ConcentrationWave> waves =
        List.of(
            new ConcentrationWave(0, List.of(1, 1), 0.3, 0),
            new ConcentrationWave(1, List.of(1, 1), -0.3, 0));
    try {
      limit(n).requireDrift(drift);
    } catch (IllegalArgumentException e) {
      assertFalse(String.valueOf(e.getMessage()).isBlank(), "says what it refuses");
      assertThrows(IllegalArgumentException.class, () -> equation(n, torus, waves, drift));
      return;
    }
    FluidEquation equation = equation(n, torus, waves, drift);
    FluidFields fields = new FluidFields(64, n);
    equation.initialFields(fields);
    for (int cell = 0; cell < 64; cell++) {
      double x = cell % 8 / 8.0;
      double y = cell / 8 / 8.0;
      double ct = 0.3 * Math.cos(2 * Math.PI * (x + y));
      assertEquals(ct, fields.concentrationDeviation[cell * n], 1e-14);
      assertEquals(-ct, fields.concentrationDeviation[cell * n + 1], 1e-14);
    }
    double speed = 0;
    for (int at = 0; at < 64 * n; at++) {
      assertEquals(0, fields.velocity[3 * at + 2], 0, "out of the plane");
      speed = Math.max(speed, Math.abs(fields.velocity[3 * at]));
    }
    assertTrue(speed > 0.2, "the data have the drift, 0.25 and more: " + speed);

    double[] state = equation.initialState();
    equation.fields(0, state, fields);
    FluidFields later = new FluidFields(64, n);
    equation.fields(0.1, state, later);
    if (equation.explicitFrequency() == 0) {
      assertArrayEquals(fields.velocity, later.velocity, "depends on time and does not say so");
      assertArrayEquals(fields.concentrationDeviation, later.concentrationDeviation);
      assertArrayEquals(fields.temperatureDeviation, later.temperatureDeviation);
    }
    advance(equation, state, 1e-4, 100);
    equation.check(0.01, state);
    equation.fields(0.01, state, later);
    for (int i = 0; i < n; i++) {
      double mass = 0;
      for (int cell = 0; cell < 64; cell++) {
        mass += later.concentrationDeviation[cell * n + i] / 64;
      }
      assertEquals(0, mass, ROUND_OFF, "mean of ct_" + i);
    }
  }

  @Test
  void evaluatesWithoutModifyingTheState() {
    FluidEquation equation = equation(2, waves(2, 0.3));
    double[] y = equation.initialState();
    double[] before = y.clone();
    double[] out = new double[y.length];
    equation.nonlinear(0, y, out);
    equation.linear().apply(y, out);
    fields(equation, 2, y);
    equation.check(0, y);
    assertTrue(Arrays.equals(before, y));
  }

  @Test
  void reportsValuesThatAreNotFinite() {
    FluidEquation equation = equation(2, waves(2, 0.3));
    if (!evolves()) {
      assertEquals(0, equation.size(), "a limit that does not evolve has no state to break");
      return;
    }
    for (double broken : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      double[] y = equation.initialState();
      y[y.length / 2] = broken;
      FluidBreakdownException error =
          assertThrows(FluidBreakdownException.class, () -> equation.check(0.25, y));
      assertTrue(error.getMessage().contains("0.25"), "names the time: " + error.getMessage());
    }
  }

  /** c_{1,infinity} + eps ct_1 = 0.5 - 0.1 * 6 &lt; 0 somewhere. */
  @Test
  void reportsANegativeConcentration() {
    List<ConcentrationWave> waves =
        List.of(
            new ConcentrationWave(0, List.of(1), 6, 0),
            new ConcentrationWave(1, List.of(1), -6, 0));
    FluidBreakdownException error =
        assertThrows(
            FluidBreakdownException.class,
            () -> {
              FluidEquation equation = equation(2, waves);
              equation.check(0.25, equation.initialState());
            });
    assertTrue(
        error.getMessage().contains(mixture(2).species().get(0).name()),
        "names the species: " + error.getMessage());
  }
}
