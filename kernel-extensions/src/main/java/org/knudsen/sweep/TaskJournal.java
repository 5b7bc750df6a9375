package org.knudsen.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The records of a sweep in the order in which they came, one a line of a file to which lines are
 * only added. In memory is where each is, not what it says. The last line may be half of one, where
 * the process was killed; it is dropped.
 */
final class TaskJournal implements AutoCloseable {

  private record Place(long offset, int length) {}

  private final RandomAccessFile file;
  private final Map<String, Place> places = new HashMap<>();
  private long end;

  /**
   * Opens a journal, which may be there already.
   *
   * @throws IllegalArgumentException naming the line, if a whole one is no record
   */
  TaskJournal(Path path) throws IOException {
    file = new RandomAccessFile(path.toFile(), "rw");
    try {
      read(path);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private synchronized void read(Path path) throws IOException {
    byte[] all = new byte[Math.toIntExact(file.length())];
    file.readFully(all);
    int from = 0;
    int number = 1;
    for (int at = 0; at < all.length; at++) {
      if (all[at] == '\n') {
        String line = new String(all, from, at - from, StandardCharsets.UTF_8);
        try {
          TaskRecord record = TaskRecord.read(line);
          places.put(record.address(), new Place(from, at - from));
        } catch (JsonProcessingException | IllegalArgumentException e) {
          throw new IllegalArgumentException(
              path + ":" + number + ": found a line that is no record of a task", e);
        }
        from = at + 1;
        number++;
      }
    }
    end = from;
    file.setLength(end);
  }

  /** Adds a record, in place of one of the same task. */
  synchronized void add(TaskRecord record) {
    byte[] line = (record.json() + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      file.seek(end);
      file.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    places.put(record.address(), new Place(end, line.length - 1));
    end += line.length;
  }

  /** The record of a task. */
  synchronized Optional<TaskRecord> find(String address) {
    return Optional.ofNullable(places.get(address)).map(reading());
  }

  private Function<Place, TaskRecord> reading() {
    return place -> {
      byte[] line = new byte[place.length()];
      try {
        file.seek(place.offset());
        file.readFully(line);
        return TaskRecord.read(new String(line, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
