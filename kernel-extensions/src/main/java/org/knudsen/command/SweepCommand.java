package org.knudsen.command;

import java.io.IOException;
import java.nio.file.Path;
import org.knudsen.engine.SweepEngine;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.study.StudyFile;
import org.knudsen.study.SweepPlan;
import org.knudsen.sweep.ParameterSweep;
import org.knudsen.sweep.SweepFolder;
import org.knudsen.sweep.SweepReport;
import org.knudsen.sweep.TaskRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code knudsen sweep STUDY --out DIR}: every combination of what a study varies, at every Knudsen
 * number; JSON as {@link ParameterSweep#summary} says.
 */
@Command(
    name = "sweep",
    description = "Runs a study for every combination of what it varies, and joins the results.",
    footer = {
      "",
      "Ctrl-C stops the tasks that run after their present steps and ends with status 130; --resume",
      "goes on, also after a kill, without doing a finished task again. A failed task is a row with",
      "its reason, and status 1 in the end; --resume tries it again."
    })
final class SweepCommand extends StudyCommand {

  @Mixin private TableOptions tables;
  @Mixin private PlotOptions plots;
  @Mixin private EngineOptions engine;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for the results; new or empty.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace an older sweep in DIR.")
  private boolean overwrite;

  @Option(names = "--resume", description = "Go on with the sweep in DIR.")
  private boolean resume;

  @Option(
      names = "--checkpoint",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "The least time between two checkpoints of a task, 60 by default.")
  private double checkpoint;

  SweepCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    InputException.requireNonNegative("--checkpoint", checkpoint);
    PluginCatalogue catalogue = catalogue();
    SweepPlan plan = StudyFile.readForSweep(text(), source(), catalogue);
    KernelWarnings.ofAsymmetry(plan.study(0), catalogue, console);
    plots.output();
    try (SweepEngine running = engine.create(catalogue);
        StopRequest stop = new StopRequest();
        SweepFolder folder = folder(plan)) {
      stop.writing();
      return sweep(new ParameterSweep(plan, catalogue, folder), running, folder, stop);
    }
  }

  private SweepFolder folder(SweepPlan plan) throws IOException {
    try {
      return new SweepFolder(out, overwrite, resume, plan, text());
    } catch (IllegalArgumentException e) {
      throw new InputException("--out " + out + ": " + e.getMessage());
    }
  }

  private int sweep(ParameterSweep sweep, SweepEngine running, SweepFolder folder, StopRequest stop)
      throws IOException {
    sweep.execute(
        running,
        new ParameterSweep.Setting(paths(), tables.folder(console), checkpoint),
        console.progress(),
        this::failed,
        stop);
    if (sweep.reused() > 0) {
      console.note(sweep.reused() + " tasks were done before");
    }
    SweepReport report = sweep.finish(plots.output());
    if (json) {
      console.json(sweep.summary(running.describe()));
    } else {
      console.table(report.slopes());
      console.line("results: " + folder.path());
    }
    if (!report.complete()) {
      console.note(
          "not complete: " + report.shortfall() + "; the same command with --resume goes on");
    }
    if (stop.requested()) {
      return 128 + 2;
    }
    return report.complete() ? 0 : Main.FAILED;
  }

  private void failed(int index, TaskRecord record) {
    if (record.status().equals(TaskRecord.FAILED)) {
      console.note("task " + index + ": " + record.message());
    }
  }
}
