package org.knudsen.fluid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.knudsen.fluid.DriftTest.BINARY;
import static org.knudsen.fluid.DriftTest.D;
import static org.knudsen.fluid.DriftTest.PI2;
import static org.knudsen.fluid.DriftTest.TERNARY;
import static org.knudsen.fluid.DriftTest.advance;
import static org.knudsen.fluid.DriftTest.equation;
import static org.knudsen.fluid.DriftTest.orderOf;
import static org.knudsen.fluid.DriftTest.wave;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.time.Allocation;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;

/** Drifts that are given as functions of time and space. */
class MovingDriftTest {

  private static final double FREQUENCY = 1.5;
  private static final double PHASE = 0.4;

  private static List<DriftWave> swinging(List<DriftWave> drift) {
    return drift.stream().map(mode -> mode.swinging(FREQUENCY, PHASE)).toList();
  }

  private static FluidEquation binary(Torus torus, List<DriftWave> drift) {
    return equation(
        BINARY, torus, 0.3, drift, wave(0, List.of(1, 0), 0.3, 0), wave(1, List.of(1, 0), -0.3, 0));
  }

  /** A uniform drift u cos(2 pi f t + phase) translates by its integral over time. */
  @Test
  void aUniformSwingTranslatesToAndFro() {
    Torus torus = new Torus(2, 8);
    List<Double> u = List.of(1.5, -0.5);
    FluidEquation equation =
        equation(
            BINARY,
            torus,
            0.2,
            swinging(List.of(new DriftWave(List.of(0, 0), u, List.of(0.0, 0.0)))),
            wave(0, List.of(1, 2), 0.3, 0),
            wave(1, List.of(1, 2), -0.3, 0));
    double time = 0.3;
    FluidFields fields = advance(equation, Schemes.etdRk4(), torus, 2, time, 300);
    double swing = (Math.sin(PI2 * FREQUENCY * time + PHASE) - Math.sin(PHASE)) / (PI2 * FREQUENCY);
    double turn = (u.get(0) + 2 * u.get(1)) * swing;
    double decay = Math.exp(-PI2 * PI2 * 5 * 2 * D * time); // Delta_01 / C_0 = 2 D
    for (int cell = 0; cell < torus.cells(); cell++) {
      double phase = (cell % 8 + 2 * (cell / 8)) / 8.0;
      double expected = 0.3 * decay * Math.cos(PI2 * (phase - turn));
      // order 4: dt = 0.001 is a hundredth of a radian of the swing
      assertEquals(expected, fields.concentrationDeviation[2 * cell], 1e-10);
    }
  }

  /** The stages of a scheme see the drift at their own times, or the order is lost. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void orderInTime(int which) {
    TimeIntegrator scheme =
        List.of(Schemes.ars222(), Schemes.ars443(), Schemes.etdRk4(), Schemes.rk4()).get(which);
    Torus torus = new Torus(2, 8);
    List<Integer> k = List.of(1, 0);
    List<DriftWave> drift = new ArrayList<>(swinging(DriftFlows.taylorGreen(2, 1, 1)));
    drift.addAll(DriftFlows.shear(2, 1, 0, 1, 0.5)); // part of it stands still
    FluidEquation equation =
        equation(
            TERNARY,
            torus,
            0.3,
            drift,
            wave(0, k, 0.3, 0),
            wave(1, k, -0.2, 0.1),
            wave(2, k, -0.1, -0.1));
    double order = orderOf(equation, scheme, torus);
    // dt = 0.01 is a tenth of a radian of the swing: the next term changes the slope by percents
    assertEquals(scheme.order(), order, 0.06 * scheme.order(), scheme.name());
  }

  /** Waves a quarter of a turn apart in time and space travel: sin(2 pi (y - f t)) along x. */
  @Test
  void twoSwingsMakeAWaveThatTravels() {
    List<Integer> k = List.of(0, 1);
    List<Double> none = List.of(0.0, 0.0);
    List<Double> along = List.of(0.7, 0.0);
    List<DriftWave> drift =
        List.of(
            new DriftWave(k, none, along, FREQUENCY, 0),
            new DriftWave(k, along, none, FREQUENCY, Math.PI / 2)); // cos(a + pi/2) = - sin a
    Torus torus = new Torus(2, 8);
    FluidEquation equation = equation(Mixture.of(new Species("argon", 1, 1)), torus, 0.1, drift);
    assertEquals(FREQUENCY, equation.explicitFrequency());
    FluidFields fields = new FluidFields(64, 1);
    for (double t : new double[] {0, 0.1, 0.77}) {
      equation.fields(t, equation.initialState(), fields);
      for (int cell = 0; cell < 64; cell++) {
        double expected = 0.7 * Math.sin(PI2 * (cell / 8 / 8.0 - FREQUENCY * t));
        assertEquals(expected, fields.velocity[3 * cell], 1e-15);
        assertEquals(0, fields.velocity[3 * cell + 1], 1e-15);
      }
    }
  }

  /** Standing still, bit for bit, where the frequency is 0. */
  @Test
  void withoutFrequencyNothingChanges() {
    List<DriftWave> drift = DriftFlows.taylorGreen(2, 1, 0.7);
    List<DriftWave> written = drift.stream().map(mode -> mode.swinging(0, 0)).toList();
    assertEquals(drift, written);
    assertEquals(1, drift.get(0).factor(123.4));
    Torus torus = new Torus(2, 8);
    FluidEquation equation = binary(torus, drift);
    assertEquals(0, equation.explicitFrequency());
    double[] y = equation.initialState();
    double[] first = new double[y.length];
    double[] later = new double[y.length];
    equation.nonlinear(0, y, first);
    equation.nonlinear(12.3, y, later);
    assertArrayEquals(first, later);
  }

  @Test
  void aStepDoesNotAllocate() {
    Torus torus = new Torus(2, 8);
    FluidEquation equation = binary(torus, swinging(DriftFlows.taylorGreen(2, 1, 0.7)));
    TimeIntegrator.Stepper stepper = Schemes.ars443().stepper(equation, 1e-4);
    FluidFields fields = new FluidFields(64, 2);
    double[] y = equation.initialState();
    Runnable step =
        () -> {
          stepper.step(0.3, y);
          equation.fields(0.3, y, fields);
        };
    assertEquals(0, Allocation.of(step, 200));
  }

  /** d/dt of the fields along the solution, by differences of a trajectory of small steps. */
  @Test
  void derivativesInTimeHoldTheDrift() {
    Torus torus = new Torus(2, 8);
    FluidEquation equation = binary(torus, swinging(DriftFlows.taylorGreen(2, 1, 0.8)));
    double h = 5e-4;
    TimeIntegrator.Stepper stepper = Schemes.rk4().stepper(equation, h);
    int from = 200;
    double[] y = equation.initialState();
    FluidFields[] near = new FluidFields[7];
    FluidDerivatives derivatives = new FluidDerivatives(equation, torus, 2);
    for (int step = 0; step <= from + 3; step++) {
      if (step >= from - 3) {
        near[step - from + 3] = new FluidFields(64, 2);
        equation.fields(step * h, y, near[step - from + 3]);
      }
      if (step == from) {
        derivatives.evaluate(step * h, y);
      }
      stepper.step(step * h, y);
    }
    double[] weights = {-1.0 / 60, 3.0 / 20, -3.0 / 4, 0, 3.0 / 4, -3.0 / 20, 1.0 / 60};
    double fastest = 0;
    for (int e = 0; e < near[0].velocity.length; e++) {
      double expected = 0;
      for (int p = 0; p < 7; p++) {
        expected += weights[p] * near[p].velocity[e] / h;
      }
      fastest = Math.max(fastest, Math.abs(expected));
      // round-off 1e-16 / h; truncation (2 pi f h)^6 is 1e-14
      assertEquals(expected, derivatives.rates().velocity[e], 3e-12);
    }
    assertTrue(fastest > 2, "the drift changes as fast as " + fastest);
  }

  /** Without a state the drift still has a derivative. */
  @Test
  void oneSpeciesHasTheDerivativeOfTheDriftAlone() {
    Torus torus = new Torus(2, 4);
    FluidEquation equation =
        equation(
            Mixture.of(new Species("argon", 1, 1)),
            torus,
            0.1,
            swinging(DriftFlows.shear(2, 1, 0, 1, 0.5)));
    FluidDerivatives derivatives = new FluidDerivatives(equation, torus, 1);
    double t = 0.3;
    derivatives.evaluate(t, equation.initialState());
    double rate = -PI2 * FREQUENCY * Math.sin(PI2 * FREQUENCY * t + PHASE);
    for (int cell = 0; cell < 16; cell++) {
      double expected = 0.5 * rate * Math.sin(PI2 * (cell % 4) / 4);
      assertEquals(expected, derivatives.rates().velocity[3 * cell + 1], 1e-13);
    }
  }

  @Test
  void whatCannotSwingIsNamed() {
    DriftWave mode = DriftFlows.shear(2, 0, 1, 1, 0.5).get(0);
    for (double[] wrong : new double[][] {{-1, 0}, {Double.NaN, 0}, {1, Double.NaN}}) {
      assertThrows(IllegalArgumentException.class, () -> mode.swinging(wrong[0], wrong[1]));
    }
    new Fick().requireDrift(List.of(mode));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Fick().requireDrift(List.of(mode.swinging(2, 0))))
            .getMessage();
    assertTrue(message.contains("frequency 2.0") && message.contains("Navier-Stokes"), message);
  }
}
