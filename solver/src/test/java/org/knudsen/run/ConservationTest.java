package org.knudsen.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

class ConservationTest {

  private static final Mixture MIXTURE =
      Mixture.of(new Species("light", 1, 0.3), new Species("heavy", 9, 1.2));

  private static final Torus TORUS = new Torus(2, 5);
  private static final double EPS = 0.4;

  private static double tilde(int turn, int at) {
    return turn * 0.1 * Math.cos(1 + 3 * at);
  }

  private static double velocity(int turn, int at, int axis) {
    return axis == 2 ? 0 : turn * 0.2 * Math.sin(at + 2 * axis);
  }

  private static double theta(int turn, int cell) {
    return turn * 0.1 * Math.sin(2 + cell);
  }

  private static RunState state(int turn) {
    return new RunState(
        TestRuns.still(
            new BurnettSpace(MIXTURE, 3, AxialSymmetry.PLANAR),
            TestRuns.kernel(2, 0.25, 1),
            TORUS,
            TestRuns.fields(
                f -> {
                  for (int at = 0; at < 2 * TORUS.cells(); at++) {
                    f.concentrationDeviation[at] = tilde(turn, at);
                    f.velocity[3 * at] = velocity(turn, at, 0);
                    f.velocity[3 * at + 1] = velocity(turn, at, 1);
                    f.temperatureDeviation[at / 2] = theta(turn, at / 2);
                  }
                }),
            TestRuns.wave(MIXTURE, 0, 0, 1, 0)),
        EPS);
  }

  /** Mean over cells and sum over species of a moment, given c and the place. */
  private static double mean(int turn, int first, int last, ToDoubleBiFunction<Double, Integer> f) {
    double sum = 0;
    for (int at = 0; at < 2 * TORUS.cells(); at++) {
      if (at % 2 >= first && at % 2 <= last) {
        double c = MIXTURE.concentration(at % 2) + EPS * tilde(turn, at);
        sum += f.applyAsDouble(c, at) / TORUS.cells();
      }
    }
    return sum;
  }

  /**
   * From one field of Maxwellians to another, which no run does: the change of c_i, of sum m_i c_i
   * U_i and of sum 3/2 c_i T + m_i c_i |U_i|^2 / 2, U = eps u, beside their natural sizes.
   */
  @Test
  void whatIsNotConservedIsSeen() {
    Measurement.Probe probe = new Conservation().begin(state(1));
    double[][] out = {new double[2], new double[1], new double[1]};
    probe.measure(state(1), out);
    assertEquals(0, out[0][0] + out[0][1] + out[1][0] + out[2][0]);
    probe.measure(state(2), out);
    double[] expected = new double[4];
    double momentum = 0;
    for (int i = 0; i < 2; i++) {
      expected[i] =
          Math.abs(mean(2, i, i, (c, at) -> c) - mean(1, i, i, (c, at) -> c))
              / MIXTURE.concentration(i);
      assertEquals(expected[i], out[0][i], 1e-15);
    }
    for (int axis = 0; axis < 2; axis++) {
      double change = 0;
      for (int turn = 1; turn <= 2; turn++) {
        int now = turn;
        int along = axis;
        ToDoubleBiFunction<Double, Integer> p =
            (c, at) -> MIXTURE.mass(at % 2) * c * EPS * velocity(now, at, along);
        change += (turn == 1 ? -1 : 1) * mean(turn, 0, 1, p);
      }
      momentum = Math.max(momentum, Math.abs(change));
    }
    assertEquals(momentum / (1 * 0.3 + 3 * 1.2), out[1][0], 1e-15);
    double energy = 0;
    for (int turn = 1; turn <= 2; turn++) {
      int now = turn;
      ToDoubleBiFunction<Double, Integer> e =
          (c, at) -> {
            double speed = Math.hypot(velocity(now, at, 0), velocity(now, at, 1));
            return 1.5 * c * (1 + EPS * theta(now, at / 2))
                + MIXTURE.mass(at % 2) * c * Math.pow(EPS * speed, 2) / 2;
          };
      energy += (turn == 1 ? -1 : 1) * mean(turn, 0, 1, e);
    }
    assertEquals(Math.abs(energy) / (1.5 * 1.5), out[2][0], 1e-15);
  }
}
