package org.knudsen.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knudsen.run.Checkpoint;
import org.knudsen.run.Checkpoints;

/**
 * The checkpoints of a sweep, one {@link CheckpointFile} for each eps, in the folder {@link #NAME}
 * of a run folder. A run leaves one when it is due and one at its end, so that a sweep gone on with
 * makes no run again. As long as a process writes there it holds a lock, which dies with it.
 */
final class RunCheckpoints implements Checkpoints {

  /** The folder, inside a run folder. */
  static final String NAME = ".checkpoints";

  private static final String LOCK = "lock";
  private static final String ENDING = ".h5";

  private final Map<String, String> origin;
  private final double seconds;
  private final Map<Double, Checkpoint> loaded = new HashMap<>();
  private Path folder;
  private FileChannel lock;
  private long saved = System.nanoTime();

  /**
   * @param origin what the bits of a run depend on
   * @param seconds the least time between two checkpoints; 0 takes one after every step
   */
  RunCheckpoints(Map<String, String> origin, double seconds) {
    this.origin = origin;
    this.seconds = seconds;
  }

  /** The checkpoint files of a run folder; empty if it has none. */
  static List<Path> files(Path runFolder) throws IOException {
    Path folder = runFolder.resolve(NAME);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    return RunFolder.list(folder).stream().filter(f -> f.toString().endsWith(ENDING)).toList();
  }

  /** Whether a process, this one included, writes to a run folder. */
  static boolean inUse(Path runFolder) throws IOException {
    Path file = runFolder.resolve(NAME).resolve(LOCK);
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      return free == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  /**
   * Reads the checkpoints of a run folder; nothing is written.
   *
   * @throws IllegalArgumentException naming the first that is damaged or of another run
   */
  void load(Path runFolder) throws IOException {
    for (Path file : files(runFolder)) {
      Checkpoint checkpoint = CheckpointFile.read(file, origin);
      loaded.put(checkpoint.result().knudsen(), checkpoint);
    }
  }

  /** Begins to write to a run folder, which may have checkpoints already. */
  void open(Path runFolder) throws IOException {
    folder = Files.createDirectories(runFolder.resolve(NAME));
    lock =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      lock.close();
      throw new IOException(runFolder + " is written to by another process");
    }
    saved = System.nanoTime();
  }

  /** Takes the files of another run folder over, as old as they are, none of them by halves. */
  void copy(Path runFolder) throws IOException {
    for (Path file : files(runFolder)) {
      Path part = folder.resolve(file.getFileName() + ".part");
      Files.copy(
          file, part, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Ends writing; the files stay. */
  void close() throws IOException {
    if (lock != null) {
      lock.close();
      lock = null;
      Files.deleteIfExists(folder.resolve(LOCK));
    }
  }

  /** Removes the checkpoints of a run folder that nobody writes to. */
  static void delete(Path runFolder) throws IOException {
    Path folder = runFolder.resolve(NAME);
    if (Files.isDirectory(folder)) {
      RunFolder.delete(folder);
    }
  }

  @Override
  public Optional<Checkpoint> last(double knudsen) {
    return Optional.ofNullable(loaded.get(knudsen));
  }

  @Override
  public boolean due(boolean last) {
    return last || (System.nanoTime() - saved) * 1e-9 >= seconds;
  }

  @Override
  public void save(Checkpoint checkpoint) {
    CheckpointFile.write(
        checkpoint, origin, folder.resolve("eps=" + checkpoint.result().knudsen() + ENDING));
    saved = System.nanoTime();
  }
}
