package org.knudsen.fluid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.knudsen.collision.Gas;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.time.Allocation;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;

class MaxwellStefanTest {

  private static final double PI2 = 2 * Math.PI;

  /** Delta_ij of the mixture below; those of Duncan and Toor (1962) for H2, N2, CO2, in cm^2/s. */
  private static final double[][] DELTA = {
    {1, 0.833, 0.680}, {0.833, 1, 0.168}, {0.680, 0.168, 1},
  };

  private static final Mixture TERNARY =
      Mixture.of(
          new Species("hydrogen", 1, 0.25),
          new Species("nitrogen", 14, 0.5),
          new Species("carbon dioxide", 22, 0.25));

  private static final Mixture BINARY =
      Mixture.of(new Species("light", 1, 0.3), new Species("heavy", 4, 0.9));

  /** Maxwell molecules with C_ij such that 1/Delta_ij = mu_r 4 pi C_ij. */
  private static CollisionKernel kernel(Mixture mixture) {
    return CollisionKernel.symmetric(
        mixture.size(),
        (i, j) ->
            new PairKernel(
                new PowerLaw(1 / (mixture.reducedMass(i, j) * 4 * Math.PI * DELTA[i][j]), 0),
                s -> 1));
  }

  private static FluidEquation equation(
      Mixture mixture, Torus torus, double eps, ConcentrationWave... waves) {
    return new MaxwellStefan()
        .equation(
            new FluidSetting(
                Gas.of(mixture, kernel(mixture)), torus, eps, List.of(waves), List.of()));
  }

  private static ConcentrationWave wave(int species, int k, double cos, double sin) {
    return new ConcentrationWave(species, List.of(k), cos, sin);
  }

  /** Strong, asymmetric data: concentrations of hydrogen between 0.04 and 0.47. */
  private static FluidEquation strong(int points) {
    return equation(
        TERNARY,
        new Torus(1, points),
        0.5,
        wave(0, 1, 0.4, 0),
        wave(2, 1, -0.4, 0.3),
        wave(1, 1, 0, -0.3),
        wave(0, 2, 0.05, 0.05),
        wave(1, 2, -0.05, -0.05));
  }

  private static double[] advance(
      FluidEquation equation, TimeIntegrator scheme, double time, int steps) {
    double[] y = equation.initialState();
    double dt = time / steps;
    TimeIntegrator.Stepper stepper = scheme.stepper(equation, dt);
    for (int step = 0; step < steps; step++) {
      stepper.step(step * dt, y);
      equation.check((step + 1) * dt, y);
    }
    return y;
  }

  private static FluidFields fields(FluidEquation equation, Torus torus, int species, double[] y) {
    FluidFields fields = new FluidFields(torus.cells(), species);
    equation.fields(0, y, fields);
    return fields;
  }

  @ParameterizedTest
  @CsvSource({"1e-6", "0.1", "0.5"})
  void twoSpeciesDecayAsInClosedFormWhateverTheirAmplitude(double eps) {
    Torus torus = new Torus(1, 16);
    FluidEquation equation =
        equation(BINARY, torus, eps, wave(0, 2, 0.3, 0.2), wave(1, 2, -0.3, -0.2));
    double[] y = advance(equation, Schemes.etdRk4(), 0.05, 10);
    // (1.8) for N = 2 is J_1 = -(Delta_12 / C_0) grad ct_1, linear
    double decay = Math.exp(-PI2 * PI2 * 4 * 0.833 / 1.2 * 0.05);
    FluidFields fields = fields(equation, torus, 2, y);
    for (int cell = 0; cell < 16; cell++) {
      double angle = PI2 * 2 * cell / 16;
      double expected = decay * (0.3 * Math.cos(angle) + 0.2 * Math.sin(angle));
      // the nonlinear remainder is a difference of equal fluxes of size 6
      assertEquals(expected, fields.concentrationDeviation[2 * cell], 2e-15);
      assertEquals(-expected, fields.concentrationDeviation[2 * cell + 1], 2e-15);
      double gradient =
          decay * PI2 * 2 * (-0.3 * Math.sin(angle) + 0.2 * Math.cos(angle)) * 0.833 / 1.2;
      double c = 0.3 + eps * expected;
      assertEquals(-eps * gradient / c, fields.velocity[3 * 2 * cell], 1e-14);
    }
  }

  @Test
  void threeSpeciesDecayWithTheEigenvaluesOfTheLinearisedSystem() {
    // The friction matrix M_ij = delta_ij sum_k c_k/Delta_ik - c_i/Delta_ij (i != j) has eigenvalue
    // 0 and two others, roots of x^2 - tr x + (sum of principal minors); diffusivities are 1/x.
    double[] c = {0.25, 0.5, 0.25};
    double[][] m = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        if (i != j) {
          m[i][j] = -c[i] / DELTA[i][j];
          m[i][i] += c[j] / DELTA[i][j];
        }
      }
    }
    double trace = m[0][0] + m[1][1] + m[2][2];
    double minors = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        minors += m[i][i] * m[j][j] - m[i][j] * m[j][i];
      }
    }
    double root = Math.sqrt(trace * trace / 4 - minors);
    double slow = 1 / (trace / 2 + root);
    double fast = 1 / (trace / 2 - root);
    // eps = 1e-12 switches the nonlinearity off; two modes follow from two coupled components, so a
    // linear combination of e^{-4 pi^2 D t} at three times obeys their recurrence
    Torus torus = new Torus(1, 8);
    FluidEquation equation =
        equation(
            TERNARY, torus, 1e-12, wave(0, 1, 0.1, 0), wave(1, 1, -0.3, 0), wave(2, 1, 0.2, 0));
    double time = 0.02;
    double[] at0 = equation.initialState();
    double[] at1 = advance(equation, Schemes.etdRk4(), time, 4);
    double[] at2 = advance(equation, Schemes.etdRk4(), 2 * time, 8);
    double p = Math.exp(-PI2 * PI2 * slow * time);
    double q = Math.exp(-PI2 * PI2 * fast * time);
    for (int e = 0; e < at0.length; e++) {
      assertEquals(0, at2[e] - (p + q) * at1[e] + p * q * at0[e], 1e-15);
    }
    // and neither factor alone explains the decay of nitrogen
    double ratio = fields(equation, torus, 3, at1).concentrationDeviation[1] / -0.3;
    assertTrue(Math.abs(ratio - p) > 0.05 && Math.abs(ratio - q) > 0.05, "ratio " + ratio);
  }

  @Test
  void massesAreConstantToTheLastBitAndTheTotalToRoundOff() {
    Torus torus = new Torus(1, 32);
    FluidEquation equation = strong(32);
    double[] y = advance(equation, Schemes.ars443(), 0.05, 100);
    assertEquals(0, y[0], 0.0);
    assertEquals(0, y[1], 0.0);
    FluidFields fields = fields(equation, torus, 3, y);
    for (int cell = 0; cell < 32; cell++) {
      double sum = 0;
      double flux = 0;
      for (int i = 0; i < 3; i++) {
        double deviation = fields.concentrationDeviation[cell * 3 + i];
        sum += deviation;
        flux += (TERNARY.concentration(i) + 0.5 * deviation) * fields.velocity[(cell * 3 + i) * 3];
      }
      assertEquals(0, sum, 1e-16);
      assertEquals(0, flux, 1e-16); // (2.1): velocities are of size 0.1
    }
  }

  @Test
  void errorFallsExponentiallyWithThePoints() {
    double time = 0.004;
    Torus finest = new Torus(1, 128);
    FluidEquation reference = strong(128);
    double[] best =
        fields(reference, finest, 3, advance(reference, Schemes.etdRk4(), time, 40))
            .concentrationDeviation;
    double[] error = new double[3];
    int[] points = {8, 16, 32};
    for (int p = 0; p < 3; p++) {
      FluidEquation equation = strong(points[p]);
      double[] y = advance(equation, Schemes.etdRk4(), time, 40);
      double[] values = fields(equation, new Torus(1, points[p]), 3, y).concentrationDeviation;
      for (int cell = 0; cell < points[p]; cell++) {
        for (int i = 0; i < 3; i++) {
          double exact = best[cell * 128 / points[p] * 3 + i];
          error[p] = Math.max(error[p], Math.abs(values[cell * 3 + i] - exact));
        }
      }
    }
    // doubling the points squares the error of a geometrically convergent method, up to a factor;
    // at any algebraic order the second ratio would equal the first
    double first = Math.log(error[0] / error[1]);
    double second = Math.log(error[1] / error[2]);
    assertTrue(second > 1.6 * first, "errors " + error[0] + ", " + error[1] + ", " + error[2]);
    assertTrue(error[2] < 1e-13, "error with 32 points is " + error[2]);
  }

  static Stream<TimeIntegrator> schemes() {
    return Stream.of(Schemes.ars222(), Schemes.ars443(), Schemes.etdRk4(), Schemes.rk4());
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void orderInTime(TimeIntegrator scheme) {
    double time = 0.01;
    FluidEquation equation = strong(12);
    double[] reference = advance(equation, Schemes.rk4(), time, 4000);
    int steps = scheme.order() == 4 ? 60 : 200;
    double coarse = distance(reference, advance(equation, scheme, time, steps));
    double fine = distance(reference, advance(equation, scheme, time, 2 * steps));
    double order = Math.log(coarse / fine) / Math.log(2);
    assertEquals(scheme.order(), order, 0.05 * scheme.order(), scheme.name() + " " + fine);
  }

  /**
   * Duncan and Toor's experiment: nitrogen begins uniform between hydrogen and carbon dioxide, is
   * carried along with carbon dioxide at once (osmotic diffusion), and then flows up its own
   * gradient (reverse diffusion), which no Fick law allows.
   */
  @Test
  void reverseDiffusion() {
    Torus torus = new Torus(1, 16);
    FluidEquation equation = equation(TERNARY, torus, 0.2, wave(0, 1, 0.5, 0), wave(2, 1, -0.5, 0));
    FluidFields start = fields(equation, torus, 3, equation.initialState());
    int cell = 4; // x = 1/4, where grad ct_0 = -pi < 0 and grad ct_2 = pi
    assertEquals(0, start.concentrationDeviation[cell * 3 + 1], 1e-16);
    // Equimolar mixture at this cell: c = (1/4, 1/2, 1/4), solved by hand in units of pi:
    // J_0 (1/2/0.833 + 1/4/0.68) - 1/4 (J_1/0.833 + J_2/0.68) = 1, J_0 + J_1 + J_2 = 0, and
    // J_1 (1/4/0.833 + 1/4/0.168) - 1/2 (J_0/0.833 + J_2/0.168) = 0
    double a11 = 0.5 / 0.833 + 0.5 / 0.68;
    double a12 = 0.25 / 0.68 - 0.25 / 0.833;
    double a21 = 0.5 / 0.168 - 0.5 / 0.833;
    double a22 = 0.25 / 0.833 + 0.75 / 0.168;
    double flux = -a21 / (a11 * a22 - a12 * a21) * Math.PI;
    double velocity = 0.2 * flux / 0.5;
    assertEquals(velocity, start.velocity[(cell * 3 + 1) * 3], 1e-15);
    assertTrue(velocity < -0.1, "nitrogen is dragged towards the hydrogen side");
    double[] y = advance(equation, Schemes.etdRk4(), 0.005, 20);
    FluidFields later = fields(equation, torus, 3, y);
    double before = later.concentrationDeviation[(cell - 1) * 3 + 1];
    double after = later.concentrationDeviation[(cell + 1) * 3 + 1];
    assertTrue(after - before < -0.01, "nitrogen has built a gradient, falling with x");
    assertTrue(
        later.velocity[(cell * 3 + 1) * 3] < -0.01,
        "and flows towards smaller x, up that gradient");
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "2, 1", "3, 0", "3, 2"})
  void planeWavesInSeveralDimensionsAreThoseOfOne(int d, int axis) {
    int points = 8;
    ConcentrationWave[] line = {wave(0, 1, 0.4, 0.1), wave(1, 1, -0.2, 0), wave(2, 1, -0.2, -0.1)};
    ConcentrationWave[] turned = new ConcentrationWave[3];
    for (int i = 0; i < 3; i++) {
      Integer[] k = new Integer[d];
      java.util.Arrays.fill(k, 0);
      k[axis] = -1; // the other half space: sines change sign
      turned[i] = new ConcentrationWave(i, List.of(k), line[i].cos(), -line[i].sin());
    }
    FluidEquation one = equation(TERNARY, new Torus(1, points), 0.5, line);
    FluidEquation many = equation(TERNARY, new Torus(d, points), 0.5, turned);
    FluidFields a = fields(one, new Torus(1, points), 3, advance(one, Schemes.ars222(), 0.01, 4));
    FluidFields b = fields(many, new Torus(d, points), 3, advance(many, Schemes.ars222(), 0.01, 4));
    int stride = axis == 0 ? 1 : axis == 1 ? points : points * points;
    for (int cell = 0; cell < b.cells; cell++) {
      int x = cell / stride % points;
      for (int i = 0; i < 3; i++) {
        assertEquals(
            a.concentrationDeviation[x * 3 + i], b.concentrationDeviation[cell * 3 + i], 1e-15);
        for (int component = 0; component < 3; component++) {
          double expected = component == axis ? a.velocity[(x * 3 + i) * 3] : 0;
          assertEquals(expected, b.velocity[(cell * 3 + i) * 3 + component], 3e-15);
        }
      }
    }
  }

  /** Oblique waves keep the mean of every species and the total, and relax to zero. */
  @Test
  void obliqueWavesInThreeDimensions() {
    Torus torus = new Torus(3, 6);
    FluidEquation equation =
        equation(
            TERNARY,
            torus,
            0.3,
            new ConcentrationWave(0, List.of(1, -1, 0), 0.2, 0.1),
            new ConcentrationWave(1, List.of(-1, 1, 0), -0.2, 0.1),
            new ConcentrationWave(1, List.of(0, 1, 2), 0.1, 0),
            new ConcentrationWave(2, List.of(0, 1, 2), -0.1, 0));
    double[] y = advance(equation, Schemes.etdRk4(), 0.02, 10);
    assertEquals(0, y[0], 0.0);
    assertEquals(0, y[1], 0.0);
    double size = 0;
    for (double v : y) {
      size = Math.max(size, Math.abs(v));
    }
    assertTrue(size > 1e-3 && size < 0.07, "largest mode is " + size);
  }

  @Test
  void oneSpeciesHasNothingToDiffuse() {
    Mixture single = Mixture.of(new Species("argon", 1, 1));
    FluidEquation equation = equation(single, new Torus(1, 8), 0.1);
    assertEquals(0, equation.size());
    double[] y = advance(equation, Schemes.ars443(), 0.1, 2);
    FluidFields fields = fields(equation, new Torus(1, 8), 1, y);
    for (double v : fields.velocity) {
      assertEquals(0, v, 0.0);
    }
  }

  @Test
  void aConcentrationBelowZeroStopsTheRunWithItsPlace() {
    FluidBreakdownException atStart =
        assertThrows(
            FluidBreakdownException.class,
            () -> equation(BINARY, new Torus(1, 8), 0.1, wave(0, 1, 4, 0), wave(1, 1, -4, 0)));
    // 0.3 + 0.1 * 4 cos(2 pi 3/8) > 0, but at cell 4 it is 0.3 - 0.4
    assertTrue(atStart.getMessage().contains("'light'"), atStart.getMessage());
    assertTrue(atStart.getMessage().contains("cell 4 of 8"), atStart.getMessage());
    assertTrue(atStart.getMessage().contains("time 0.0"), atStart.getMessage());
    FluidEquation equation =
        equation(BINARY, new Torus(1, 8), 0.1, wave(0, 1, 2, 0), wave(1, 1, -2, 0));
    double[] y = equation.initialState();
    y[1] *= 2;
    FluidBreakdownException later =
        assertThrows(
            FluidBreakdownException.class, () -> equation.nonlinear(0.75, y, new double[y.length]));
    assertTrue(later.getMessage().contains("time 0.75"), later.getMessage());
  }

  @Test
  void impossibleDataAreNamed() {
    assertThrows(
        IllegalArgumentException.class,
        () -> equation(BINARY, new Torus(1, 8), 0.1, wave(0, 1, 0.1, 0), wave(1, 1, -0.2, 0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> equation(BINARY, new Torus(1, 8), 0.1, wave(0, 4, 0.1, 0), wave(1, 4, -0.1, 0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> equation(BINARY, new Torus(1, 8), 0.1, wave(0, 1, 0.1, 0), wave(2, 1, -0.1, 0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> equation(BINARY, new Torus(2, 8), 0.1, wave(0, 1, 0.1, 0), wave(1, 1, -0.1, 0)));
  }

  @Test
  void evaluationDoesNotAllocate() {
    FluidEquation equation = strong(16);
    double[] y = equation.initialState();
    double[] out = new double[y.length];
    FluidFields fields = new FluidFields(16, 3);
    assertEquals(
        0,
        Allocation.of(
            () -> {
              equation.nonlinear(0, y, out);
              equation.fields(0, y, fields);
              equation.check(0, y);
            },
            500));
  }

  private static double distance(double[] a, double[] b) {
    double d = 0;
    for (int e = 0; e < a.length; e++) {
      d = Math.max(d, Math.abs(a[e] - b[e]));
    }
    return d;
  }
}
