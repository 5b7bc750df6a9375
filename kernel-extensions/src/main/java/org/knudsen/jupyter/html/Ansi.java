package org.knudsen.jupyter.html;

import java.util.regex.Pattern;

/** The colour codes of terminals, which Jupyter allows in errors. */
public final class Ansi {
  private static final Pattern CODE = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");

  private Ansi() {}

  /** Removes colour codes. */
  public static String strip(String text) {
    return CODE.matcher(text).replaceAll("");
  }
}
