package org.knudsen.jupyter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.knudsen.jupyter.document.Notebook;
import org.knudsen.jupyter.wire.WireMessage;

class CellOutputsTest {
  private final ObjectNode cell = JsonNodeFactory.instance.objectNode();
  private final CellOutputs outputs = new CellOutputs();

  private void publish(String type, ObjectNode content) {
    outputs.accept(WireMessage.of(type, "session", content));
  }

  private void print(String text) {
    publish(
        "stream", JsonNodeFactory.instance.objectNode().put("name", "stdout").put("text", text));
  }

  private String text(int output) {
    return Notebook.text(cell.path("outputs").path(output).path("text"));
  }

  @Test
  void storesPrintedTextUpToALimitAndSaysHowMuchMoreThereWas() {
    String lines = "\n".repeat(1 << 22);
    outputs.startCell(cell);
    for (int printed = 0; printed < CellOutputs.MOST_PRINTED - 2; printed += lines.length()) {
      print(lines);
    }
    print("not stored");
    publish("error", JsonNodeFactory.instance.objectNode().put("ename", "after it"));
    print("nor this");
    outputs.end();
    assertEquals(CellOutputs.MOST_PRINTED, text(0).length());
    assertEquals("knudsen: 18 more characters were printed; stored of a cell: 67108864\n", text(1));
    assertEquals("after it", cell.at("/outputs/2/ename").asText());
    assertEquals(3, cell.path("outputs").size());
  }

  @Test
  void cutsNoCharacterInTwo() {
    outputs.startCell(cell);
    print("a".repeat(CellOutputs.MOST_PRINTED - 1) + "\ud83d\ude00");
    outputs.end();
    assertEquals(CellOutputs.MOST_PRINTED - 1, text(0).length());
    assertEquals("knudsen: 2 more characters", text(1).substring(0, 26));
  }

  @Test
  void countsAnewWhereTheOutputWasCleared() {
    outputs.startCell(cell);
    print("a".repeat(CellOutputs.MOST_PRINTED + 1));
    publish("clear_output", JsonNodeFactory.instance.objectNode().put("wait", true));
    print("b");
    outputs.end();
    assertEquals("b", text(0));
    assertEquals(1, cell.path("outputs").size());
  }
}
