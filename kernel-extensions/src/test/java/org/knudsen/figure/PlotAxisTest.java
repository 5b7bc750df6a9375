package org.knudsen.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers on an axis: few, round, inside, and all written in one way. */
class PlotAxisTest {

  private static PlotAxis.Ticks ticks(double least, double most, boolean logarithmic) {
    return new PlotAxis("x", least, most, logarithmic).ticks(PlotAxis.MOST_TICKS);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, false",
    "-0.0401, 1.0401, false",
    "0.0031, 0.0032, false",
    "-7e5, 3e6, false",
    "1e-9, 4e-9, false",
    "999, 1001, false",
    "1e-18, 3, true",
    "0.9, 110, true",
    "1, 1.0000000000001, false",
    "1e10, 10000000001, false",
    "0.4, 0.7, true",
    "1, 30, true",
    "1.2e-5, 1.1e-4, true",
    "3e-7, 8e9, true"
  })
  void thereAreAtMostEight(double least, double most, boolean logarithmic) {
    PlotAxis.Ticks ticks = ticks(least, most, logarithmic);
    assertTrue(ticks.at().size() >= 3 && ticks.at().size() <= 8, "" + ticks);
    assertEquals(ticks.at().size(), ticks.labels().stream().distinct().count(), "" + ticks);
    double slack = 1e-9 * (most - least);
    for (double at : ticks.at()) {
      assertTrue(at >= least - slack && at <= most + slack, ticks + " on " + least + ", " + most);
    }
  }

  @Test
  void linearOnesHaveAsManyDecimals() {
    assertEquals(List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"), ticks(0, 1, false).labels());
    PlotAxis.Ticks small = ticks(0, 3.5e-4, false);
    assertEquals("0.0", small.labels().get(0));
    assertEquals("3.5", small.labels().get(7));
    assertEquals("\u00d7$10^{-4}$", small.factor());
  }

  @Test
  void logarithmicOnesAreAllPowersOrAllPlain() {
    assertEquals(List.of("0.01", "0.1", "1", "10"), ticks(0.01, 10, true).labels());
    assertEquals(List.of("1", "2", "5", "10", "20"), ticks(1, 30, true).labels());
    assertEquals(
        List.of("$10^{-6}$", "$10^{-4}$", "$10^{-2}$", "$10^{0}$"),
        ticks(1e-6, 1, true).labels().stream()
            .filter(l -> !l.contains("-5") && !l.contains("-3") && !l.contains("-1"))
            .toList());
  }

  @Test
  void anAxisWithoutALengthIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PlotAxis("x", 1, 1, false));
    assertThrows(IllegalArgumentException.class, () -> new PlotAxis("x", 0, 1, true));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PlotAxis("x", 0, Double.POSITIVE_INFINITY, false));
  }

  /** Of the multiples of 5 only 0 lies on it, of those of 2 more than there is room for. */
  @Test
  void aShortOneHasMoreThanOneNumber() {
    PlotAxis.Ticks ticks = new PlotAxis("x", -2, 4, false).ticks(3);
    assertEquals(List.of("\u22122", "0", "2", "4"), ticks.labels());
    assertEquals("", ticks.factor());
  }
}
