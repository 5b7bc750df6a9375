package org.knudsen.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** What is said of a state that is none of a gas. */
class KineticBreakdownTest {

  private static final Torus TORUS = new Torus(2, 5);
  private static final int CELL = TORUS.cell(2, 1); // x = 0.4, y = 0.2
  private static final double EPS = 0.5;

  /** Species s1 has a part of its equilibrium concentration in one cell. */
  private static RunState state(double part) {
    return new RunState(
        TestRuns.still(
            new BurnettSpace(TestRuns.twoGases(), 2, AxialSymmetry.PLANAR),
            TestRuns.kernel(2, 0.25, 1),
            TORUS,
            TestRuns.fields(f -> f.concentrationDeviation[2 * CELL + 1] = (part - 1) * 0.5 / EPS),
            TestRuns.wave(TestRuns.twoGases(), 0, 0, 1, 0)),
        EPS);
  }

  private static String broken(RunState state) {
    return assertThrows(
            KineticBreakdownException.class, () -> KineticBreakdownException.check(state, true))
        .getMessage();
  }

  @Test
  void aDensityBelowZeroIsNamedWithItsPlace() {
    assertDoesNotThrow(() -> KineticBreakdownException.check(state(0.01), true));
    String message = broken(state(-0.25));
    assertTrue(
        message.startsWith(
            "the density of species 's1' fell below zero (-0.250 of its equilibrium) at x = 0.4000,"
                + " y = 0.2000, time 0.00000 (step 0)"),
        message);
    assertTrue(message.contains("burnett basis, degree 2"), message);
    // between observations concentrations are not looked at
    assertDoesNotThrow(() -> KineticBreakdownException.check(state(-0.25), false));
  }

  /** A density beyond ten times its equilibrium with the wrong sign says nothing as a number. */
  @Test
  void aRunawayDensityIsNotANumberToRead() {
    String message = broken(state(-1e6));
    assertTrue(
        message.startsWith(
            "the distribution of species 's1' has grown without bound by x = 0.4000, y = 0.2000"),
        message);
    assertTrue(!message.contains("e+06"), message);
  }

  /** Squares of what is beyond 1e100 might overflow; it is seen at every step. */
  @ParameterizedTest
  @ValueSource(doubles = {1e101, -1e101, Double.NaN, Double.POSITIVE_INFINITY})
  void coefficientsThatRunAwayAreSeenAtEveryStep(double value) {
    RunState state = state(1);
    int modes = state.assembly().space().modes();
    int second = modes + modes - 1; // the last mode of s1, of the mean
    state.kineticState()[second] = 1e99;
    assertDoesNotThrow(() -> KineticBreakdownException.check(state, false));
    state.kineticState()[second] = value;
    String message =
        assertThrows(
                KineticBreakdownException.class,
                () -> KineticBreakdownException.check(state, false))
            .getMessage();
    assertTrue(
        message.startsWith("the distribution of species 's1' has grown without bound by time 0"),
        message);
    assertEquals(-1, message.indexOf("x ="));
  }
}
