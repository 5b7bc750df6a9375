package org.knudsen.command;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.knudsen.jupyter.spec.KernelCommand;
import org.knudsen.jupyter.spec.KernelSpec;
import org.knudsen.plugin.PluginCatalogue;
import picocli.CommandLine.Option;

/**
 * A command and the plugins that it sees: those on the class path, and those in jars that the user
 * names. A jar that cannot be used is a warning, not the end: the command may not need it.
 */
abstract class PluginCommand implements Callable<Integer> {

  private static final String VARIABLE = "KNUDSEN_PLUGINS";

  final Console console;

  @Option(
      names = "--plugins",
      paramLabel = "JARS",
      description =
          "More plugins: a jar, a folder of jars or a folder of classes, or several, separated by the"
              + " path separator. May be repeated. KNUDSEN_PLUGINS names more in the same way.")
  private List<String> given = List.of();

  PluginCommand(Console console) {
    this.console = console;
  }

  /** The command that starts a notebook kernel which sees the same plugins as this process. */
  final KernelCommand kernel() {
    return KernelCommand.ofThisProcess(paths().toArray(Path[]::new));
  }

  /** Options for the Java of that kernel, as the environment gives them. */
  final String javaOptions() {
    return console.environment().getOrDefault(KernelSpec.OPTIONS, "");
  }

  /** The jars and folders that were named, absolute. */
  final List<Path> paths() {
    List<Path> paths = new ArrayList<>();
    given.forEach(text -> add(text, "--plugins", paths));
    add(console.environment().getOrDefault(VARIABLE, ""), VARIABLE, paths);
    return paths;
  }

  private static void add(String text, String source, List<Path> paths) {
    for (String entry : text.split(File.pathSeparator, -1)) {
      if (!entry.isBlank()) {
        Path path = Path.of(entry).toAbsolutePath().normalize();
        if (Files.isDirectory(path)) {
          List<Path> jars = jarsIn(path);
          paths.addAll(jars.isEmpty() ? List.of(path) : jars);
        } else if (Files.isRegularFile(path)) {
          paths.add(path);
        } else {
          throw new InputException(
              source, "found '" + entry + "', which does not exist", "jars and folders");
        }
      }
    }
  }

  private static List<Path> jarsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new InputException("plugins", "cannot list " + folder + " (" + e + ")", "a folder");
    }
  }

  /** The plugins, with a warning for each problem. */
  final PluginCatalogue catalogue() {
    PluginCatalogue catalogue = quietCatalogue();
    catalogue.problems().forEach(problem -> console.note("warning: " + problem));
    return catalogue;
  }

  /** The plugins, for a command that shows the problems itself. */
  final PluginCatalogue quietCatalogue() {
    List<Path> paths = paths();
    ClassLoader own = PluginCommand.class.getClassLoader();
    if (paths.isEmpty()) {
      return PluginCatalogue.load(own, console::note);
    }
    List<URL> urls = new ArrayList<>();
    for (Path path : paths) {
      try {
        urls.add(path.toUri().toURL());
      } catch (MalformedURLException e) {
        throw new InputException("plugins", "found '" + path + "' (" + e + ")", "jars and folders");
      }
    }
    // not closed: plugins load classes for as long as the process lives
    return PluginCatalogue.load(new URLClassLoader(urls.toArray(URL[]::new), own), console::note);
  }
}
