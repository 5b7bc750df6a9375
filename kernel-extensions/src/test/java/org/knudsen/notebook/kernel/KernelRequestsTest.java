package org.knudsen.notebook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.knudsen.jupyter.server.CellStreams;
import org.knudsen.jupyter.server.KernelServer;
import org.knudsen.jupyter.wire.ConnectionFile;
import org.knudsen.jupyter.wire.WireMessage;

/** Requests in this process, without sockets. */
class KernelRequestsTest {

  private static ObjectNode answer(Future<KnudsenKernel> kernel, String type, ObjectNode content)
      throws Exception {
    ObjectNode ports = JsonNodeFactory.instance.objectNode();
    for (ConnectionFile.Channel channel : ConnectionFile.Channel.values()) {
      ports.put(channel.key(), 1);
    }
    KernelRequests requests = new KernelRequests(kernel, new CellStreams());
    requests.setServer(new KernelServer(new ConnectionFile(ports), requests, line -> {}));
    return requests.answer(WireMessage.of(type, "test", content)).orElseThrow();
  }

  private static ObjectNode code(String code) {
    return JsonNodeFactory.instance.objectNode().put("code", code);
  }

  @Test
  void saysInACellWhyTheKernelDidNotStart() throws Exception {
    ObjectNode reply =
        answer(
            CompletableFuture.failedFuture(new IllegalStateException("no such jar")),
            "execute_request",
            code("1 + 1"));
    assertEquals("error", reply.path("status").asText());
    assertEquals(
        "the kernel did not start: java.lang.IllegalStateException: no such jar",
        reply.path("evalue").asText());
  }

  @Test
  void countsLettersOfTwoCharsOnceInPlaces() throws Exception {
    KnudsenKernel kernel = new KnudsenKernel();
    String before = "var s = \"\ud83d\ude00\ud83d\ude00\"; Math.sq";
    int at = before.codePointCount(0, before.length());
    ObjectNode reply =
        answer(
            CompletableFuture.completedFuture(kernel),
            "complete_request",
            code(before).put("cursor_pos", at));
    kernel.onShutdown(false);
    assertEquals("sqrt(", reply.path("matches").path(0).asText());
    assertEquals(at - 2, reply.path("cursor_start").asInt());
    assertEquals(at, reply.path("cursor_end").asInt());
  }

  @Test
  void showsMoreThanTwentyMillionCharacters() {
    int length = 20_000_001;
    ObjectNode content = DisplayMessages.content(new DisplayData("x".repeat(length)));
    assertEquals(
        length, content.path("data").path(MIMEType.TEXT_PLAIN.toString()).asText().length());
  }
}
