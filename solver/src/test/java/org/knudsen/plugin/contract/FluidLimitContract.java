package org.knudsen.plugin.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.BurnettLinearized;
import org.knudsen.fluid.ConcentrationWave;
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

/** What every fluid limit must do in a slab, d = 1: extend it and say which. */
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
    return limit(speciesCount)
        .equation(
            new FluidSetting(
                mixture(speciesCount),
                kernel(speciesCount),
                () -> new BurnettLinearized(mixture(speciesCount), kernel(speciesCount), 3),
                new Torus(1, POINTS),
                EPS,
                waves,
                List.of()));
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

  /** c_{1,infinity} + eps ct_1 = 0.5 - 0.1 * 6 < 0 somewhere. */
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
