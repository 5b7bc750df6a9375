package org.knudsen.command;

import java.util.List;
import java.util.Map;
import org.knudsen.archive.Json;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.report.ResultTables;
import org.knudsen.run.Cancellation;
import org.knudsen.study.Convergence;
import org.knudsen.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  @Override
  public Integer call() {
    PluginCatalogue catalogue = catalogue();
    Study read = readForRun(catalogue);
    KernelWarnings.ofAsymmetry(read, catalogue, console);
    Convergence found =
        Convergence.of(
            read, catalogue, tables.cache(console), console.progress(), Cancellation.never());
    if (json) {
      console.json(
          Json.object(
              "study", found.study(),
              "digits", found.digits().stream().map(ConvergeCommand::tree).toList()));
    } else {
      console.table(ResultTables.convergence(found));
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
