package org.knudsen.plugin;

/** What came from outside, as a message may show it: one line, printable, of bounded length. */
public final class PrintableLine {

  private PrintableLine() {}

  /**
   * The text with one space for white space of any length, and with code points in place of what
   * has no shape of its own or turns its neighbours about: {@code \\u{202e}} for the right-to-left
   * override. A longer text than {@code most} characters ends in its length.
   */
  public static String of(String text, int most) {
    StringBuilder line = new StringBuilder();
    boolean space = false;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      if (line.length() >= most) {
        return line + "... (" + text.length() + " characters)";
      }
      boolean after = space;
      space = isSpace(point);
      if (space) {
        line.append(after ? "" : " ");
      } else if (isPrintable(point)) {
        line.appendCodePoint(point);
      } else {
        line.append("\\u{").append(Integer.toHexString(point)).append('}');
      }
    }
    return line.toString();
  }

  /** What failed in code that is not ours, and the innermost call, not yet made printable. */
  public static String failure(Throwable failure) {
    StackTraceElement[] stack = failure.getStackTrace();
    return failure + (stack.length == 0 ? "" : " at " + stack[0]);
  }

  /** Whether every character has a shape of its own, or is a space between such. */
  public static boolean isPrintable(String text) {
    return text.codePoints().allMatch(PrintableLine::isPrintable);
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85;
  }
}
