package org.knudsen.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.report.PlotOutput;
import org.knudsen.run.Assembly;
import org.knudsen.run.Cancellation;
import org.knudsen.run.Checkpoints;
import org.knudsen.run.RunObserver;
import org.knudsen.run.RunResult;
import org.knudsen.study.Study;
import org.knudsen.study.SweepResult;

/**
 * The folder that a sweep leaves: study.yaml (as it was given), runs.csv, diagnostics.csv,
 * profiles.csv, slopes.csv, theorem21.csv, plots as PNG and SVG, results.h5 ({@link ResultHdf5})
 * and manifest.json ({@link Manifest}).
 *
 * <p>It observes the sweep. Nothing is written before the first run begins. Then a hidden folder
 * beside the target takes the files, its tables written anew after every run, and is moved to the
 * target at the end: the target is either as it was or whole. A sweep that breaks down, is stopped
 * or fails keeps what it had, and the manifest says so.
 *
 * <p>While the sweep goes on its {@link #checkpoints} are in the folder, too. They are removed when
 * it is done. What a killed process leaves is the hidden folder with the runs that were finished
 * and the last checkpoint; what one that was stopped on request leaves is the target with them.
 * Either is found again when the folder is made to resume.
 *
 * <p>The flow: observe -> {@link #finish}, or {@link #keep} after an exception.
 */
public final class RunFolder implements RunObserver {

  static final String STUDY = "study.yaml";
  static final String RESULTS = "results.h5";

  private final Path target;
  private final boolean overwrite;
  private final Study study;
  private final String studyText;
  private final PlotOutput plots;
  private final Manifest manifest;

  private final RunCheckpoints checkpoints;
  private final Optional<Path> source; // whose checkpoints the sweep goes on from
  private Path part;
  private final List<RunResult> runs = new ArrayList<>();

  /**
   * Checks the target; writes nothing.
   *
   * @param target the folder to be; missing, empty, or with {@code overwrite} one with a manifest
   * @param overwrite whether an older run there may be replaced
   * @param studyText its file, byte by byte what study.yaml will be
   * @param plots how they are saved
   * @param resume whether to go on from the checkpoints of a sweep that was killed or stopped
   * @param seconds the least time between two checkpoints; 0 takes one after every step
   * @throws IllegalArgumentException if the target must not be written, or if a checkpoint to go on
   *     from is damaged, of another study, or of a process that still runs
   */
  public RunFolder(
      Path target,
      boolean overwrite,
      Study study,
      String studyText,
      PluginCatalogue catalogue,
      PlotOutput plots,
      boolean resume,
      double seconds)
      throws IOException {
    this.target = target.toAbsolutePath().normalize();
    this.study = study;
    this.plots = plots;
    this.studyText = studyText;
    this.manifest = new Manifest(catalogue, study, studyText);
    this.checkpoints = new RunCheckpoints(manifest.origin(), seconds);
    this.source = resume ? source() : Optional.empty();
    this.overwrite = overwrite || source.filter(this.target::equals).isPresent();
    check();
    if (source.isPresent()) {
      if (RunCheckpoints.inUse(source.get())) {
        throw new IllegalArgumentException(
            "found "
                + source.get()
                + ", which a running process writes to; allowed: one that ended");
      }
      checkpoints.load(source.get());
    }
  }

  /** The newest run folder with checkpoints: the target, or a hidden folder beside it. */
  private Optional<Path> source() throws IOException {
    List<Path> folders = new ArrayList<>();
    folders.add(target);
    Path parent = target.getParent();
    if (parent != null && Files.isDirectory(parent)) {
      for (Path folder : list(parent)) {
        if (parent.relativize(folder).toString().startsWith(partPrefix())) {
          folders.add(folder);
        }
      }
    }
    Path newest = null;
    FileTime latest = null;
    for (Path folder : folders) {
      for (Path file : RunCheckpoints.files(folder)) {
        FileTime time = Files.getLastModifiedTime(file);
        if (latest == null || time.compareTo(latest) > 0) {
          latest = time;
          newest = folder;
        }
      }
    }
    return Optional.ofNullable(newest);
  }

  private String partPrefix() {
    return "." + target.getFileName() + ".part-";
  }

  /** Where the sweep leaves its checkpoints, and goes on from. */
  public Checkpoints checkpoints() {
    return checkpoints;
  }

  /** The folder from whose checkpoints the sweep goes on; empty if it begins at the beginning. */
  public Optional<Path> resumesFrom() {
    return source;
  }

  private void check() throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw new IllegalArgumentException("found a file; allowed: a folder that is new or empty");
    }
    if (list(target).isEmpty()) {
      return;
    }
    if (!overwrite) {
      throw new IllegalArgumentException(
          "found a folder that is not empty; allowed: a new or empty one, or --overwrite");
    }
    if (!Files.exists(target.resolve(Manifest.FILE))) {
      throw new IllegalArgumentException(
          "found a folder without "
              + Manifest.FILE
              + ", so no run; allowed: with --overwrite, the folder of an older run");
    }
  }

  /** What is in a folder, by name. */
  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  /** Whether anything has been measured, so that there is something to keep. */
  public boolean hasResults() {
    return !runs.isEmpty();
  }

  @Override
  public void started(Assembly assembly, double knudsen) {
    try {
      if (part == null) {
        begin();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin() throws IOException {
    Path parent = target.getParent();
    if (parent == null) {
      throw new NotDirectoryException(target + " has no folder around it");
    }
    Files.createDirectories(parent);
    if (source.isPresent() && !source.get().equals(target)) {
      part = source.get();
      checkpoints.open(part);
      for (Path file : list(part)) {
        if (Files.isRegularFile(file)) {
          Files.delete(file); // written anew; some may be halves
        }
      }
    } else {
      part = Files.createTempDirectory(parent, partPrefix());
      readable(part);
      checkpoints.open(part);
      if (source.isPresent()) {
        checkpoints.copy(target);
      }
    }
    Files.writeString(part.resolve(STUDY), studyText);
  }

  @Override
  public void ended(RunResult result) {
    runs.add(result);
    try {
      RunFiles.tables(sweep(), part);
      manifest.write(sweep(), "it is still running, or was killed", part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SweepResult sweep() {
    return SweepResult.of(study, runs);
  }

  /** Writes everything, plots until a stop is requested, and moves it to the target: the result. */
  public Path finish(Cancellation stop) throws IOException {
    SweepResult sweep = sweep();
    boolean stopped =
        sweep.runs().stream().anyMatch(run -> run.ending() == RunResult.Ending.CANCELLED);
    return write(sweep, sweep.shortfall(), stopped, stop);
  }

  /** The same for what there is after a failure, the run that it ended included. */
  public Path keep(String failure) throws IOException {
    return write(sweep(), failure, true, () -> true);
  }

  /** Removes what was written; the target stays as it was, and so do checkpoints found. */
  public void discard() throws IOException {
    checkpoints.close();
    if (part != null && source.filter(part::equals).isEmpty()) {
      delete(part);
    }
  }

  /**
   * @param message why it is not complete; empty if it is
   * @param resumable whether the checkpoints stay
   */
  private Path write(SweepResult sweep, String message, boolean resumable, Cancellation stop)
      throws IOException {
    ResultHdf5.write(sweep, part.resolve(RESULTS));
    Optional<Throwable> undrawn = plots(sweep, resumable ? () -> true : stop);
    String why = undrawn.map(e -> "the plots could not be drawn: " + e).orElse("");
    manifest.write(sweep, message.isEmpty() ? why : message, part);
    checkpoints.close();
    moveIntoPlace();
    if (!resumable) {
      RunCheckpoints.delete(target); // last: a kill before this loses nothing
    }
    if (undrawn.isPresent()) {
      throw new IOException(why + "; everything else is in " + target, undrawn.get());
    }
    return target;
  }

  /**
   * Java without fonts, for one, cannot draw; that must not cost the numbers. A run that was
   * stopped is drawn when it is gone on with: whoever stops it waits for nothing.
   */
  private Optional<Throwable> plots(SweepResult sweep, Cancellation stop) throws IOException {
    try {
      RunFiles.plots(sweep, part, plots, stop);
      return Optional.empty();
    } catch (RuntimeException | InternalError | LinkageError e) {
      return Optional.of(e);
    }
  }

  private void moveIntoPlace() throws IOException {
    check(); // somebody may have written there in the meantime
    boolean replaces = Files.exists(target);
    Path old = Path.of(part + ".old");
    if (replaces) {
      Files.move(target, old);
    }
    Files.move(part, target);
    if (replaces) {
      delete(old);
    }
  }

  /** Temporary folders are made for their owner alone; a result is for everyone its folder is. */
  private static void readable(Path folder) throws IOException {
    Path sample = Files.createDirectory(folder.resolve("permissions"));
    try {
      Files.setPosixFilePermissions(folder, Files.getPosixFilePermissions(sample));
    } catch (UnsupportedOperationException e) {
      return; // a file system without them
    } finally {
      Files.delete(sample);
    }
  }

  /** Removes a folder and all that is in it. */
  static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
