package org.knudsen.archive;

import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The writing of one file. What a full disk says, or the library over it, names no file. */
public interface FileWriting {

  void write() throws IOException;

  /**
   * Writes a file.
   *
   * @throws UncheckedIOException naming the file, why it cannot be written, and what to do
   */
  static void to(Path file, FileWriting writing) {
    try {
      writing.write();
    } catch (IOException e) {
      throw failure(file, e);
    } catch (HdfException e) {
      throw failure(file, new IOException(e));
    }
  }

  private static UncheckedIOException failure(Path file, IOException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new UncheckedIOException(
        file
            + ": cannot be written ("
            + root.getMessage()
            + "); make room there, or choose another folder; a run goes on from its last checkpoint"
            + " by --resume",
        e);
  }
}
