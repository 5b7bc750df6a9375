package org.knudsen.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.report.ResultTables;
import org.knudsen.run.Cancellation;
import org.knudsen.study.Convergence;
import org.knudsen.study.Study;
import org.knudsen.study.StudyFile;
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
final class ConvergeCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private StudyOptions study;

  @Mixin private TableOptions tables;

  ConvergeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PluginCatalogue catalogue = study.plugins().catalogue(console);
    Study read = StudyFile.readForRun(study.file(), catalogue);
    KernelWarnings.ofAsymmetry(read, catalogue, console);
    Convergence found =
        Convergence.of(
            read, catalogue, tables.cache(console), console.progress(), Cancellation.never());
    if (study.json()) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("study", found.study());
      tree.put("digits", found.digits().stream().map(ConvergeCommand::tree).toList());
      console.json(tree);
    } else {
      console.table(ResultTables.convergence(found));
    }
    List<Convergence.Digits> digits = found.digits();
    boolean complete = digits.stream().noneMatch(row -> Double.isNaN(row.step() + row.points()));
    return complete && !digits.isEmpty() ? 0 : Main.FAILED;
  }

  private static Map<String, Object> tree(Convergence.Digits row) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("knudsen", row.knudsen());
    entry.put("norm", row.norm());
    entry.put("which", row.which());
    entry.put("distance", row.distance());
    entry.put("degree", row.degree());
    entry.put("step", row.step());
    entry.put("points", row.points());
    entry.put("all", row.all());
    return entry;
  }
}
