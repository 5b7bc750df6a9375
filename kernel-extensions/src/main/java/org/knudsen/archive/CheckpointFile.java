package org.knudsen.archive;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Group;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.knudsen.run.Checkpoint;
import org.knudsen.run.Dimension;
import org.knudsen.run.Quantity;
import org.knudsen.run.RunResult;
import org.knudsen.run.Variable;

/**
 * A {@link Checkpoint} as an HDF5 file: the run until then in the group {@code run}, as {@link
 * ResultHdf5} has it, and the states as variables in the group {@code state}; a state of length 0
 * is left out. Attributes: format; origin.KEY, what the bits of a run depend on ({@link
 * Manifest#origin}); sha256, over all names and bits and over the origin.
 */
public final class CheckpointFile {

  static final String FORMAT = "knudsen-checkpoint-3";

  private static final String ORIGIN = "origin.";

  private CheckpointFile() {}

  /**
   * Writes the file beside its place, forces it to the disk, and moves it there: a reader finds the
   * file before or this one, whenever the process ends.
   */
  public static void write(Checkpoint checkpoint, Map<String, String> origin, Path file) {
    FileWriting.to(file, () -> writeNow(checkpoint, origin, file));
  }

  private static void writeNow(Checkpoint checkpoint, Map<String, String> origin, Path file)
      throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    List<Variable> states = states(checkpoint);
    Files.deleteIfExists(part); // a half of a killed process, or a link to somewhere else
    try (WritableHdfFile out = HdfFile.write(part)) {
      out.putAttribute("format", FORMAT);
      origin.forEach((key, value) -> out.putAttribute(ORIGIN + key, value));
      out.putAttribute("sha256", digest(checkpoint.result(), states, origin));
      WritableGroup run = out.putGroup("run");
      run.putAttribute("wallSeconds", checkpoint.result().wallSeconds());
      ResultHdf5.write(checkpoint.result(), run);
      VariableHdf5.write(states, out.putGroup("state"));
    }
    force(part, StandardOpenOption.WRITE);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    // the rename, too; a system that cannot open folders keeps it in its own way
    if (!System.getProperty("os.name").startsWith("Windows")) {
      force(file.resolveSibling(""), StandardOpenOption.READ);
    }
  }

  private static List<Variable> states(Checkpoint checkpoint) {
    List<Variable> states = new ArrayList<>();
    add("kinetic", checkpoint.kinetic(), states);
    add("fluid", checkpoint.fluid(), states);
    return states;
  }

  private static void add(String name, double[] values, List<Variable> states) {
    if (values.length > 0) {
      Dimension all = Dimension.numbered(name + "Index", values.length);
      states.add(new Variable(new Quantity(name, "state", Quantity.Summary.NONE, all), values));
    }
  }

  private static void force(Path path, StandardOpenOption access) throws IOException {
    try (FileChannel channel = FileChannel.open(path, access)) {
      channel.force(true);
    }
  }

  /**
   * Reads the file.
   *
   * @param origin what the bits of the run to go on depend on
   * @throws IllegalArgumentException naming the file, if it is no file, damaged or of another run
   */
  public static Checkpoint read(Path file, Map<String, String> origin) throws IOException {
    String problem = PlainFile.problem(file, Long.MAX_VALUE);
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(file + " " + problem);
    }
    Map<String, String> found = new LinkedHashMap<>();
    Map<String, Variable> states;
    RunResult run;
    String digest;
    try (HdfFile in = new HdfFile(file)) {
      VariableHdf5.requireFormat(FORMAT, in, file);
      origin.keySet().forEach(key -> found.put(key, VariableHdf5.text(in, ORIGIN + key)));
      digest = VariableHdf5.text(in, "sha256");
      Group group = (Group) in.getChild("run");
      run = ResultHdf5.read(group, ResultHdf5.number(group, "wallSeconds"));
      states = VariableHdf5.read((Group) in.getChild("state"));
    } catch (IllegalArgumentException e) {
      throw e.getMessage() != null && e.getMessage().startsWith(file + ": ") ? e : damaged(file, e);
    } catch (RuntimeException e) {
      throw damaged(file, e); // whatever the library meets in bytes that are no HDF5
    }
    if (!digest(run, states.values(), found).equals(digest)) {
      throw damaged(file, null);
    }
    for (Map.Entry<String, String> entry : origin.entrySet()) {
      if (!entry.getValue().equals(found.get(entry.getKey()))) {
        throw new IllegalArgumentException(
            "%s: found a checkpoint of another %s (%s); allowed: %s, or no --resume"
                .formatted(file, entry.getKey(), found.get(entry.getKey()), entry.getValue()));
      }
    }
    return new Checkpoint(run, values(states, "kinetic"), values(states, "fluid"));
  }

  private static double[] values(Map<String, Variable> states, String name) {
    return states.containsKey(name) ? states.get(name).values() : new double[0];
  }

  private static IllegalArgumentException damaged(Path file, RuntimeException cause) {
    return new IllegalArgumentException(
        file
            + ": found a damaged checkpoint ("
            + (cause == null ? "its content does not have its checksum" : cause.toString())
            + "); allowed: one as 'knudsen run' wrote it, or no --resume",
        cause);
  }

  private static String digest(
      RunResult run, Iterable<Variable> states, Map<String, String> origin) {
    MessageDigest sha = Sha256.digest();
    new TreeMap<>(origin).forEach((key, value) -> update(sha, key + "=" + value));
    update(sha, run.ending() + run.message());
    update(sha, run.knudsen(), run.dt(), run.steps(), run.wallSeconds());
    Map<String, Variable> all = new TreeMap<>(run.variables());
    states.forEach(variable -> all.put("state/" + variable.name(), variable));
    all.forEach(
        (name, variable) -> {
          update(sha, name);
          variable.dimensions().forEach(dimension -> update(sha, dimension.coordinates()));
          update(sha, variable.values());
        });
    return HexFormat.of().formatHex(sha.digest());
  }

  private static void update(MessageDigest sha, String text) {
    sha.update((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void update(MessageDigest sha, double... values) {
    update(sha, "[" + values.length + "]");
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    for (double value : values) {
      buffer.putLong(Double.doubleToRawLongBits(value));
      if (!buffer.hasRemaining()) {
        sha.update(buffer.flip());
        buffer.clear();
      }
    }
    sha.update(buffer.flip());
  }
}
