package org.knudsen.fluid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.Gas;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;

/** Maxwell-Stefan carried by an incompressible drift. */
class DriftTest {

  static final double PI2 = 2 * Math.PI;

  static final Mixture BINARY =
      Mixture.of(new Species("light", 1, 0.3), new Species("heavy", 4, 0.9));

  static final Mixture TERNARY =
      Mixture.of(new Species("a", 1, 0.25), new Species("b", 3, 0.5), new Species("c", 10, 0.25));

  /** Diffusivity of the binary mixture: slow, so that the drift is felt. */
  static final double D = 0.01;

  static FluidEquation equation(
      Mixture mixture, Torus torus, double eps, List<DriftWave> drift, ConcentrationWave... waves) {
    double c = mixture.totalConcentration();
    CollisionKernel kernel =
        CollisionKernel.symmetric(
            mixture.size(),
            (i, j) ->
                new PairKernel(
                    new PowerLaw(
                        1 / (mixture.reducedMass(i, j) * 4 * Math.PI * D * c * (1 + i + j)), 0),
                    s -> 1));
    return new MaxwellStefan()
        .equation(new FluidSetting(Gas.of(mixture, kernel), torus, eps, List.of(waves), drift));
  }

  static FluidFields advance(
      FluidEquation equation, TimeIntegrator scheme, Torus torus, int n, double time, int steps) {
    double[] y = equation.initialState();
    TimeIntegrator.Stepper stepper = scheme.stepper(equation, time / steps);
    for (int step = 0; step < steps; step++) {
      stepper.step(step * time / steps, y);
    }
    equation.check(time, y);
    FluidFields fields = new FluidFields(torus.cells(), n);
    equation.fields(time, y, fields);
    return fields;
  }

  static ConcentrationWave wave(int species, List<Integer> k, double cos, double sin) {
    return new ConcentrationWave(species, k, cos, sin);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aConstantDriftTranslates(int d) {
    Torus torus = new Torus(d, 8);
    List<Double> u = d == 2 ? List.of(1.5, -0.5) : List.of(1.5, -0.5, 0.25);
    List<Integer> k = d == 2 ? List.of(1, 2) : List.of(1, 2, -1);
    List<Integer> rest = d == 2 ? List.of(0, 0) : List.of(0, 0, 0);
    List<Double> none = d == 2 ? List.of(0.0, 0.0) : List.of(0.0, 0.0, 0.0);
    FluidEquation equation =
        equation(
            BINARY,
            torus,
            0.2,
            List.of(new DriftWave(rest, u, none)),
            wave(0, k, 0.3, 0),
            wave(1, k, -0.3, 0));
    double time = 0.1;
    FluidFields fields = advance(equation, Schemes.etdRk4(), torus, 2, time, 100);
    double norm2 = 0;
    double turn = 0;
    for (int axis = 0; axis < d; axis++) {
      norm2 += k.get(axis) * k.get(axis);
      turn += k.get(axis) * u.get(axis) * time;
    }
    double decay = Math.exp(-PI2 * PI2 * norm2 * 2 * D * time); // Delta_01 / C_0 = 2 D
    for (int cell = 0; cell < torus.cells(); cell++) {
      double phase = 0;
      int rest8 = cell;
      for (int axis = 0; axis < d; axis++) {
        phase += k.get(axis) * (rest8 % 8) / 8.0;
        rest8 /= 8;
      }
      double expected = 0.3 * decay * Math.cos(PI2 * (phase - turn));
      // order 4: (2 pi k.u dt)^5 / 120 a step, 100 steps
      assertEquals(expected, fields.concentrationDeviation[2 * cell], 2e-8);
    }
  }

  /**
   * ubar = A sin(2 pi y) along x carries g(y, t) cos(2 pi x)-like waves: with ct = Re e^{2 pi i x}
   * sum_m g_m e^{2 pi i m y} the two-species system is the real tridiagonal d_t g_m = - 4 pi^2 D'
   * (1 + m^2) g_m - pi A (g_{m-1} - g_{m+1}), solved here by its Taylor series.
   */
  @Test
  void aShearTiltsWavesAsTheTridiagonalSystemSays() {
    Torus torus = new Torus(2, 25); // |m| <= 12: the truncation is that of the series
    double a = 0.8;
    FluidEquation equation =
        equation(
            BINARY,
            torus,
            0.3,
            DriftFlows.shear(2, 0, 1, 1, a),
            wave(0, List.of(1, 0), 0.3, 0),
            wave(1, List.of(1, 0), -0.3, 0));
    double time = 0.25;
    FluidFields fields = advance(equation, Schemes.etdRk4(), torus, 2, time, 50);
    int most = 12;
    double[] g = new double[2 * most + 1];
    g[most] = 0.3;
    double[] term = g.clone();
    for (int order = 1; order < 200; order++) {
      double[] next = new double[g.length];
      for (int m = -most; m <= most; m++) {
        int at = m + most;
        double below = m > -most ? term[at - 1] : 0;
        double above = m < most ? term[at + 1] : 0;
        next[at] =
            time
                / order
                * (-PI2 * PI2 * 2 * D * (1 + m * m) * term[at] - Math.PI * a * (below - above));
        g[at] += next[at];
      }
      term = next;
    }
    double tilted = 0;
    for (int cell = 0; cell < torus.cells(); cell++) {
      double x = cell % 25 / 25.0;
      double y = cell / 25 / 25.0;
      double expected = 0;
      for (int m = -most; m <= most; m++) {
        expected += g[m + most] * Math.cos(PI2 * (x + m * y));
      }
      // order 4 with dt 0.005 and rates up to 2 pi A = 5; round-off of the series is 1e-14
      assertEquals(expected, fields.concentrationDeviation[2 * cell], 2e-9);
      tilted = Math.max(tilted, Math.abs(g[most + 1]));
    }
    assertTrue(tilted > 0.03, "the shear has tilted the wave: " + tilted);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void theConclusionsOfTheTheoremHoldToRoundOffInVortices(int d) {
    Torus torus = new Torus(d, d == 2 ? 16 : 8);
    List<Integer> k = d == 2 ? List.of(1, 0) : List.of(1, 0, 1);
    double eps = 0.4;
    List<DriftWave> drift = DriftFlows.taylorGreen(d, 1, 0.7);
    FluidEquation equation =
        equation(
            TERNARY,
            torus,
            eps,
            drift,
            wave(0, k, 0.3, 0),
            wave(1, k, -0.3, 0.2),
            wave(2, k, 0, -0.2));
    double[] y = equation.initialState();
    TimeIntegrator.Stepper stepper = Schemes.ars443().stepper(equation, 0.01);
    for (int step = 0; step < 20; step++) {
      stepper.step(step * 0.01, y);
    }
    assertEquals(0, y[0], 0.0, "mass of the first solute");
    assertEquals(0, y[1], 0.0, "mass of the second solute");
    FluidFields fields = new FluidFields(torus.cells(), 3);
    equation.fields(0.2, y, fields);
    int points = torus.points();
    double fastest = 0;
    for (int cell = 0; cell < torus.cells(); cell++) {
      double px = PI2 * (cell % points) / points;
      double py = PI2 * (cell / points % points) / points;
      double[] vortex = {0.7 * Math.sin(px) * Math.cos(py), -0.7 * Math.cos(px) * Math.sin(py), 0};
      double sum = 0;
      double[] flux = new double[3];
      for (int i = 0; i < 3; i++) {
        double deviation = fields.concentrationDeviation[cell * 3 + i];
        sum += deviation;
        for (int axis = 0; axis < 3; axis++) {
          double diffusion = fields.velocity[(cell * 3 + i) * 3 + axis] - vortex[axis];
          fastest = Math.max(fastest, Math.abs(diffusion));
          flux[axis] += (TERNARY.concentration(i) + eps * deviation) * diffusion;
        }
      }
      assertEquals(0, sum, 1e-16);
      for (int axis = 0; axis < 3; axis++) {
        assertEquals(0, flux[axis], 1e-15); // minus the vortex: three terms of size 0.35
      }
    }
    assertTrue(fastest > 1e-3, "diffusion velocities are " + fastest);
  }

  /** The order seen at steps of 0.01 and 0.005 to time 0.2, three species. */
  static double orderOf(FluidEquation equation, TimeIntegrator scheme, Torus torus) {
    double time = 0.2;
    double[] exact = advance(equation, Schemes.rk4(), torus, 3, time, 800).concentrationDeviation;
    double[] error = new double[2];
    for (int level = 0; level < 2; level++) {
      double[] found =
          advance(equation, scheme, torus, 3, time, 20 << level).concentrationDeviation;
      for (int e = 0; e < exact.length; e++) {
        error[level] = Math.max(error[level], Math.abs(found[e] - exact[e]));
      }
    }
    return Math.log(error[0] / error[1]) / Math.log(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void orderInTime(int which) {
    TimeIntegrator scheme =
        List.of(Schemes.ars222(), Schemes.ars443(), Schemes.etdRk4()).get(which);
    Torus torus = new Torus(2, 8);
    List<Integer> k = List.of(1, 0);
    FluidEquation equation =
        equation(
            TERNARY,
            torus,
            0.3,
            DriftFlows.taylorGreen(2, 1, 1),
            wave(0, k, 0.3, 0),
            wave(1, k, -0.2, 0.1),
            wave(2, k, -0.1, -0.1));
    double order = orderOf(equation, scheme, torus);
    // dt = 0.01 of a turn-over time of about 1: the next term changes the slope by a few percent
    assertEquals(scheme.order(), order, 0.06 * scheme.order(), scheme.name());
  }

  @Test
  void oneSpeciesIsCarriedByTheDriftAlone() {
    Torus torus = new Torus(2, 4);
    Mixture single = Mixture.of(new Species("argon", 1, 1));
    FluidEquation equation = equation(single, torus, 0.1, DriftFlows.shear(2, 1, 0, 1, 0.5));
    FluidFields fields = new FluidFields(16, 1);
    equation.fields(0, equation.initialState(), fields);
    for (int cell = 0; cell < 16; cell++) {
      double expected = 0.5 * Math.sin(PI2 * (cell % 4) / 4);
      assertEquals(0, fields.velocity[cell * 3], 1e-16);
      assertEquals(expected, fields.velocity[cell * 3 + 1], 1e-16);
    }
  }

  @Test
  void impossibleDriftsAreNamed() {
    for (String part : List.of("k.sin", "1.0", "[1, 0]")) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> new DriftWave(List.of(1, 0), List.of(0.0, 1.0), List.of(1.0, 0.0)))
              .getMessage();
      assertTrue(message.contains(part), message);
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new DriftWave(List.of(0, 0), List.of(Double.NaN, 0.0), List.of(0.0, 0.0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new DriftWave(List.of(1, 0), List.of(0.0), List.of(0.0, 0.0)));
    assertThrows(IllegalArgumentException.class, () -> DriftFlows.shear(2, 1, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> DriftFlows.shear(1, 0, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> DriftFlows.taylorGreen(3, 0, 1));
    String slab =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    equation(
                        BINARY,
                        new Torus(1, 8),
                        0.1,
                        List.of(new DriftWave(List.of(0), List.of(1.0), List.of(0.0)))))
            .getMessage();
    assertTrue(slab.contains("dimension 1"), slab);
    assertThrows(
        IllegalArgumentException.class,
        () -> equation(BINARY, new Torus(2, 8), 0.1, DriftFlows.taylorGreen(2, 4, 1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> equation(BINARY, new Torus(2, 8), 0.1, DriftFlows.taylorGreen(3, 1, 1)));
  }
}
