package org.knudsen.jupyter.html;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours Java code in HTML: comments, texts, numbers and keywords. */
final class JavaHighlighter {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//[^\n]*|/\\*.*?\\*/)"
              + "|(?<text>\"\"\".*?\"\"\"|\"(?>[^\"\\\\\n]++|\\\\.)*+\"|'(?>[^'\\\\\n]++|\\\\.)++')"
              + "|(?<number>\\b[0-9][0-9_]*(?:\\.[0-9_]+)?(?:[eE][+-]?[0-9]+)?[LlFfDd]?\\b)"
              + "|(?<word>[A-Za-z_][A-Za-z0-9_]*)",
          Pattern.DOTALL);

  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends false final finally float for goto if implements"
                  + " import instanceof int interface long native new null package private"
                  + " protected public record return sealed short static strictfp super switch"
                  + " synchronized this throw throws transient true try var void volatile while"
                  + " yield")
              .split(" "));

  private JavaHighlighter() {}

  /** The code, escaped, with its tokens in spans. */
  static String html(String code) {
    StringBuilder out = new StringBuilder();
    Matcher token = TOKEN.matcher(code);
    int end = 0;
    while (token.find()) {
      out.append(Html.escape(code.substring(end, token.start())));
      String text = Html.escape(token.group());
      String kind = kind(token);
      out.append(kind.isEmpty() ? text : "<span class=\"" + kind + "\">" + text + "</span>");
      end = token.end();
    }
    return out.append(Html.escape(code.substring(end))).toString();
  }

  private static String kind(Matcher token) {
    if (token.group("comment") != null) {
      return "c";
    }
    if (token.group("text") != null) {
      return "s";
    }
    if (token.group("number") != null) {
      return "n";
    }
    return KEYWORDS.contains(token.group("word")) ? "k" : "";
  }
}
