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
import org.knudsen.run.Dimension;
import org.knudsen.run.Quantity;
import org.knudsen.run.RunResult;
import org.knudsen.run.Variable;

class CheckpointFileTest {

  private static final Map<String, String> ORIGIN = Map.of("study", "abc", "Java", "17");

  @TempDir Path folder;

  private static Checkpoint checkpoint(double... fluid) {
    double[] state = new double[20_000]; // longer than the buffer of the checksum
    for (int a = 0; a < state.length; a++) {
      state[a] = Math.sin(a);
    }
    Dimension time = Dimension.of("time", 0, 0.1);
    Dimension species = Dimension.labelled("species", List.of("light", "heavy \u00b5"));
    Map<String, Variable> variables = new LinkedHashMap<>();
    for (Variable variable :
        List.of(
            new Variable(
                new Quantity(
                    "distance/L2", "\u2016F\u2016", Quantity.Summary.LARGEST_AND_LAST, time),
                new double[] {0, 1 / 3.0}),
            new Variable(
                new Quantity("entropy", "H", Quantity.Summary.NONE, time),
                new double[] {-0.0, Double.NaN}),
            new Variable(
                new Quantity(
                    "drift/mass", "m", "1", Quantity.Summary.LARGEST, List.of(time, species)),
                new double[] {1e-300, Double.MIN_VALUE, 2, 3}),
            Variable.of("a/b/c", "number", 1e-17))) {
      variables.put(variable.name(), variable);
    }
    return new Checkpoint(
        new RunResult(0.1, 0.01, 1, RunResult.Ending.CANCELLED, "", 2.5, variables), state, fluid);
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
    assertArrayEquals(written.kinetic(), read.kinetic());
    assertArrayEquals(written.fluid(), read.fluid());
    RunResult before = written.result();
    RunResult after = read.result();
    assertEquals(before.knudsen(), after.knudsen());
    assertEquals(before.dt(), after.dt());
    assertEquals(before.steps(), after.steps());
    assertEquals(before.ending(), after.ending());
    assertEquals(before.message(), after.message());
    assertEquals(before.wallSeconds(), after.wallSeconds());
    assertEquals(List.copyOf(before.variables().keySet()), List.copyOf(after.variables().keySet()));
    for (Variable variable : before.variables().values()) {
      assertEquals(variable.quantity(), after.variable(variable.name()).quantity());
      assertArrayEquals(variable.values(), after.values(variable.name()), variable.name());
    }
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
