package org.knudsen.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knudsen.archive.Json;

/**
 * What all tasks of a sweep have in common, as it travels to where they run.
 *
 * @param storage the folder of the archives, which every machine sees
 * @param token what a file there must say, so that it is the same folder
 * @param checkpointSeconds the least time between two checkpoints
 * @param versions of Knudsen and Java, which a worker must have too
 * @param plugins jars and folders beside the class path
 * @param tables where collision tables are kept; empty for nowhere
 */
record SweepSetup(
    Path storage,
    String token,
    double checkpointSeconds,
    String versions,
    List<Path> plugins,
    Optional<Path> tables) {

  static final String TOKEN = ".sweep";

  private static final ObjectMapper JSON = new ObjectMapper();

  byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(
          Json.object(
              "storage",
              storage.toString(),
              "token",
              token,
              "checkpointSeconds",
              checkpointSeconds,
              "versions",
              versions,
              "plugins",
              plugins.stream().map(Path::toString).toList(),
              "tables",
              tables.map(Path::toString).orElse(null)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SweepSetup read(byte[] bytes) {
    try {
      JsonNode node = JSON.readTree(bytes);
      List<Path> plugins = new ArrayList<>();
      node.path("plugins").forEach(path -> plugins.add(Path.of(path.asText())));
      return new SweepSetup(
          Path.of(node.path("storage").asText()),
          node.path("token").asText(),
          node.path("checkpointSeconds").asDouble(),
          node.path("versions").asText(),
          plugins,
          Optional.ofNullable(node.path("tables").textValue()).map(Path::of));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
