package org.knudsen.outside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knudsen.run.Assembly;
import org.knudsen.run.Measurement;
import org.knudsen.run.Quantity;
import org.knudsen.run.Run;
import org.knudsen.run.RunResult;
import org.knudsen.run.RunState;
import org.knudsen.run.Stepping;
import org.knudsen.run.TestRuns;
import org.knudsen.run.Variable;
import org.knudsen.time.Schemes;

/** What a user measures, with what the solver shows to everyone. */
class OwnMeasurementTest {

  private static final Assembly ASSEMBLY =
      TestRuns.slab(4, 8, new Stepping(Schemes.ars222(), 0.005, 4));

  /** A number, in one line. */
  private static final Measurement LIGHTEST =
      Measurement.of("own/least", "least c of s0", s -> least(s.concentration()));

  private static double least(double[] concentration) {
    double least = 1;
    for (int at = 0; at < concentration.length; at += 2) {
      least = Math.min(least, concentration[at]);
    }
    return least;
  }

  /** A field over cells: the pressure of a species each, (3/2) c T and so on, in one class. */
  private static final class Density implements Measurement {
    @Override
    public Probe begin(RunState start) {
      Quantity rho = new Quantity("density", "density ρ", Quantity.Summary.LARGEST, start.cells());
      return new Probe() {
        @Override
        public List<Quantity> quantities() {
          return List.of(rho);
        }

        @Override
        public void measure(RunState state, double[][] out) {
          for (int cell = 0; cell < out[0].length; cell++) {
            double[] c = state.concentration();
            out[0][cell] = c[2 * cell] + 4 * c[2 * cell + 1];
          }
        }
      };
    }
  }

  @Test
  void isInTheResultUnderItsName() {
    RunResult result = new Run(ASSEMBLY, 0.2, List.of(LIGHTEST, new Density())).execute();
    assertEquals(5, result.values("own/least").length);
    // at time 0: c = 0.5 -+ eps 0.1 cos(2 pi x)
    assertEquals(0.48, result.values("own/least")[0], 1e-15);
    Variable density = result.variable("density");
    assertEquals(List.of("time", "x"), density.dimensions().stream().map(d -> d.name()).toList());
    double[] x = density.dimension("x").coordinates();
    for (int cell = 0; cell < 8; cell++) {
      double wave = 0.2 * 0.1 * Math.cos(2 * Math.PI * x[cell]);
      assertEquals(0.5 + wave + 4 * (0.5 - wave), density.at(0)[cell], 1e-14);
    }
    assertEquals(2.5 + 3 * 0.02, density.summary().get("sup")[4], 1e-14);
    // what every run measures is there, and the same
    RunResult plain = new Run(ASSEMBLY, 0.2).execute();
    plain.variables().forEach((name, v) -> assertTrue(v.sameValues(result.variable(name)), name));
    assertEquals(plain.variables().size() + 2, result.variables().size());
    assertEquals(0, density.dimension("x").labels().size());
    assertArrayEquals(result.times(), density.dimension("time").coordinates());
  }

  @Test
  void aNameIsForOneMeasurement() {
    for (String name : List.of("own/least", "distance/L2", "theorem21/order")) {
      Measurement second = Measurement.of(name, "another", s -> 1);
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> new Run(ASSEMBLY, 0.2, List.of(LIGHTEST, second)).execute())
              .getMessage();
      assertTrue(message.contains("two measurements are called '" + name + "'"), message);
    }
  }
}
