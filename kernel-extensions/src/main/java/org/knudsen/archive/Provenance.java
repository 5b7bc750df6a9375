package org.knudsen.archive;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;

/** Where a result comes from: which Knudsen, which Java, which machine. */
public final class Provenance {

  private Provenance() {}

  /** The version of the jar, "development" where the classes are in no jar. */
  public static String version() {
    return version(Provenance.class).orElse("development");
  }

  /** Version and commit. */
  public static String knudsen() {
    return version() + commit().map(c -> ", commit " + c).orElse("");
  }

  /** The Java machine, as far as bits depend on it. */
  public static String java() {
    return System.getProperty("java.vm.version") + ", " + System.getProperty("os.arch");
  }

  /** The version that the jar of a class says it has. */
  static Optional<String> version(Class<?> type) {
    return Optional.ofNullable(type.getPackage().getImplementationVersion());
  }

  /**
   * The git commit checked out in the folder that the code runs from; empty outside a checkout.
   * Says nothing of changes that are not committed.
   */
  static Optional<String> commit() {
    Path at = place(Provenance.class).orElse(null);
    while (at != null && !Files.exists(at.resolve(".git"))) {
      at = at.getParent();
    }
    try {
      return at == null ? Optional.empty() : head(at.resolve(".git"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The jar or the folder of classes that a class comes from; empty where it is no file. */
  static Optional<Path> place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      URI uri = source == null ? null : source.getLocation().toURI();
      boolean file = uri != null && "file".equals(uri.getScheme());
      return file ? Optional.of(Path.of(uri)) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> head(Path git) throws IOException {
    if (!Files.isDirectory(git)) {
      return Optional.empty(); // a linked worktree; its layout is git's own affair
    }
    String head = Files.readString(git.resolve("HEAD")).strip();
    if (!head.startsWith("ref: ")) {
      return Optional.of(head);
    }
    String name = head.substring("ref: ".length());
    Path loose = git.resolve(name);
    if (Files.exists(loose)) {
      return Optional.of(Files.readString(loose).strip());
    }
    Path packed = git.resolve("packed-refs");
    if (!Files.exists(packed)) {
      return Optional.empty();
    }
    return Files.readAllLines(packed).stream()
        .filter(line -> line.endsWith(" " + name))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .findFirst();
  }

  /** Knudsen, Java and operating system, for a manifest. */
  public static Map<String, Object> environment() {
    Map<String, Object> java =
        Json.object(
            "version", System.getProperty("java.version"),
            "vendor", System.getProperty("java.vendor"),
            "vm", System.getProperty("java.vm.name"));
    Map<String, Object> system =
        Json.object(
            "name", System.getProperty("os.name"),
            "version", System.getProperty("os.version"),
            "architecture", System.getProperty("os.arch"),
            "processors", Runtime.getRuntime().availableProcessors());
    Object knudsen = Json.object("version", version(), "commit", commit().orElse(null));
    return Json.object("knudsen", knudsen, "java", java, "system", system);
  }
}
