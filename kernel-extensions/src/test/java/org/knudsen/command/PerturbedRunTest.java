package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Theorem 2.2 and 2.4 from the shell: f^in by kind, in every norm, beside every fluid limit. */
class PerturbedRunTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NORMS = List.of("L2", "H1eps", "H2eps", "H3eps");
  private static final String GIVEN =
      "{kind: given, size: 0.01, equilibrium: 0.02,"
          + " waves: [{species: light, wave: [1], n: 1, l: 1, cos: 1.0}]}";

  @TempDir Path folder;

  private Path study(String limit, String perturbation) throws IOException {
    return Studies.write(
        folder,
        "norms: {sobolev: 1}",
        "norms: {sobolev: 3}\nperturbation: " + perturbation,
        "maxwell-stefan",
        limit);
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @ParameterizedTest
  @CsvSource({"maxwell-stefan, given", "fick, prepared", "frozen, none"})
  void theSummaryHasEveryNormOfDataAndDistances(String limit, String kind) throws IOException {
    String perturbation = kind.equals("given") ? GIVEN : "{kind: " + kind + "}";
    Path out = folder.resolve("out");
    Shell shell = new Shell(folder);
    Shell.Outcome outcome = shell.run("run", study(limit, perturbation), "--out", out, "--json");
    assertEquals(0, outcome.status(), outcome.err());
    JsonNode summary = JSON.readTree(outcome.out());
    assertEquals(NORMS, keys(summary.path("slope")));
    for (JsonNode run : summary.path("runs")) {
      assertEquals(NORMS, keys(run.path("distance")));
      JsonNode data = run.path("perturbation");
      assertEquals(List.of("kind", "norm", "equilibrium"), keys(data));
      assertEquals(kind, data.path("kind").asText());
      assertEquals(NORMS, keys(data.path("norm")));
      double norm = data.path("norm").path("H3eps").asDouble();
      double equilibrium = data.path("equilibrium").asDouble();
      switch (kind) {
        case "given" -> {
          assertEquals(0.02, equilibrium, 1e-16);
          // two parts that are orthogonal; of the constant one ||f||^2 is twice in the norm, and
          // eps^2 of its derivatives in v
          double constant = norm * norm - 0.01 * 0.01;
          assertTrue(constant > 2 * 0.02 * 0.02, "constant part " + constant);
        }
        case "prepared" -> {
          assertEquals(0, equilibrium, 1e-16);
          assertTrue(norm > 0);
        }
        default -> assertEquals(0, norm);
      }
    }
    try (HdfFile results = new HdfFile(out.resolve("results.h5"))) {
      assertEquals(
          summary.path("runs").get(1).path("perturbation").path("norm").path("L2").asDouble(),
          (double) results.getDatasetByPath("eps=0.1/perturbation/norm/L2").getData());
    }
    if (kind.equals("given")) { // the manifest's study says it all
      Shell.Outcome verified = shell.run("verify", out);
      assertEquals(0, verified.status(), verified.err());
    }
  }

  /** The largest distance is eps times the size of f^in, the last one a closer limit's. */
  @Test
  void theStudyOfTheReadmeShowsItsLayer() throws IOException {
    Path file = Path.of("..", "notebooks", "studies", "initial-layer.yaml");
    Shell.Outcome outcome =
        new Shell(folder).run("run", file, "--out", folder.resolve("out"), "--json");
    assertEquals(0, outcome.status(), outcome.err());
    JsonNode summary = JSON.readTree(outcome.out());
    assertEquals(1, summary.path("slope").path("H2eps").asDouble(), 1e-12);
    JsonNode runs = summary.path("runs");
    double first = runs.get(0).path("distance").path("H2eps").path("end").asDouble();
    double last = runs.get(2).path("distance").path("H2eps").path("end").asDouble();
    // 2 in the limit; eps is up to 0.1 here, where higher terms still count
    assertEquals(2.2, Math.log(first / last) / Math.log(4), 0.2);
  }
}
