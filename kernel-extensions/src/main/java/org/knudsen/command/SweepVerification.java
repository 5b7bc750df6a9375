package org.knudsen.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.knudsen.archive.Json;
import org.knudsen.archive.ResultHdf5;
import org.knudsen.collision.TableCache;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.report.Comparison;
import org.knudsen.report.Rows;
import org.knudsen.run.Cancellation;
import org.knudsen.run.ProgressListener;
import org.knudsen.study.Study;
import org.knudsen.study.StudyFile;
import org.knudsen.study.Sweep;
import org.knudsen.study.SweepPlan;
import org.knudsen.study.SweepResult;
import org.knudsen.study.SweepTask;
import org.knudsen.sweep.ParameterSweep;
import org.knudsen.sweep.SweepCheck;
import org.knudsen.sweep.SweepFolder;

/**
 * {@code knudsen verify} of a sweep: its files against the manifest, and tasks run again against
 * their archives.
 *
 * <p>JSON: {"study","agrees","tolerance","files":[{"name","problem"}],"tasks":[{"parameters",
 * "knudsen","quantity","difference"}]}, of each task the variable that differs most.
 */
record SweepVerification(
    Path folder,
    PluginCatalogue catalogue,
    TableCache tables,
    int sample,
    double tolerance,
    Console console) {

  /** A task with what differs most. */
  private record Found(SweepTask task, String quantity, double difference) {}

  int call(boolean json) throws IOException {
    SweepCheck check;
    try {
      check = SweepCheck.of(folder);
    } catch (IllegalArgumentException e) {
      throw new InputException(folder + ": " + e.getMessage());
    }
    check
        .problems()
        .forEach(
            (name, what) ->
                console.note((folder.resolve(name) + ": " + what).replaceAll("\\p{Cntrl}", "?")));
    String name = "";
    List<Found> found = new ArrayList<>();
    if (!check.problems().containsKey(String.valueOf(check.study().getFileName()))) {
      SweepPlan plan =
          StudyFile.readForSweep(
              StudyFile.text(check.study()), check.study().toString(), catalogue);
      name = plan.study().name();
      again(plan, check.problems(), found);
    }
    boolean agrees =
        check.problems().isEmpty()
            && !found.isEmpty()
            && found.stream().allMatch(each -> each.difference() <= tolerance);
    String verdict =
        "%s of %s tasks %s to %s"
            .formatted(
                found.size(), check.tasks(), agrees ? "agree" : "do not all agree", tolerance);
    if (json) {
      console.json(tree(name, agrees, check, found));
    } else {
      console.table(table(found));
      console.line(verdict);
    }
    if (!agrees && check.problems().isEmpty()) {
      console.note(folder + ": " + verdict);
    }
    return agrees ? 0 : Main.FAILED;
  }

  /** Runs tasks again, all or a sample at equal distances, but those whose archive is wrong. */
  private void again(SweepPlan plan, Map<String, String> problems, List<Found> found)
      throws IOException {
    int count = sample == 0 ? plan.size() : Math.min(sample, plan.size());
    ParameterSweep addresses = new ParameterSweep(plan, catalogue);
    ProgressListener progress = console.progress();
    progress.started("tasks again", count);
    for (int n = 0; n < count; n++) {
      int index = (int) ((long) n * plan.size() / count);
      SweepTask task = plan.task(index);
      String archive = SweepFolder.archive(addresses.address(index));
      if (!Files.isRegularFile(folder.resolve(archive))) {
        console.note(
            "task %s was made by another version of Knudsen, Java or a plugin".formatted(index));
        found.add(new Found(task, "archive", Double.POSITIVE_INFINITY));
      } else if (!problems.containsKey(archive)) {
        Study study = SweepTask.read(task.bytes(), catalogue);
        SweepResult again =
            new Sweep(study, catalogue, tables)
                .execute(List.of(), ProgressListener.silent(), Cancellation.never());
        List<Comparison> all = new ArrayList<>();
        VerifyCommand.compare(ResultHdf5.read(folder.resolve(archive)), again, all);
        Comparison worst =
            all.stream().max(Comparator.comparingDouble(Comparison::difference)).orElseThrow();
        found.add(new Found(task, worst.quantity(), worst.difference()));
      }
      progress.advanced(n + 1);
    }
    progress.finished();
  }

  private static tech.tablesaw.api.Table table(List<Found> found) {
    Rows rows = new Rows("Tasks");
    found.stream()
        .sorted(Comparator.comparingDouble(Found::difference).reversed())
        .limit(10)
        .forEach(
            each ->
                rows.next()
                    .text("combination", each.task().combination().toString())
                    .number("eps", each.task().knudsen())
                    .text("differs most", each.quantity())
                    .number("difference", each.difference()));
    return rows.table();
  }

  private Map<String, Object> tree(
      String study, boolean agrees, SweepCheck check, List<Found> found) {
    List<Object> files = new ArrayList<>();
    check
        .problems()
        .forEach((name, problem) -> files.add(Json.object("name", name, "problem", problem)));
    return Json.object(
        "study", study,
        "agrees", agrees,
        "tolerance", tolerance,
        "files", files,
        "tasks",
            found.stream()
                .map(
                    each ->
                        Json.object(
                            "parameters", each.task().combination().values(),
                            "knudsen", each.task().knudsen(),
                            "quantity", each.quantity(),
                            "difference", each.difference()))
                .toList());
  }
}
