package org.knudsen.jupyter.wire;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
 * A message of the Jupyter wire protocol. Binary buffers after the content are not kept.
 *
 * @param identities the frames before the delimiter: whom a reply goes to, or the topic of what is
 *     published
 * @param header names the message: msg_id, msg_type, session
 * @param parent the header of the request that it belongs to, empty where it belongs to none
 * @param metadata beside the content
 * @param content the content for the type
 */
public record WireMessage(
    List<byte[]> identities,
    ObjectNode header,
    ObjectNode parent,
    ObjectNode metadata,
    ObjectNode content) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

  static {
    // A cell may print or show more than the 20 million characters that Jackson stops at.
    JSON.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build());
  }

  /**
   * A new message that is not part of a conversation yet.
   *
   * @param type for example execute_request
   * @param session who speaks
   * @param content the content for the type
   */
  public static WireMessage of(String type, String session, ObjectNode content) {
    ObjectNode header =
        JSON.createObjectNode()
            .put("msg_id", UUID.randomUUID().toString())
            .put("session", session)
            .put("username", "knudsen")
            .put("date", Instant.now().toString())
            .put("msg_type", type)
            .put("version", "5.3");
    JsonNodeFactory make = JsonNodeFactory.instance;
    return new WireMessage(List.of(), header, make.objectNode(), make.objectNode(), content);
  }

  /** The same message as one that belongs to a request, sent to the request's sender. */
  public WireMessage inReplyTo(WireMessage request) {
    return new WireMessage(request.identities, header, request.header, metadata, content);
  }

  /** The same message as one that everybody hears, about a request. */
  public WireMessage about(WireMessage request) {
    byte[] topic = type().getBytes(StandardCharsets.US_ASCII);
    return new WireMessage(List.of(topic), header, request.header, metadata, content);
  }

  /** The type, for example execute_request. */
  public String type() {
    return header.path("msg_type").asText();
  }

  /** What names this message. */
  public String id() {
    return header.path("msg_id").asText();
  }

  /** The id of the request that this message belongs to; empty where it belongs to none. */
  public String parentId() {
    return parent.path("msg_id").asText();
  }

  /** Sends the message on a socket of the calling thread. */
  public void send(ZMQ.Socket socket, Signer signer) {
    List<byte[]> parts = List.of(bytes(header), bytes(parent), bytes(metadata), bytes(content));
    identities.forEach(socket::sendMore);
    socket.sendMore(DELIMITER);
    socket.sendMore(signer.sign(parts));
    for (int i = 0; i < parts.size(); i++) {
      socket.send(parts.get(i), i < parts.size() - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  /**
   * Receives the next message on a socket of the calling thread; waits for it.
   *
   * @throws MalformedMessageException when what comes is none; all its frames have been taken then
   */
  public static WireMessage receive(ZMQ.Socket socket, Signer signer)
      throws MalformedMessageException {
    List<byte[]> frames = new ArrayList<>();
    do {
      byte[] frame = socket.recv();
      if (frame == null) {
        throw new MalformedMessageException("nothing arrived");
      }
      frames.add(frame);
    } while (socket.hasReceiveMore());
    return of(frames, signer);
  }

  private static WireMessage of(List<byte[]> frames, Signer signer)
      throws MalformedMessageException {
    int start = 0;
    while (start < frames.size() && !Arrays.equals(frames.get(start), DELIMITER)) {
      start++;
    }
    if (frames.size() < start + 6) {
      throw new MalformedMessageException(
          frames.size() + " frames, and not delimiter, signature and four parts");
    }
    List<byte[]> parts = frames.subList(start + 2, start + 6);
    if (!signer.verify(frames.get(start + 1), parts)) {
      throw new MalformedMessageException("a wrong signature");
    }
    ObjectNode header = object("header", parts.get(0));
    for (String key : List.of("msg_id", "msg_type")) {
      if (!header.path(key).isTextual()) {
        throw new MalformedMessageException("a header without a text " + key);
      }
    }
    return new WireMessage(
        List.copyOf(frames.subList(0, start)),
        header,
        object("parent header", parts.get(1)),
        object("metadata", parts.get(2)),
        object("content", parts.get(3)));
  }

  private static ObjectNode object(String what, byte[] bytes) throws MalformedMessageException {
    try {
      if (JSON.readTree(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw new MalformedMessageException(what + " cannot be read as JSON");
    }
    throw new MalformedMessageException(what + " is not a JSON object");
  }

  private static byte[] bytes(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }
}
