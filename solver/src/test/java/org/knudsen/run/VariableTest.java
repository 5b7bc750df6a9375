package org.knudsen.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.run.Quantity.Summary;

/** Quantities, dimensions and variables. */
class VariableTest {

  private static final double NAN = Double.NaN;

  private static final Dimension TIME = Dimension.of("time", 0, 0.5, 1, 1.5);

  private static final Dimension GAS = Dimension.labelled("species", List.of("He", "Ar"));

  @ParameterizedTest
  @ValueSource(strings = {"a", "drift/momentum", "distance/H1eps", "own-4_b/2/c"})
  void namesAreWordsJoinedBySlashes(String name) {
    assertEquals(name.replace('/', ' '), new Quantity(name, "long", Summary.NONE).title());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2a", "a b", "a/", "/a", "a//b", "a.b", "ä", "a\n"})
  void otherNamesAreRefused(String name) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Quantity(name, "long", Summary.NONE))
            .getMessage();
    assertTrue(message.contains("'" + name + "'") && message.contains("joined by /"), message);
  }

  @Test
  void shapesAreChecked() {
    Quantity q = new Quantity("q", "long", Summary.NONE, TIME, GAS);
    assertEquals(8, q.size());
    assertEquals(1, new Quantity("q", "long", Summary.NONE).size());
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Variable(q, new double[7]))
            .getMessage();
    for (String part : List.of("'q'", "7 values", "ask for 8")) {
      assertTrue(message.contains(part), message);
    }
    String labels =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Dimension("species", new double[3], List.of("a", "b")))
            .getMessage();
    assertTrue(labels.contains("'species' has 3 indices and 2 labels"), labels);
    Quantity huge =
        new Quantity(
            "q",
            "long",
            Summary.NONE,
            Dimension.numbered("a", 70_000),
            Dimension.numbered("b", 70_000));
    assertThrows(ArithmeticException.class, huge::size);
  }

  @Test
  void indicesAreCalledByLabelOrCoordinate() {
    assertEquals("Ar", GAS.label(1));
    assertEquals("1.5", TIME.label(3));
    assertArrayEquals(new double[] {0, 1}, GAS.coordinates());
    assertArrayEquals(new double[] {0, 1, 2}, Dimension.numbered("mode", 3).coordinates());
  }

  @Test
  void valuesAreFoundByIndexTimeAndName() {
    Quantity q = new Quantity("q", "long", Summary.NONE, TIME, GAS);
    Variable v = new Variable(q, new double[] {0, 1, 2, 3, 4, 5, 6, 7});
    assertArrayEquals(new double[] {4, 5}, v.at(2));
    assertThrows(IndexOutOfBoundsException.class, () -> v.at(4));
    assertEquals(List.of(0, 1, 3), List.of(v.nearest(-1), v.nearest(0.7), v.nearest(9)));
    assertEquals(0, v.nearest(0.25), "the earlier of two as near");
    assertTrue(v.inTime());
    assertEquals(GAS, v.dimension("species"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> v.dimension("x")).getMessage();
    assertTrue(message.contains("'q' has no dimension 'x'; it has [time, species]"), message);
    assertThrows(IllegalStateException.class, v::value);
    Variable number = Variable.of("n", "number", 3);
    assertEquals(3, number.value());
    assertFalse(number.inTime());
    assertFalse(new Variable(new Quantity("g", "long", Summary.NONE, GAS), new double[2]).inTime());
  }

  @Test
  void sameValuesAreTheSameBitsInTheSameShape() {
    Quantity q = new Quantity("q", "long", Summary.NONE, TIME, GAS);
    double[] values = {0, 1, 2, 3, 4, NAN, 6, 7};
    Variable v = new Variable(q, values);
    assertTrue(v.sameValues(new Variable(q, values.clone())));
    Quantity flat = new Quantity("q", "long", Summary.NONE, Dimension.numbered("i", 8));
    assertFalse(v.sameValues(new Variable(flat, values.clone())));
    double[] other = values.clone();
    other[3] = Math.nextUp(other[3]);
    assertFalse(v.sameValues(new Variable(q, other)));
    other = values.clone();
    other[0] = -0.0;
    assertFalse(v.sameValues(new Variable(q, other)));
  }

  /** Entry by entry of what is not time; NaN only where there is nothing else. */
  @ParameterizedTest
  @EnumSource(Summary.class)
  void aRowOfARunSaysWhatTheQuantityAsksFor(Summary summary) {
    Quantity q = new Quantity("q", "long", summary, TIME, Dimension.numbered("i", 3));
    double[] values = {NAN, 5, NAN, 2, 7, NAN, -3, 6, NAN, 1, -6, NAN};
    Map<String, double[]> found = new Variable(q, values).summary();
    double[] largest = {2, 7, NAN};
    Map<String, double[]> expected =
        switch (summary) {
          case NONE -> Map.of();
          case VALUE -> Map.of("", values);
          case LARGEST -> Map.of("sup", largest);
          case SMALLEST -> Map.of("inf", new double[] {-3, -6, NAN});
          case LARGEST_AND_LAST -> Map.of("sup", largest, "end", new double[] {1, -6, NAN});
          case FIRST_AND_LARGEST -> Map.of("start", new double[] {NAN, 5, NAN}, "sup", largest);
        };
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((name, array) -> assertArrayEquals(array, found.get(name), name));
  }
}
