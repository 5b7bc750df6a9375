package org.knudsen.jupyter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.jupyter.document.Notebook;

/** Values from outside for the variables of a tagged cell. */
class NotebookParametersTest {
  private Notebook notebook;

  @BeforeEach
  void makeNotebook() throws Exception {
    notebook =
        Notebooks.ofCode(
            "1",
            "// how small\ndouble eps = 0.1; var n = 3;\nString name = \"a\"; boolean on = false;\n"
                + "long big = 7; Object other = null;",
            "eps");
    notebook.cells().get(1).withObject("/metadata").putArray("tags").add("parameters");
  }

  @Test
  void standInACellAfterTheDeclarations() {
    var values =
        new TreeMap<>(
            Map.of("eps", "1", "n", "-7", "name", "say \"hi\"\\\n", "on", "true", "big", "12"));
    NotebookParameters.inject(notebook, values);
    assertEquals(4, notebook.cells().size());
    var cell = notebook.cells().get(2);
    assertEquals("injected-parameters", cell.at("/metadata/tags/0").asText());
    assertEquals(
        "long big = 12L;\ndouble eps = 1.0;\nint n = -7;\n"
            + "String name = \"say \\\"hi\\\"\\\\\\n\";\nboolean on = true;",
        Notebook.text(cell.path("source")));

    NotebookParameters.inject(notebook, Map.of("n", "1"));
    assertEquals(4, notebook.cells().size(), "the cell is replaced");
    assertEquals("int n = 1;", Notebook.text(notebook.cells().get(2).path("source")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eps   | abc  | found 'abc'; allowed: a finite number (double)",
        "eps   | NaN  | found 'NaN'; allowed: a finite number (double)",
        "n     | 1.5  | found '1.5'; allowed: an integer (int)",
        "n     | 3000000000 | found '3000000000'; allowed: an integer (int)",
        "on    | yes  | found 'yes'; allowed: true, false",
        "other | 1    | found a variable of type Object; allowed: int, long, double, boolean, String",
        "epz   | 1    | found no such variable; allowed: eps, n, name, on, big, other"
      })
  void areCheckedBeforeAnythingRuns(String name, String value, String message) {
    String before = notebook.toJson();
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> NotebookParameters.inject(notebook, Map.of(name, value)));
    assertEquals("parameter " + name + ": " + message, e.getMessage());
    assertEquals(before, notebook.toJson());
  }

  @Test
  void needACellThatDeclaresThem() throws Exception {
    Notebook plain = Notebooks.ofCode("int n = 1;");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> NotebookParameters.inject(plain, Map.of("n", "1")));
    assertEquals(
        "parameter n: found no cell with the tag 'parameters';"
            + " allowed: variables that such a cell declares",
        e.getMessage());
  }
}
