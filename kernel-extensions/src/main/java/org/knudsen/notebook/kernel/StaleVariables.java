package org.knudsen.notebook.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * Variables that lost their value because the class of it was defined again: JShell sets them to
 * null without a word.
 */
final class StaleVariables {
  /** Magics, comments, strings and letters: a name in them is no variable that is read. */
  private static final Pattern NO_CODE =
      Pattern.compile(
          "\\A\\s*%%(?!time\\b)(?s:.*)|(?m:^(?:[!?]|%(?!%?time\\b)).*)"
              + "|//.*|/\\*(?s:.*?)\\*/"
              + "|\"\"\"(?s:[^\"\\\\]|\\\\.|\"(?!\"\"))*+\"\"\""
              + "|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+'");

  /** The class that was defined again, for each variable. */
  private final Map<String, String> stale = new LinkedHashMap<>();

  private final List<String> news = new ArrayList<>();

  /** Hears of a change of a snippet. */
  void heard(SnippetEvent event) {
    if (!(event.snippet() instanceof VarSnippet variable)) {
      return;
    }
    Snippet cause = event.causeSnippet();
    if (cause == null) {
      stale.remove(variable.name());
    } else if (cause instanceof TypeDeclSnippet type
        && event.previousStatus() == Snippet.Status.VALID
        && stale.put(variable.name(), type.name()) == null) {
      news.add(variable.name());
    }
  }

  /** A warning of the variables that have lost their value since the last call; may be empty. */
  String takeNews() {
    if (news.isEmpty()) {
      return "";
    }
    String type = stale.get(news.get(0));
    String text =
        "%s was defined again: the old value of %s is gone; run the cell that makes it again."
            .formatted(type, String.join(", ", news));
    news.clear();
    return text;
  }

  /** A warning of the variables without value that a cell reads; may be empty. */
  String usedIn(String cell) {
    if (stale.isEmpty()) {
      return "";
    }
    String code = NO_CODE.matcher(cell).replaceAll(" ");
    List<String> lines = new ArrayList<>();
    stale
        .entrySet()
        .removeIf(entry -> matches(code, "\\b" + Pattern.quote(entry.getKey()) + "\\s*=[^=]"));
    stale.forEach(
        (name, type) -> {
          if (matches(code, "(?<![.\\w])" + Pattern.quote(name) + "\\b(?!\\s*(\\(|->))")) {
            lines.add("%s has no value since %s was defined again.".formatted(name, type));
          }
        });
    return String.join("\n", lines);
  }

  private static boolean matches(String code, String regex) {
    return Pattern.compile(regex).matcher(code).find();
  }
}
