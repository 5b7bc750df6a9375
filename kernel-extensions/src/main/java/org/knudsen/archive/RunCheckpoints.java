package org.knudsen.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knudsen.run.Checkpoint;
import org.knudsen.run.Checkpoints;

/**
 * The checkpoints of a sweep, one {@link CheckpointFile} for each eps, in the folder {@link #NAME}
 * of a run folder. A run leaves one when it is due and one at its end, so that a sweep gone on with
 * makes no run again.
 */
final class RunCheckpoints implements Checkpoints {

  /** The folder, inside a run folder. */
  static final String NAME = ".checkpoints";

  private static final String ENDING = ".h5";

  private final Map<String, String> origin;
  private final double seconds;
  private final Map<Double, Checkpoint> loaded = new HashMap<>();
  private Path folder;
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
    if (!PlainFile.isFolder(folder)) {
      return List.of();
    }
    return PlainFile.list(folder).stream().filter(f -> f.toString().endsWith(ENDING)).toList();
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
    List<Path> checkpoints = files(runFolder);
    for (Path path : PlainFile.list(folder)) {
      if (!checkpoints.contains(path)) {
        PlainFile.delete(path); // halves
      }
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

  /** Removes the checkpoints of a run folder that nobody writes to. */
  static void delete(Path runFolder) throws IOException {
    Path folder = runFolder.resolve(NAME);
    if (PlainFile.isFolder(folder)) {
      PlainFile.delete(folder);
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
