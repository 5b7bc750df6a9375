package org.knudsen.jupyter.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.knudsen.jupyter.document.Notebook;
import org.knudsen.jupyter.document.NotebookFormatException;

/** Small notebooks for tests. */
final class Notebooks {
  private Notebooks() {}

  /** A notebook with these code cells. */
  static Notebook ofCode(String... sources) throws NotebookFormatException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = json.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
    root.putObject("metadata");
    ArrayNode cells = root.putArray("cells");
    int number = 0;
    for (String source : sources) {
      ObjectNode cell = cells.addObject().put("cell_type", "code").put("id", "cell-" + ++number);
      cell.putObject("metadata");
      cell.putNull("execution_count");
      cell.putArray("outputs");
      cell.set("source", Notebook.lines(source));
    }
    return Notebook.parse(root.toString(), "test notebook");
  }

  /** The text of output {@code output} of cell {@code cell} (both from 0) under a media type. */
  static String data(Notebook notebook, int cell, int output, String mimeType) {
    return Notebook.text(
        notebook.cells().get(cell).path("outputs").path(output).path("data").path(mimeType));
  }

  /** The text of output {@code output} of cell {@code cell}, which must be a stream. */
  static String stream(Notebook notebook, int cell, int output) {
    return Notebook.text(notebook.cells().get(cell).path("outputs").path(output).path("text"));
  }
}
