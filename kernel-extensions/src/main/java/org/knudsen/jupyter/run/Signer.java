package org.knudsen.jupyter.run;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the messages of the Jupyter wire protocol with HMAC-SHA256 over header, parent header,
 * metadata and content. One thread at a time.
 */
final class Signer {
  private final Mac mac;

  Signer(String key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  /** The signature of the four parts, in lower-case hexadecimal. */
  String sign(List<byte[]> parts) {
    parts.forEach(mac::update);
    return HexFormat.of().formatHex(mac.doFinal());
  }

  /** Whether a signature belongs to the four parts; takes the same time whichever digit differs. */
  boolean verify(String signature, List<byte[]> parts) {
    return MessageDigest.isEqual(
        sign(parts).getBytes(StandardCharsets.US_ASCII),
        signature.getBytes(StandardCharsets.US_ASCII));
  }
}
