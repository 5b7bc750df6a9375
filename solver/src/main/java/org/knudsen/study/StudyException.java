package org.knudsen.study;

import org.knudsen.plugin.PrintableLine;

/**
 * A study that cannot be used as it stands. The message is one printable line of bounded length:
 * {@code file:line: key: found; allowed: ...}.
 */
public final class StudyException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private static final int SHORT = 300; // characters of a part of the message
  private static final int LONG = 1000;

  private final String file;
  private final int line;
  private final String key;
  private final String found;
  private final String allowed;

  /**
   * An error at a place of a study.
   *
   * @param file the file's name, or what else the study came from
   * @param found what is wrong, for instance "found -1.0"
   * @param allowed what would have been right
   */
  public StudyException(String file, int line, String key, String found, String allowed) {
    super(
        "%s%s: %s: %s; allowed: %s"
            .formatted(
                PrintableLine.of(file, LONG),
                line > 0 ? ":" + line : "",
                PrintableLine.of(key, SHORT),
                PrintableLine.of(found, SHORT),
                PrintableLine.of(allowed, LONG)));
    this.file = file;
    this.line = line;
    this.key = key;
    this.found = found;
    this.allowed = allowed;
  }

  /** The same error, of a study that was made with something. */
  StudyException with(String what) {
    return new StudyException(file, line, key, "with " + what + ": " + found, allowed);
  }

  /** The line, from 1 on; 0 where there are no lines. */
  public int line() {
    return line;
  }

  /** The key, for instance {@code mixture[0].mass}. */
  public String key() {
    return key;
  }
}
