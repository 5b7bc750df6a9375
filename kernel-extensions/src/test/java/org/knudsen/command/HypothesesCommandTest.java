package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code knudsen hypotheses}, and the warning of {@code knudsen run}. */
class HypothesesCommandTest {

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int execute(String... arguments) {
    return Main.execute(
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Map.of(),
            folder),
        arguments);
  }

  private String study(String kernel) throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(
        file,
        """
        name: two-gases
        mixture:
          - {name: light, mass: 1.0, concentration: 0.5}
          - {name: heavy, mass: 4.0, concentration: 0.5}
        collisionKernel: {id: %s}
        velocityGrid: {id: burnett, degree: 4}
        timeIntegrator: {id: ars-222, dt: 0.01}
        torus: {dimension: 1, points: 8}
        fluidLimit: {id: maxwell-stefan}
        initial:
          - {species: light, wave: [1], cos: 0.1}
          - {species: heavy, wave: [1], cos: -0.1}
        knudsen: [0.1]
        endTime: 0.01
        """
            .formatted(kernel));
    return file.toString();
  }

  @Test
  void jsonHoldsEveryPairAndHypothesis() throws IOException {
    assertEquals(0, execute("hypotheses", study("hard-sphere"), "--json"));
    JsonNode pairs = new ObjectMapper().readTree(out.toByteArray()).get("pairs");
    assertEquals(3, pairs.size());
    assertEquals(0, pairs.get(1).get("i").asInt());
    assertEquals(1, pairs.get(1).get("j").asInt());
    for (JsonNode pair : pairs) {
      for (String name : new String[] {"H1", "H2", "H3", "H4"}) {
        assertEquals(!name.equals("H4"), pair.get(name).get("holds").asBoolean(), name);
        assertFalse(pair.get(name).get("evidence").asText().isBlank());
      }
    }
    assertEquals(1, pairs.get(0).get("H3").get("figures").get("gamma").asDouble());
  }

  @Test
  void theTableSaysWhatFails() throws IOException {
    assertEquals(0, execute("hypotheses", study("vss")));
    String table = out.toString(StandardCharsets.UTF_8);
    assertTrue(table.contains("light-heavy"), table);
    assertTrue(table.contains("unbounded at cos theta = 0, 1"), table);
  }

  @Test
  void aRunWarnsAndGoesOn() throws IOException {
    String results = folder.resolve("results").toString();
    assertEquals(0, execute("run", study("hard-sphere"), "--out", results, "--json"));
    String said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("knudsen: warning: hypothesis H4 fails: "), said);
    assertTrue(said.contains("(light-light, light-heavy, heavy-heavy)"), said);
    new ObjectMapper().readTree(out.toByteArray()); // the warning is not in the result
  }

  @Test
  void aRunUnderAllHypothesesDoesNotWarn() throws IOException {
    String results = folder.resolve("results").toString();
    assertEquals(0, execute("run", study("grad-cutoff"), "--out", results, "--json"));
    assertFalse(err.toString(StandardCharsets.UTF_8).contains("hypothesis"));
  }
}
