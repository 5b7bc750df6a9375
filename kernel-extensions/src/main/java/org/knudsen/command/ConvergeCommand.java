package org.knudsen.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.knudsen.archive.Json;
import org.knudsen.archive.PlainFile;
import org.knudsen.engine.SweepEngine;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.run.Cancellation;
import org.knudsen.study.Study;
import org.knudsen.sweep.Convergence;
import org.knudsen.sweep.ParameterSweep;
import org.knudsen.sweep.SweepTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code knudsen converge STUDY}: how many digits of each distance stand.
 *
 * <p>JSON: {"study","digits":[{"knudsen","norm","which","distance","degree","step","points",
 * "all"}]}, see {@link Convergence}. Status 1 where a run did not reach its end.
 */
@Command(
    name = "converge",
    description = "How many digits of each distance stand.",
    footer = {
      "",
      "Runs the study, and again at a higher degree, with half the step, and with more points."
    })
final class ConvergeCommand extends StudyCommand {

  @Mixin private TableOptions tables;

  ConvergeCommand(Console console) {
    super(console);
  }

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many runs go on at once; all processors by default.")
  private String jobs;

  @Override
  public Integer call() throws IOException {
    PluginCatalogue catalogue = catalogue();
    Study read = readForRun(catalogue);
    KernelWarnings.ofAsymmetry(read, catalogue, console);
    Path folder = Files.createTempDirectory("knudsen-converge");
    Convergence found;
    try (SweepEngine engine = EngineOptions.local(catalogue, jobs)) {
      found =
          Convergence.of(
              read,
              catalogue,
              folder,
              engine,
              new ParameterSweep.Setting(paths(), tables.folder(console), 60),
              console.progress(),
              Cancellation.never());
    } finally {
      PlainFile.delete(folder);
    }
    if (json) {
      console.json(
          Json.object(
              "study", found.study(),
              "digits", found.digits().stream().map(ConvergeCommand::tree).toList()));
    } else {
      console.table(SweepTables.convergence(found));
    }
    List<Convergence.Digits> digits = found.digits();
    boolean complete = digits.stream().noneMatch(row -> Double.isNaN(row.step() + row.points()));
    return complete && !digits.isEmpty() ? 0 : Main.FAILED;
  }

  private static Map<String, Object> tree(Convergence.Digits row) {
    return Json.object(
        "knudsen", row.knudsen(),
        "norm", row.norm(),
        "which", row.which(),
        "distance", row.distance(),
        "degree", row.degree(),
        "step", row.step(),
        "points", row.points(),
        "all", row.all());
  }
}
