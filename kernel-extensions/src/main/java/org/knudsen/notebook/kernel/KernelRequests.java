package org.knudsen.notebook.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.knudsen.archive.Provenance;
import org.knudsen.jupyter.server.CellOutput;
import org.knudsen.jupyter.server.CellStreams;
import org.knudsen.jupyter.server.KernelServer;
import org.knudsen.jupyter.server.Requests;
import org.knudsen.jupyter.wire.MalformedMessageException;
import org.knudsen.jupyter.wire.WireMessage;

/** Answers the requests of Jupyter's protocol with a {@link KnudsenKernel}. */
final class KernelRequests implements Requests {
  private static final String PROTOCOL = "5.3";
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  /** The pages that the Help menu of a notebook offers, by title. */
  private static final Map<String, String> HELP =
      Map.of(
          "Tablesaw", "https://jtablesaw.github.io/tablesaw/",
          "XChart", "https://knowm.org/open-source/xchart/",
          "Java", "https://docs.oracle.com/en/java/javase/17/docs/api/");

  private final Future<KnudsenKernel> kernel;
  private final CellStreams streams;
  private final History history = new History();
  private KernelServer server;
  private int executions;

  /**
   * @param kernel what runs cells; requests that need it wait until it is there
   * @param streams lead outputs to their cells
   */
  KernelRequests(Future<KnudsenKernel> kernel, CellStreams streams) {
    this.kernel = kernel;
    this.streams = streams;
  }

  /** Where outputs go; called before the first request. */
  void setServer(KernelServer server) {
    this.server = server;
  }

  /** The kernel, once it has been made. */
  KnudsenKernel kernel() {
    try {
      return kernel.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the kernel starts", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the kernel did not start: " + e.getCause(), e.getCause());
    }
  }

  @Override
  public Optional<ObjectNode> answer(WireMessage request) throws MalformedMessageException {
    ObjectNode content = request.content();
    return Optional.ofNullable(
        switch (request.type()) {
          case "execute_request" -> execute(request);
          case "kernel_info_request" -> kernelInfo();
          case "complete_request" -> complete(text(content, "code"), cursor(content));
          case "inspect_request" -> inspect(text(content, "code"), cursor(content), content);
          case "is_complete_request" -> isComplete(text(content, "code"));
          case "history_request" -> history.answer(content);
          case "comm_info_request" -> ok().set("comms", MAKE.objectNode());
          case "interrupt_request" -> interrupt();
          case "shutdown_request" -> ok().put("restart", content.path("restart").asBoolean());
          case "comm_open" -> closeComm(request);
          default -> null;
        });
  }

  private ObjectNode execute(WireMessage request) throws MalformedMessageException {
    ObjectNode content = request.content();
    String code = text(content, "code");
    boolean silent = content.path("silent").asBoolean();
    boolean stored = !silent && content.path("store_history").asBoolean(true);
    CellOutput output = streams.begin(server, request);
    if (stored) {
      executions++;
      history.add(executions, code);
    }
    ObjectNode reply = ok().put("execution_count", executions);
    try {
      KnudsenKernel ready = kernel(); // before the cell is said to run: a client measures its time
      if (!silent) {
        output.publish(
            "execute_input",
            MAKE.objectNode().put("code", code).put("execution_count", executions));
      }
      DisplayData value = ready.eval(code, stored ? executions : 0);
      if (value != null && !silent) {
        ObjectNode result = DisplayMessages.content(value);
        output.publish("execute_result", result.put("execution_count", executions));
      }
      reply.set("payload", MAKE.arrayNode());
      reply.set("user_expressions", expressions(content.path("user_expressions")));
    } catch (Exception e) {
      ObjectNode error = error(e);
      if (!silent) {
        output.publish("error", error.deepCopy());
      }
      reply.setAll(error);
      reply.put("status", "error");
    } finally {
      output.flush();
    }
    return reply;
  }

  /** Values that a client asks for beside the cell's, by name. */
  private ObjectNode expressions(JsonNode wanted) {
    ObjectNode values = MAKE.objectNode();
    wanted
        .properties()
        .forEach(
            entry -> {
              ObjectNode value;
              try {
                DisplayData data = kernel().eval(entry.getValue().asText());
                value = DisplayMessages.content(data == null ? new DisplayData("") : data);
                value.put("status", "ok").remove("transient");
              } catch (Exception e) {
                value = error(e).put("status", "error");
              }
              values.set(entry.getKey(), value);
            });
    return values;
  }

  private static ObjectNode error(Exception e) {
    ObjectNode error = MAKE.objectNode();
    String name = e instanceof CellFailure failure ? failure.name() : e.getClass().getSimpleName();
    error.put("ename", name).put("evalue", String.valueOf(e.getMessage()));
    ArrayNode traceback = error.putArray("traceback");
    CellErrors.display(e).forEach(traceback::add); // also where there is no kernel
    return error;
  }

  private static ObjectNode kernelInfo() {
    String version = Provenance.version();
    String java = Runtime.version().toString();
    ObjectNode info =
        ok().put("protocol_version", PROTOCOL)
            .put("implementation", "knudsen")
            .put("implementation_version", version)
            .put(
                "banner",
                "Knudsen " + version + ": gas mixtures, on Java " + java + " (IJava 1.3.0)");
    info.putObject("language_info")
        .put("name", "Java")
        .put("version", java)
        .put("mimetype", "text/x-java-source")
        .put("file_extension", ".jshell")
        .put("pygments_lexer", "java")
        .put("codemirror_mode", "java");
    ArrayNode links = info.putArray("help_links");
    HELP.forEach((text, url) -> links.addObject().put("text", text).put("url", url));
    return info;
  }

  private ObjectNode complete(String code, int cursor) {
    ReplacementOptions found = kernel().complete(code, cursor);
    int start = found == null ? cursor : found.getSourceStart();
    int end = found == null ? cursor : found.getSourceEnd();
    ObjectNode reply = ok();
    reply.put("cursor_start", code.codePointCount(0, start));
    reply.put("cursor_end", code.codePointCount(0, end));
    ArrayNode matches = reply.putArray("matches");
    (found == null ? List.<String>of() : found.getReplacements()).forEach(matches::add);
    reply.set("metadata", MAKE.objectNode());
    return reply;
  }

  private ObjectNode inspect(String code, int cursor, ObjectNode content) {
    DisplayData found = kernel().inspect(code, cursor, content.path("detail_level").asInt() > 0);
    ObjectNode reply = ok().put("found", found != null);
    reply.setAll(DisplayMessages.content(found == null ? new DisplayData() : found));
    reply.remove("transient");
    return reply;
  }

  private ObjectNode isComplete(String code) {
    String answer = kernel().isComplete(code);
    boolean status = List.of("complete", "incomplete", "invalid", "unknown").contains(answer);
    ObjectNode reply = MAKE.objectNode().put("status", status ? answer : "incomplete");
    return status ? reply : reply.put("indent", answer);
  }

  private ObjectNode interrupt() {
    if (kernel.isDone()) {
      kernel().interrupt();
    }
    return ok();
  }

  /** No part of Knudsen speaks over comms: the other side is told at once, as the protocol asks. */
  private ObjectNode closeComm(WireMessage request) throws MalformedMessageException {
    String id = text(request.content(), "comm_id");
    ObjectNode close = MAKE.objectNode().put("comm_id", id);
    close.set("data", MAKE.objectNode());
    server.publish("comm_close", close, request);
    return null;
  }

  private static ObjectNode ok() {
    return MAKE.objectNode().put("status", "ok");
  }

  private static String text(ObjectNode content, String key) throws MalformedMessageException {
    if (!content.path(key).isTextual()) {
      throw new MalformedMessageException("the content has no text '" + key + "'");
    }
    return content.path(key).asText();
  }

  /** A place in the code, in Java's chars: the protocol counts code points. */
  private static int cursor(ObjectNode content) throws MalformedMessageException {
    String code = text(content, "code");
    JsonNode cursor = content.path("cursor_pos");
    if (!cursor.canConvertToInt() || cursor.asInt() < 0) {
      throw new MalformedMessageException("cursor_pos is no place in the code");
    }
    int points = Math.min(cursor.asInt(), code.codePointCount(0, code.length()));
    return code.offsetByCodePoints(0, points);
  }
}
