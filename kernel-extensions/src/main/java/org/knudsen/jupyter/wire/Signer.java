package org.knudsen.jupyter.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the messages of the Jupyter wire protocol with an HMAC over header, parent header, metadata
 * and content; with an empty key, as the protocol has it, messages are not signed. One thread at a
 * time.
 */
public final class Signer {
  private final Mac mac; // null: nothing is signed

  /**
   * @param scheme "hmac-" and the name of a hash, such as hmac-sha256
   * @param key the key of a connection
   * @throws IllegalArgumentException when this Java does not know the scheme
   */
  public Signer(String scheme, String key) {
    if (key.isEmpty()) {
      mac = null;
      return;
    }
    try {
      String algorithm = scheme.toUpperCase(Locale.ROOT).replace("-", "");
      mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "signature scheme '" + scheme + "' is not one of this Java; hmac-sha256 is", e);
    }
  }

  /** The signature of the four parts, in lower-case hexadecimal. */
  String sign(List<byte[]> parts) {
    if (mac == null) {
      return "";
    }
    parts.forEach(mac::update);
    return HexFormat.of().formatHex(mac.doFinal());
  }

  /** Whether a signature belongs to the four parts; takes the same time whichever digit differs. */
  boolean verify(byte[] signature, List<byte[]> parts) {
    return mac == null
        || MessageDigest.isEqual(sign(parts).getBytes(StandardCharsets.US_ASCII), signature);
  }
}
