package org.knudsen.jupyter.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Jupyter itself, as it is installed on this machine. */
public final class Jupyter {
  /** What Jupyter may take to end its kernels. */
  private static final int LONGEST_END_SECONDS = 20;

  private Jupyter() {}

  /** Jupyter is not installed; the message says how to install it and how to do without. */
  public static final class MissingException extends Exception {
    private static final long serialVersionUID = 1L;

    MissingException() {
      super(
          "Jupyter is not installed: there is no program 'jupyter' on the PATH. Install it with your"
              + " package manager (Debian: apt install jupyter-notebook) or with pip (pip install"
              + " notebook). To execute a notebook without it: knudsen notebook run FILE");
    }
  }

  /** The first executable file that starts Jupyter in folders separated as in the variable PATH. */
  public static Optional<Path> find(String path) {
    for (String folder : path.split(java.io.File.pathSeparator, -1)) {
      for (String name : List.of("jupyter", "jupyter.exe")) {
        Path program = Path.of(folder, name);
        if (!folder.isBlank() && Files.isRegularFile(program) && Files.isExecutable(program)) {
          return Optional.of(program);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Installs the kernelspec for this user, opens Jupyter on a folder, and waits for its end.
   *
   * @param javaOptions as {@link KernelSpec#install} takes them
   * @param options further options for Jupyter, for example --no-browser
   * @return Jupyter's exit status
   */
  public static int open(
      Path notebooks, KernelCommand command, String javaOptions, List<String> options)
      throws MissingException, IOException, InterruptedException {
    Path program =
        find(Optional.ofNullable(System.getenv("PATH")).orElse(""))
            .orElseThrow(MissingException::new);
    Path home = Path.of(System.getProperty("user.home"));
    KernelSpec.install(
        KernelSpec.userDataFolder(System.getenv(), home, System.getProperty("os.name")),
        KernelSpec.NAME,
        command,
        javaOptions);
    List<String> words = new ArrayList<>(List.of(program.toString(), "notebook"));
    words.addAll(options);
    words.add(notebooks.toAbsolutePath().toString());
    Process jupyter = new ProcessBuilder(words).inheritIO().start();
    // Ctrl-C makes Jupyter ask, and this process end: nobody could answer, or end Jupyter then
    Thread ender = new Thread(() -> end(jupyter), "end-jupyter");
    Runtime.getRuntime().addShutdownHook(ender);
    int status = jupyter.waitFor();
    try {
      Runtime.getRuntime().removeShutdownHook(ender);
    } catch (IllegalStateException e) {
      // This process is ending, and the hook has nothing more to end.
    }
    return status;
  }

  private static void end(Process jupyter) {
    jupyter.destroy();
    try {
      jupyter.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the process ends now
    }
  }
}
