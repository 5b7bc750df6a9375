package org.knudsen.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.knudsen.figure.PlotOutput;
import org.knudsen.plugin.PluginCatalogue;
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
 * <p>It observes the sweep. From the first moment it holds a {@link RunLock}; nothing else is
 * written before the first run begins. Then a hidden folder beside the target takes the files, its
 * tables written anew after every run, and is moved to the target at the end: the target is either
 * as it was or whole. A sweep that breaks down, is stopped or fails keeps what it had, and the
 * manifest says so.
 *
 * <p>While the sweep goes on its {@link #checkpoints} are in the folder, too. They are removed when
 * it is done. What a killed process leaves is the hidden folder with the runs that were finished
 * and the last checkpoint; what one that was stopped on request leaves is the target with them.
 * Either is found again when the folder is made to resume. Hidden folders that are not gone on with
 * are named in {@link #notes} and removed when a sweep is done.
 *
 * <p>What lies in these folders is not trusted: no link in them is followed, whether to read, to
 * write or to remove. The target itself may be a link.
 *
 * <p>The flow: observe -> {@link #finish}, or {@link #keep} after an exception -> {@link #close}.
 */
public final class RunFolder implements RunObserver, AutoCloseable {

  static final String STUDY = "study.yaml";
  static final String RESULTS = "results.h5";

  private static final String OLD = ".old";

  private final Path target;
  private final boolean overwrite;
  private final Study study;
  private final String studyText;
  private final PlotOutput plots;
  private final Manifest manifest;

  private final RunLock lock;
  private final RunCheckpoints checkpoints;
  private final Optional<Path> source; // whose checkpoints the sweep goes on from
  private Path part;
  private final List<RunResult> runs = new ArrayList<>();

  /**
   * Locks the target and checks it.
   *
   * @param target the folder to be; missing, empty, or with {@code overwrite} one with a manifest
   * @param overwrite whether an older run there may be replaced
   * @param studyText its file, byte by byte what study.yaml will be
   * @param plots how they are saved
   * @param resume whether to go on from the checkpoints of a sweep that was killed or stopped
   * @param seconds the least time between two checkpoints; 0 takes one after every step
   * @throws IllegalArgumentException if the target must not be written, if another run writes
   *     there, or if a checkpoint to go on from is damaged or of another study
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
    Path path = target.toAbsolutePath().normalize();
    this.target = Files.isSymbolicLink(path) && Files.exists(path) ? path.toRealPath() : path;
    if (this.target.getParent() == null) {
      throw new IllegalArgumentException("found no folder around it; allowed: a folder in another");
    }
    this.study = study;
    this.plots = plots;
    this.studyText = studyText;
    this.manifest = new Manifest(catalogue, study, studyText);
    this.checkpoints = new RunCheckpoints(manifest.origin(), seconds);
    this.lock = new RunLock(this.target);
    try {
      this.source = resume ? source() : Optional.empty();
      this.overwrite = overwrite || source.filter(this.target::equals).isPresent();
      check();
      if (source.isPresent()) {
        checkpoints.load(source.get());
      }
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The newest run folder with checkpoints: the target, or a hidden folder beside it. */
  private Optional<Path> source() throws IOException {
    List<Path> folders = new ArrayList<>(List.of(target));
    folders.addAll(hidden());
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

  /** The hidden folders of runs to the target, those that they were replacing among them. */
  private List<Path> hidden() throws IOException {
    Pattern name = Pattern.compile(Pattern.quote(partPrefix()) + "\\d+(\\" + OLD + ")*");
    return PlainFile.list(target.resolveSibling("")).stream()
        .filter(path -> name.matcher(String.valueOf(path.getFileName())).matches())
        .filter(path -> PlainFile.isFolder(path) && !path.equals(part))
        .toList();
  }

  private String partPrefix() {
    return "." + target.getFileName() + ".part-";
  }

  /**
   * What whoever starts the sweep should know: which folders of killed runs it removes when it is
   * done, and which plugins are in no jar, so that they cannot be kept with the results.
   */
  public List<String> notes() throws IOException {
    List<String> notes = new ArrayList<>();
    for (Path left : hidden()) {
      if (source.filter(left::equals).isEmpty()) {
        boolean more = source.isEmpty() && !RunCheckpoints.files(left).isEmpty();
        notes.add(
            "found %s, which a killed run left; it is removed when this run is done%s"
                .formatted(left, more ? ", and --resume goes on from it" : ""));
      }
    }
    for (String plugin : manifest.plugins().notKept()) {
      notes.add("warning: plugin " + plugin + " is in no jar, so it is not kept with the results");
    }
    return notes;
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
      if (exists(target)) {
        throw new IllegalArgumentException(
            "found a link to nothing; allowed: a folder, or nothing");
      }
      return;
    }
    if (!Files.isDirectory(target)) {
      throw new IllegalArgumentException("found a file; allowed: a folder that is new or empty");
    }
    if (PlainFile.list(target).isEmpty()) {
      return;
    }
    if (!overwrite) {
      throw new IllegalArgumentException(
          "found a folder that is not empty; allowed: a new or empty one, or --overwrite");
    }
    if (!Manifest.isIn(target)) {
      throw new IllegalArgumentException(
          "found a folder without the "
              + Manifest.FILE
              + " of a run; allowed: with --overwrite, the folder of an older run");
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
    RunFiles.prepare();
    if (source.isPresent() && !source.get().equals(target)) {
      part = source.get();
      for (Path path : PlainFile.list(part)) {
        if (!path.endsWith(RunCheckpoints.NAME)) {
          PlainFile.delete(path); // written anew; some may be halves
        }
      }
      checkpoints.open(part);
    } else {
      part = newPart();
      checkpoints.open(part);
      if (source.isPresent()) {
        checkpoints.copy(target);
      }
    }
    Path copy = part.resolve(STUDY);
    FileWriting.to(copy, () -> Files.writeString(copy, studyText));
    manifest.plugins().keepJars(part);
  }

  private Path newPart() throws IOException {
    int number = 1;
    while (exists(part(number)) || exists(old(part(number)))) {
      number++;
    }
    return Files.createDirectory(part(number));
  }

  private Path part(int number) {
    return target.resolveSibling(partPrefix() + number);
  }

  private static Path old(Path part) {
    return Path.of(part + OLD);
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
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
    if (part != null && source.filter(part::equals).isEmpty()) {
      PlainFile.delete(part);
    }
  }

  /** Lets other runs write there. */
  @Override
  public void close() throws IOException {
    lock.close();
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
    moveIntoPlace();
    if (!resumable) { // last: a kill before this loses nothing
      RunCheckpoints.delete(target);
      for (Path left : hidden()) {
        PlainFile.delete(left);
      }
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
  private Optional<Throwable> plots(SweepResult sweep, Cancellation stop) {
    try {
      RunFiles.plots(sweep, part, plots, stop);
      return Optional.empty();
    } catch (RuntimeException | InternalError | LinkageError e) {
      return Optional.of(e);
    }
  }

  private void moveIntoPlace() throws IOException {
    try {
      check(); // somebody may have written there in the meantime
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "%s: %s; what was done is in %s".formatted(target, e.getMessage(), part), e);
    }
    Path old = old(part);
    if (exists(old)) {
      PlainFile.delete(old); // of a run that was killed here, and gone on with
    }
    boolean replaces = Files.exists(target);
    if (replaces) {
      Files.move(target, old);
    }
    Files.move(part, target);
    if (replaces) {
      PlainFile.delete(old);
    }
  }
}
