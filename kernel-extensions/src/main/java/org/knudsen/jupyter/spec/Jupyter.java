package org.knudsen.jupyter.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Jupyter itself, as it is installed on this machine. */
public final class Jupyter {
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

  /**
   * The program that starts Jupyter.
   *
   * @param path folders separated as in the environment variable PATH
   * @return the first executable file of that name
   */
  public static Optional<Path> find(String path) {
    for (String folder : path.split(java.io.File.pathSeparator, -1)) {
      if (folder.isBlank()) {
        continue;
      }
      for (String name : List.of("jupyter", "jupyter.exe")) {
        Path program = Path.of(folder, name);
        if (Files.isRegularFile(program) && Files.isExecutable(program)) {
          return Optional.of(program);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Installs the kernelspec for this user, opens Jupyter on a folder, and waits for its end.
   *
   * @param notebooks the folder with the notebooks
   * @param command how the kernel is started
   * @param options further options for Jupyter, for example --no-browser
   * @return Jupyter's exit status
   * @throws MissingException when Jupyter is not installed
   * @throws IOException when the kernelspec cannot be written or Jupyter cannot be started
   * @throws InterruptedException when this thread is interrupted while Jupyter runs
   */
  public static int open(Path notebooks, KernelCommand command, List<String> options)
      throws MissingException, IOException, InterruptedException {
    Path program =
        find(Optional.ofNullable(System.getenv("PATH")).orElse(""))
            .orElseThrow(MissingException::new);
    KernelSpec.install(KernelSpec.userDataFolder(), command);
    List<String> words = new ArrayList<>(List.of(program.toString(), "notebook"));
    words.addAll(options);
    words.add(notebooks.toAbsolutePath().toString());
    return new ProcessBuilder(words).inheritIO().start().waitFor();
  }
}
