package org.knudsen.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knudsen.archive.RunFolder;
import org.knudsen.archive.SweepSummary;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.report.ResultTables;
import org.knudsen.run.RunResult;
import org.knudsen.study.Study;
import org.knudsen.study.Sweep;
import org.knudsen.study.SweepResult;
import org.knudsen.velocity.MissingCapabilityException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code knudsen run STUDY --out DIR}: the sweep; JSON as {@link SweepSummary} says. */
@Command(
    name = "run",
    description = "Carries a study out and leaves tables, plots, HDF5 and a manifest in a folder.",
    footer = {
      "",
      "Ctrl-C stops the run after its present step, keeps what it has, and ends with status 130.",
      "A run that breaks down keeps what it has, too, and ends with status 1.",
      "A run that was stopped or killed, or had no memory left, goes on with --resume from its last",
      "checkpoint, and ends in the same bits as one that was not. One run at a time writes to DIR."
    })
final class RunCommand extends StudyCommand {

  @Mixin private TableOptions tables;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for the results; new or empty.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace an older run in DIR.")
  private boolean overwrite;

  @Option(
      names = "--checkpoint",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "The least time between two checkpoints, 60 by default; 0 takes one after every step.")
  private double checkpoint;

  @Option(
      names = "--resume",
      description = "Go on from the last checkpoint of a run to DIR that was stopped or killed.")
  private boolean resume;

  @Mixin private PlotOptions plots;

  RunCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    InputException.requireNonNegative("--checkpoint", checkpoint);
    PluginCatalogue catalogue = catalogue();
    Study read = readForRun(catalogue);
    KernelWarnings.ofAll(read, catalogue, console);
    try (StopRequest stop = new StopRequest()) {
      try {
        return run(read, catalogue, stop);
      } catch (IOException | RuntimeException e) {
        if (stop.requested()) {
          // the process ends as soon as the request is closed, and nobody would read why
          console.note(Main.failure(e));
          return 128 + 2;
        }
        throw e;
      }
    }
  }

  private int run(Study read, PluginCatalogue catalogue, StopRequest stop) throws IOException {
    try (RunFolder folder = folder(read, catalogue)) {
      Sweep sweep = new Sweep(read, catalogue, tables.cache(console));
      SweepResult result = execute(sweep, folder, stop);
      Path written = folder.finish(stop);
      report(result, written, stop.requested());
      if (stop.requested()) {
        return 128 + 2;
      }
      return result.complete() ? 0 : Main.FAILED;
    }
  }

  private RunFolder folder(Study read, PluginCatalogue catalogue) throws IOException {
    try {
      RunFolder folder =
          new RunFolder(
              out, overwrite, read, text(), catalogue, plots.output(), resume, checkpoint);
      folder.notes().forEach(console::note);
      if (resume) {
        console.note(
            folder
                .resumesFrom()
                .map(from -> "going on from " + from)
                .orElse("no checkpoint beside " + out + "; the run begins at time 0"));
      }
      return folder;
    } catch (IllegalArgumentException e) {
      throw new InputException("--out " + out + ": " + e.getMessage());
    }
  }

  private SweepResult execute(Sweep sweep, RunFolder folder, StopRequest stop) throws IOException {
    try {
      return sweep.execute(List.of(folder, stop), console.progress(), stop, folder.checkpoints());
    } catch (IllegalArgumentException | MissingCapabilityException e) {
      if (!folder.hasResults()) {
        folder.discard();
        // parts that are right one by one and do not fit each other
        throw new InputException(source() + ": " + e.getMessage());
      }
      console.note("what was done is in " + folder.keep(e.toString()));
      throw e;
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      if (folder.hasResults()) {
        console.note("what was done is in " + folder.keep(e.toString()));
      } else {
        folder.discard();
      }
      throw e;
    }
  }

  private void report(SweepResult result, Path written, boolean stopped) {
    if (json) {
      console.json(SweepSummary.of(result));
    } else {
      console.table(ResultTables.distances(result));
      console.table(ResultTables.slopes(result));
      console.table(ResultTables.theorem21(result));
      result.runs().stream()
          .filter(run -> run.has("theorem21/predictedRate"))
          .findFirst()
          .map(run -> run.variable("theorem21/predictedRate").quantity().longName())
          .ifPresent(prediction -> console.line("theorem 2.1: " + prediction));
      console.line("results: " + written);
    }
    result.runs().stream()
        .flatMap(run -> run.warnings().stream())
        .forEach(warning -> console.note("warning: " + warning));
    result.runs().stream()
        .filter(
            run ->
                run.ending() == RunResult.Ending.BROKEN || run.ending() == RunResult.Ending.REFUSED)
        .forEach(run -> console.note(run.message()));
    if (stopped && !result.complete()) {
      console.note(
          "stopped; what was done is in "
              + written
              + "; the same command with --resume goes on from its last checkpoint");
    } else if (!result.complete()) {
      console.note("not complete; what was done is in " + written);
    }
  }
}
