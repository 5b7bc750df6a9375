package org.knudsen.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.knudsen.jupyter.spec.Jupyter;
import org.knudsen.jupyter.spec.KernelSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code knudsen jupyter}: opens Jupyter with the notebook kernel installed. */
@Command(
    name = "jupyter",
    description = "Installs the notebook kernel for this user and opens Jupyter.")
final class JupyterCommand extends PluginCommand {

  @Option(
      names = "--notebooks",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder with the notebooks; by default this one.")
  private Path folder;

  @Parameters(
      arity = "0..*",
      paramLabel = "-- OPTION",
      description = "Options for Jupyter, for example: -- --no-browser")
  private List<String> options = List.of();

  JupyterCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isDirectory(folder)) {
      throw new InputException("--notebooks", "found no folder " + folder, "a folder");
    }
    try {
      int status = Jupyter.open(folder, kernel(), javaOptions(), options);
      return status == 0 ? 0 : Main.FAILED;
    } catch (Jupyter.MissingException e) {
      console.note(e.getMessage());
      return Main.FAILED;
    }
  }

  /** {@code knudsen jupyter install}: tells Jupyter of the notebook kernel. */
  @Command(name = "install", description = "Installs the kernelspec where Jupyter looks for it.")
  static final class Install extends PluginCommand {

    @Option(
        names = "--prefix",
        paramLabel = "DIR",
        description = "Below DIR/share/jupyter, such as a virtual environment; by default for you.")
    private Path prefix;

    @Option(
        names = "--name",
        paramLabel = "NAME",
        defaultValue = KernelSpec.NAME,
        description = "Another name than knudsen, to have several kernels beside each other.")
    private String name;

    Install(Console console) {
      super(console);
    }

    @Override
    public Integer call() throws IOException {
      if (!name.matches("[A-Za-z0-9._-]+")) {
        throw new InputException(
            "--name", "found '" + name + "'", "letters, digits, '.', '_', '-'");
      }
      Path data =
          prefix != null
              ? KernelSpec.prefixDataFolder(prefix)
              : KernelSpec.userDataFolder(
                  console.environment(), console.home(), System.getProperty("os.name"));
      Path file = KernelSpec.install(data, name, kernel(), javaOptions());
      console.line("kernelspec: " + file);
      return 0;
    }
  }
}
