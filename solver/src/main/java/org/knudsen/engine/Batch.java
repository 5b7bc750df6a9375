package org.knudsen.engine;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * Tasks, and what carries them out.
 *
 * @param factory makes the workers; known by its name where the batch travels
 * @param setup for it, the same for all tasks
 * @param jars that a process needs to make it; without those of the engine itself
 * @param tasks in the order in which they are begun; made while the engine asks for them, on any of
 *     its threads but one at a time
 */
public record Batch(
    Class<? extends WorkerFactory> factory,
    byte[] setup,
    List<Path> jars,
    Iterator<EngineTask> tasks) {

  public Batch {
    jars = List.copyOf(jars);
  }
}
