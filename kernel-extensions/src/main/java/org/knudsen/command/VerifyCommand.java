package org.knudsen.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knudsen.archive.Json;
import org.knudsen.archive.RecordedRun;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.report.Comparison;
import org.knudsen.report.ResultTables;
import org.knudsen.run.Cancellation;
import org.knudsen.study.Study;
import org.knudsen.study.StudyFile;
import org.knudsen.study.Sweep;
import org.knudsen.study.SweepResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code knudsen verify DIR}: is a run folder what its manifest says, and does the study give the
 * same numbers again?
 *
 * <p>JSON: {"study","agrees","tolerance","files":[{"name","problem"}],"comparisons":[{"knudsen",
 * "quantity","recorded","recomputed","difference"}]}; files holds only those that are missing or
 * changed. Every variable is compared; see {@link Comparison} for what the difference is relative
 * to.
 */
@Command(
    name = "verify",
    description = "Runs the study of a run folder again and compares.",
    footer = {
      "",
      "Checks the hashes of the files, runs study.yaml again and compares every variable. Status 1",
      "where a file was changed or a difference is larger than the tolerance."
    })
final class VerifyCommand extends PluginCommand {

  @Mixin private TableOptions tables;

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of a complete run.")
  private Path folder;

  @Option(
      names = "--tolerance",
      paramLabel = "x",
      defaultValue = "1e-9",
      description = "The largest difference that counts as agreement; by default 1e-9.")
  private double tolerance;

  @Option(names = "--json", description = "One JSON value on standard output.")
  private boolean json;

  VerifyCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    InputException.requireNonNegative("--tolerance", tolerance);
    PluginCatalogue catalogue = catalogue();
    RecordedRun recorded;
    SweepResult before;
    try {
      recorded = RecordedRun.readComplete(folder);
      before = recorded.results();
    } catch (IllegalArgumentException e) {
      throw new InputException(folder + ": " + e.getMessage());
    }
    Study study = StudyFile.readForRun(recorded.study(), catalogue);
    KernelWarnings.ofAsymmetry(study, catalogue, console);
    SweepResult again =
        new Sweep(study, catalogue, tables.cache(console))
            .execute(List.of(), console.progress(), Cancellation.never());
    Map<String, String> files = recorded.changedFiles();
    List<Comparison> comparisons = Comparison.of(before, again);
    boolean agrees =
        files.isEmpty()
            && again.complete()
            && comparisons.stream().allMatch(c -> c.difference() <= tolerance);
    if (json) {
      console.json(tree(study.name(), agrees, files, comparisons));
    } else {
      console.table(ResultTables.comparisons(comparisons));
      console.line((agrees ? "agrees to " : "does not agree to ") + tolerance);
    }
    files.forEach((name, problem) -> console.note(folder.resolve(name) + ": " + problem));
    return agrees ? 0 : Main.FAILED;
  }

  private Map<String, Object> tree(
      String study, boolean agrees, Map<String, String> files, List<Comparison> comparisons) {
    List<Object> changed = new ArrayList<>();
    files.forEach((name, problem) -> changed.add(Json.object("name", name, "problem", problem)));
    return Json.object(
        "study", study,
        "agrees", agrees,
        "tolerance", tolerance,
        "files", changed,
        "comparisons", comparisons.stream().map(VerifyCommand::comparison).toList());
  }

  private static Map<String, Object> comparison(Comparison comparison) {
    return Json.object(
        "knudsen", comparison.knudsen(),
        "quantity", comparison.quantity(),
        "recorded", comparison.first(),
        "recomputed", comparison.second(),
        "difference", comparison.difference());
  }
}
