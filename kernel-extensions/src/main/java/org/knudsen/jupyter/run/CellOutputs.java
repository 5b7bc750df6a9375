package org.knudsen.jupyter.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.knudsen.jupyter.document.Notebook;
import org.knudsen.jupyter.wire.WireMessage;

/**
 * Turns the messages that a kernel publishes into the outputs that a notebook stores. One object
 * serves all cells of a run, because a display may be updated from a later cell.
 */
final class CellOutputs {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The stored outputs of each display id, in all cells. */
  private final Map<String, List<ObjectNode>> displays = new HashMap<>();

  private ObjectNode cell;
  private ArrayNode outputs;
  private boolean clearBeforeNext;

  /** The last output where it is printed text, which grows here and is stored once it is whole. */
  private ObjectNode printed;

  private final StringBuilder printedText = new StringBuilder();

  /** From now on messages belong to this cell; its outputs are emptied. */
  void startCell(ObjectNode newCell) {
    cell = newCell;
    outputs = cell.putArray("outputs");
    clearBeforeNext = false;
    printed = null;
  }

  void accept(WireMessage message) {
    JsonNode content = message.content();
    switch (message.type()) {
      case "execute_input" -> cell.set("execution_count", content.path("execution_count"));
      case "stream" -> stream(content.path("name").asText(), content.path("text").asText());
      case "execute_result" -> {
        ObjectNode output = output("execute_result");
        output.set("execution_count", content.path("execution_count"));
        fill(output, content);
        add(output, content);
      }
      case "display_data" -> {
        ObjectNode output = output("display_data");
        fill(output, content);
        add(output, content);
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
          clear();
        }
      }
      case "error" ->
          error(
              content.path("ename").asText(),
              content.path("evalue").asText(),
              content.path("traceback"));
      case "status" -> settle(); // at the end of the cell
      default -> {} // what leaves no trace in a notebook
    }
  }

  /** Adds an error output to the cell. */
  void error(String name, String value, JsonNode traceback) {
    ObjectNode output = output("error");
    output.put("ename", name).put("evalue", value);
    output.set("traceback", traceback.isArray() ? traceback : JSON.createArrayNode());
    append(output);
  }

  /** Pieces of one stream that follow one another are one output. */
  private void stream(String name, String text) {
    if (clearBeforeNext || printed == null || !printed.path("name").asText().equals(name)) {
      ObjectNode output = output("stream").put("name", name);
      append(output);
      printed = output;
    }
    printedText.append(text);
  }

  /** Stores the printed text of the last output; what comes next is another. */
  private void settle() {
    if (printed != null) {
      printed.set("text", Notebook.lines(printedText.toString()));
      printed = null;
    }
    printedText.setLength(0);
  }

  private void clear() {
    settle();
    outputs.removeAll();
    clearBeforeNext = false;
  }

  private void add(ObjectNode output, JsonNode content) {
    append(output);
    String id = displayId(content);
    if (!id.isEmpty()) {
      displays.computeIfAbsent(id, key -> new ArrayList<>()).add(output);
    }
  }

  private void append(ObjectNode output) {
    settle();
    if (clearBeforeNext) {
      clear();
    }
    outputs.add(output);
  }

  private static ObjectNode output(String type) {
    return JSON.createObjectNode().put("output_type", type);
  }

  private static String displayId(JsonNode content) {
    return content.path("transient").path("display_id").asText();
  }

  /** Copies data and metadata; texts are split into lines, binary data and JSON stay whole. */
  private static void fill(ObjectNode output, JsonNode content) {
    ObjectNode data = JSON.createObjectNode();
    content
        .path("data")
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              data.set(
                  entry.getKey(),
                  value.isTextual() && isText(entry.getKey())
                      ? Notebook.lines(value.asText())
                      : value);
            });
    output.set("data", data);
    JsonNode metadata = content.path("metadata");
    output.set("metadata", metadata.isObject() ? metadata : JsonNodeFactory.instance.objectNode());
  }

  private static boolean isText(String mimeType) {
    return mimeType.startsWith("text/")
        || mimeType.equals("image/svg+xml")
        || mimeType.equals("application/javascript");
  }
}
