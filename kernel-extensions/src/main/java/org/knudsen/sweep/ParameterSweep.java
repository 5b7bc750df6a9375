package org.knudsen.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.knudsen.archive.Json;
import org.knudsen.engine.Batch;
import org.knudsen.engine.EngineTask;
import org.knudsen.engine.SweepEngine;
import org.knudsen.engine.TaskListener;
import org.knudsen.figure.PlotOutput;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.run.Cancellation;
import org.knudsen.run.ProgressListener;
import org.knudsen.run.SlopeFit;
import org.knudsen.study.RunMemory;
import org.knudsen.study.Study;
import org.knudsen.study.SweepPlan;
import org.knudsen.study.SweepTask;

/**
 * A sweep carried out: the tasks of its plan that are not done yet go to an engine, and their
 * records to the folder as they come.
 */
public final class ParameterSweep {

  private final SweepPlan plan;
  private final PluginCatalogue catalogue;
  private final SweepFolder folder;
  private final TaskAddresses addresses;
  private final String[] known; // addresses by index, once they were asked for
  private int reused;

  /** The addresses of a plan's tasks alone. */
  public ParameterSweep(SweepPlan plan, PluginCatalogue catalogue) {
    this(plan, catalogue, null);
  }

  public ParameterSweep(SweepPlan plan, PluginCatalogue catalogue, SweepFolder folder) {
    this.plan = plan;
    this.catalogue = catalogue;
    this.folder = folder;
    this.addresses = new TaskAddresses(catalogue);
    this.known = new String[plan.size()];
  }

  /**
   * Where and how tasks run.
   *
   * @param plugins jars and folders of plugins beside the class path
   * @param tables where collision tables are kept; empty for nowhere
   * @param checkpointSeconds the least time between two checkpoints of a task
   */
  public record Setting(List<Path> plugins, Optional<Path> tables, double checkpointSeconds) {}

  /**
   * Carries the tasks out that are not done.
   *
   * @param progress told of tasks done
   * @param rows told of every record as it comes, with the index of its task
   * @throws IllegalStateException if the engine cannot go on; what was done is in the folder
   */
  public void execute(
      SweepEngine engine,
      Setting setting,
      ProgressListener progress,
      BiConsumer<Integer, TaskRecord> rows,
      Cancellation stop)
      throws IOException {
    folder.begin();
    SweepSetup setup =
        new SweepSetup(
            folder.storage(),
            folder.token(),
            setting.checkpointSeconds(),
            SweepWorkers.versions(),
            setting.plugins(),
            setting.tables());
    Progress heard = new Progress(progress, rows);
    progress.started("%s tasks on %s".formatted(plan.size(), engine.describe()), plan.size());
    try {
      engine.execute(
          new Batch(SweepWorkers.class, setup.bytes(), setting.plugins(), new Queue(heard)),
          heard,
          stop);
      heard.tell(); // of those that were done before, too
    } finally {
      progress.finished();
    }
  }

  /** How many tasks were done before, and are not done again. */
  public int reused() {
    return reused;
  }

  /** The tasks that are not done, made one combination at a time. */
  private final class Queue implements Iterator<EngineTask> {
    private final Progress heard;
    private final List<EngineTask> ready = new ArrayList<>();
    private int combination;

    Queue(Progress heard) {
      this.heard = heard;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && combination < plan.combinations()) {
        fill(combination++);
      }
      return !ready.isEmpty();
    }

    private void fill(int next) {
      Study study = plan.study(next);
      double bytes = Double.NaN;
      for (SweepTask task : plan.tasks(next)) {
        String address = address(task, study);
        if (folder.isDone(address)) {
          reused++;
          heard.skipped();
        } else {
          bytes = Double.isNaN(bytes) ? RunMemory.of(study, catalogue).peak() : bytes;
          ready.add(new EngineTask(task.index(), SweepWorkers.bytes(address, task), bytes));
        }
      }
    }

    @Override
    public EngineTask next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove(0);
    }
  }

  private String address(SweepTask task, Study study) {
    String address = addresses.of(task, study);
    known[task.index()] = address;
    return address;
  }

  /** What the engine says, kept and passed on. */
  private final class Progress implements TaskListener {
    private final ProgressListener progress;
    private final BiConsumer<Integer, TaskRecord> rows;
    private long ended;

    Progress(ProgressListener progress, BiConsumer<Integer, TaskRecord> rows) {
      this.progress = progress;
      this.rows = rows;
    }

    synchronized void skipped() {
      ended++;
    }

    synchronized void tell() {
      progress.advanced(ended);
    }

    @Override
    public void done(int index, byte[] result) {
      try {
        keep(index, TaskRecord.read(new String(result, StandardCharsets.UTF_8)));
      } catch (IOException e) {
        lost(index, "the engine returned something else than what the task said");
      }
    }

    @Override
    public void lost(int index, String reason) {
      keep(index, TaskRecord.failed(known[index], reason));
    }

    private synchronized void keep(int index, TaskRecord record) {
      folder.add(record);
      rows.accept(index, record);
      progress.advanced(++ended);
    }
  }

  /** The address of a task by its index. */
  public String address(int index) {
    if (known[index] == null) {
      int combination = index / plan.knudsen().size();
      Study study = plan.study(combination);
      plan.tasks(combination).forEach(task -> address(task, study));
    }
    return known[index];
  }

  /** The record of a task by its index. */
  public Optional<TaskRecord> record(int index) {
    return folder.find(address(index));
  }

  /** Writes tables and plots to the folder, and gives them back. */
  public SweepReport finish(PlotOutput plots) throws IOException {
    SweepReport report =
        new SweepReport(
            SweepTables.tasks(plan, this::record),
            SweepTables.slopes(plan, this::record),
            SweepPlots.all(plan, this::record),
            shortfall());
    folder.finish(report, report.shortfall(), plots);
    return report;
  }

  private String shortfall() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int index = 0; index < plan.size(); index++) {
      Optional<TaskRecord> record = record(index);
      if (record.filter(TaskRecord::complete).isEmpty()) {
        counts.merge(record.map(TaskRecord::status).orElse(SweepTables.NOT_RUN), 1, Integer::sum);
      }
    }
    return counts.isEmpty()
        ? ""
        : "of %s tasks %s"
            .formatted(
                plan.size(),
                String.join(
                    ", ",
                    counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .toList()));
  }

  /**
   * The sweep as a tree for {@link Json}: {"study", "engine", "tasks": [{"parameters": {key:
   * value}, "knudsen", "status", "message", "distance": {norm: largest over time}, "wallSeconds"}],
   * "slopes": [{"parameters", norm: slope}]}.
   */
  public Map<String, Object> summary(String engine) {
    List<Object> tasks = new ArrayList<>();
    for (int index = 0; index < plan.size(); index++) {
      Optional<TaskRecord> record = record(index);
      tasks.add(
          Json.object(
              "parameters", plan.combination(index / plan.knudsen().size()).values(),
              "knudsen", plan.knudsen().get(index % plan.knudsen().size()),
              "status", record.map(TaskRecord::status).orElse(SweepTables.NOT_RUN),
              "message", record.map(TaskRecord::message).orElse(""),
              "distance", record.map(SweepTables::distances).orElse(Map.of()),
              "wallSeconds", record.map(TaskRecord::wallSeconds).orElse(0.0)));
    }
    List<Object> slopes = new ArrayList<>();
    for (int c = 0; c < plan.combinations(); c++) {
      Map<String, Object> entry = Json.object("parameters", plan.combination(c).values());
      Map<String, SlopeFit> fits = SweepTables.slopes(plan, c, this::record);
      fits.forEach((norm, fit) -> entry.put(norm, fit.slope()));
      slopes.add(entry);
    }
    return Json.object(
        "study", plan.study().name(), "engine", engine, "tasks", tasks, "slopes", slopes);
  }
}
