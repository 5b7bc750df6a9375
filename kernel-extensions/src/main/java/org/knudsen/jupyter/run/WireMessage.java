package org.knudsen.jupyter.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.zeromq.ZMQ;

/**
 * A message of the Jupyter wire protocol, version 5.3.
 *
 * @param header names the message: msg_id, msg_type, session
 * @param parent the header of the request that it belongs to, empty where it belongs to none
 * @param content the content for the type
 */
record WireMessage(JsonNode header, JsonNode parent, JsonNode content) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

  /** A new request. */
  static WireMessage request(String type, String session, ObjectNode content) {
    ObjectNode header =
        JSON.createObjectNode()
            .put("msg_id", UUID.randomUUID().toString())
            .put("session", session)
            .put("username", "knudsen")
            .put("date", Instant.now().toString())
            .put("msg_type", type)
            .put("version", "5.3");
    return new WireMessage(header, JSON.createObjectNode(), content);
  }

  String type() {
    return header.path("msg_type").asText();
  }

  String id() {
    return header.path("msg_id").asText();
  }

  String parentId() {
    return parent.path("msg_id").asText();
  }

  void send(ZMQ.Socket socket, Signer signer) {
    List<byte[]> parts =
        List.of(
            bytes(header), bytes(parent), "{}".getBytes(StandardCharsets.UTF_8), bytes(content));
    socket.sendMore(DELIMITER);
    socket.sendMore(signer.sign(parts));
    for (int i = 0; i < parts.size(); i++) {
      socket.send(parts.get(i), i < parts.size() - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  /** Receives the next message; the socket must have one. */
  static WireMessage receive(ZMQ.Socket socket, Signer signer) throws KernelException {
    List<byte[]> frames = new ArrayList<>();
    do {
      frames.add(socket.recv());
    } while (socket.hasReceiveMore());
    int start = 0;
    while (start < frames.size() && !Arrays.equals(frames.get(start), DELIMITER)) {
      start++;
    }
    if (frames.size() < start + 6) {
      throw new KernelException("the kernel sent a message of " + frames.size() + " frames only");
    }
    String signature = new String(frames.get(start + 1), StandardCharsets.US_ASCII);
    List<byte[]> parts = frames.subList(start + 2, start + 6);
    if (!signer.verify(signature, parts)) {
      throw new KernelException("a message with a wrong signature arrived on the kernel's channel");
    }
    try {
      return new WireMessage(
          JSON.readTree(parts.get(0)), JSON.readTree(parts.get(1)), JSON.readTree(parts.get(3)));
    } catch (IOException e) {
      throw new KernelException("the kernel sent a message that is not JSON: " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }
}
