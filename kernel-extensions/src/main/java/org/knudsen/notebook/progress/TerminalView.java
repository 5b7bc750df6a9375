package org.knudsen.notebook.progress;

import java.io.PrintStream;
import java.util.OptionalDouble;

/**
 * Shows progress in a terminal, as one line that is drawn over; where the stream is no terminal, as
 * one plain line at the end of each task, so that a log stays short.
 */
public final class TerminalView implements ProgressView {
  private static final int BAR = 24;

  private final PrintStream out;
  private final boolean terminal;
  private int width;

  /**
   * @param out where to write, usually the error stream, because output goes to others
   * @param terminal whether a person sees it as it is written
   */
  public TerminalView(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * A view on the error stream of this process.
   *
   * @return drawn over where the process runs in a terminal
   */
  public static TerminalView onStandardError() {
    return new TerminalView(System.err, System.console() != null && System.getenv("TERM") != null);
  }

  @Override
  public void show(ProgressState state) {
    if (!terminal) {
      if (state.ended()) {
        out.println(line(state));
      }
      return;
    }
    String line = bar(state) + line(state);
    out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    width = line.length();
    if (state.ended()) {
      out.println();
      width = 0;
    }
    out.flush();
  }

  private static String line(ProgressState state) {
    String pace = state.pace();
    return state.count() + (pace.isEmpty() ? "" : " (" + pace + ")");
  }

  private static String bar(ProgressState state) {
    OptionalDouble fraction = state.fraction();
    if (fraction.isEmpty()) {
      return "";
    }
    int full = (int) Math.floor(BAR * fraction.getAsDouble());
    return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] ";
  }
}
