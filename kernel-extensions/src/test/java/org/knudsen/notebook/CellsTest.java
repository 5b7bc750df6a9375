package org.knudsen.notebook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.knudsen.notebook.kernel.DefaultImports;

class CellsTest {

  @Test
  void endsWhereTextAndNumbersDisagree() {
    assertDoesNotThrow(() -> Cells.check("water is wet", true));
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> Cells.check("water is dry", false));
    assertEquals("not so in this run: water is dry", e.getMessage());
    assertDoesNotThrow(() -> Cells.check("pi", Math.PI, 3.14, 0.002));
    e = assertThrows(IllegalStateException.class, () -> Cells.check("pi", Math.PI, 3.14, 0.001));
    assertEquals(
        "not so in this run: pi: found 3.141592653589793, stated 3.14 to 0.001", e.getMessage());
    assertThrows(IllegalStateException.class, () -> Cells.check("none", Double.NaN, 0, 1));
  }

  @Test
  void roundsToDigitsAndToDecimals() {
    assertEquals(0.00123, Cells.digits(0.0012345, 3));
    assertEquals(1230, Cells.digits(1234.5, 3));
    assertEquals(Double.NaN, Cells.digits(Double.NaN, 3));
    assertEquals(0.001, Cells.decimals(0.0012345, 3));
    assertEquals(1234.5, Cells.decimals(1234.5, 3));
    assertEquals(0.0, Cells.decimals(-1e-9, 3)); // not -0.0, which assertEquals tells apart
  }

  @Test
  void writesNumbersWithAPointInEveryLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("D = 0.50", Cells.text("D = %.2f", 0.5));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void isImportedIntoEveryNotebook() {
    assertTrue(
        DefaultImports.statements(getClass().getClassLoader())
            .contains("import static " + Cells.class.getName() + ".*;"));
  }
}
