package org.knudsen.jupyter.html;

/** Escaping for HTML. */
public final class Html {
  private Html() {}

  /**
   * Makes any text safe between tags and inside a quoted attribute.
   *
   * @param text any text
   * @return the text with its five special characters replaced
   */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
