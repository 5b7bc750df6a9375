package org.knudsen.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.mixture.Mixture;
import org.knudsen.time.Schemes;
import org.knudsen.torus.Torus;

/** Waves followed through the variables of a run by the coordinates of their dimensions. */
class CellsTest {

  private static final double COS = 0.1;
  private static final double SIN = 0.05;
  private static final double EPS = 1e-3;

  /**
   * Two species of Maxwell molecules in d dimensions: each concentration is its wave, which decays
   * at the rate of its square, and each flux has d components, by Fick's law c_i u_i = -D grad c_i,
   * D = 1 / (mu_r beta c), beta = 4 pi C for an isotropic kernel. The fluid solution has both to
   * round-off; of the kinetic one, whose c - c_infinity and c u are O(eps), sound waves are
   * O(eps^2) with small factors.
   */
  @ParameterizedTest
  @ValueSource(strings = {"1 0", "0 1", "1 2", "-1 2", "1 0 0", "0 1 0", "1 -1 2"})
  void wavesAreWhereTheirCoordinatesSay(String wave) {
    Integer[] k = Arrays.stream(wave.split(" ")).map(Integer::valueOf).toArray(Integer[]::new);
    int d = k.length;
    Mixture mixture = TestRuns.twoGases();
    Torus torus = new Torus(d, d == 2 ? 8 : 6);
    RunResult result =
        new Run(
                TestRuns.assembly(
                    mixture,
                    TestRuns.kernel(2, 0.25, 0),
                    2,
                    torus,
                    TestRuns.wave(mixture, COS, SIN, k),
                    new Stepping(Schemes.etdRk4(), 0.005, 2)),
                EPS)
            .execute();
    assertEquals("", result.message());
    double reduced = 1.0 * 4 / (1 + 4);
    double diffusivity = 1 / (reduced * 4 * Math.PI * 0.25);
    double square = 0;
    for (int component : k) {
      square += Math.pow(2 * Math.PI * component, 2);
    }
    String[] names = Arrays.copyOf(new String[] {"x", "y", "z"}, d);
    Dimension times = result.variable("concentration").dimension("keptTime");
    assertArrayEquals(new double[] {0, 0.005, 0.01}, times.coordinates(), 1e-17);
    for (String of : new String[] {"", "fluid"}) {
      Variable c = result.variable(of.isEmpty() ? "concentration" : "fluidConcentration");
      Variable flux = result.variable(of.isEmpty() ? "flux" : "fluidFlux");
      assertEquals(d, flux.dimension("axis").size());
      double tolerance = of.isEmpty() ? EPS * EPS : 1e-14;
      for (int t = 0; t < 3; t++) {
        double decay = Math.exp(-diffusivity * square * times.coordinates()[t]);
        for (int cell = 0; cell < torus.cells(); cell++) {
          Map<String, Integer> at = new HashMap<>(Map.of("keptTime", t));
          double phase = 0;
          int rest = cell;
          for (int axis = 0; axis < d; axis++) {
            int index = rest % torus.points();
            rest /= torus.points();
            at.put(names[axis], index);
            double coordinate = c.dimension(names[axis]).coordinates()[index];
            assertEquals(coordinate, flux.dimension(names[axis]).coordinates()[index]);
            phase += 2 * Math.PI * k[axis] * coordinate;
          }
          double value = EPS * decay * (COS * Math.cos(phase) + SIN * Math.sin(phase));
          double slope = EPS * decay * (SIN * Math.cos(phase) - COS * Math.sin(phase));
          for (int i = 0; i < 2; i++) {
            double sign = i == 0 ? 1 : -1;
            at.put("species", i);
            assertEquals(0.5 + sign * value, TestRuns.at(c, at), tolerance, of + at);
            for (int axis = 0; axis < d; axis++) {
              at.put("axis", axis);
              double expected = -sign * diffusivity * slope * 2 * Math.PI * k[axis];
              assertEquals(expected, TestRuns.at(flux, at), tolerance, of + at);
            }
          }
        }
      }
    }
  }
}
