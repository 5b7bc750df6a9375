package org.knudsen.notebook.run;

import java.util.regex.Pattern;

/** The colour codes of terminals. */
final class Ansi {
  private static final Pattern CODE = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");

  private Ansi() {}

  static String strip(String text) {
    return CODE.matcher(text).replaceAll("");
  }
}
