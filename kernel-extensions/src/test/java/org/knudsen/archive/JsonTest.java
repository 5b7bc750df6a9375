package org.knudsen.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** JSON keeps every double, its order, and no number that JSON has not. */
class JsonTest {

  @Test
  void everyDoubleComesBack() throws IOException {
    List<Double> values =
        new ArrayList<>(
            List.of(0.0, -0.0, 0.1, 1.0 / 3, Double.MIN_VALUE, Double.MAX_VALUE, 1e23, 5e-324));
    Random random = new Random(7);
    while (values.size() < 10_000) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        values.add(value);
      }
    }
    JsonNode read = new ObjectMapper().readTree(Json.text(values, note -> {}));
    for (int v = 0; v < values.size(); v++) {
      assertEquals(values.get(v), read.path(v).asDouble(), "number " + v);
    }
  }

  @Test
  void numbersHaveSeventeenDigits() {
    assertEquals("[ 1.0000000000000000e-01, 3 ]\n", Json.text(List.of(0.1, 3), note -> {}));
  }

  @Test
  void numbersThatAreNoneBecomeNullAndAreNamed() {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("b", List.of(1.0, Double.NaN));
    inner.put("a", Double.NEGATIVE_INFINITY);
    List<String> notes = new ArrayList<>();
    String text = Json.text(Map.of("outer", inner), notes::add);
    assertTrue(text.indexOf("\"b\"") < text.indexOf("\"a\""), "order is kept");
    assertTrue(text.contains("null ]"), text);
    assertEquals(
        List.of("outer.b[1] is NaN; written as null", "outer.a is -Infinity; written as null"),
        notes);
  }

  @Test
  void whatJsonCannotHoldIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Json.text(List.of(new Object()), note -> {}));
  }
}
