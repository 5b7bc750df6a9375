package org.knudsen.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knudsen.archive.FolderCheck;
import org.knudsen.archive.Json;
import org.knudsen.archive.OtherVersions;
import org.knudsen.archive.RecordedRun;
import org.knudsen.collision.TableCache;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.report.Comparison;
import org.knudsen.report.ResultTables;
import org.knudsen.run.Cancellation;
import org.knudsen.run.RunResult;
import org.knudsen.run.Variable;
import org.knudsen.study.Study;
import org.knudsen.study.StudyException;
import org.knudsen.study.StudyFile;
import org.knudsen.study.Sweep;
import org.knudsen.study.SweepResult;
import org.knudsen.sweep.SweepFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code knudsen verify DIR}: is a run folder what its manifest says, and does the study give the
 * same numbers again?
 *
 * <p>JSON: {"study","agrees","tolerance","files":[{"name","problem"}],"comparisons":[{"knudsen",
 * "quantity","recorded","recomputed","difference"}]}; files holds only those with a problem. Every
 * variable is compared; see {@link Comparison} for what the difference is relative to. There are no
 * comparisons where the study is not that of the run, or the results cannot be read.
 */
@Command(
    name = "verify",
    description = "Checks a run folder against its manifest, runs its study again and compares.",
    footer = {
      "",
      "Checks that the manifest is whole and that the folder holds what it says, file by file; then",
      "runs study.yaml again, with collision tables built anew, and compares every variable. Status 1",
      "where a file was changed or a difference is larger than the tolerance, files named first. A",
      "manifest's seal and hashes show accidents; they are no signature.",
      "A warning names what has another version now than it had in the run: Knudsen, Java, a plugin.",
      "Plugins that are not Knudsen's own lie in DIR as jars; --plugins DIR runs their code."
    })
final class VerifyCommand extends PluginCommand {

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "The folder of a complete run or sweep.")
  private Path folder;

  @Option(
      names = "--tolerance",
      paramLabel = "x",
      defaultValue = "1e-9",
      description = "The largest difference that counts as agreement; by default 1e-9.")
  private double tolerance;

  @Option(
      names = "--cache",
      description = "Trust the collision tables that earlier runs kept; quicker.")
  private boolean cache;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Of a sweep, run N tasks again, at equal distances; by default all.")
  private int sample;

  @Option(names = "--json", description = "One JSON value on standard output.")
  private boolean json;

  VerifyCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    InputException.requireNonNegative("--tolerance", tolerance);
    InputException.requireNonNegative("--sample", sample);
    PluginCatalogue catalogue = catalogue();
    if (SweepFolder.isIn(folder)) {
      TableCache tables = cache ? TableOptions.kept(console) : TableCache.none();
      return new SweepVerification(folder, catalogue, tables, sample, tolerance, console)
          .call(json);
    }
    RecordedRun recorded = read();
    FolderCheck check = FolderCheck.of(recorded);
    Optional<Study> study = Optional.empty();
    if (check.hasItsStudy()) {
      study = Optional.of(study(recorded, catalogue));
      KernelWarnings.ofAsymmetry(study.get(), catalogue, console);
      check = check.against(study.get());
      List<String> others = OtherVersions.of(recorded, study.get(), catalogue);
      if (!others.isEmpty()) {
        console.note("warning: not the versions of the run: " + String.join("; ", others));
      }
    }
    check
        .problems()
        .forEach(
            (name, what) ->
                // names may be anybody's, and what they say to a terminal, too
                console.note((folder.resolve(name) + ": " + what).replaceAll("\\p{Cntrl}", "?")));
    List<Comparison> comparisons = new ArrayList<>();
    if (study.isPresent() && check.results().isPresent()) {
      compare(check.results().get(), again(study.get(), catalogue), comparisons);
    }
    List<Comparison> unequal =
        comparisons.stream().filter(c -> !(c.difference() <= tolerance)).toList();
    boolean agrees = check.problems().isEmpty() && unequal.isEmpty() && !comparisons.isEmpty();
    String verdict =
        (agrees ? "agrees to " : "does not agree to ") + tolerance + differing(unequal);
    if (json) {
      console.json(tree(recorded.name(), agrees, check.problems(), comparisons));
    } else {
      console.table(ResultTables.comparisons(comparisons));
      console.line(verdict);
    }
    if (!agrees && check.problems().isEmpty()) {
      console.note(folder + " " + verdict);
    }
    return agrees ? 0 : Main.FAILED;
  }

  private static String differing(List<Comparison> unequal) {
    if (unequal.isEmpty()) {
      return "";
    }
    Comparison first = unequal.get(0);
    return ": %s at eps = %s differs by %s, and %s others do"
        .formatted(first.quantity(), first.knudsen(), first.difference(), unequal.size() - 1);
  }

  private Study study(RecordedRun recorded, PluginCatalogue catalogue) {
    try {
      return StudyFile.readForRun(recorded.study(), catalogue);
    } catch (StudyException e) {
      if (recorded.pluginJars().isEmpty()) {
        throw e;
      }
      throw new InputException(
          "%s; the run kept its plugins, %s, and --plugins %s runs their code"
              .formatted(e.getMessage(), String.join(", ", recorded.pluginJars()), folder));
    }
  }

  private SweepResult again(Study study, PluginCatalogue catalogue) {
    TableCache tables = cache ? TableOptions.kept(console) : TableCache.none();
    return new Sweep(study, catalogue, tables)
        .execute(List.of(), console.progress(), Cancellation.never());
  }

  /** Steps, step sizes and values; an axis only where it differs. */
  static void compare(SweepResult recorded, SweepResult again, List<Comparison> all) {
    for (RunResult run : recorded.runs()) {
      RunResult other = again.run(run.knudsen());
      all.add(number(run, "steps", run.steps(), other.steps()));
      all.add(number(run, "dt", run.dt(), other.dt()));
      for (Variable variable : run.variables().values()) {
        String name = variable.name();
        if (other.has(name) && !other.variable(name).dimensions().equals(variable.dimensions())) {
          all.add(number(run, "axes of " + name, 0, Double.POSITIVE_INFINITY));
        }
      }
    }
    all.addAll(Comparison.of(recorded, again));
  }

  private static Comparison number(RunResult run, String name, double first, double second) {
    double difference = first == second ? 0 : Math.abs(second - first) / Math.abs(first);
    return new Comparison(run.knudsen(), name, first, second, difference);
  }

  private RecordedRun read() throws IOException {
    try {
      return RecordedRun.readComplete(folder);
    } catch (IllegalArgumentException e) {
      throw new InputException(folder + ": " + e.getMessage());
    }
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
