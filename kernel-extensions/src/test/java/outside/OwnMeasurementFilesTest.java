package outside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.archive.RecordedRun;
import org.knudsen.archive.RunFolder;
import org.knudsen.archive.SweepSummary;
import org.knudsen.collision.TableCache;
import org.knudsen.figure.PlotFiles;
import org.knudsen.figure.PlotOutput;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.report.Comparison;
import org.knudsen.run.Cancellation;
import org.knudsen.run.Measurement;
import org.knudsen.run.ProgressListener;
import org.knudsen.study.Study;
import org.knudsen.study.StudyFile;
import org.knudsen.study.Sweep;
import org.knudsen.study.SweepResult;

/** A measurement of somebody else's is in every file of a run, as one of ours. */
class OwnMeasurementFilesTest {

  private static final String STUDY =
      """
      name: own
      mixture:
        - {name: light, mass: 1.0, concentration: 0.5}
        - {name: heavy, mass: 4.0, concentration: 0.5}
      collisionKernel: {id: hard-sphere}
      velocityGrid: {id: burnett, degree: 4}
      timeIntegrator: {id: ars-443, dt: 0.01}
      torus: {dimension: 1, points: 8}
      fluidLimit: {id: maxwell-stefan}
      initial:
        - {species: light, wave: [1], cos: 0.1}
        - {species: heavy, wave: [1], cos: -0.1}
      knudsen: [0.1, 0.05]
      endTime: 0.1
      """;

  @TempDir Path folder;

  @Test
  void itIsInTablesFilesAndPlotsAndComesBack() throws Exception {
    PluginCatalogue catalogue = PluginCatalogue.load(getClass().getClassLoader());
    Study study = StudyFile.read(Files.writeString(folder.resolve("own.yaml"), STUDY), catalogue);
    Measurement hottest =
        Measurement.of(
            "own/hottest",
            "largest temperature",
            state -> Arrays.stream(state.temperature()).max().getAsDouble());
    Path out = folder.resolve("out");
    SweepResult sweep;
    try (RunFolder kept =
        new RunFolder(
            out, false, study, STUDY, catalogue, PlotOutput.of(PlotFiles.Format.SVG), false, 60)) {
      sweep =
          new Sweep(study, catalogue, TableCache.none(), hottest)
              .execute(List.of(kept), ProgressListener.silent(), Cancellation.never());
      kept.finish(Cancellation.never());
    }

    double[] values = sweep.runs().get(0).values("own/hottest");
    assertEquals(11, values.length);
    double largest = Arrays.stream(values).max().getAsDouble();
    assertTrue(largest > 1, "hotter than at rest");
    assertTrue(Files.readAllLines(out.resolve("diagnostics.csv")).get(0).contains("own hottest"));
    assertTrue(Files.readString(out.resolve("runs.csv")).contains("sup own hottest"));
    assertTrue(Files.exists(out.resolve("own-hottest-over-time.svg")));
    Map<?, ?> first = (Map<?, ?>) ((List<?>) SweepSummary.of(sweep).get("runs")).get(0);
    Map<?, ?> own = (Map<?, ?>) ((Map<?, ?>) first.get("own")).get("hottest");
    assertEquals(largest, own.get("sup"));

    SweepResult opened = RecordedRun.read(out).results();
    assertArrayEquals(values, opened.runs().get(0).values("own/hottest"));
    for (Comparison comparison : Comparison.of(sweep, opened)) {
      assertEquals(0, comparison.difference(), comparison.quantity());
    }
  }
}
