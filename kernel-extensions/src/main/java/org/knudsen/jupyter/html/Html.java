package org.knudsen.jupyter.html;

/** Escaping for HTML. */
public final class Html {
  private Html() {}

  /** Makes any text safe between tags and inside a quoted attribute. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
