package org.knudsen.collision;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a sequence of numbers, bit for bit: the key under which a table is cached. */
final class ContentDigest {

  private final MessageDigest sha;

  /** Of what is computed and by which version of the code; change it when results change. */
  ContentDigest(String method) {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    sha.update(method.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  ContentDigest add(double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
    for (double value : values) {
      bytes.putDouble(value);
    }
    sha.update(bytes.array());
    return this;
  }

  /** The digest; ends the sequence. */
  String hex() {
    return HexFormat.of().formatHex(sha.digest());
  }
}
