package org.knudsen.plugin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterValuesTest {

  private static final List<ParameterSpec> SPECS =
      List.of(
          ParameterSpec.number("gamma", "an exponent")
              .withBounds(Bounds.closed(0, 1))
              .withDefault(0.5),
          ParameterSpec.integer("degree", "a degree").withBounds(Bounds.atLeast(2)).withDefault(10),
          ParameterSpec.perSpecies("diameters", "diameters")
              .withUnit("length")
              .withBounds(Bounds.positive())
              .withDefault(1),
          ParameterSpec.symmetricMatrix("C", "coefficients")
              .withBounds(Bounds.positive())
              .withDefault(1));

  private static final String MATRIX = "a symmetric 2 x 2 matrix of numbers > 0";

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(
            "gama",
            0.5,
            "parameter gama: unknown key; allowed: gamma, degree, diameters, C (nearest: gamma)"),
        Arguments.of("gamma", 1.5, "parameter gamma: found 1.5; allowed: a number in [0, 1]"),
        Arguments.of("gamma", -1, "parameter gamma: found -1; allowed: a number in [0, 1]"),
        Arguments.of(
            "gamma", Double.NaN, "parameter gamma: found NaN; allowed: a number in [0, 1]"),
        Arguments.of(
            "gamma", "0.5", "parameter gamma: found the text '0.5'; allowed: a number in [0, 1]"),
        Arguments.of(
            "gamma",
            List.of(1),
            "parameter gamma: found a list of length 1; allowed: a number in [0, 1]"),
        Arguments.of("gamma", true, "parameter gamma: found true; allowed: a number in [0, 1]"),
        Arguments.of("degree", 1, "parameter degree: found 1; allowed: an integer >= 2"),
        Arguments.of("degree", 10.0, "parameter degree: found 10.0; allowed: an integer >= 2"),
        Arguments.of(
            "degree", 1L << 40, "parameter degree: found 1099511627776; allowed: an integer >= 2"),
        Arguments.of(
            "diameters",
            List.of(1.0),
            "parameter diameters: found a list of length 1; allowed: a list of 2 numbers > 0, one a"
                + " species"),
        Arguments.of(
            "diameters",
            1.0,
            "parameter diameters: found 1.0; allowed: a list of 2 numbers > 0, one a species"),
        Arguments.of(
            "diameters",
            List.of(1.0, 0),
            "parameter diameters[1]: found 0; allowed: a list of 2 numbers > 0, one a species"),
        Arguments.of(
            "diameters",
            List.of(Double.POSITIVE_INFINITY, 1),
            "parameter diameters[0]: found Infinity; allowed: a list of 2 numbers > 0, one a"
                + " species"),
        Arguments.of(
            "C",
            List.of(List.of(1, 2), List.of(3, 1)),
            "parameter C[1][0]: found 3.0, but entry [0][1] is 2.0; allowed: " + MATRIX),
        Arguments.of(
            "C",
            List.of(List.of(1, 2), List.of(2)),
            "parameter C[1]: found a list of length 1; allowed: " + MATRIX),
        Arguments.of(
            "C",
            List.of(List.of(1, -2), List.of(-2, 1)),
            "parameter C[0][1]: found -2; allowed: " + MATRIX),
        Arguments.of("C", List.of(1, 2), "parameter C[0]: found 1; allowed: " + MATRIX));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesInOneSentence(String name, Object value, String message) {
    ParameterException error =
        assertThrows(
            ParameterException.class, () -> ParameterValues.of(SPECS, 2, Map.of(name, value)));
    assertEquals(message, error.getMessage());
  }

  @Test
  void aRequiredParameterMustBeThere() {
    List<ParameterSpec> specs = List.of(ParameterSpec.number("gamma", "an exponent"));
    ParameterException error =
        assertThrows(ParameterException.class, () -> ParameterValues.of(specs, 2, Map.of()));
    assertEquals("parameter gamma: missing; allowed: a number that is finite", error.getMessage());
  }

  @Test
  void aPluginWithoutParametersTakesNone() {
    ParameterException error =
        assertThrows(
            ParameterException.class, () -> ParameterValues.of(List.of(), 2, Map.of("x", 1)));
    assertEquals("parameter x: unknown key; allowed: no parameters", error.getMessage());
    assertEquals(ParameterValues.none(), ParameterValues.of(List.of(), 2, Map.of()));
  }

  @Test
  void defaultsAreFilledInForEverySpecies() {
    ParameterValues values = ParameterValues.of(SPECS, 3, Map.of());
    assertEquals(0.5, values.number("gamma"));
    assertEquals(10, values.integer("degree"));
    assertArrayEquals(new double[] {1, 1, 1}, values.perSpecies("diameters"));
    assertArrayEquals(new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}, values.matrix("C"));
    assertEquals(
        List.of("gamma", "degree", "diameters", "C"), List.copyOf(values.asMap().keySet()));
  }

  @Test
  void whatItGivesIsAcceptedAgain() {
    ParameterValues values =
        ParameterValues.of(
            SPECS, 2, Map.of("gamma", 1, "C", List.of(List.of(1, 0.1), List.of(0.1, 3L))));
    assertEquals(values, ParameterValues.of(SPECS, 2, values.asMap()));
    assertNotEquals(values, ParameterValues.of(SPECS, 2, Map.of()));
  }

  @Test
  void isImmutable() {
    List<Object> diameters = new java.util.ArrayList<>(List.of(1.0, 2.0));
    Map<String, Object> raw = new LinkedHashMap<>(Map.of("diameters", diameters));
    ParameterValues values = ParameterValues.of(SPECS, 2, raw);
    diameters.set(0, 7.0);
    Arrays.fill(values.perSpecies("diameters"), 9);
    Arrays.fill(values.matrix("C")[0], 9);
    assertArrayEquals(new double[] {1, 2}, values.perSpecies("diameters"));
    assertArrayEquals(new double[] {1, 1}, values.matrix("C")[0]);
    assertThrows(UnsupportedOperationException.class, () -> values.asMap().put("gamma", 0.1));
  }

  @Test
  void aNumberForAllPairsOrOneForEach() {
    List<ParameterSpec> specs =
        List.of(
            ParameterSpec.numberPerPair("gamma", "an exponent")
                .withBounds(Bounds.closed(0, 1))
                .withDefault(0.5));
    assertEquals(0.5, ParameterValues.of(specs, 2, Map.of()).number("gamma", 0, 1));
    assertEquals(0.25, ParameterValues.of(specs, 3, Map.of("gamma", 0.25)).number("gamma", 2, 0));
    List<List<Double>> matrix = List.of(List.of(0.1, 0.2), List.of(0.2, 0.3));
    ParameterValues values = ParameterValues.of(specs, 2, Map.of("gamma", matrix));
    assertEquals(0.2, values.number("gamma", 1, 0));
    assertEquals(0.3, values.number("gamma", 1, 1));
    assertEquals(values, ParameterValues.of(specs, 2, values.asMap()));
    List<List<Double>> tooLarge = List.of(List.of(0.1, 1.2), List.of(1.2, 0.3));
    assertEquals(
        "parameter gamma[0][1]: found 1.2; allowed: a number in [0, 1], or a symmetric 2 x 2"
            + " matrix of such numbers",
        assertThrows(
                ParameterException.class,
                () -> ParameterValues.of(specs, 2, Map.of("gamma", tooLarge)))
            .getMessage());
  }

  @Test
  void aWrongGetterSaysSo() {
    ParameterValues values = ParameterValues.of(SPECS, 2, Map.of());
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> values.number("gama"))
            .getMessage()
            .contains("[gamma, degree, diameters, C]"));
    assertThrows(IllegalArgumentException.class, () -> values.integer("gamma"));
  }

  @Test
  void aSpecRefusesADefaultThatItDoesNotAllow() {
    ParameterSpec bounded =
        ParameterSpec.number("gamma", "an exponent").withBounds(Bounds.closed(0, 1));
    assertThrows(IllegalArgumentException.class, () -> bounded.withDefault(2));
    ParameterSpec whole = ParameterSpec.integer("degree", "a degree");
    assertThrows(IllegalArgumentException.class, () -> whole.withDefault(2.5));
    assertThrows(IllegalArgumentException.class, () -> ParameterSpec.number("id", "an id"));
    assertThrows(IllegalArgumentException.class, () -> ParameterSpec.number("x", "two\nlines"));
    ParameterSpec table = ParameterSpec.tablePerPair("b", "a table");
    assertThrows(IllegalArgumentException.class, () -> table.withDefault(1));
  }

  @Test
  void boundsDescribeThemselves() {
    assertEquals("> 0", Bounds.positive().describe());
    assertEquals(">= 2", Bounds.atLeast(2).describe());
    assertEquals("in [0, 1]", Bounds.closed(0, 1).describe());
    assertEquals("in (0, 0.5]", new Bounds(0, false, 0.5, true).describe());
    assertEquals("< 3", new Bounds(Double.NEGATIVE_INFINITY, false, 3, false).describe());
    assertEquals("that is finite", Bounds.none().describe());
    assertThrows(IllegalArgumentException.class, () -> Bounds.closed(1, 0));
    assertThrows(IllegalArgumentException.class, () -> Bounds.closed(Double.NaN, 0));
  }
}
