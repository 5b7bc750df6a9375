package org.knudsen.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to write to a run folder, which one process has at a time: a lock on the hidden file
 * {@code .NAME.lock} beside it. It dies with its process; the next takes the file over.
 */
public final class RunLock implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;

  /**
   * Takes it; makes the folders around the target.
   *
   * @throws IllegalArgumentException if a run has it, in this process or another
   */
  public RunLock(Path target) throws IOException {
    Files.createDirectories(target.resolveSibling(""));
    file = target.resolveSibling("." + target.getFileName() + ".lock");
    boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    if (there && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IllegalArgumentException(
          "found " + file + ", which is no file; allowed: the lock of a run, or nothing");
    }
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    // a file that is gone is that of a run which ended in between
    if (!lock() || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      channel.close();
      throw new IllegalArgumentException(
          "found "
              + file
              + ", which a running process holds: it writes there; allowed: one run at a time");
    }
  }

  private boolean lock() throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // this process has it
    }
  }

  /** Gives it back; the second time does nothing. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      Files.deleteIfExists(file); // while nobody else can hold it
      channel.close();
    }
  }
}
