package org.knudsen.jupyter.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.knudsen.jupyter.spec.KernelCommand;
import org.knudsen.jupyter.wire.ConnectionFile;
import org.knudsen.jupyter.wire.ConnectionFile.Channel;
import org.knudsen.jupyter.wire.MalformedMessageException;
import org.knudsen.jupyter.wire.Signer;
import org.knudsen.jupyter.wire.WireMessage;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * Speaks the Jupyter wire protocol with a kernel that it starts. All methods but {@link #interrupt}
 * are called from one thread.
 */
final class KernelClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int POLL_MILLIS = 100;
  private static final int START_ATTEMPTS = 3;

  /** The most messages taken between two looks at the clock: a cell may print without end. */
  private static final int BATCH = 1000;

  private final KernelProcess process;
  private final Signer signer;
  private final Signer controlSigner;
  private final String session = UUID.randomUUID().toString();
  private final ZContext context = new ZContext();
  private final ZMQ.Socket shell;
  private final ZMQ.Socket control;
  private final ZMQ.Socket iopub;
  private final Heartbeat heartbeat;

  /** The ids of all executions so far: their threads may still print. */
  private final Set<String> executed = new HashSet<>();

  /**
   * How an execution ended.
   *
   * @param reply the content of the execute_reply
   * @param timedOut whether the cell was interrupted because its time was over
   */
  record Execution(JsonNode reply, boolean timedOut) {}

  private KernelClient(KernelProcess process, Duration silence) {
    this.process = process;
    signer = process.connection().signer();
    controlSigner = process.connection().signer();
    shell = socket(SocketType.DEALER, Channel.SHELL);
    control = socket(SocketType.DEALER, Channel.CONTROL);
    iopub = socket(SocketType.SUB, Channel.IOPUB);
    iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
    heartbeat = new Heartbeat(socket(SocketType.REQ, Channel.HB), silence);
  }

  private ZMQ.Socket socket(SocketType type, Channel channel) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setLinger(0);
    socket.setIdentity(session.getBytes(ZMQ.CHARSET));
    socket.setRcvHWM(0); // no limit: a cell that prints much must not lose lines
    socket.setHandshakeIvl(ConnectionFile.HANDSHAKE_MILLIS);
    socket.connect(process.connection().address(channel));
    return socket;
  }

  /** Starts a kernel, in the folder that relative paths start from, and waits for its answer. */
  static KernelClient start(KernelCommand command, Path workingFolder, Timeouts timeouts)
      throws IOException, KernelException {
    for (int attempt = 1; ; attempt++) {
      KernelClient client =
          new KernelClient(KernelProcess.start(command, workingFolder), timeouts.silence());
      try {
        client.waitUntilReady(timeouts.start());
        return client;
      } catch (KernelException e) {
        boolean portTaken = client.process.lastWords().contains("Address already in use");
        client.close();
        // Another program may have taken a port between our look and the kernel's.
        if (!portTaken || attempt == START_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void waitUntilReady(Duration limit) throws KernelException {
    long end = System.nanoTime() + limit.toNanos();
    boolean replied = false;
    boolean heard = false;
    // What was published before our subscription arrived is lost: ask until both channels answer.
    long nextRequest = 0;
    while (!(replied && heard)) {
      long now = System.nanoTime();
      if (now > end) {
        throw new KernelException(
            "the notebook kernel did not answer within %s s; it is %s"
                .formatted(limit.toSeconds(), process.lastWords()));
      }
      if (nextRequest == 0 || now - nextRequest > 0) {
        WireMessage.of("kernel_info_request", session, JSON.createObjectNode()).send(shell, signer);
        nextRequest = now + Duration.ofMillis(1000).toNanos();
      }
      poll();
      requireAlive();
      WireMessage message;
      while ((message = next(shell)) != null) {
        replied |= message.type().equals("kernel_info_reply");
      }
      while (next(iopub) != null) {
        heard = true;
      }
    }
  }

  /**
   * Executes code and waits for its end.
   *
   * @param timeouts how long the cell may run, and take to stop when it is interrupted
   * @param published gets every message from the channel of outputs about this cell and those
   *     before it, in order
   */
  Execution execute(String code, Timeouts timeouts, Consumer<WireMessage> published)
      throws KernelException {
    Duration limit = timeouts.cell();
    Duration grace = timeouts.interrupted();
    ObjectNode content =
        JSON.createObjectNode()
            .put("code", code)
            .put("silent", false)
            .put("store_history", true)
            .put("allow_stdin", false)
            .put("stop_on_error", true);
    content.putObject("user_expressions");
    WireMessage request = WireMessage.of("execute_request", session, content);
    executed.add(request.id());
    request.send(shell, signer);

    long start = System.nanoTime();
    Duration allowed = limit.plus(timeouts.start()); // the kernel itself may not be ready yet
    int interrupts = 0;
    boolean idle = false;
    JsonNode reply = null;
    while (reply == null || !idle) {
      poll();
      WireMessage message;
      while ((message = next(shell)) != null) {
        if (message.parentId().equals(request.id()) && message.type().equals("execute_reply")) {
          reply = message.content();
        }
      }
      for (int taken = 0; taken < BATCH && (message = next(iopub)) != null; taken++) {
        if (executed.contains(message.parentId())) {
          published.accept(message);
        }
        if (!message.parentId().equals(request.id())) {
          continue;
        }
        if (message.type().equals("execute_input")) {
          start = System.nanoTime(); // what came before is the kernel's time, not the cell's
          allowed = limit;
        }
        idle |=
            message.type().equals("status")
                && message.content().path("execution_state").asText().equals("idle");
      }
      if (reply != null && idle) {
        break;
      }
      requireAlive();
      long over = System.nanoTime() - start - allowed.toNanos();
      // A first interrupt that comes before the cell's first statement has nothing to interrupt, so
      // a second follows half-way.
      if (over > interrupts * grace.toNanos() / 2 && interrupts < 2) {
        interrupts++;
        interrupt();
      } else if (over > grace.toNanos()) {
        throw new KernelException(
            "the cell was still running after its "
                + limit.toSeconds()
                + " s and did not stop when interrupted");
      }
    }
    return new Execution(reply, interrupts > 0);
  }

  /** Asks the kernel to interrupt the running cell, and does not wait. Any thread may call it. */
  synchronized void interrupt() {
    WireMessage.of("interrupt_request", session, JSON.createObjectNode())
        .send(control, controlSigner);
  }

  private void poll() {
    try (ZMQ.Poller poller = context.createPoller(3)) {
      poller.register(shell, ZMQ.Poller.POLLIN);
      poller.register(iopub, ZMQ.Poller.POLLIN);
      poller.register(heartbeat.socket(), ZMQ.Poller.POLLIN);
      poller.poll(POLL_MILLIS);
    }
    heartbeat.beat();
  }

  private WireMessage next(ZMQ.Socket socket) throws KernelException {
    try {
      return (socket.getEvents() & ZMQ.Poller.POLLIN) == 0
          ? null
          : WireMessage.receive(socket, signer);
    } catch (MalformedMessageException e) {
      throw new KernelException("the kernel sent " + e.getMessage(), e);
    }
  }

  private void requireAlive() throws KernelException {
    if (!process.isAlive()) {
      throw new KernelException("the notebook kernel died: " + process.lastWords());
    }
    if (heartbeat.isLost()) {
      throw new KernelException(
          "the notebook kernel no longer answers; it is " + process.lastWords());
    }
  }

  /** Asks the kernel to shut down, and ends its process where it does not. */
  @Override
  public void close() {
    process.noteChildren();
    if (process.isAlive()) {
      WireMessage.of("shutdown_request", session, JSON.createObjectNode().put("restart", false))
          .send(shell, signer);
      process.waitFor(2000);
    }
    process.close();
    context.close();
  }
}
