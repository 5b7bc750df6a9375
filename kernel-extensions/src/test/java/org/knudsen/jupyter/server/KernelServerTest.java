package org.knudsen.jupyter.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.knudsen.jupyter.wire.ConnectionFile;
import org.knudsen.jupyter.wire.ConnectionFile.Channel;
import org.knudsen.jupyter.wire.MalformedMessageException;
import org.knudsen.jupyter.wire.Signer;
import org.knudsen.jupyter.wire.WireMessage;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A server in this process with answers of the test's, and a client that speaks ZeroMQ. */
@Timeout(60)
class KernelServerTest {
  private static final int SECOND = 1000;
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final List<String> executed = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private ConnectionFile connection;
  private KernelServer server;
  private final ZContext context = new ZContext();
  private ZMQ.Socket shell;
  private ZMQ.Socket iopub;
  private Signer signer;

  @BeforeEach
  void start() throws Exception {
    ObjectNode file = new ObjectMapper().createObjectNode();
    List<ServerSocket> held = new ArrayList<>();
    for (Channel channel : Channel.values()) {
      ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      held.add(free);
      file.put(channel.key(), free.getLocalPort());
    }
    for (ServerSocket socket : held) {
      socket.close();
    }
    connection =
        new ConnectionFile(
            file.put("ip", "127.0.0.1").put("transport", "tcp").put("key", "a key of the test"));
    signer = connection.signer();
    server = new KernelServer(connection, this::answer, log::add);
    server.start();
    iopub = socket(SocketType.SUB, Channel.IOPUB);
    iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
    shell = socket(SocketType.DEALER, Channel.SHELL);
    do { // until the subscription has arrived
      request("kernel_info_request", MAKE.objectNode()).send(shell, signer);
      assertEquals("kernel_info_reply", receive(shell).type());
    } while (iopub.recv(ZMQ.DONTWAIT) == null);
    drain();
  }

  @AfterEach
  void stop() throws Exception {
    request("shutdown_request", MAKE.objectNode()).send(shell, signer);
    server.awaitShutdown();
    assertEquals(
        List.of(),
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(name -> name.startsWith("jupyter-"))
            .toList(),
        "threads of the server after its end");
    context.close();
    clock.shutdownNow();
  }

  private Optional<ObjectNode> answer(WireMessage request) throws MalformedMessageException {
    ObjectNode ok = MAKE.objectNode().put("status", "ok");
    if (request.type().equals("comm_open")) {
      return Optional.empty();
    }
    if (request.type().equals("execute_request")) {
      if (!request.content().path("code").isTextual()) {
        throw new MalformedMessageException("no code");
      }
      String code = request.content().path("code").asText();
      executed.add(code);
      CellOutput output = new CellOutput(server, request, clock);
      if (code.equals("fail")) {
        sleep(300); // time for what is sent behind it
        return Optional.of(ok.put("status", "error"));
      }
      if (code.equals("throw")) {
        throw new StackOverflowError("of the test");
      }
      if (code.startsWith("print ")) {
        byte[] text = code.substring(6).getBytes(StandardCharsets.UTF_8);
        for (byte one : text) {
          output.write("stdout", new byte[] {one}, 0, 1);
        }
        output.write("stderr", text, 0, text.length);
        output.publish("display_data", MAKE.objectNode().put("shown", 1));
        output.write("stdout", text, 0, text.length);
        output.flush();
      }
      if (code.startsWith("lines ")) {
        for (int line = 0; line < Integer.parseInt(code.substring(6)); line++) {
          byte[] text = ("line " + line + "\n").getBytes(StandardCharsets.UTF_8);
          output.write("stdout", text, 0, text.length);
        }
        output.flush();
      }
    }
    return Optional.of(ok);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ZMQ.Socket socket(SocketType type, Channel channel) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setReceiveTimeOut(20 * SECOND);
    socket.setRcvHWM(0);
    socket.setHandshakeIvl(ConnectionFile.HANDSHAKE_MILLIS);
    socket.connect(connection.address(channel));
    return socket;
  }

  private WireMessage request(String type, ObjectNode content) {
    return WireMessage.of(type, "test", content);
  }

  private WireMessage execute(String code) {
    return request("execute_request", MAKE.objectNode().put("code", code));
  }

  private WireMessage receive(ZMQ.Socket socket) throws MalformedMessageException {
    return WireMessage.receive(socket, signer);
  }

  private void drain() {
    while (iopub.recv(ZMQ.DONTWAIT) != null) {}
  }

  /** Runs a cell and gives what is published about it, up to idle. */
  private List<WireMessage> run(String code) throws MalformedMessageException {
    WireMessage request = execute(code);
    request.send(shell, signer);
    List<WireMessage> published = new ArrayList<>();
    while (true) {
      WireMessage message = receive(iopub);
      if (message.parentId().equals(request.id())) {
        published.add(message);
        if (message.content().path("execution_state").asText().equals("idle")) {
          assertEquals("execute_reply", receive(shell).type());
          return published;
        }
      }
    }
  }

  private void send(byte[]... frames) {
    for (int f = 0; f < frames.length; f++) {
      shell.send(frames[f], f < frames.length - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Four parts with a right signature. */
  private void sendSigned(String header, String parent, String metadata, String content)
      throws Exception {
    javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
    mac.init(new javax.crypto.spec.SecretKeySpec(bytes("a key of the test"), "HmacSHA256"));
    for (String part : List.of(header, parent, metadata, content)) {
      mac.update(bytes(part));
    }
    String signature = java.util.HexFormat.of().formatHex(mac.doFinal());
    send(
        bytes("<IDS|MSG>"),
        bytes(signature),
        bytes(header),
        bytes(parent),
        bytes(metadata),
        bytes(content));
  }

  @Test
  void dropsFiveHundredMalformedMessagesOfTenKinds() throws Exception {
    Random random = new Random(9);
    WireMessage once = execute("once");
    once.send(shell, signer);
    receive(shell);
    for (int round = 0; round < 50; round++) {
      String header = "{\"msg_id\":\"m%d\",\"msg_type\":\"execute_request\"}".formatted(round);
      byte[] noise = new byte[1 + random.nextInt(300)];
      random.nextBytes(noise);
      execute("not signed").send(shell, new Signer("hmac-sha256", ""));
      execute("signed by another").send(shell, new Signer("hmac-sha256", "other"));
      send(bytes("<IDS|MSG>"));
      send(noise, bytes("<IDS|MSG>"), noise, noise);
      send(noise);
      sendSigned("[]", "{}", "{}", "{}");
      sendSigned("{\"msg_id\":1,\"msg_type\":2}", "{}", "{}", "{}");
      sendSigned(header, "{}", "{}", "{\"code\":[1]}");
      sendSigned(header + round, "{}", "{}", "[".repeat(5000) + "]".repeat(5000));
      once.send(shell, signer);
    }
    run("print next");
    assertEquals(500, server.dropped(), log::toString);
    assertEquals(500, log.size());
    assertTrue(log.stream().allMatch(line -> line.lines().count() == 1), log::toString);
    assertEquals(List.of("once", "print next"), executed);
  }

  @Test
  void livesWithRawBytesOnEveryPort() throws Exception {
    for (Channel channel : Channel.values()) {
      int port = connection.json().path(channel.key()).asInt();
      try (Socket raw = new Socket("127.0.0.1", port);
          OutputStream out = raw.getOutputStream()) {
        out.write(bytes("GET / HTTP/1.1\r\n\r\n"));
        out.write(new byte[2000]);
      } catch (java.io.IOException e) {
        // the server may have closed it
      }
    }
    run("print next");
    ZMQ.Socket heartbeat = socket(SocketType.REQ, Channel.HB);
    heartbeat.send("ping");
    assertArrayEquals(bytes("ping"), heartbeat.recv(), log::toString);
  }

  @Test
  void abortsWhatWasSentBehindAFailure() throws Exception {
    for (String code : List.of("fail", "print a", "print b")) {
      execute(code).send(shell, signer);
    }
    List<String> states = new ArrayList<>();
    for (int reply = 0; reply < 3; reply++) {
      states.add(receive(shell).content().path("status").asText());
    }
    assertEquals(List.of("error", "aborted", "aborted"), states);
    execute("print c").send(shell, signer);
    assertEquals("ok", receive(shell).content().path("status").asText());
    assertEquals(List.of("fail", "print c"), executed);
  }

  @Test
  void keepsTheOrderOfTextAndDisplaysAndTheLettersWhole() throws Exception {
    String text = "r\u00e9sum\u00e9 \u03b5 \ud83d\ude00";
    List<String> seen = new ArrayList<>();
    for (WireMessage message : run("print " + text)) {
      if (message.type().equals("stream")) {
        seen.add(
            message.content().path("name").asText()
                + " "
                + message.content().path("text").asText());
      } else if (message.type().equals("display_data")) {
        seen.add("display");
      }
    }
    assertEquals(List.of("stdout " + text, "stderr " + text, "display", "stdout " + text), seen);
  }

  @Test
  void publishesAMillionLinesWhole() throws Exception {
    int lines = 1_000_000;
    StringBuilder all = new StringBuilder();
    int messages = 0;
    for (WireMessage message : run("lines " + lines)) {
      if (message.type().equals("stream")) {
        all.append(message.content().path("text").asText());
        messages++;
      }
    }
    String[] found = all.toString().split("\n");
    assertEquals(lines, found.length);
    assertTrue(
        java.util.stream.IntStream.range(0, lines).allMatch(n -> found[n].equals("line " + n)));
    assertTrue(messages < lines / 1000, messages + " messages");
  }

  @Test
  void answersAfterAnErrorInAnAnswer() throws Exception {
    execute("throw").send(shell, signer);
    ObjectNode reply = receive(shell).content();
    assertEquals("error", reply.path("status").asText());
    assertEquals("StackOverflowError", reply.path("ename").asText());
    assertEquals("of the test", reply.path("evalue").asText());
    run("print next");
    assertEquals(1, log.size(), log::toString);
    assertTrue(log.get(0).contains("StackOverflowError"), log.get(0));
  }

  @Test
  void saysNothingToWhatHasNoReply() throws Exception {
    request("comm_open", MAKE.objectNode()).send(shell, signer);
    shell.setReceiveTimeOut(200);
    assertNull(shell.recv());
    shell.setReceiveTimeOut(20 * SECOND);
    assertEquals(0, server.dropped());
  }

  /** A thread that asks for a line. */
  private CompletableFuture<String> ask(AtomicReference<Thread> asker) {
    CompletableFuture<String> line = new CompletableFuture<>();
    WireMessage request = execute("ask");
    WireMessage from =
        new WireMessage(
            List.of(bytes("client")),
            request.header(),
            request.parent(),
            request.metadata(),
            request.content());
    Thread thread =
        new Thread(
            () -> {
              try {
                line.complete(server.input("", false, from));
              } catch (InterruptedException e) {
                line.complete("interrupted");
              }
            });
    asker.set(thread);
    thread.start();
    return line;
  }

  @Test
  void givesAQuestionItsOwnAnswer() throws Exception {
    ZMQ.Socket stdin = context.createSocket(SocketType.DEALER);
    stdin.setIdentity(bytes("client"));
    stdin.setReceiveTimeOut(SECOND / 2);
    stdin.setHandshakeIvl(ConnectionFile.HANDSHAKE_MILLIS);
    stdin.connect(connection.address(Channel.STDIN));
    request("input_reply", MAKE.objectNode().put("value", "unasked")).send(stdin, signer);
    AtomicReference<Thread> first = new AtomicReference<>();
    CompletableFuture<String> firstLine = ask(first);
    byte[] frame;
    while ((frame = stdin.recv()) == null) { // a question before the client is connected is lost
      first.get().interrupt();
      firstLine.get(20, TimeUnit.SECONDS);
      firstLine = ask(first);
    }
    assertArrayEquals(bytes("<IDS|MSG>"), frame);
    while (stdin.hasReceiveMore()) {
      stdin.recv();
    }
    stdin.setReceiveTimeOut(20 * SECOND);
    AtomicReference<Thread> second = new AtomicReference<>();
    CompletableFuture<String> secondLine = ask(second);
    sleep(300);
    second.get().interrupt(); // while it waits for the first
    assertEquals("interrupted", secondLine.get(20, TimeUnit.SECONDS));
    first.get().interrupt();
    assertEquals("interrupted", firstLine.get(20, TimeUnit.SECONDS));
    CompletableFuture<String> third = ask(first);
    assertEquals("input_request", receive(stdin).type());
    request("input_reply", MAKE.objectNode().put("value", "third")).send(stdin, signer);
    assertEquals("third", third.get(20, TimeUnit.SECONDS));
  }
}
