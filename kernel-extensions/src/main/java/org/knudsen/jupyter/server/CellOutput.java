package org.knudsen.jupyter.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.knudsen.jupyter.wire.WireMessage;

/**
 * What one cell prints and shows, during its run and after it. Printed text waits for {@link
 * #WAIT_MILLIS} or until there is much of it, so that a message holds many lines; whatever else is
 * published goes after the text printed before it. Any thread may use it.
 */
public final class CellOutput {
  /** How long text may wait. */
  static final long WAIT_MILLIS = 100;

  private static final int MUCH = 1 << 16;

  private final KernelServer server;
  private final WireMessage request;
  private final ScheduledExecutorService clock;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private String stream = "";
  private boolean waiting;

  /**
   * @param server where to publish
   * @param request the cell's execute_request
   * @param clock flushes what has waited
   */
  public CellOutput(KernelServer server, WireMessage request, ScheduledExecutorService clock) {
    this.server = server;
    this.request = request;
    this.clock = clock;
  }

  /** The request that started the cell. */
  public WireMessage request() {
    return request;
  }

  /**
   * Prints.
   *
   * @param name stdout or stderr
   * @param bytes in UTF-8, not modified; may end within a character
   */
  synchronized void write(String name, byte[] bytes, int offset, int length) {
    if (!stream.equals(name)) {
      flush();
      stream = name;
    }
    text.write(bytes, offset, length);
    if (text.size() >= MUCH) {
      send(true);
    } else if (!waiting) {
      waiting = true;
      clock.schedule(this::waited, WAIT_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void waited() {
    waiting = false;
    send(true);
  }

  /** Publishes all text that waits. */
  public synchronized void flush() {
    send(false);
  }

  /** Publishes what waits; with {@code more} to come a character that has only begun stays. */
  private void send(boolean more) {
    byte[] bytes = text.toByteArray();
    int end = more ? bytes.length - begun(bytes) : bytes.length;
    text.reset();
    text.writeBytes(Arrays.copyOfRange(bytes, end, bytes.length));
    if (end > 0) {
      ObjectNode content = JsonNodeFactory.instance.objectNode();
      content.put("name", stream).put("text", new String(bytes, 0, end, StandardCharsets.UTF_8));
      server.publish("stream", content, request);
    }
  }

  /** How many bytes at the end belong to a character that is not complete. */
  private static int begun(byte[] utf8) {
    for (int back = 1; back <= Math.min(3, utf8.length); back++) {
      int lead = utf8[utf8.length - back] & 0xff;
      if (lead >= 0xc0) {
        int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        return length > back ? back : 0;
      } else if (lead < 0x80) {
        return 0;
      }
    }
    return 0;
  }

  /**
   * Publishes something that is not text, after the text printed before it.
   *
   * @param type for example display_data
   * @param content the content for the type, not modified by anybody from now on
   */
  public synchronized void publish(String type, ObjectNode content) {
    flush();
    server.publish(type, content, request);
  }

  /** Asks the person at the notebook for a line. */
  String input(String prompt) throws InterruptedException {
    flush();
    return server.input(prompt, false, request);
  }
}
