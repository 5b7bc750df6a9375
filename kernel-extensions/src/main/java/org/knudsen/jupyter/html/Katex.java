package org.knudsen.jupyter.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * KaTeX, which typesets formulas in the browser, read from its jar. Script, styles and fonts are
 * put into the page itself, so that it needs no network and can be sent as one file.
 */
final class Katex {
  private static final String POM = "/META-INF/maven/org.webjars.npm/katex/pom.properties";
  private static final Pattern FONT =
      Pattern.compile("src:url\\(fonts/([A-Za-z0-9_-]+\\.woff2)\\)[^;}]*");

  private final String folder;

  Katex() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = open(POM)) {
      properties.load(in);
    }
    folder = "/META-INF/resources/webjars/katex/" + properties.getProperty("version") + "/dist/";
  }

  /** The script that defines the object katex. */
  String script() throws IOException {
    // A closing tag inside the script would end it early.
    return new String(read(folder + "katex.min.js"), StandardCharsets.UTF_8)
        .replace("</script", "<\\/script");
  }

  /** The styles, with the fonts inside. */
  String styles() throws IOException {
    String css = new String(read(folder + "katex.min.css"), StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder();
    Matcher font = FONT.matcher(css);
    while (font.find()) {
      String data = Base64.getEncoder().encodeToString(read(folder + "fonts/" + font.group(1)));
      font.appendReplacement(out, "src:url(data:font/woff2;base64," + data + ") format(\"woff2\")");
    }
    return font.appendTail(out).toString();
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = Katex.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("KaTeX is not on the class path: " + resource + " is missing");
    }
    return in;
  }
}
