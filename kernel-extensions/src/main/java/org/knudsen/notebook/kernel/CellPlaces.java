package org.knudsen.notebook.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.Snippet;

/**
 * Where the snippets that JShell knows stand in cells, so that an error names a cell and a line. A
 * cell is known by its number, the one in front of it in the notebook; 0 where it has none.
 */
final class CellPlaces {

  /**
   * A line of a cell.
   *
   * @param cell the cell's number
   * @param line counted from 1
   * @param code what stands there
   */
  record Line(int cell, int line, String code) {
    /** For example: cell [3], line 2. */
    String place() {
      return (cell == 0 ? "" : "cell [" + cell + "], ") + "line " + line;
    }
  }

  /** A snippet's first line within the lines of its cell. */
  private record Place(int cell, List<String> lines, int first) {
    Line line(int ofSnippet) {
      int line = Math.max(1, Math.min(lines.size(), first + ofSnippet - 1));
      return new Line(cell, line, lines.get(line - 1));
    }
  }

  private final Map<String, Place> places = new HashMap<>();
  private Place current = new Place(0, List.of(""), 1);

  /** The next snippet begins in a cell after {@code before}, with its first letter. */
  void begin(int cell, String code, String before) {
    int first = (int) before.chars().filter(c -> c == '\n').count() + 1;
    current = new Place(cell, code.lines().toList(), first);
  }

  /** JShell has taken the present snippet. */
  void taken(Snippet snippet) {
    places.put("#" + snippet.id(), current);
  }

  /** Where a frame of a stack trace stands; empty for one that is in no cell. */
  Optional<Line> of(StackTraceElement frame) {
    return Optional.ofNullable(places.get(String.valueOf(frame.getFileName())))
        .map(place -> place.line(frame.getLineNumber()));
  }

  /** The line of the present snippet that a position in its source is on. */
  Line at(String source, long position) {
    String before = source.substring(0, (int) Math.max(0, Math.min(position, source.length())));
    return current.line((int) before.chars().filter(c -> c == '\n').count() + 1);
  }
}
