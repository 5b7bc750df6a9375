package org.knudsen.plugin;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;

/** Jars that a class loader was given and passes over in silence, because it cannot open them. */
final class UnreadableJars {

  private UnreadableJars() {}

  /** A problem for each, in the order of the class path, that of the loader itself first. */
  static List<PluginProblem> find(ClassLoader loader) {
    Set<String> entries = new LinkedHashSet<>();
    for (ClassLoader each = loader; each != null; each = each.getParent()) {
      if (each instanceof URLClassLoader urls) {
        for (URL url : urls.getURLs()) {
          if (url.getProtocol().equals("file")) {
            entries.add(PluginDiscovery.readable(url));
          }
        }
      }
      if (each == ClassLoader.getSystemClassLoader()) {
        entries.addAll(
            List.of(System.getProperty("java.class.path", "").split(File.pathSeparator)));
      }
    }
    List<PluginProblem> problems = new ArrayList<>();
    for (String entry : entries) {
      fault(Path.of(entry))
          .ifPresent(fault -> problems.add(new PluginProblem(Optional.empty(), entry, fault)));
    }
    return problems;
  }

  private static Optional<String> fault(Path entry) {
    if (!Files.exists(entry) && entry.toString().endsWith(".jar")) {
      return Optional.of("there is no such jar");
    }
    if (!Files.isRegularFile(entry)) {
      return Optional.empty(); // a folder of classes; one that is missing is usual on class paths
    }
    try {
      new ZipFile(entry.toFile()).close();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("is no jar that can be opened, or a part of one: " + e.getMessage());
    }
  }
}
