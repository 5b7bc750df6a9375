package org.knudsen.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What a plot is set in. The two for papers are the fonts of KaTeX, cut after Computer Modern: the
 * mathematics of a label looks as in LaTeX and as in the prose of an executed page, on every
 * machine, and a PDF can carry them.
 */
public enum Typeface {
  /**
   * The sans-serif of the machine, which is made for screens. A PDF has its letters as outlines.
   */
  SCREEN,
  /** Computer Modern Sans. */
  SANS,
  /** Computer Modern Roman. */
  SERIF;

  private static final String KATEX = "KaTeX_";
  private static final String POM = "/META-INF/maven/org.webjars.npm/katex/pom.properties";

  /** Read when a paper needs them. */
  private static final class Bundled {
    static final Font SANS = read(KATEX + "SansSerif-Regular");
    static final Font SERIF = read(KATEX + "Main-Regular");
    static final Font MATH = read(KATEX + "Math-Italic");
  }

  /** Its upright letters, of 12 points. */
  Font roman() {
    return switch (this) {
      case SCREEN -> new Font(Font.SANS_SERIF, Font.PLAIN, 12);
      case SANS -> Bundled.SANS;
      case SERIF -> Bundled.SERIF;
    };
  }

  /** The typeface of a font, {@link #SCREEN} for one that is none of the others'. */
  static Typeface of(Font font) {
    return switch (font.getFamily()) {
      case KATEX + "SansSerif" -> SANS;
      case KATEX + "Main" -> SERIF;
      default -> SCREEN;
    };
  }

  /**
   * A font that has a character; the machine's own where this typeface lacks it.
   *
   * @param bold for titles on a screen; those of a paper are not
   */
  Font having(int character, boolean bold, boolean italic, float size) {
    if (this == SCREEN) {
      return roman().deriveFont((bold ? Font.BOLD : 0) | (italic ? Font.ITALIC : 0), size);
    }
    return Stream.of(italic ? Bundled.MATH : roman(), Bundled.SERIF, Bundled.MATH)
        .filter(font -> font.canDisplay(character))
        .findFirst()
        .orElse(SCREEN.roman())
        .deriveFont(size);
  }

  /** The file of a font by {@link Font#getFontName()}; null for one that is not KaTeX's. */
  static InputStream file(String fontName) {
    if (!fontName.startsWith(KATEX)) {
      return null;
    }
    Properties properties = new Properties();
    try (InputStream pom = Typeface.class.getResourceAsStream(POM)) {
      if (pom == null) {
        throw new IllegalStateException("KaTeX is not on the class path: " + POM + " is missing");
      }
      properties.load(pom);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("version");
    String folder = "/META-INF/resources/webjars/katex/" + version + "/dist/fonts/";
    return Typeface.class.getResourceAsStream(folder + fontName + ".ttf");
  }

  private static Font read(String name) {
    try (InputStream file = file(name)) {
      return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(12f);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(name + " cannot be read as a font", e);
    }
  }
}
