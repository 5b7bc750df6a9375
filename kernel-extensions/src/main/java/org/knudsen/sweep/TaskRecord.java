package org.knudsen.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.knudsen.archive.Json;
import org.knudsen.report.ResultTables;
import org.knudsen.run.RunResult;
import org.knudsen.study.SweepResult;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What is kept of a task in the table of its sweep; the fields are in its archive.
 *
 * @param address of the task
 * @param status how its run ended, in lower case, or failed
 * @param message why, where it is not complete
 * @param wallSeconds of its steps
 * @param row of {@link ResultTables#runs}, by column: numbers, finite or not; what is missing is
 *     left out
 */
public record TaskRecord(
    String address, String status, String message, double wallSeconds, Map<String, Object> row) {

  /** The status of a task of which there is no run. */
  public static final String FAILED = "failed";

  private static final ObjectMapper JSON = new ObjectMapper();

  public TaskRecord {
    row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
  }

  /** A task without a run. */
  static TaskRecord failed(String address, String reason) {
    return new TaskRecord(address, FAILED, reason, 0, Map.of());
  }

  /** What a run says. */
  static TaskRecord of(String address, RunResult run) {
    Map<String, Object> row = new LinkedHashMap<>();
    Table table = ResultTables.runs(SweepResult.of("", run));
    for (Column<?> column : table.columns()) {
      if (!column.isMissing(0)) {
        row.put(
            column.name(),
            column instanceof DoubleColumn numbers ? numbers.getDouble(0) : column.get(0));
      }
    }
    row.keySet().removeAll(java.util.List.of("eps", ResultTables.WALL_TIME, "ended"));
    return new TaskRecord(
        address,
        run.ending().name().toLowerCase(Locale.ROOT),
        run.message(),
        run.wallSeconds(),
        row);
  }

  /** Whether its run reached its end. */
  public boolean complete() {
    return status.equals("complete") || status.equals("unresolved");
  }

  /** Whether it is done, with whatever result, and not to be done again. */
  boolean isFinal() {
    return !status.equals("cancelled") && !status.equals(FAILED);
  }

  /** A number of the row; NaN if it has none. */
  public double number(String column) {
    return row.get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** One line of JSON, with all digits. */
  String json() {
    try {
      return JSON.writeValueAsString(
          Json.object(
              "address", address,
              "status", status,
              "message", message,
              "wallSeconds", wallSeconds,
              "row", row));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // maps of numbers and texts
    }
  }

  /** Reads what {@link #json} wrote; an exception for anything else. */
  static TaskRecord read(String json) throws JsonProcessingException {
    JsonNode node = JSON.readTree(json);
    Map<String, Object> row = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.required("row").properties()) {
      row.put(entry.getKey(), value(entry.getValue()));
    }
    return new TaskRecord(
        node.required("address").asText(),
        node.required("status").asText(),
        node.required("message").asText(),
        node.required("wallSeconds").asDouble(),
        row);
  }

  /** Numbers that are not finite are texts in JSON. */
  private static Object value(JsonNode node) {
    if (node.isInt()) {
      return node.intValue();
    }
    return node.isNumber() || node.asText().matches("NaN|-?Infinity")
        ? Double.valueOf(node.asText())
        : node.asText();
  }
}
