package org.knudsen.notebook.help;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as JShell writes it out, for example {@code double
 * org.knudsen.notebook.Cells.digits(double value, int count)}.
 *
 * @param type the full name of the type that it belongs to, or that it is
 * @param member the name in it of a method or field, that of the type for a constructor; empty for
 *     the type
 * @param parameters the parameters as written, type and name; empty where there are none
 * @param callable whether it is a method or constructor
 * @param text as JShell wrote it, with classes by their simple names
 */
record Signature(
    String type, String member, List<String> parameters, boolean callable, String text) {

  private static final Pattern CALLABLE =
      Pattern.compile(
          "(?:(?<returns>.*) )?(?<name>[\\w.$]+)\\((?<parameters>.*)\\)(?: throws .*)?");

  /** Later Javas write the components of a record wherever its name is. */
  private static final Pattern RECORD = Pattern.compile("\\([^()]*\\)(?=[.(])");

  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

  static Signature parse(String written) {
    String header = RECORD.matcher(written).replaceAll("");
    String plain = withoutTypeArguments(header);
    String text = PACKAGE.matcher(header).replaceAll("");
    Matcher callable = CALLABLE.matcher(plain);
    if (callable.matches()) {
      String name = callable.group("name");
      int dot = name.lastIndexOf('.');
      String simple = name.substring(dot + 1);
      String list = callable.group("parameters");
      return new Signature(
          callable.group("returns") == null ? name : name.substring(0, Math.max(0, dot)),
          simple,
          list.isEmpty() ? List.of() : Arrays.asList(list.split(", ")),
          true,
          text);
    }
    int colon = plain.indexOf(':');
    String name = colon < 0 ? plain : plain.substring(0, colon);
    int dot = name.lastIndexOf('.');
    if (colon >= 0 && dot > 0) {
      return new Signature(name.substring(0, dot), name.substring(dot + 1), List.of(), false, text);
    }
    // of a variable of the cells, its type has the documentation
    return new Signature(
        plain.substring(colon + 1), "", List.of(), false, colon < 0 ? plain : text);
  }

  /** The simple names of the types of the parameters; ... is written []. */
  List<String> parameterTypes() {
    return parameters.stream()
        .map(parameter -> simpleType(parameter.replaceFirst(" \\w+$", "")))
        .toList();
  }

  /** The parameters from one on, for example {@code double value, int count}. */
  String shortParameters(int from) {
    return PACKAGE
        .matcher(String.join(", ", parameters.subList(from, parameters.size())))
        .replaceAll("");
  }

  static String simpleType(String type) {
    return withoutTypeArguments(type)
        .replaceAll("@\\S+ ", "")
        .replace("...", "[]")
        .replaceAll("[\\w$]+\\.", "");
  }

  private static String withoutTypeArguments(String text) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    for (char c : text.toCharArray()) {
      depth += c == '<' ? 1 : 0;
      if (depth == 0) {
        out.append(c);
      }
      depth -= c == '>' ? 1 : 0;
    }
    return out.toString();
  }
}
