package org.knudsen.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.knudsen.study.SweepResult;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** On Linux, where there is a file that is always full. */
class FileWritingTest {

  private static final Path FULL = Path.of("/dev/full");
  private static final String MESSAGE =
      "/dev/full: cannot be written (No space left on device); make room there, or choose another"
          + " folder; a run goes on from its last checkpoint by --resume";

  private static void assertNamed(Runnable writing) {
    assumeTrue(Files.exists(FULL));
    assertEquals(MESSAGE, assertThrows(UncheckedIOException.class, writing::run).getMessage());
  }

  @Test
  void aTable() {
    assertNamed(() -> RunFiles.csv(Table.create(DoubleColumn.create("x", 1.0)), FULL));
  }

  @Test
  void anHdf5File() {
    assertNamed(() -> ResultHdf5.write(SweepResult.of("none"), FULL));
  }
}
