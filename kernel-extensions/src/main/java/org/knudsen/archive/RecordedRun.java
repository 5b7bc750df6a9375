package org.knudsen.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knudsen.run.Profile;
import org.knudsen.run.RunResult;
import org.knudsen.study.SweepResult;

/**
 * A run folder read back, to be compared with the same study run again.
 *
 * @param folder the run folder
 * @param manifest its manifest
 */
public record RecordedRun(Path folder, JsonNode manifest) {

  /**
   * A number that was recorded and the same computed again.
   *
   * @param knudsen eps of the run
   * @param quantity what it is
   * @param recorded as recorded; of a profile, its largest modulus
   * @param recomputed as computed again; of a profile, its largest modulus
   * @param difference relative to the recorded value; of a profile, the largest over cells and
   *     species relative to the largest equilibrium concentration
   */
  public record Comparison(
      double knudsen, String quantity, double recorded, double recomputed, double difference) {}

  /**
   * Reads the manifest.
   *
   * @throws IllegalArgumentException if the folder is none of a complete run
   */
  public static RecordedRun read(Path folder) throws IOException {
    Path file = folder.resolve(Manifest.FILE);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "found no " + Manifest.FILE + "; allowed: a folder that 'knudsen run' wrote");
    }
    JsonNode manifest;
    try {
      manifest = new ObjectMapper().readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "found a " + Manifest.FILE + " that is no JSON; allowed: as 'knudsen run' wrote it", e);
    }
    if (!manifest.path("format").asText().equals(Manifest.FORMAT)) {
      throw new IllegalArgumentException(
          "found format '"
              + manifest.path("format").asText()
              + "' in "
              + Manifest.FILE
              + "; allowed: "
              + Manifest.FORMAT);
    }
    if (!manifest.path("complete").asBoolean()) {
      throw new IllegalArgumentException(
          "found a run that is not complete ("
              + manifest.path("message").asText()
              + "); allowed: a complete run");
    }
    return new RecordedRun(folder, manifest);
  }

  /** Its study file. */
  public Path study() {
    return folder.resolve(RunFolder.STUDY);
  }

  /** Files that are not as the manifest says, with what is wrong; empty if all are. */
  public Map<String, String> changedFiles() throws IOException {
    Map<String, String> changed = new LinkedHashMap<>();
    for (JsonNode entry : manifest.path("files")) {
      String name = entry.path("name").asText();
      Path file = folder.resolve(name);
      if (!Files.isRegularFile(file)) {
        changed.put(name, "is missing");
      } else if (!Sha256.of(file).equals(entry.path("sha256").asText())) {
        changed.put(name, "was changed after the run");
      }
    }
    return changed;
  }

  /**
   * Compares the distances and the last profiles.
   *
   * @param again the same study, run again
   * @throws IllegalArgumentException if it has not the same Knudsen numbers
   */
  public List<Comparison> compare(SweepResult again) {
    List<Comparison> comparisons = new ArrayList<>();
    for (JsonNode recorded : manifest.path("result").path("runs")) {
      double eps = recorded.path("knudsen").asDouble();
      RunResult run =
          again.runs().stream()
              .filter(candidate -> candidate.knudsen() == eps)
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("eps = " + eps + " was not run"));
      recorded
          .path("distance")
          .properties()
          .forEach(
              norm -> {
                String name = norm.getKey();
                double sup = norm.getValue().path("sup").asDouble();
                double end = norm.getValue().path("end").asDouble();
                comparisons.add(relative(eps, "sup " + name, sup, run.supDistance().get(name)));
                comparisons.add(relative(eps, "end " + name, end, run.endDistance().get(name)));
              });
    }
    Path file = folder.resolve("results.h5");
    if (Files.isRegularFile(file)) {
      try (HdfFile results = new HdfFile(file)) {
        for (RunResult run : again.runs()) {
          profiles(again, run, results, comparisons);
        }
      }
    }
    return comparisons;
  }

  private static Comparison relative(double eps, String quantity, double recorded, Double again) {
    double value = again == null ? Double.NaN : again;
    double difference =
        recorded == value ? 0 : Math.abs(value - recorded) / Math.abs(recorded); // 0 may be exact
    return new Comparison(eps, quantity, recorded, value, difference);
  }

  private static void profiles(
      SweepResult sweep, RunResult run, HdfFile results, List<Comparison> comparisons) {
    String group = ResultHdf5.group(run) + "/profiles/";
    Profile last = run.profiles().get(run.profiles().size() - 1);
    double scale =
        sweep.settings().mixture().species().stream()
            .mapToDouble(species -> species.concentration())
            .max()
            .orElseThrow();
    for (String field : List.of("concentration", "flux")) {
      double[][][] stored = (double[][][]) results.getDatasetByPath(group + field).getData();
      double[][] recorded = stored[stored.length - 1];
      double[] again = field.equals("flux") ? last.flux() : last.concentration();
      double difference = 0;
      double before = 0;
      double after = 0;
      for (int at = 0; at < again.length; at++) {
        double value = recorded[at / last.species()][at % last.species()];
        difference = Math.max(difference, Math.abs(value - again[at]) / scale);
        before = Math.max(before, Math.abs(value));
        after = Math.max(after, Math.abs(again[at]));
      }
      comparisons.add(new Comparison(run.knudsen(), "last " + field, before, after, difference));
    }
  }
}
