package org.knudsen.jupyter.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file in one step, through a temporary file beside it. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes a text in UTF-8, half a character (a lone surrogate) as a question mark. The file is
   * made or replaced; its folder must exist.
   *
   * @throws IOException when it cannot be written; the old file is then unchanged
   */
  public static void write(Path file, String text) throws IOException {
    Path target = file.toAbsolutePath();
    Path temporary = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
      try {
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
