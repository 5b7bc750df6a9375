package org.knudsen.notebook.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What surrounds the end of a piece of Java.
 *
 * @param stringStart where the text of the string begins that the end is in; -1 where it is in none
 * @param calls the open parentheses, the innermost first
 */
record CodeContext(int stringStart, List<Call> calls) {

  /**
   * An open parenthesis.
   *
   * @param name what stands before it, with the names that it is qualified by
   * @param argument which argument the end is in, from 0
   * @param start where the arguments begin
   */
  record Call(String name, int argument, int start) {
    String simpleName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }

  static CodeContext of(String code) {
    Deque<Call> calls = new ArrayDeque<>();
    int i = 0;
    while (i < code.length()) {
      char c = code.charAt(i);
      if (code.startsWith("//", i)) {
        i = after(code, "\n", i);
      } else if (code.startsWith("/*", i)) {
        i = after(code, "*/", i + 2);
      } else if (c == '"' || c == '\'') {
        String quote = code.startsWith("\"\"\"", i) ? "\"\"\"" : String.valueOf(c);
        int start = i + quote.length();
        i = afterString(code, quote, start);
        if (i > code.length()) {
          return new CodeContext(c == '"' ? start : -1, List.copyOf(calls));
        }
      } else {
        if (c == '(') {
          calls.push(new Call(nameBefore(code, i), 0, i + 1));
        } else if (c == ')' && !calls.isEmpty()) {
          calls.pop();
        } else if (c == ',' && !calls.isEmpty()) {
          Call call = calls.pop();
          calls.push(new Call(call.name(), call.argument() + 1, call.start()));
        }
        i++;
      }
    }
    return new CodeContext(-1, List.copyOf(calls));
  }

  private static int after(String code, String end, int from) {
    int found = code.indexOf(end, from);
    return found < 0 ? code.length() : found + end.length();
  }

  /** Beyond the code where the string is open at its end; one of a line ends with the line. */
  private static int afterString(String code, String quote, int start) {
    for (int i = start; i < code.length(); i++) {
      if (code.charAt(i) == '\\') {
        i++;
      } else if (code.startsWith(quote, i)) {
        return i + quote.length();
      } else if (quote.length() == 1 && code.charAt(i) == '\n') {
        return i;
      }
    }
    return code.length() + 1;
  }

  private static String nameBefore(String code, int at) {
    String before = code.substring(0, at).stripTrailing();
    int start = before.length();
    while (start > 0
        && (Character.isJavaIdentifierPart(before.charAt(start - 1))
            || before.charAt(start - 1) == '.')) {
      start--;
    }
    return before.substring(start);
  }
}
