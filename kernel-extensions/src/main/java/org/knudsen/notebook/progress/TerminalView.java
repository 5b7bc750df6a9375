package org.knudsen.notebook.progress;

import java.io.PrintStream;
import java.util.OptionalDouble;

/**
 * Shows progress in a terminal, as one line that is drawn over; where the stream is no terminal, as
 * one plain line at the end of each task, so that a log stays short.
 */
public final class TerminalView implements ProgressView {
  private static final int BAR = 24;
  private static final int SHORTEST_BAR = 6;

  private final PrintStream out;
  private final boolean terminal;
  private final int columns;
  private int width;

  /**
   * @param out where to write, usually the error stream, because output goes to others
   * @param terminal whether a person sees it as it is written
   * @param columns the terminal's width; a longer line could not be drawn over
   */
  public TerminalView(PrintStream out, boolean terminal, int columns) {
    this.out = out;
    this.terminal = terminal;
    this.columns = columns;
  }

  @Override
  public void show(ProgressState state) {
    if (!terminal) {
      if (state.ended()) {
        out.println(line(state));
      }
      return;
    }
    String line = fitted(state, columns - 1); // a full line would move the cursor on
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

  /** The line with a bar as long as there is room, then without times, then cut. */
  private static String fitted(ProgressState state, int room) {
    String text = line(state);
    int bar = Math.min(BAR, room - text.length() - 3);
    if (bar >= SHORTEST_BAR) {
      return bar(state.fraction(), bar) + text;
    }
    if (text.length() > room) {
      text = state.count();
    }
    return text.length() <= room ? text : text.substring(0, Math.max(0, room - 1)) + "…";
  }

  private static String bar(OptionalDouble fraction, int length) {
    if (fraction.isEmpty()) {
      return "";
    }
    int full = (int) Math.floor(length * fraction.getAsDouble());
    return "[" + "#".repeat(full) + ".".repeat(length - full) + "] ";
  }
}
