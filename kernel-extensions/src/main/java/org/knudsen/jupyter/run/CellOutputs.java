package org.knudsen.jupyter.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.knudsen.jupyter.document.Notebook;

/**
 * Turns the messages that a kernel publishes into the outputs that a notebook stores. One object
 * serves all cells of a run, because a display may be updated from a later cell.
 */
final class CellOutputs {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The stored outputs of each display id, in all cells. */
  private final Map<String, List<ObjectNode>> displays = new HashMap<>();

  private ObjectNode cell;
  private ArrayNode outputs;
  private boolean clearBeforeNext;

  /** From now on messages belong to this cell; its outputs are emptied. */
  void startCell(ObjectNode newCell) {
    cell = newCell;
    outputs = cell.putArray("outputs");
    clearBeforeNext = false;
  }

  void accept(WireMessage message) {
    JsonNode content = message.content();
    switch (message.type()) {
      case "execute_input" -> cell.set("execution_count", content.path("execution_count"));
      case "stream" -> stream(content.path("name").asText(), content.path("text").asText());
      case "execute_result", "display_data" -> {
        ObjectNode output = output(message.type());
        if (message.type().equals("execute_result")) {
          output.set("execution_count", content.path("execution_count"));
        }
        fill(output, content);
        String id = displayId(content);
        if (!id.isEmpty()) {
          displays.computeIfAbsent(id, key -> new ArrayList<>()).add(output);
        }
      }
      case "update_display_data" -> {
        for (ObjectNode shown : displays.getOrDefault(displayId(content), List.of())) {
          fill(shown, content);
        }
      }
      case "clear_output" -> {
        if (content.path("wait").asBoolean()) {
          clearBeforeNext = true;
        } else {
          outputs.removeAll();
        }
      }
      case "error" ->
          error(
              content.path("ename").asText(),
              content.path("evalue").asText(),
              content.path("traceback"));
      default -> {} // status and the like leave no trace in a notebook
    }
  }

  /** Adds an error output to the cell. */
  void error(String name, String value, JsonNode traceback) {
    output("error")
        .put("ename", name)
        .put("evalue", value)
        .set("traceback", traceback.isArray() ? traceback : JSON.arrayNode());
  }

  /** Pieces of one stream that follow one another are one output. */
  private void stream(String name, String text) {
    JsonNode last = clearBeforeNext ? null : outputs.get(outputs.size() - 1);
    if (last instanceof ObjectNode previous
        && previous.path("output_type").asText().equals("stream")
        && previous.path("name").asText().equals(name)) {
      previous.set("text", Notebook.lines(Notebook.text(previous.path("text")) + text));
      return;
    }
    output("stream").put("name", name).set("text", Notebook.lines(text));
  }

  /** A new output of the cell. */
  private ObjectNode output(String type) {
    if (clearBeforeNext) {
      outputs.removeAll();
      clearBeforeNext = false;
    }
    return outputs.addObject().put("output_type", type);
  }

  private static String displayId(JsonNode content) {
    return content.path("transient").path("display_id").asText();
  }

  /** Copies data and metadata; texts are split into lines, binary data and JSON stay whole. */
  private static void fill(ObjectNode output, JsonNode content) {
    ObjectNode data = output.putObject("data");
    for (Map.Entry<String, JsonNode> entry : content.path("data").properties()) {
      JsonNode value = entry.getValue();
      boolean text = value.isTextual() && isText(entry.getKey());
      data.set(entry.getKey(), text ? Notebook.lines(value.asText()) : value);
    }
    JsonNode metadata = content.path("metadata");
    output.set("metadata", metadata.isObject() ? metadata : JSON.objectNode());
  }

  private static boolean isText(String mimeType) {
    return mimeType.startsWith("text/")
        || mimeType.equals("image/svg+xml")
        || mimeType.equals("application/javascript");
  }
}
