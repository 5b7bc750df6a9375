package org.knudsen.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.run.Checkpoint;
import org.knudsen.run.ConservationDrift;
import org.knudsen.run.Observation;
import org.knudsen.run.PerturbationSize;
import org.knudsen.run.Profile;

class CheckpointFileTest {

  private static final Map<String, String> ORIGIN = Map.of("study", "abc", "Java", "17");

  @TempDir Path folder;

  private static Observation observation(int step) {
    Map<String, Double> distance = new LinkedHashMap<>();
    distance.put("L2", step / 3.0);
    distance.put("H1eps", Double.MIN_VALUE);
    return new Observation(
        step,
        0.1 * step,
        distance,
        step == 1 ? Double.NaN : 0.1,
        -0.0,
        1e-300,
        new ConservationDrift(List.of(1e-17, 2e-17), 3e-17, 4e-17));
  }

  private static Checkpoint checkpoint(double... fluid) {
    double[] state = new double[20_000]; // longer than the buffer of the checksum
    for (int a = 0; a < state.length; a++) {
      state[a] = Math.sin(a);
    }
    Map<String, Double> norm = new LinkedHashMap<>();
    norm.put("L2", 0.1);
    norm.put("H1eps", 0.2);
    Profile profile =
        new Profile(
            0.1,
            2,
            new double[] {1, 2, 3, 4},
            new double[] {5, 6, 7, 8},
            new double[] {9, 10, 11, 12},
            new double[] {13, 14, 15, 16},
            new double[] {17, 18});
    return new Checkpoint(
        0.1,
        0.01,
        1,
        2.5,
        new PerturbationSize(norm, 1.0 / 3),
        state,
        fluid,
        new double[] {1, 2, 3},
        List.of(observation(0), observation(1)),
        List.of(profile, profile));
  }

  private Path write(Checkpoint checkpoint) throws IOException {
    Path file = folder.resolve("eps=0.1.h5");
    CheckpointFile.write(checkpoint, ORIGIN, file);
    return file;
  }

  /** Record equality and arrays without a tolerance compare bits: -0.0, NaN and subnormals, too. */
  @Test
  void everyBitComesBack() throws IOException {
    Checkpoint written = checkpoint(0.1, 0.2);
    Checkpoint read = CheckpointFile.read(write(written), ORIGIN);
    assertEquals(written.knudsen(), read.knudsen());
    assertEquals(written.dt(), read.dt());
    assertEquals(written.step(), read.step());
    assertEquals(written.wallSeconds(), read.wallSeconds());
    assertEquals(written.perturbation(), read.perturbation());
    assertArrayEquals(written.kinetic(), read.kinetic());
    assertArrayEquals(written.fluid(), read.fluid());
    assertArrayEquals(written.conserved(), read.conserved());
    assertEquals(written.observations(), read.observations());
    assertEquals(
        List.of("L2", "H1eps"), List.copyOf(read.observations().get(0).distance().keySet()));
    assertEquals(2, read.profiles().size());
    Profile profile = read.profiles().get(1);
    assertArrayEquals(new double[] {1, 2, 3, 4}, profile.concentration());
    assertArrayEquals(new double[] {5, 6, 7, 8}, profile.flux());
    assertArrayEquals(new double[] {9, 10, 11, 12}, profile.fluidConcentration());
    assertArrayEquals(new double[] {13, 14, 15, 16}, profile.fluidFlux());
    assertArrayEquals(new double[] {17, 18}, profile.temperature());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count(), "no temporary file is left");
    }
  }

  @Test
  void aFluidLimitWithoutStateHasNone() throws IOException {
    assertEquals(0, CheckpointFile.read(write(checkpoint()), ORIGIN).fluid().length);
  }

  /** A byte changed in the data, a file cut short, a file that is none. */
  @ParameterizedTest
  @ValueSource(strings = {"changed", "cut", "empty", "text"})
  void aDamagedFileIsNamed(String how) throws IOException {
    Path file = write(checkpoint(0.1));
    byte[] bytes = Files.readAllBytes(file);
    switch (how) {
      case "changed" -> bytes[bytes.length / 2] ^= 1;
      case "cut" -> bytes = java.util.Arrays.copyOf(bytes, bytes.length / 2);
      case "empty" -> bytes = new byte[0];
      default -> bytes = "no HDF5".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
    Files.write(file, bytes);
    String message =
        assertThrows(IllegalArgumentException.class, () -> CheckpointFile.read(file, ORIGIN))
            .getMessage();
    assertTrue(message.startsWith(file + ": found a damaged checkpoint"), message);
  }

  @Test
  void aForeignCheckpointIsNamedWithWhatDiffers() throws IOException {
    Path file = write(checkpoint(0.1));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> CheckpointFile.read(file, Map.of("study", "abc", "Java", "25")))
            .getMessage();
    assertTrue(message.startsWith(file + ": found a checkpoint of another Java (17)"), message);
  }
}
