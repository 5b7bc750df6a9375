package org.knudsen.notebook.help;

import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** The Java of a cell. */
final class CellText {
  private static final Pattern MAGIC =
      Pattern.compile("^(%%?time\\b|\\?+(?=\\w)|[%!]\\S.*)", Pattern.MULTILINE);

  private CellText() {}

  /** A cell with blanks for what is no Java, so that places stay. */
  static String java(String cell) {
    return MAGIC.matcher(cell).replaceAll(found -> " ".repeat(found.group().length()));
  }

  /**
   * Code with blanks for all statements but the last: JShell looks at no more than an import or a
   * method that comes first.
   */
  static String lastStatement(String code, SourceCodeAnalysis analysis) {
    String rest = code;
    while (true) {
      CompletionInfo next = analysis.analyzeCompletion(rest);
      if (!next.completeness().isComplete() || next.remaining().isBlank()) {
        return " ".repeat(code.length() - rest.length()) + rest;
      }
      rest = next.remaining();
    }
  }
}
