package org.knudsen.jupyter.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a notebook kernel is started: the Java executable, its options, the class path.
 *
 * @param java the absolute path of the Java executable
 * @param options options of the Java virtual machine
 * @param classPath what the kernel and the cells see
 */
public record KernelCommand(Path java, List<String> options, KernelClassPath classPath) {

  /** By name: what starts the notebook kernel knows the solver, which this package does not. */
  private static final String MAIN = "org.knudsen.notebook.kernel.KernelMain";

  public KernelCommand {
    options = List.copyOf(options);
  }

  /** The command for a kernel on the Java of this process and its class path, with more on it. */
  public static KernelCommand ofThisProcess(Path... more) {
    return new KernelCommand(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        options(Runtime.version().feature()),
        KernelClassPath.ofThisProcess().with(List.of(more)));
  }

  /** The options for a Java version; newer ones warn of their own libraries in cells' errors. */
  static List<String> options(int javaVersion) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
    if (javaVersion >= 24) {
      options.add("--enable-native-access=ALL-UNNAMED");
      options.add("--sun-misc-unsafe-memory-access=allow");
    }
    return options;
  }

  /** A command with more options, which win over those before. */
  public KernelCommand withOptions(List<String> more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(more);
    return new KernelCommand(java, all, classPath);
  }

  /**
   * The executable and its arguments.
   *
   * @param connectionFile the connection file, or Jupyter's placeholder for it
   */
  public List<String> words(String connectionFile) {
    List<String> words = new ArrayList<>();
    words.add(java.toString());
    words.addAll(options);
    words.addAll(List.of("-cp", classPath.text(), MAIN, connectionFile));
    return words;
  }
}
