package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** plugins, spectrum and transport, and their JSON. */
class GasCommandsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private JsonNode json(Object... words) throws IOException {
    Shell.Outcome outcome = new Shell(folder).run(words);
    assertEquals(0, outcome.status(), outcome.err());
    return JSON.readTree(outcome.out());
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void theSpectrumHasTheKernelOfTheInvariants() throws IOException {
    JsonNode tree = json("spectrum", Studies.write(folder), "--json");
    assertEquals(List.of("degree", "harmonics", "kernelDimension", "spectralGap"), keys(tree));
    assertEquals(5, tree.path("degree").asInt());
    assertEquals(6, tree.path("kernelDimension").asInt(), "N + 4");
    double gap = Double.POSITIVE_INFINITY;
    for (int l = 0; l <= 5; l++) {
      JsonNode harmonic = tree.path("harmonics").path(l);
      assertEquals(List.of("l", "eigenvalues"), keys(harmonic));
      assertEquals(l, harmonic.path("l").asInt());
      // modes (n, l) with 2n + l <= 5, for two species
      assertEquals(2 * ((5 - l) / 2 + 1), harmonic.path("eigenvalues").size());
      double before = Double.NEGATIVE_INFINITY;
      for (JsonNode value : harmonic.path("eigenvalues")) {
        assertTrue(value.asDouble() >= before, "ascending");
        before = value.asDouble();
        gap = before > 1e-6 ? Math.min(gap, before) : gap;
      }
    }
    assertEquals(gap, tree.path("spectralGap").asDouble());
  }

  @Test
  void oneHarmonicIsReportedAlone() throws IOException {
    Path study = Studies.write(folder);
    JsonNode all = json("spectrum", study, "--json");
    JsonNode one = json("spectrum", study, "--json", "--harmonic", "1");
    assertEquals(1, one.path("harmonics").size());
    assertEquals(all.path("harmonics").path(1), one.path("harmonics").path(0));
    assertEquals(3, one.path("kernelDimension").asInt(), "momentum");
    JsonNode two = json("spectrum", study, "--json", "--harmonic", "2");
    assertEquals(0, two.path("kernelDimension").asInt());
  }

  /** Maxwell molecules: Delta_12 = 1 / (mu_r beta), exact at every order; beta = 4 pi C. */
  @Test
  void transportOfMaxwellMolecules() throws IOException {
    Path study =
        Studies.write(
            folder,
            "{id: hard-sphere, diameters: [1.0, 1.0]}",
            "{id: maxwell, C: [[1, 0.5], [0.5, 1]]}");
    JsonNode tree = json("transport", study, "--json");
    assertEquals(
        List.of(
            "degree",
            "maxwellStefan",
            "onsager",
            "binaryDiffusion",
            "thermalDiffusionRatio",
            "viscosity",
            "thermalConductivity"),
        keys(tree));
    double delta = 1 / (0.8 * 4 * Math.PI * 0.5);
    assertEquals(delta, tree.path("maxwellStefan").path(0).path(1).asDouble(), 1e-13);
    assertEquals(delta, tree.path("binaryDiffusion").asDouble(), 1e-12);
    assertEquals(0, tree.path("thermalDiffusionRatio").asDouble(), 1e-13);
    JsonNode k = tree.path("onsager");
    // rows annihilate the masses 1 and 4
    assertEquals(0, k.path(0).path(0).asDouble() + 4 * k.path(0).path(1).asDouble(), 1e-14);
    assertEquals(k.path(0).path(1).asDouble(), k.path(1).path(0).asDouble());
  }

  @Test
  void threeSpeciesHaveNoBinaryCoefficients() throws IOException {
    Path study =
        Studies.write(
            folder,
            "collisionKernel: {id: hard-sphere, diameters: [1.0, 1.0]}",
            "  - {name: third, mass: 9.0, concentration: 0.5}\ncollisionKernel: {id: maxwell}");
    JsonNode tree = json("transport", study, "--json");
    assertEquals(
        List.of("degree", "maxwellStefan", "onsager", "viscosity", "thermalConductivity"),
        keys(tree));
    assertEquals(3, tree.path("onsager").size());
  }

  @Test
  void pluginsAreListedWithTheirParameters() throws IOException {
    JsonNode tree = json("plugins", "--json");
    assertEquals(List.of("families", "problems"), keys(tree));
    assertEquals(0, tree.path("problems").size());
    List<String> kernels = new ArrayList<>();
    for (JsonNode plugin : tree.path("families").path(0).path("plugins")) {
      kernels.add(plugin.path("id").asText());
      assertEquals(List.of("id", "description", "reference", "source", "parameters"), keys(plugin));
    }
    assertEquals("collisionKernel", tree.path("families").path(0).path("family").asText());
    assertTrue(kernels.containsAll(List.of("hard-sphere", "maxwell", "vhs", "vss")));
    Shell.Outcome table = new Shell(folder).run("plugins");
    assertTrue(table.out().contains("diameters"));
  }

  /** A jar that cannot be read is listed as a problem, and hides nothing. */
  @Test
  void aBrokenJarIsAProblemAndNoObstacle() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("plugins"));
    Path services = Files.createDirectories(classes.resolve("META-INF").resolve("services"));
    Files.writeString(
        services.resolve("org.knudsen.plugin.CollisionKernelProvider"), "no.such.Provider\n");
    Shell shell = new Shell(folder).with("KNUDSEN_PLUGINS", classes.toString());
    JsonNode tree = JSON.readTree(shell.run("plugins", "--json").out());
    assertEquals(1, tree.path("problems").size());
    assertTrue(tree.path("problems").path(0).path("message").asText().contains("no.such.Provider"));
    Shell.Outcome outcome = shell.run("transport", Studies.write(folder), "--json");
    assertEquals(0, outcome.status());
    assertTrue(outcome.err().contains("warning: collision kernel"), outcome.err());
  }

  @Test
  void helpAndVersionAreResults() {
    Shell.Outcome help = new Shell(folder).run("--help");
    assertEquals(0, help.status());
    for (String command :
        List.of("plugins", "spectrum", "transport", "run", "verify", "notebook", "jupyter")) {
      assertTrue(help.out().contains("\n  " + command), command);
    }
    assertEquals("", help.err());
    assertTrue(new Shell(folder).run("--version").out().startsWith("Knudsen "));
  }
}
