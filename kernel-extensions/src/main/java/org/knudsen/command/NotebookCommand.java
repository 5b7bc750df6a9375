package org.knudsen.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knudsen.jupyter.document.NotebookFormatException;
import org.knudsen.jupyter.run.CellProgress;
import org.knudsen.jupyter.run.KernelException;
import org.knudsen.jupyter.run.NotebookResult;
import org.knudsen.jupyter.run.NotebookRunner;
import org.knudsen.jupyter.run.Timeouts;
import org.knudsen.jupyter.spec.KernelSpec;
import org.knudsen.run.ProgressListener;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code knudsen notebook}: what can be done with a notebook without Jupyter. */
@Command(name = "notebook", description = "Executes notebooks without Jupyter and Python.")
final class NotebookCommand implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing: run");
  }

  /**
   * {@code knudsen notebook run FILE}: executes a notebook on the notebook kernel, over the Jupyter
   * protocol. The executed notebook and a page for a browser beside it are written in one step
   * each, whether or not a cell fails.
   */
  @Command(
      name = "run",
      description = "Executes a notebook headless, on the notebook kernel.",
      footer = {
        "",
        "The notebook itself is not changed unless --out names it. A cell that fails stops the run",
        "with status 1 and the cell's message; the notebook is written with the error in it."
      })
  static final class Execute extends PluginCommand {

    private static final long LONGEST_CELL = 1_000_000_000; // seconds, 31 years

    @Parameters(index = "0", paramLabel = "FILE", description = "The notebook, an .ipynb file.")
    private Path notebook;

    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "The executed notebook; by default FILE with -executed before .ipynb.")
    private Path out;

    @Option(
        names = "--html",
        paramLabel = "FILE",
        description = "The page for a browser; by default the executed notebook's name with .html.")
    private Path html;

    @Option(
        names = "--cell-timeout",
        paramLabel = "SECONDS",
        description = "How long one cell may run; by default 600, ten minutes.")
    private long cellSeconds = Timeouts.DEFAULT.cell().toSeconds();

    @Option(
        names = {"-p", "--parameter"},
        paramLabel = "NAME=VALUE",
        description =
            "A value for a variable that the cell with the tag 'parameters' declares, an int, long,"
                + " double, boolean or String. May be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
        names = "--allow-errors",
        description = "Go on after a cell that fails; its error stays in the notebook.")
    private boolean allowErrors;

    Execute(Console console) {
      super(console);
    }

    @Override
    public Integer call() throws IOException, KernelException {
      if (!Files.isRegularFile(notebook)) {
        throw new InputException("notebook", "found no file " + notebook, "an .ipynb file");
      }
      if (cellSeconds < 1 || cellSeconds > LONGEST_CELL) {
        throw new InputException(
            "--cell-timeout", "found " + cellSeconds, "an integer from 1 to " + LONGEST_CELL);
      }
      Path executed = out != null ? out : renamed(notebook, "-executed.ipynb");
      Path page = html != null ? html : renamed(executed, ".html");
      if (same(page, executed) || same(page, notebook)) {
        throw new InputException("--html", "found the notebook " + page, "another file");
      }
      Timeouts timeouts = Timeouts.DEFAULT.withCell(Duration.ofSeconds(cellSeconds));
      for (Path file : List.of(executed, page)) {
        Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
      }
      NotebookResult result;
      try {
        result =
            new NotebookRunner(
                    kernel().withOptions(KernelSpec.words(javaOptions())),
                    timeouts,
                    progress(console.progress()),
                    allowErrors)
                .run(notebook, parameters, executed, Optional.of(page));
      } catch (NotebookFormatException e) {
        throw new InputException(e.getMessage());
      } catch (IllegalArgumentException e) {
        throw new InputException(notebook + ": " + e.getMessage());
      }
      console.line("notebook: " + executed.toAbsolutePath().normalize());
      console.line("page:     " + page.toAbsolutePath().normalize());
      if (result.failure().isPresent()) {
        NotebookResult.Failure failure = result.failure().get();
        failure.traceback().forEach(console.err()::println);
        console.note(
            notebook + ": " + failure.summary().lines().findFirst().orElse("a cell failed"));
        return Main.FAILED;
      }
      if (allowErrors) {
        console.note(
            "%s: %s of %s cells failed"
                .formatted(notebook, result.failedCells(), result.executedCells()));
      }
      return 0;
    }

    private static CellProgress progress(ProgressListener bar) {
      return new CellProgress() {
        @Override
        public void executed(int done, int all) {
          if (done == 0) {
            bar.started("notebook", all);
          }
          bar.advanced(done);
        }

        @Override
        public void ended() {
          bar.finished();
        }
      };
    }

    private static boolean same(Path one, Path other) {
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static Path renamed(Path file, String ending) {
      String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
      return file.resolveSibling(name + ending);
    }
  }
}
