package org.knudsen.jupyter.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.knudsen.jupyter.wire.ConnectionFile;
import org.knudsen.jupyter.wire.ConnectionFile.Channel;
import org.knudsen.jupyter.wire.MalformedMessageException;
import org.knudsen.jupyter.wire.Signer;
import org.knudsen.jupyter.wire.WireMessage;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import org.zeromq.ZMsg;

/**
 * Listens on the five channels of a connection file, with one thread for each socket, as ZeroMQ
 * wants it.
 *
 * <p>The threads wait for their sockets, so that a request is answered as soon as it is there, and
 * look up now and then whether the kernel shuts down. Nothing that arrives can end them: what is
 * not a message, is not signed, was there before, or is not what its type asks for is dropped,
 * counted, and logged in one line. The heartbeat answers only while both live. What is published
 * goes through a queue to a thread of its own: a thread that is interrupted while it sends would
 * close ZeroMQ's channels, and threads of cells are interrupted at any moment.
 *
 * <p>The sockets of published messages have no limit on what waits in them: ZeroMQ would drop lines
 * beyond it.
 */
public final class KernelServer {
  private static final int REMEMBERED = 65_536;
  private static final Duration FAREWELL = Duration.ofSeconds(1);
  private static final int LOOK_MILLIS = 100;
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private final ConnectionFile connection;
  private final Requests requests;
  private final Consumer<String> log;
  private final String session = UUID.randomUUID().toString();
  private final ZMQ.Context context = ZMQ.context(1);
  private final Map<Channel, Thread> threads = new EnumMap<>(Channel.class);
  private final BlockingQueue<WireMessage> published = new LinkedBlockingQueue<>();
  private final AtomicLong dropped = new AtomicLong();
  private final CountDownLatch shutdown = new CountDownLatch(1);
  private final InputChannel input;

  /** The ids of the last messages, so that one that is sent again does not run again. */
  private final Set<String> seen =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  /**
   * @param connection where to listen
   * @param requests what answers
   * @param log gets a line for each message that was dropped
   */
  public KernelServer(ConnectionFile connection, Requests requests, Consumer<String> log) {
    this.connection = connection;
    this.requests = requests;
    this.log = log;
    input = new InputChannel(session);
  }

  /**
   * Binds the sockets and begins to answer.
   *
   * @throws ZMQException when an address is taken
   */
  public void start() {
    // All are bound before any thread answers: a kernel that answers is a kernel that works.
    Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    sockets.put(Channel.IOPUB, bind(Channel.IOPUB, SocketType.PUB));
    sockets.put(Channel.STDIN, bind(Channel.STDIN, SocketType.ROUTER));
    sockets.put(Channel.CONTROL, bind(Channel.CONTROL, SocketType.ROUTER));
    sockets.put(Channel.SHELL, bind(Channel.SHELL, SocketType.ROUTER));
    sockets.put(Channel.HB, bind(Channel.HB, SocketType.ROUTER));
    publish(WireMessage.of("status", session, state("starting")));
    run(Channel.IOPUB, () -> publishAll(sockets.get(Channel.IOPUB)));
    run(
        Channel.STDIN,
        () ->
            input.serve(
                sockets.get(Channel.STDIN), connection.signer(), () -> shutdown.getCount() > 0));
    run(Channel.CONTROL, () -> answerAll(Channel.CONTROL, sockets.get(Channel.CONTROL)));
    run(Channel.SHELL, () -> answerAll(Channel.SHELL, sockets.get(Channel.SHELL)));
    run(Channel.HB, () -> beat(sockets.get(Channel.HB)));
  }

  private ZMQ.Socket bind(Channel channel, SocketType type) {
    ZMQ.Socket socket = context.socket(type);
    socket.setLinger((int) FAREWELL.toMillis());
    socket.setSndHWM(0);
    socket.setRcvHWM(0);
    socket.setHandshakeIvl(ConnectionFile.HANDSHAKE_MILLIS);
    socket.bind(connection.address(channel));
    return socket;
  }

  private void run(Channel channel, Runnable loop) {
    Thread thread = new Thread(loop, "jupyter-" + channel.label());
    thread.setDaemon(true);
    threads.put(channel, thread);
    thread.start();
  }

  /** Waits until a client asks for shutdown, and until what was published before is sent. */
  public void awaitShutdown() throws InterruptedException {
    shutdown.await();
    for (Map.Entry<Channel, Thread> entry : threads.entrySet()) {
      // a cell that goes on is left alone
      boolean shell = entry.getKey() == Channel.SHELL;
      entry.getValue().join(shell ? 2 * LOOK_MILLIS : FAREWELL.toMillis());
    }
    Thread end = new Thread(context::term, "jupyter-end"); // waits for what is still on its way
    end.setDaemon(true);
    end.start();
    end.join(FAREWELL.toMillis());
  }

  /** How many messages have been dropped so far. */
  public long dropped() {
    return dropped.get();
  }

  /**
   * Publishes something about a request. Any thread may call it, interrupted or not.
   *
   * @param type for example stream
   * @param content the content for the type, not modified by anybody from now on
   * @param request what it belongs to
   */
  public void publish(String type, ObjectNode content, WireMessage request) {
    publish(WireMessage.of(type, session, content).about(request));
  }

  private void publish(WireMessage message) {
    published.add(message);
  }

  /**
   * Asks the client that sent a request for a line.
   *
   * @param prompt what it shows
   * @param password whether it hides what is typed
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  public String input(String prompt, boolean password, WireMessage request)
      throws InterruptedException {
    return input.ask(prompt, password, request);
  }

  private static ObjectNode state(String state) {
    return MAKE.objectNode().put("execution_state", state);
  }

  private void publishAll(ZMQ.Socket socket) {
    Signer signer = connection.signer();
    try (socket) {
      while (shutdown.getCount() > 0 || !published.isEmpty()) {
        WireMessage next = published.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          next.send(socket, signer);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answerAll(Channel channel, ZMQ.Socket socket) {
    Signer signer = connection.signer();
    try (socket;
        ZMQ.Poller poller = poller(socket)) {
      Deque<WireMessage> waiting = new ArrayDeque<>(); // behind a cell that failed
      while (shutdown.getCount() > 0) {
        try {
          if (!waiting.isEmpty()) {
            answer(channel, waiting.remove(), true, waiting, socket, signer);
          } else if (poller.poll(LOOK_MILLIS) > 0) {
            next(channel, socket, signer)
                .ifPresent(m -> answer(channel, m, false, waiting, socket, signer));
          }
        } catch (ZMQException e) {
          requireOpen(channel, e);
        }
      }
    } catch (ZMQException e) {
      if (shutdown.getCount() > 0) {
        throw e;
      }
    }
  }

  private ZMQ.Poller poller(ZMQ.Socket socket) {
    ZMQ.Poller poller = context.poller(1);
    poller.register(socket, ZMQ.Poller.POLLIN);
    return poller;
  }

  /** What one peer did wrong is logged; the end of the context or of the socket is thrown on. */
  private void requireOpen(Channel channel, ZMQException e) {
    if (e.getErrorCode() == ZMQ.Error.ETERM.getCode()
        || e.getErrorCode() == ZMQ.Error.ENOTSOCK.getCode()) {
      throw e;
    }
    log.accept("%s: %s".formatted(channel.label(), e));
  }

  /** The next message; empty where what came was dropped. */
  private Optional<WireMessage> next(Channel channel, ZMQ.Socket socket, Signer signer) {
    try {
      WireMessage request = WireMessage.receive(socket, signer);
      if (seen.add(request.id())) {
        return Optional.of(request);
      }
      drop(channel, request.type() + " was there before");
    } catch (MalformedMessageException e) {
      drop(channel, e.getMessage());
    }
    return Optional.empty();
  }

  private void drop(Channel channel, String reason) {
    log.accept(
        "%s: message dropped (%d so far): %s"
            .formatted(channel.label(), dropped.incrementAndGet(), reason));
  }

  /**
   * Answers a message.
   *
   * @param abort whether an execution is answered without running
   * @param waiting gets what came before the failure of an execution was known
   */
  private void answer(
      Channel channel,
      WireMessage request,
      boolean abort,
      Deque<WireMessage> waiting,
      ZMQ.Socket socket,
      Signer signer) {
    boolean execution = request.type().equals("execute_request");
    publish("status", state("busy"), request);
    try {
      ObjectNode aborted = MAKE.objectNode().put("status", "aborted");
      Optional<ObjectNode> reply =
          execution && abort ? Optional.of(aborted) : ask(channel, request);
      if (reply.isEmpty()) {
        return;
      }
      if (execution
          && reply.get().path("status").asText().equals("error")
          && request.content().path("stop_on_error").asBoolean(true)) {
        while ((socket.getEvents() & ZMQ.Poller.POLLIN) != 0) {
          next(channel, socket, signer).ifPresent(waiting::add);
        }
      }
      String type = request.type().replace("_request", "_reply");
      WireMessage.of(type, session, reply.get()).inReplyTo(request).send(socket, signer);
      if (type.equals("shutdown_reply")) {
        publish(type, reply.get(), request);
        shutdown.countDown();
      }
    } catch (MalformedMessageException e) {
      drop(channel, request.type() + ": " + e.getMessage());
    } finally {
      publish("status", state("idle"), request);
    }
  }

  /** The content of the reply, which says so where the kernel failed: a client waits for one. */
  private Optional<ObjectNode> ask(Channel channel, WireMessage request)
      throws MalformedMessageException {
    try {
      return requests.answer(request);
    } catch (RuntimeException | Error e) {
      log.accept("%s: %s failed: %s".formatted(channel.label(), request.type(), e));
      ObjectNode error = MAKE.objectNode().put("status", "error");
      error
          .put("ename", e.getClass().getSimpleName())
          .put("evalue", String.valueOf(e.getMessage()));
      error.putArray("traceback");
      return request.type().endsWith("_request") ? Optional.of(error) : Optional.empty();
    }
  }

  /** Sends back what comes; a REP socket would wait for ever after a message that is none. */
  private void beat(ZMQ.Socket socket) {
    try (socket;
        ZMQ.Poller poller = poller(socket)) {
      while (shutdown.getCount() > 0) {
        try {
          ZMsg ping = poller.poll(LOOK_MILLIS) > 0 ? ZMsg.recvMsg(socket) : null;
          if (ping != null
              && threads.get(Channel.SHELL).isAlive()
              && threads.get(Channel.CONTROL).isAlive()) {
            ping.send(socket);
          }
        } catch (ZMQException e) {
          requireOpen(Channel.HB, e);
        }
      }
    } catch (ZMQException e) {
      // the end of the context
    }
  }
}
