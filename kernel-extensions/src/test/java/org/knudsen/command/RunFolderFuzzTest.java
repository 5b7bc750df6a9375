package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.archive.RunFolder;
import org.knudsen.archive.Sha256;
import org.knudsen.collision.TableCache;
import org.knudsen.figure.PlotOutput;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.run.ProgressListener;
import org.knudsen.study.Study;
import org.knudsen.study.StudyFile;
import org.knudsen.study.Sweep;

/**
 * Run folders from anybody: whatever is in one, {@code verify} and {@code run --resume} say in one
 * line what is wrong, come to an end, and leave everything outside it alone. More cases than in the
 * build: {@code -Dknudsen.fuzz=5000}, from another seed on: {@code -Dknudsen.fuzz.seed=1000}.
 */
class RunFolderFuzzTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UNSEALED = "0".repeat(64);
  private static final int CASES = Integer.getInteger("knudsen.fuzz", 300);
  private static final int SEED = Integer.getInteger("knudsen.fuzz.seed", 0);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final String STUDY =
      Studies.SMALL
          .replace("hard-sphere, diameters: [1.0, 1.0]", "maxwell, C: [[1.0, 1.0], [1.0, 1.0]]")
          .replace("degree: 5", "degree: 3")
          .replace("points: 8", "points: 4")
          .replace("dt: 0.01", "dt: 0.025")
          .replace("[0.2, 0.1]", "[0.05]")
          .replace("norms:", "resolution: {unresolved: accept}\nnorms:");

  /** With the folder of a run, whole, and the hidden one of a run that was killed. */
  @TempDir static Path made;

  @TempDir Path home;

  private Path outside;

  @BeforeAll
  static void run() throws Exception {
    Path study = Files.writeString(made.resolve("study.yaml"), STUDY);
    Shell.Outcome outcome =
        new Shell(made).run("run", study, "--out", made.resolve("out"), "--plots", "none");
    assertEquals(0, outcome.status(), outcome.err());

    PluginCatalogue catalogue = PluginCatalogue.load(RunFolder.class.getClassLoader());
    Study read = StudyFile.readForRun(study, catalogue);
    int[] asked = {0};
    try (RunFolder killed =
        new RunFolder(
            made.resolve("gone"), false, read, STUDY, catalogue, PlotOutput.of(), false, 0)) {
      new Sweep(read, catalogue, TableCache.none())
          .execute(
              List.of(killed),
              ProgressListener.silent(),
              () -> asked[0]++ > 1,
              killed.checkpoints());
    }
    assertTrue(Files.exists(made.resolve(".gone.part-1/.checkpoints/eps=0.05.h5")));
    assertEquals(
        0, new ProcessBuilder("mkfifo", made.resolve("pipe").toString()).start().waitFor());
  }

  @BeforeEach
  void fillTheOutside() throws IOException {
    outside = Files.createDirectories(home.resolve("outside"));
    Files.writeString(outside.resolve("precious"), "years of work");
    for (Path file : list(made.resolve("out"))) {
      Files.copy(file, outside.resolve(file.getFileName()));
    }
    copy(made.resolve(".gone.part-1"), outside.resolve("part"));
  }

  @Test
  void verifySaysWhatIsWrongInOneLine() throws IOException {
    Map<String, String> before = snapshot(outside);
    int agreeing = 0;
    for (int seed = SEED; seed < SEED + CASES; seed++) {
      Random random = random(seed);
      Path folder = home.resolve("folder");
      copy(made.resolve("out"), folder);
      boolean file = seed % 2 == 0;
      String what = file ? spoilFile(folder, random) : "manifest";
      boolean harmless = !file && spoilManifest(folder, random);
      String which = "seed " + seed + ", " + what;
      Shell.Outcome outcome =
          assertTimeoutPreemptively(LONGEST, () -> new Shell(home).run("verify", folder), which);
      agreeing += outcome.status() == 0 ? 1 : 0;
      assertLines(outcome, which);
      assertTrue(
          !file || what.startsWith("manifest") || lines(outcome).size() == 1,
          which + ": " + outcome.err());
      assertTrue(harmless || outcome.status() != 0, which + " went unnoticed");
      assertEquals(before, snapshot(outside), which);
      delete(folder);
    }
    assertTrue(agreeing < CASES / 4, agreeing + " agree");
  }

  @Test
  void resumeTouchesNothingOutside() throws IOException {
    Map<String, String> before = snapshot(outside);
    Path study = Files.writeString(home.resolve("study.yaml"), STUDY);
    int resumed = 0;
    for (int seed = SEED; seed < SEED + CASES / 3; seed++) {
      Path folder = home.resolve(".out.part-1");
      copy(made.resolve(".gone.part-1"), folder);
      String which = "seed " + seed + ", " + spoilPart(folder, seed);
      Shell.Outcome outcome =
          assertTimeoutPreemptively(
              LONGEST,
              () ->
                  new Shell(home)
                      .run(
                          "run",
                          study,
                          "--out",
                          home.resolve("out"),
                          "--resume",
                          "--plots",
                          "none"),
              which);
      resumed += outcome.err().contains("going on from") ? 1 : 0;
      assertLines(outcome, which);
      assertEquals(before, snapshot(outside), which);
      for (Path left : list(home)) {
        if (!left.equals(study) && !left.equals(outside)) {
          delete(left);
        }
      }
    }
    assertTrue(resumed > 0, "none went on");
  }

  /** Spread, since neighbouring seeds begin alike. */
  private static Random random(int seed) {
    return new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** What is said of errors. */
  private static List<String> lines(Shell.Outcome outcome) {
    return outcome
        .err()
        .lines()
        .filter(line -> !line.matches("(collision tables|eps = ).*"))
        .filter(line -> !line.matches("knudsen: (warning|going on|no checkpoint|found ).*"))
        .toList();
  }

  private static void assertLines(Shell.Outcome outcome, String which) {
    List<String> lines = lines(outcome);
    // a line for each file that is wrong
    long places =
        lines.stream().map(line -> line.replaceFirst("(/[^/]+?): .*", "$1")).distinct().count();
    assertEquals(outcome.status() == 0, lines.isEmpty(), which + ": " + outcome.err());
    assertEquals(places, lines.size(), which + ": " + outcome.err());
    assertTrue(
        lines.size() <= 1
            || lines.stream().allMatch(line -> line.matches("knudsen: /.*/folder/.*")),
        which + ": " + outcome.err());
    assertTrue(outcome.status() <= 2, which);
    assertTrue(!outcome.err().contains("--stacktrace"), which + ": " + outcome.err());
  }

  /** Something in the place of a file, or beside it. */
  private String spoilFile(Path folder, Random random) throws IOException {
    List<Path> files = list(folder);
    Path file = files.get(random.nextInt(files.size()));
    String name = file.getFileName().toString();
    byte[] bytes = Files.readAllBytes(file);
    int kind = random.nextInt(10);
    if (kind >= 3 && kind <= 8) {
      Files.delete(file);
    }
    switch (kind) {
      case 0 -> {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
      }
      case 1 -> Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      case 2 -> Files.write(file, Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(9999)));
      case 3 -> Files.createSymbolicLink(file, outside.resolve(name));
      case 4 -> Files.createSymbolicLink(file, Path.of("/dev/zero"));
      case 5 -> Files.createLink(file, made.resolve("pipe"));
      case 6 -> Files.createDirectory(file);
      case 7 -> Files.createSymbolicLink(file, outside.resolve("nowhere"));
      case 8 -> name += " is gone";
      default -> Files.createSymbolicLink(folder.resolve("more"), outside);
    }
    return name + ", kind " + kind;
  }

  /** A random change to the manifest; whether it is sealed again, so that it may be harmless. */
  private boolean spoilManifest(Path folder, Random random) throws IOException {
    Path file = folder.resolve("manifest.json");
    ObjectNode manifest = (ObjectNode) JSON.readTree(file.toFile());
    boolean seal = random.nextInt(4) > 0;
    if (random.nextInt(4) == 0) { // results that have their hash
      Path results = folder.resolve("results.h5");
      byte[] bytes = Files.readAllBytes(results);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(results, bytes);
      for (JsonNode entry : manifest.path("files")) {
        if (entry.path("name").asText().equals("results.h5")) {
          ((ObjectNode) entry).put("sha256", Sha256.of(bytes));
        }
      }
    } else {
      List<JsonNode> inner = new ArrayList<>();
      collect(manifest, inner);
      JsonNode parent = inner.get(random.nextInt(inner.size()));
      JsonNode junk = junk(random);
      int at = random.nextInt(Math.max(1, parent.size()));
      boolean remove = random.nextInt(5) == 0;
      if (parent instanceof ArrayNode list && remove) {
        list.remove(at);
      } else if (parent instanceof ArrayNode list) {
        list.insert(at, junk);
      } else if (parent instanceof ObjectNode object && object.size() > 0) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = random.nextInt(9) == 0 ? "more" : names.get(at);
        JsonNode unused = remove ? object.remove(name) : object.replace(name, junk);
      }
    }
    manifest.put("seal", UNSEALED);
    String text = manifest.toPrettyString();
    Files.writeString(
        file,
        seal ? text.replace(UNSEALED, Sha256.of(text.getBytes(StandardCharsets.UTF_8))) : text);
    return seal;
  }

  private static void collect(JsonNode node, List<JsonNode> inner) {
    if (node.isContainerNode()) {
      inner.add(node);
      node.forEach(below -> collect(below, inner));
    }
  }

  private JsonNode junk(Random random) {
    ArrayNode deep = JSON.createArrayNode();
    for (int d = 0; d < 500; d++) {
      deep = JSON.createArrayNode().add(deep);
    }
    List<Object> junk =
        new ArrayList<>(
            List.of(
                "",
                "..",
                "../outside/precious",
                outside.resolve("precious").toString(),
                "more",
                "a\nb\u001b[2J\u0000",
                "x".repeat(100_000),
                -1,
                1e308,
                BigInteger.TWO.pow(80),
                true,
                List.of(),
                Map.of()));
    junk.add(null);
    int at = random.nextInt(junk.size() + 1);
    return at == junk.size() ? deep : JSON.valueToTree(junk.get(at));
  }

  /** Something in the place of a hidden folder, its checkpoints or the lock. */
  private String spoilPart(Path folder, int seed) throws IOException {
    Random random = random(seed);
    Path checkpoints = folder.resolve(".checkpoints");
    Path checkpoint = checkpoints.resolve("eps=0.05.h5");
    Path lock = home.resolve(".out.lock");
    byte[] bytes = Files.readAllBytes(checkpoint);
    int kind = seed % 17;
    switch (kind) {
      case 0 -> {
        delete(folder);
        Files.createSymbolicLink(folder, outside.resolve("part"));
      }
      case 1 -> {
        delete(checkpoints);
        Files.createSymbolicLink(checkpoints, outside.resolve("part/.checkpoints"));
      }
      case 2 -> {
        Files.delete(checkpoint);
        Files.createSymbolicLink(checkpoint, outside.resolve("part/.checkpoints/eps=0.05.h5"));
      }
      case 3 -> {
        Files.delete(checkpoint);
        Files.createLink(checkpoint, made.resolve("pipe"));
      }
      case 4 -> {
        Files.delete(checkpoint);
        Files.createSymbolicLink(checkpoint, Path.of("/dev/zero"));
      }
      case 5 ->
          Files.createSymbolicLink(
              checkpoints.resolve("eps=0.05.h5.part"), outside.resolve("precious"));
      case 6 -> Files.createLink(checkpoints.resolve("eps=0.05.h5.part"), made.resolve("pipe"));
      case 7 -> {
        Files.delete(folder.resolve("study.yaml"));
        Files.createSymbolicLink(folder.resolve("study.yaml"), outside.resolve("nowhere"));
      }
      case 8 -> {
        Files.delete(folder.resolve("study.yaml"));
        Files.createLink(folder.resolve("study.yaml"), made.resolve("pipe"));
      }
      case 9 -> Files.createSymbolicLink(folder.resolve("runs.csv.more"), outside);
      case 10 -> Files.createSymbolicLink(lock, outside.resolve("nowhere"));
      case 11 -> Files.createLink(lock, made.resolve("pipe"));
      case 12 -> Files.createSymbolicLink(home.resolve(".out.part-2.old"), outside);
      case 13 -> {
        Path old = Files.createDirectory(home.resolve(".out.part-1.old"));
        Files.createSymbolicLink(old.resolve("link"), outside);
      }
      case 15 -> {
        Path half = Files.createDirectory(checkpoints.resolve("eps=0.05.h5.part"));
        Files.createSymbolicLink(half.resolve("link"), outside);
      }
      case 14 -> Files.write(checkpoint, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      default -> {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(checkpoint, bytes);
      }
    }
    return "kind " + kind;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  private static List<Path> walk(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path path : walk(from)) {
      Files.copy(path, to.resolve(from.relativize(path).toString()));
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all = new ArrayList<>(walk(folder));
    java.util.Collections.reverse(all);
    for (Path path : all) {
      Files.delete(path);
    }
  }

  private static Map<String, String> snapshot(Path folder) throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (Path path : walk(folder)) {
      boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
      all.put(path.toString(), file ? Sha256.of(path) : "");
    }
    return all;
  }
}
