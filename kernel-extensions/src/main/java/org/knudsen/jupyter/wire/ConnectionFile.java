package org.knudsen.jupyter.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where a kernel listens and the key that its messages are signed with.
 *
 * @param json the connection file's text: transport, ip, a port for each {@link Channel},
 *     signature_scheme, key
 */
public record ConnectionFile(ObjectNode json) {
  /**
   * How long two sockets may take to greet each other before they try again. JeroMQ 0.6 misses a
   * greeting now and then on a busy machine, and its own limit is half a minute.
   */
  public static final int HANDSHAKE_MILLIS = 2000;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The five channels between a client and a kernel. */
  public enum Channel {
    SHELL,
    IOPUB,
    STDIN,
    CONTROL,
    HB;

    /** The name in lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The key of the channel's port in a connection file. */
    public String key() {
      return label() + "_port";
    }
  }

  /**
   * Checks that every channel has a port.
   *
   * @throws IllegalArgumentException naming the key that is missing
   */
  public ConnectionFile {
    for (Channel channel : Channel.values()) {
      if (!json.path(channel.key()).canConvertToInt()) {
        throw new IllegalArgumentException("a connection file has no number " + channel.key());
      }
    }
  }

  /**
   * Reads a connection file.
   *
   * @throws IOException when it cannot be read, or is not a connection file
   */
  public static ConnectionFile read(Path file) throws IOException {
    JsonNode read = MAPPER.readTree(Files.readString(file));
    if (!(read instanceof ObjectNode object)) {
      throw new IOException(file + " is not a connection file");
    }
    try {
      return new ConnectionFile(object);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** Where a channel is, in ZeroMQ's words. */
  public String address(Channel channel) {
    String transport = json.path("transport").asText("tcp");
    return transport
        + "://"
        + json.path("ip").asText("127.0.0.1")
        + (transport.equals("tcp") ? ":" : "-")
        + json.path(channel.key()).asInt();
  }

  /** A new signer for messages of this connection; each thread needs its own. */
  public Signer signer() {
    return new Signer(
        json.path("signature_scheme").asText("hmac-sha256"), json.path("key").asText());
  }
}
