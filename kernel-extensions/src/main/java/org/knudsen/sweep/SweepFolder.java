package org.knudsen.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.knowm.xchart.XYChart;
import org.knudsen.archive.FileWriting;
import org.knudsen.archive.Json;
import org.knudsen.archive.PlainFile;
import org.knudsen.archive.Provenance;
import org.knudsen.archive.RunFiles;
import org.knudsen.archive.RunLock;
import org.knudsen.archive.Sha256;
import org.knudsen.figure.PlotOutput;
import org.knudsen.study.SweepPlan;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The folder of a sweep: study.yaml as it was given, tasks.csv and tasks.h5 (the joined table,
 * {@link SweepTables#tasks}), slopes.csv, plots, manifest.json; tasks.jsonl, the journal; and in
 * the folder {@value #TASKS} one archive a task, which is a results.h5 of one run.
 *
 * <p>It is written where it stands from the first task on, since other machines may write to it.
 * The manifest says until the end that the sweep is not complete, and what is gone on with later is
 * taken from journal and archives, which hold no half of anything.
 *
 * <p>The flow: make -> {@link #begin} -> {@link #add} for each record -> {@link #finish} -> {@link
 * #close}.
 */
public final class SweepFolder implements AutoCloseable {

  /** The folder of the archives. */
  public static final String TASKS = "tasks";

  static final String MANIFEST = "manifest.json";
  static final String FORMAT = "knudsen-sweep-1";

  static final String STUDY = "study.yaml";
  static final String JOURNAL = "tasks.jsonl";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path target;
  private final SweepPlan plan;
  private final String studyText;
  private final RunLock lock;
  private final String token = UUID.randomUUID().toString();
  private final Instant started = Instant.now();
  private final long begin = System.nanoTime();
  private TaskJournal journal;

  /**
   * Locks the target and checks it; nothing else is written.
   *
   * @param target the folder to be; missing or empty, or that of a sweep that is replaced or gone
   *     on with
   * @param studyText the study's file, byte by byte
   * @throws IllegalArgumentException if the target must not be written
   */
  public SweepFolder(
      Path target, boolean overwrite, boolean resume, SweepPlan plan, String studyText)
      throws IOException {
    this.target = target.toAbsolutePath().normalize();
    if (this.target.getParent() == null) {
      throw new IllegalArgumentException("found no folder around it; allowed: a folder in another");
    }
    this.plan = plan;
    this.studyText = studyText;
    this.lock = new RunLock(this.target);
    try {
      check(overwrite, resume);
      if (overwrite && !resume && Files.exists(this.target)) {
        for (Path old : PlainFile.list(this.target)) {
          PlainFile.delete(old);
        }
      }
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private void check(boolean overwrite, boolean resume) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    if (!PlainFile.isFolder(target)) {
      throw new IllegalArgumentException("found no folder; allowed: a folder that is new or empty");
    }
    if (PlainFile.list(target).isEmpty()) {
      return;
    }
    if (!isIn(target)) {
      throw new IllegalArgumentException(
          "found a folder that is not empty, and no sweep; allowed: a new or empty one");
    }
    if (!overwrite && !resume) {
      throw new IllegalArgumentException(
          "found a sweep; allowed: --resume, which goes on with it, or --overwrite");
    }
    for (String name : List.of(TASKS, JOURNAL)) {
      if (Files.isSymbolicLink(target.resolve(name))) {
        throw new IllegalArgumentException(
            "found " + name + ", which is a link; allowed: what a sweep left");
      }
    }
  }

  /** Whether a folder is that of a sweep. */
  public static boolean isIn(Path folder) throws IOException {
    Path manifest = folder.resolve(MANIFEST);
    if (!PlainFile.problem(manifest, PlainFile.MOST_TEXT).isEmpty()) {
      return false;
    }
    try {
      JsonNode read = JSON.readTree(Files.readString(manifest));
      return read.path("format").asText().equals(FORMAT);
    } catch (JsonProcessingException | java.nio.charset.CharacterCodingException e) {
      return false;
    }
  }

  /** The name of the archive of a task, in the folder. */
  public static String archive(String address) {
    return TASKS + "/" + address + SweepWorkers.ENDING;
  }

  /** Where it is. */
  public Path path() {
    return target;
  }

  /** Makes the folder, and takes over what is there of a sweep before. */
  void begin() throws IOException {
    Files.createDirectories(storage());
    FileWriting.to(
        target.resolve(STUDY), () -> Files.writeString(target.resolve(STUDY), studyText));
    Files.writeString(storage().resolve(SweepSetup.TOKEN), token);
    for (Path path : PlainFile.list(storage())) {
      if (path.toString().endsWith(".part")) {
        PlainFile.delete(path); // halves
      }
    }
    journal = new TaskJournal(target.resolve(JOURNAL));
    manifest("it is still running, or was killed");
  }

  /** The folder of the archives. */
  Path storage() {
    return target.resolve(TASKS);
  }

  /** What the storage's file says that every machine must see. */
  String token() {
    return token;
  }

  /** Keeps the record of a task. */
  void add(TaskRecord record) {
    journal.add(record);
  }

  /** The record of a task; of one that is in the journal without its archive, none. */
  Optional<TaskRecord> find(String address) {
    return journal.find(address);
  }

  /** Whether a task is done for good: its record is final, and its archive is there. */
  boolean isDone(String address) {
    return find(address).filter(TaskRecord::isFinal).isPresent()
        && Files.isRegularFile(target.resolve(archive(address)));
  }

  /**
   * Writes tables and plots.
   *
   * @param message why the sweep is not complete; empty if it is
   */
  void finish(SweepReport report, String message, PlotOutput plots) throws IOException {
    RunFiles.csv(report.tasks(), target.resolve("tasks.csv"));
    RunFiles.csv(report.slopes(), target.resolve("slopes.csv"));
    Path hdf5 = target.resolve("tasks.h5");
    FileWriting.to(hdf5, () -> write(report.tasks(), hdf5));
    if (!plots.formats().isEmpty()) {
      for (Map.Entry<String, XYChart> plot : report.plots().entrySet()) {
        FileWriting.to(
            target.resolve(plot.getKey()),
            () -> plots.save(plot.getValue(), target, plot.getKey()));
      }
    }
    Files.deleteIfExists(storage().resolve(SweepSetup.TOKEN));
    manifest(message);
  }

  /** Columns as datasets under their names, in the order of the attribute {@code columns}. */
  private static void write(Table table, Path file) {
    try (WritableHdfFile out = HdfFile.write(file)) {
      List<String> names = new ArrayList<>();
      for (Column<?> column : table.columns()) {
        String name = column.name().replace('/', ' ');
        names.add(name);
        if (column instanceof DoubleColumn numbers) {
          out.putDataset(name, numbers.asDoubleArray());
        } else if (column instanceof IntColumn counts) {
          out.putDataset(name, counts.asDoubleArray()); // where there is none, NaN
        } else {
          out.putDataset(name, column.asStringColumn().asList().toArray(String[]::new));
        }
      }
      out.putAttribute("format", FORMAT);
      out.putAttribute("columns", names.toArray(String[]::new));
    }
  }

  private void manifest(String message) throws IOException {
    Map<String, Object> tree =
        Json.object(
            "format",
            FORMAT,
            "complete",
            message.isEmpty(),
            "message",
            message.isEmpty() ? null : message,
            "started",
            started.toString(),
            "wallSeconds",
            (System.nanoTime() - begin) * 1e-9);
    tree.putAll(Provenance.environment());
    tree.put(
        "study",
        Json.object(
            "name", plan.study().name(),
            "file", STUDY,
            "sha256", Sha256.of(target.resolve(STUDY))));
    tree.put("tasks", plan.size());
    tree.put("files", message.isEmpty() ? files(target, "") : List.of());
    Path file = target.resolve(MANIFEST);
    Path part = target.resolve(MANIFEST + ".part");
    FileWriting.to(file, () -> Files.writeString(part, Json.text(tree, note -> {})));
    Files.move(
        part,
        file,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<Object> files(Path folder, String prefix) throws IOException {
    List<Object> all = new ArrayList<>();
    for (Path file : PlainFile.list(folder)) {
      String name = prefix + file.getFileName();
      if (name.equals(TASKS)) {
        all.addAll(files(file, TASKS + "/"));
      } else if (Files.isRegularFile(file)
          && !List.of(MANIFEST, MANIFEST + ".part", JOURNAL).contains(name)) {
        all.add(Json.object("name", name, "bytes", Files.size(file), "sha256", Sha256.of(file)));
      }
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    if (journal != null) {
      journal.close();
    }
    lock.close();
  }
}
