package org.knudsen.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a {@link Manifest} must look like: the keys of each object, all of them and no others, and
 * what stands under them. {@code result} is checked against the results ({@link RecordedRun}).
 */
final class ManifestSchema {

  /** A value that has no keys. */
  private record Leaf(String allowed, Predicate<JsonNode> test) {

    Leaf orNull() {
      return new Leaf(allowed + " or null", node -> node.isNull() || test.test(node));
    }
  }

  private static final Leaf TEXT = new Leaf("a text", JsonNode::isTextual);
  private static final Leaf FLAG = new Leaf("true or false", JsonNode::isBoolean);
  private static final Leaf OBJECT = new Leaf("an object", JsonNode::isObject);
  private static final Leaf COUNT =
      new Leaf(
          "a whole number >= 0, below 2^63",
          node -> node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0);
  private static final Leaf SECONDS =
      new Leaf(
          "a number >= 0",
          node ->
              node.isNumber() && node.doubleValue() >= 0 && Double.isFinite(node.doubleValue()));
  private static final Leaf HASH =
      new Leaf("64 hexadecimal digits", node -> matches(node, "[0-9a-f]{64}"));
  private static final Leaf NAME =
      new Leaf("the name of a file in the folder itself", ManifestSchema::name);
  private static final Leaf TIME = new Leaf("a time as 2026-01-31T12:00:00Z", ManifestSchema::time);

  private static final Map<String, Object> ROOT =
      Json.object(
          "format", new Leaf(Manifest.FORMAT, node -> matches(node, Manifest.FORMAT)),
          "seal", HASH,
          "complete", FLAG,
          "message", TEXT.orNull(),
          "started", TIME,
          "wallSeconds", SECONDS,
          "knudsen", Json.object("version", TEXT, "commit", TEXT.orNull()),
          "java", Json.object("version", TEXT, "vendor", TEXT, "vm", TEXT),
          "system",
              Json.object("name", TEXT, "version", TEXT, "architecture", TEXT, "processors", COUNT),
          "study",
              Json.object(
                  "name", TEXT,
                  "file", new Leaf(RunFolder.STUDY, node -> matches(node, RunFolder.STUDY)),
                  "sha256", HASH),
          "plugins",
              List.of(
                  Json.object(
                      "family",
                      TEXT,
                      "id",
                      TEXT,
                      "source",
                      TEXT,
                      "version",
                      TEXT.orNull(),
                      "sha256",
                      HASH.orNull(),
                      "file",
                      NAME.orNull())),
          "result", OBJECT,
          "files", List.of(Json.object("name", NAME, "bytes", COUNT, "sha256", HASH)));

  private ManifestSchema() {}

  /**
   * Checks a manifest.
   *
   * @throws IllegalArgumentException naming the first place that is not as it must be
   */
  static void check(JsonNode manifest) {
    check(manifest, ROOT, Manifest.FILE);
  }

  private static void check(JsonNode node, Object shape, String place) {
    if (shape instanceof Leaf leaf) {
      require(leaf.test.test(node), place, node, leaf.allowed);
    } else if (shape instanceof List<?> elements) {
      require(node.isArray(), place, node, "a list");
      for (int at = 0; at < node.size(); at++) {
        check(node.get(at), elements.get(0), place + "[" + at + "]");
      }
    } else {
      Map<?, ?> keys = (Map<?, ?>) shape;
      require(node.isObject(), place, node, "an object");
      for (String key : (Iterable<String>) node::fieldNames) {
        if (!keys.containsKey(key)) {
          throw error(place, "key " + quoted(key), String.join(", ", keys(keys)));
        }
      }
      for (String key : keys(keys)) {
        if (!node.has(key)) {
          throw error(place, "no key '" + key + "'", String.join(", ", keys(keys)));
        }
        check(
            node.get(key), keys.get(key), place + (place.equals(Manifest.FILE) ? ": " : ".") + key);
      }
    }
  }

  private static List<String> keys(Map<?, ?> shape) {
    return shape.keySet().stream().map(String.class::cast).toList();
  }

  private static void require(boolean holds, String place, JsonNode found, String allowed) {
    if (!holds) {
      throw error(place, quoted(found.toString()), allowed);
    }
  }

  private static IllegalArgumentException error(String place, String found, String allowed) {
    return new IllegalArgumentException(place + ": found " + found + "; allowed: " + allowed);
  }

  /** A text of somebody else's on one line, cut where it is long. */
  static String quoted(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() > 80 ? line.substring(0, 80) + "..." : line;
  }

  private static boolean matches(JsonNode node, String pattern) {
    return node.isTextual() && node.textValue().matches(pattern);
  }

  private static boolean name(JsonNode node) {
    try {
      return matches(node, "[^/\\\\\\p{Cntrl}]+")
          && !List.of(".", "..", Manifest.FILE).contains(node.textValue())
          && node.textValue().getBytes(StandardCharsets.UTF_8).length <= 255 // as file systems have
          && Path.of(node.textValue()).getNameCount() == 1;
    } catch (InvalidPathException e) {
      return false; // that is the answer
    }
  }

  private static boolean time(JsonNode node) {
    try {
      return node.isTextual() && Instant.parse(node.textValue()) != null;
    } catch (DateTimeException e) {
      return false; // that is the answer
    }
  }
}
