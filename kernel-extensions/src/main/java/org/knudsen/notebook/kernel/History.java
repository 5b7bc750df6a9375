package org.knudsen.notebook.kernel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The cells that this kernel has run, in their order. Used by one thread. */
final class History {

  private record Entry(int number, String code) {}

  private final List<Entry> entries = new ArrayList<>();

  void add(int number, String code) {
    entries.add(new Entry(number, code));
  }

  /**
   * The reply to a history_request: the last {@code n} cells, a range of them, or those that match
   * a pattern with * and ?. This kernel knows one session, number 0, the present one.
   */
  ObjectNode answer(ObjectNode request) {
    List<Entry> found =
        switch (request.path("hist_access_type").asText()) {
          case "range" -> {
            int stop = request.path("stop").asInt(Integer.MAX_VALUE);
            int start = request.path("start").asInt(1);
            yield entries.stream().filter(e -> e.number >= start && e.number < stop).toList();
          }
          case "search" -> matching(request);
          default -> entries;
        };
    int most = request.path("n").asInt(Integer.MAX_VALUE);
    ObjectNode reply = JsonNodeFactory.instance.objectNode().put("status", "ok");
    ArrayNode history = reply.putArray("history");
    for (Entry entry : found.subList(Math.max(0, found.size() - Math.max(0, most)), found.size())) {
      ArrayNode line = history.addArray().add(0).add(entry.number);
      if (request.path("output").asBoolean()) {
        line.addArray().add(entry.code).addNull(); // results are not kept
      } else {
        line.add(entry.code);
      }
    }
    return reply;
  }

  private List<Entry> matching(ObjectNode request) {
    StringBuilder regex = new StringBuilder();
    for (char c : request.path("pattern").asText("*").toCharArray()) {
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    Pattern pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    boolean unique = request.path("unique").asBoolean();
    Set<String> shown = new HashSet<>();
    return entries.stream()
        .filter(e -> pattern.matcher(e.code).matches())
        .filter(e -> !unique || shown.add(e.code))
        .toList();
  }
}
