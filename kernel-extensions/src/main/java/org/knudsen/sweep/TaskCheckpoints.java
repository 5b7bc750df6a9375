package org.knudsen.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.knudsen.archive.CheckpointFile;
import org.knudsen.run.Cancellation;
import org.knudsen.run.Checkpoint;
import org.knudsen.run.Checkpoints;

/**
 * The one checkpoint of a task: taken now and then, and where it is stopped. At its end it needs
 * none, since its archive is there then.
 */
final class TaskCheckpoints implements Checkpoints {

  private static final String ENDING = ".checkpoint";

  private final Path file;
  private final Map<String, String> origin;
  private final double seconds;
  private final Cancellation stop;
  private long saved = System.nanoTime();

  TaskCheckpoints(Path storage, String address, double seconds, Cancellation stop) {
    this.file = storage.resolve(address + ENDING);
    this.origin = Map.of("task", address);
    this.seconds = seconds;
    this.stop = stop;
  }

  @Override
  public Optional<Checkpoint> last(double knudsen) {
    try {
      return Files.exists(file) ? Optional.of(CheckpointFile.read(file, origin)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean due(boolean last) {
    return last ? stop.requested() : (System.nanoTime() - saved) * 1e-9 >= seconds;
  }

  @Override
  public void save(Checkpoint checkpoint) {
    CheckpointFile.write(checkpoint, origin, file);
    saved = System.nanoTime();
  }

  /** Removes it, once the archive is there. */
  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
