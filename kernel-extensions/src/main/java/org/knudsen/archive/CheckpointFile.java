package org.knudsen.archive;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Node;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.knudsen.run.Checkpoint;
import org.knudsen.run.ConservationDrift;
import org.knudsen.run.Observation;
import org.knudsen.run.PerturbationSize;
import org.knudsen.run.Profile;

/**
 * A {@link Checkpoint} as an HDF5 file. Its datasets are flat, all of doubles; one of length 0 is
 * left out.
 *
 * <pre>
 * run                          knudsen, dt, step, wallSeconds, species
 * perturbation.norm.NORM, perturbation.equilibrium   of f^in
 * kinetic, fluid, conserved    the states, and the conserved quantities at time 0
 * observations.step, .time, .relativeEntropy, .smallestRatio, .temperatureRange   [observation]
 * observations.distance.NORM, observations.momentum, observations.energy          [observation]
 * observations.mass            [observation * species + i]
 * profiles.time                [profile]
 * profiles.concentration, .flux, .fluidConcentration, .fluidFlux, .temperature
 *                              one profile after the other, laid out as {@link Profile}
 * </pre>
 *
 * <p>Attributes: format; origin.KEY, what the bits of a run depend on ({@link Manifest#origin});
 * sha256, over names and bits of all datasets and over the origin.
 */
final class CheckpointFile {

  static final String FORMAT = "knudsen-checkpoint-2";

  private static final String ORIGIN = "origin.";
  private static final String DISTANCE = "observations.distance.";
  private static final String PERTURBATION = "perturbation.norm.";

  private CheckpointFile() {}

  /**
   * Writes the file beside its place, forces it to the disk, and moves it there: a reader finds the
   * file before or this one, whenever the process ends.
   *
   * @param origin what the bits of the run depend on
   */
  static void write(Checkpoint checkpoint, Map<String, String> origin, Path file)
      throws IOException {
    SortedMap<String, double[]> data = data(checkpoint);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (WritableHdfFile out = HdfFile.write(part)) {
      out.putAttribute("format", FORMAT);
      origin.forEach((key, value) -> out.putAttribute(ORIGIN + key, value));
      out.putAttribute("sha256", digest(data, origin));
      data.forEach(out::putDataset);
    }
    force(part);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(file.getParent());
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** The rename, too; a system that cannot open folders keeps it in its own way. */
  private static void forceFolder(Path folder) throws IOException {
    if (!System.getProperty("os.name").startsWith("Windows")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /**
   * Reads the file.
   *
   * @param origin what the bits of the run to go on depend on
   * @throws IllegalArgumentException naming the file, if it is damaged or of another run
   */
  static Checkpoint read(Path file, Map<String, String> origin) {
    SortedMap<String, double[]> data = new TreeMap<>();
    Map<String, String> found = new LinkedHashMap<>();
    String digest;
    try (HdfFile in = new HdfFile(file)) {
      String format = text(in, "format");
      if (!FORMAT.equals(format)) {
        throw new IllegalArgumentException(
            file + ": found format '" + format + "'; allowed: " + FORMAT);
      }
      origin.keySet().forEach(key -> found.put(key, text(in, ORIGIN + key)));
      digest = text(in, "sha256");
      for (Map.Entry<String, Node> child : in.getChildren().entrySet()) {
        data.put(child.getKey(), (double[]) in.getDatasetByPath(child.getKey()).getData());
      }
    } catch (IllegalArgumentException e) {
      throw e.getMessage() != null && e.getMessage().startsWith(file + ": ") ? e : damaged(file, e);
    } catch (RuntimeException e) {
      throw damaged(file, e); // whatever the library meets in bytes that are no HDF5
    }
    if (!digest(data, found).equals(digest)) {
      throw damaged(file, null);
    }
    for (Map.Entry<String, String> entry : origin.entrySet()) {
      if (!entry.getValue().equals(found.get(entry.getKey()))) {
        throw new IllegalArgumentException(
            file
                + ": found a checkpoint of another "
                + entry.getKey()
                + " ("
                + found.get(entry.getKey())
                + "); allowed: "
                + entry.getValue()
                + ", or no --resume");
      }
    }
    return checkpoint(data);
  }

  private static IllegalArgumentException damaged(Path file, RuntimeException cause) {
    return new IllegalArgumentException(
        file
            + ": found a damaged checkpoint ("
            + (cause == null ? "its content does not have its checksum" : cause.toString())
            + "); allowed: one as 'knudsen run' wrote it, or no --resume",
        cause);
  }

  private static String text(HdfFile in, String attribute) {
    Object value = in.getAttribute(attribute) == null ? null : in.getAttribute(attribute).getData();
    return value == null ? "none" : value.toString();
  }

  private static SortedMap<String, double[]> data(Checkpoint c) {
    SortedMap<String, double[]> data = new TreeMap<>();
    int species = c.profiles().get(0).species(); // the first is kept at time 0
    data.put("run", new double[] {c.knudsen(), c.dt(), c.step(), c.wallSeconds(), species});
    c.perturbation()
        .norm()
        .forEach((norm, value) -> data.put(PERTURBATION + norm, new double[] {value}));
    data.put("perturbation.equilibrium", new double[] {c.perturbation().equilibrium()});
    data.put("kinetic", c.kinetic());
    data.put("fluid", c.fluid());
    data.put("conserved", c.conserved());
    List<Observation> all = c.observations();
    data.put("observations.step", series(all, Observation::step));
    data.put("observations.time", series(all, Observation::time));
    data.put("observations.relativeEntropy", series(all, Observation::relativeEntropy));
    data.put("observations.smallestRatio", series(all, Observation::smallestRatio));
    data.put("observations.temperatureRange", series(all, Observation::temperatureRange));
    for (String norm : all.get(0).distance().keySet()) {
      data.put(DISTANCE + norm, series(all, o -> o.distance().get(norm)));
    }
    data.put("observations.momentum", series(all, o -> o.drift().momentum()));
    data.put("observations.energy", series(all, o -> o.drift().energy()));
    data.put(
        "observations.mass",
        all.stream()
            .flatMapToDouble(o -> o.drift().mass().stream().mapToDouble(Double::doubleValue))
            .toArray());
    data.put("profiles.time", c.profiles().stream().mapToDouble(Profile::time).toArray());
    data.put("profiles.concentration", joined(c.profiles().stream().map(Profile::concentration)));
    data.put("profiles.flux", joined(c.profiles().stream().map(Profile::flux)));
    data.put(
        "profiles.fluidConcentration",
        joined(c.profiles().stream().map(Profile::fluidConcentration)));
    data.put("profiles.fluidFlux", joined(c.profiles().stream().map(Profile::fluidFlux)));
    data.put("profiles.temperature", joined(c.profiles().stream().map(Profile::temperature)));
    data.values().removeIf(values -> values.length == 0);
    return data;
  }

  private static double[] series(List<Observation> all, ToDoubleFunction<Observation> quantity) {
    return all.stream().mapToDouble(quantity).toArray();
  }

  private static double[] joined(java.util.stream.Stream<double[]> arrays) {
    return arrays.flatMapToDouble(java.util.Arrays::stream).toArray();
  }

  private static Checkpoint checkpoint(SortedMap<String, double[]> data) {
    double[] run = data.get("run");
    int species = (int) run[4];
    double[] times = data.get("observations.time");
    List<Observation> observations = new ArrayList<>();
    for (int o = 0; o < times.length; o++) {
      Map<String, Double> distance = new LinkedHashMap<>();
      for (String name : norms(data, DISTANCE)) {
        distance.put(name, data.get(DISTANCE + name)[o]);
      }
      List<Double> mass = new ArrayList<>();
      for (int i = 0; i < species; i++) {
        mass.add(data.get("observations.mass")[o * species + i]);
      }
      observations.add(
          new Observation(
              (int) data.get("observations.step")[o],
              times[o],
              distance,
              data.get("observations.relativeEntropy")[o],
              data.get("observations.smallestRatio")[o],
              data.get("observations.temperatureRange")[o],
              new ConservationDrift(
                  mass, data.get("observations.momentum")[o], data.get("observations.energy")[o])));
    }
    List<Profile> profiles = new ArrayList<>();
    double[] profileTimes = data.get("profiles.time");
    for (int p = 0; p < profileTimes.length; p++) {
      int count = profileTimes.length;
      profiles.add(
          new Profile(
              profileTimes[p],
              species,
              slice(data.get("profiles.concentration"), p, count),
              slice(data.get("profiles.flux"), p, count),
              slice(data.get("profiles.fluidConcentration"), p, count),
              slice(data.get("profiles.fluidFlux"), p, count),
              slice(data.get("profiles.temperature"), p, count)));
    }
    Map<String, Double> perturbation = new LinkedHashMap<>();
    for (String name : norms(data, PERTURBATION)) {
      perturbation.put(name, data.get(PERTURBATION + name)[0]);
    }
    return new Checkpoint(
        run[0],
        run[1],
        (int) run[2],
        run[3],
        new PerturbationSize(perturbation, data.get("perturbation.equilibrium")[0]),
        data.getOrDefault("kinetic", new double[0]),
        data.getOrDefault("fluid", new double[0]),
        data.get("conserved"),
        observations,
        profiles);
  }

  /** L2 first, then the others by order: that of a run. */
  private static List<String> norms(SortedMap<String, double[]> data, String prefix) {
    List<String> names = new ArrayList<>();
    for (String name : data.keySet()) {
      if (name.startsWith(prefix)) {
        names.add(name.substring(prefix.length()));
      }
    }
    names.sort(
        java.util.Comparator.comparing((String name) -> !name.equals("L2"))
            .thenComparing(name -> name));
    return names;
  }

  private static double[] slice(double[] joined, int which, int count) {
    int length = joined.length / count;
    return java.util.Arrays.copyOfRange(joined, which * length, (which + 1) * length);
  }

  /** Of names, lengths and bits. */
  private static String digest(SortedMap<String, double[]> data, Map<String, String> origin) {
    MessageDigest sha = Sha256.digest();
    new TreeMap<>(origin)
        .forEach(
            (key, value) ->
                sha.update((key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8)));
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    data.forEach(
        (name, values) -> {
          sha.update((name + "[" + values.length + "]").getBytes(StandardCharsets.UTF_8));
          for (double value : values) {
            buffer.putLong(Double.doubleToRawLongBits(value));
            if (!buffer.hasRemaining()) {
              sha.update(buffer.flip());
              buffer.clear();
            }
          }
          sha.update(buffer.flip());
          buffer.clear();
        });
    return HexFormat.of().formatHex(sha.digest());
  }
}
