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
import org.knudsen.jupyter.wire.WireMessage;

/**
 * Turns the messages that a kernel publishes into the outputs that a notebook stores. One object
 * serves all cells of a run: a display may be updated, and threads may print, after their cell.
 */
final class CellOutputs {
  /** The most characters that a cell may print and have stored: one may print without end. */
  static final int MOST_PRINTED = 64 << 20;

  /** More lines than these are stored as one text, which takes a fraction of the memory. */
  private static final int MOST_LINES = 1 << 21;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The stored outputs of each display id, in all cells. */
  private final Map<String, List<ObjectNode>> displays = new HashMap<>();

  /** The cells by the ids of the requests that ran them. */
  private final Map<String, Cell> cells = new HashMap<>();

  private Cell latest;

  /** A cell with its outputs. */
  private static final class Cell {
    final ObjectNode stored;
    final ArrayNode outputs;
    boolean clearBeforeNext;

    /**
     * The last output where it is printed text, which grows here and is stored when it is whole.
     */
    ObjectNode printed;

    StringBuilder printedText = new StringBuilder();

    /** How many characters may still be stored, and how many could not. */
    int room = MOST_PRINTED;

    long dropped;

    /** Stands where the text was cut off, and says so; null before. */
    ObjectNode cutOff;

    Cell(ObjectNode stored) {
      this.stored = stored;
      outputs = stored.putArray("outputs");
    }

    void append(ObjectNode output) {
      settle();
      if (clearBeforeNext) {
        clear();
      }
      outputs.add(output);
    }

    /** Pieces of one stream that follow one another are one output. */
    void print(String name, String text) {
      if (clearBeforeNext) {
        clear();
      }
      int fits = cutOff == null ? Math.min(room, text.length()) : 0;
      if (fits > 0 && fits < text.length() && Character.isHighSurrogate(text.charAt(fits - 1))) {
        fits--; // no half of a character
      }
      if (fits > 0) {
        if (printed == null || !printed.path("name").asText().equals(name)) {
          ObjectNode output = output("stream").put("name", name);
          append(output);
          printed = output;
        }
        printedText.append(text, 0, fits);
        room -= fits;
      }
      if (fits < text.length()) {
        if (cutOff == null) {
          cutOff = output("stream").put("name", "stderr");
          append(cutOff);
        }
        dropped += text.length() - fits;
      }
    }

    /** Stores what is only known when nothing more comes. */
    void end() {
      settle();
      if (cutOff != null) {
        String note = "knudsen: %s more characters were printed; stored of a cell: %s";
        cutOff.set("text", Notebook.lines(note.formatted(dropped, MOST_PRINTED) + "\n"));
      }
    }

    /** Stores the printed text of the last output; what comes next is another. */
    void settle() {
      if (printed != null) {
        String text = printedText.toString();
        boolean many = text.chars().filter(c -> c == '\n').count() > MOST_LINES;
        printed.set("text", many ? JSON.textNode(text) : Notebook.lines(text));
        printed = null;
        printedText = new StringBuilder(); // one that was long would stay so
      }
    }

    void clear() {
      settle();
      outputs.removeAll();
      clearBeforeNext = false;
      room = MOST_PRINTED;
      dropped = 0;
      cutOff = null;
    }
  }

  /** Messages of a request that is new belong to this cell from now on; its outputs are emptied. */
  void startCell(ObjectNode cell) {
    latest = new Cell(cell);
  }

  /** Stores all printed text: nothing more comes. */
  void end() {
    cells.values().forEach(Cell::end);
  }

  void accept(WireMessage message) {
    JsonNode content = message.content();
    Cell cell = cells.computeIfAbsent(message.parentId(), request -> latest);
    switch (message.type()) {
      case "execute_input" -> cell.stored.set("execution_count", content.path("execution_count"));
      case "stream" -> cell.print(content.path("name").asText(), content.path("text").asText());
      case "execute_result" -> {
        ObjectNode output = output("execute_result");
        output.set("execution_count", content.path("execution_count"));
        add(cell, output, content);
      }
      case "display_data" -> add(cell, output("display_data"), content);
      case "update_display_data" -> {
        for (ObjectNode shown : displays.getOrDefault(displayId(content), List.of())) {
          fill(shown, content);
        }
      }
      case "clear_output" -> {
        if (content.path("wait").asBoolean()) {
          cell.clearBeforeNext = true;
        } else {
          cell.clear();
        }
      }
      case "error" ->
          cell.append(
              errorOutput(
                  content.path("ename").asText(),
                  content.path("evalue").asText(),
                  content.path("traceback")));
      case "status" -> cell.settle();
      default -> {} // what leaves no trace in a notebook
    }
  }

  /** Adds an error output to the latest cell. */
  void error(String name, String value, JsonNode traceback) {
    latest.append(errorOutput(name, value, traceback));
  }

  private static ObjectNode errorOutput(String name, String value, JsonNode traceback) {
    ObjectNode output = output("error").put("ename", name).put("evalue", value);
    output.set("traceback", traceback.isArray() ? traceback : JSON.arrayNode());
    return output;
  }

  private void add(Cell cell, ObjectNode output, JsonNode content) {
    fill(output, content);
    cell.append(output);
    String id = displayId(content);
    if (!id.isEmpty()) {
      displays.computeIfAbsent(id, key -> new ArrayList<>()).add(output);
    }
  }

  private static ObjectNode output(String type) {
    return JSON.objectNode().put("output_type", type);
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
