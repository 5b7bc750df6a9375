package org.knudsen.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A title, a tick's number or a legend's entry with its mathematics. Between two {@code $} stands
 * mathematics as in the prose: letters are italic, {@code ^} and {@code _} raise and lower the
 * character or the {@code {...}} that follows, {@code \tilde} and {@code \bar} set an accent on it,
 * and {@code \varepsilon}, {@code \Delta}, {@code \infty} and the like are characters. Small Greek
 * letters, and the raised and lowered characters of Unicode, are set so everywhere. {@code $$} is a
 * dollar ({@link PlotTheme#text}).
 *
 * <p>Every piece in one font is one string of the picture, so that a reader of a PDF finds it.
 */
final class PlotLabel {

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final float SMALL = 0.7f; // of a raised or lowered sign, of the size
  private static final float UP = -0.36f;
  private static final float DOWN = 0.2f;

  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("infty", "\u221e"),
          Map.entry("cdot", "\u00b7"),
          Map.entry("times", "\u00d7"),
          Map.entry("pm", "\u00b1"),
          Map.entry("partial", "\u2202"),
          Map.entry("nabla", "\u2207"),
          Map.entry("le", "\u2264"),
          Map.entry("ge", "\u2265"),
          Map.entry("langle", "\u27e8"),
          Map.entry("rangle", "\u27e9"),
          Map.entry("|", "\u2016"),
          Map.entry("log", "log"),
          Map.entry("ln", "ln"),
          Map.entry("inf", "inf"),
          Map.entry(",", "\u2009"));

  /** A string in one font, its base line so far right of, and below, that of the label. */
  private record Piece(String text, Font font, float x, float y) {}

  private final Typeface face;
  private final boolean bold;
  private final List<Piece> pieces = new ArrayList<>();
  private float width;

  /**
   * Lays a text out.
   *
   * @param size of the letters in pixels
   * @throws IllegalArgumentException for mathematics that it does not know
   */
  PlotLabel(String text, Typeface face, boolean bold, float size) {
    this.face = face;
    this.bold = bold;
    String[] parts = text.split("\\$", -1);
    boolean paired = parts.length % 2 == 1;
    boolean math = false;
    for (String part : paired ? parts : new String[] {text}) { // a single one is a dollar
      set(math && part.isEmpty() ? "$" : part, math, size, 0);
      math = !math;
    }
  }

  /** Of the whole label, in pixels. */
  double width() {
    return width;
  }

  private void set(String text, boolean math, float size, float y) {
    int at = 0;
    while (at < text.length()) {
      int next = text.codePointAt(at);
      if (math && (next == '^' || next == '_')) {
        String moved = argument(text, at + 1);
        at += 1 + moved.length();
        float from = width;
        set(content(moved), true, size * SMALL, y + (next == '^' ? UP : DOWN) * size);
        int other = next == '^' ? '_' : '^';
        if (at < text.length() && text.charAt(at) == other) { // above one another
          float end = width;
          String second = argument(text, at + 1);
          at += 1 + second.length();
          width = from;
          set(content(second), true, size * SMALL, y + (other == '^' ? UP : DOWN) * size);
          width = Math.max(width, end);
        }
      } else if (math && next == '\\') {
        String name = command(text, at + 1);
        at += 1 + name.length();
        while (Character.isLetter(name.charAt(0)) && text.startsWith(" ", at)) {
          at++; // it ends the command
        }
        if (name.equals("tilde") || name.equals("bar")) {
          String under = argument(text, at);
          accented(content(under), name.equals("tilde") ? '\u02dc' : '\u02c9', size, y);
          at += under.length();
        } else {
          boolean letter = !SYMBOLS.containsKey(name);
          set(character(name), letter, size, y);
        }
      } else if (at + Character.charCount(next) < text.length()
          && text.charAt(at + Character.charCount(next)) == '\u0303') {
        accented(Character.toString(next), '\u02dc', size, y);
        at += Character.charCount(next) + 1;
      } else {
        character(next, math, size, y);
        at += Character.charCount(next);
      }
    }
  }

  private void character(int character, boolean math, float size, float y) {
    boolean raised = isRaised(character);
    if (raised || isLowered(character)) {
      String plain = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
      int at = plain.codePointAt(0) == '\u025b' ? '\u03b5' : plain.codePointAt(0);
      add(at, Character.isLetter(at), size * SMALL, y + (raised ? UP : DOWN) * size);
    } else {
      boolean greek = character >= '\u03b1' && character <= '\u03c9';
      boolean letter =
          Character.isLetter(character) && Character.isLowerCase(character) || isLatin(character);
      add(math && character == '-' ? '\u2212' : character, greek || math && letter, size, y);
    }
  }

  private static boolean isLatin(int character) {
    return character < 0x80 && Character.isLetter(character);
  }

  private static boolean isRaised(int character) {
    return "\u00b9\u00b2\u00b3".indexOf(character) >= 0
        || character >= 0x2070 && character <= 0x207f
        || character >= 0x1d2c && character <= 0x1d61;
  }

  private static boolean isLowered(int character) {
    return character >= 0x2080 && character <= 0x209c || character >= 0x1d62 && character <= 0x1d6a;
  }

  /** Adds a character to the last piece if that is in the same font on the same line. */
  private void add(int character, boolean italic, float size, float y) {
    int shown = character;
    if (face != Typeface.SCREEN) { // KaTeX's fonts have these two at other places
      shown = shown == '\u00b7' ? '\u22c5' : shown == '\u2016' ? '\u2225' : shown;
    }
    Font font = face.having(shown, bold, italic, size);
    Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
    String text = Character.toString(shown);
    if (last != null && last.font.equals(font) && last.y == y) {
      pieces.remove(pieces.size() - 1);
      text = last.text + text;
      width = last.x;
    }
    pieces.add(new Piece(text, font, width, y));
    width += (float) font.getStringBounds(text, CONTEXT).getWidth();
  }

  /** Sets an accent above what it is for, in the middle. */
  private void accented(String under, int accent, float size, float y) {
    float from = width;
    set(under, true, size, y);
    float to = width;
    Font font = face.having(accent, bold, false, size);
    String text = Character.toString(accent);
    float wide = (float) font.getStringBounds(text, CONTEXT).getWidth();
    // first, for the last piece is what the next character may continue
    pieces.add(0, new Piece(text, font, (from + to - wide) / 2 + 0.06f * size, y));
  }

  /** The next {@code {...}}, command or character, as it is written. */
  private static String argument(String text, int at) {
    if (at >= text.length()) {
      throw new IllegalArgumentException("nothing follows the last sign of '" + text + "'");
    }
    if (text.charAt(at) == '\\') {
      return "\\" + command(text, at + 1);
    }
    if (text.charAt(at) != '{') {
      return Character.toString(text.codePointAt(at));
    }
    int depth = 0;
    for (int end = at; end < text.length(); end++) {
      depth += text.charAt(end) == '{' ? 1 : text.charAt(end) == '}' ? -1 : 0;
      if (depth == 0) {
        return text.substring(at, end + 1);
      }
    }
    throw new IllegalArgumentException("'" + text + "' has a { without its partner");
  }

  private static String content(String argument) {
    return argument.startsWith("{") ? argument.substring(1, argument.length() - 1) : argument;
  }

  private static String command(String text, int from) {
    if (from == text.length()) {
      throw new IllegalArgumentException("nothing follows the \\ of '" + text + "'");
    }
    int end = from;
    while (end < text.length() && isLatin(text.charAt(end))) {
      end++;
    }
    return text.substring(from, Math.max(end, from + 1));
  }

  private static String character(String command) {
    if (SYMBOLS.containsKey(command)) {
      return SYMBOLS.get(command);
    }
    String letter = command.replaceFirst("^var(?=.)", "");
    String kind = Character.isUpperCase(letter.codePointAt(0)) ? "CAPITAL" : "SMALL";
    String name = letter.toUpperCase(Locale.ROOT).replace("LAMBDA", "LAMDA");
    try {
      return Character.toString(Character.codePointOf("GREEK " + kind + " LETTER " + name));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "label has \\"
              + command
              + "; Greek letters, \\tilde, \\bar and "
              + SYMBOLS.keySet().stream().sorted().toList()
              + " are known",
          e);
    }
  }

  /**
   * Draws it from a point on its base line, in the colour and with the transform of the graphics.
   */
  void draw(Graphics2D graphics, double x, double y) {
    Font before = graphics.getFont();
    for (Piece piece : pieces) {
      // SVG drops blanks at the beginning of a string
      String inked = piece.text.stripLeading();
      String blanks = piece.text.substring(0, piece.text.length() - inked.length());
      if (!inked.isEmpty()) {
        double skipped = piece.font.getStringBounds(blanks, CONTEXT).getWidth();
        graphics.setFont(piece.font);
        graphics.drawString(inked, (float) (x + piece.x + skipped), (float) y + piece.y);
      }
    }
    graphics.setFont(before);
  }

  /** Draws it with its end at a point. */
  void drawEnding(Graphics2D graphics, double x, double y) {
    draw(graphics, x - width, y);
  }

  /** Draws it with its middle at a point. */
  void drawCentred(Graphics2D graphics, double x, double y) {
    draw(graphics, x - width / 2, y);
  }

  /** Draws it upwards, with its middle at a point. */
  void drawUpwards(Graphics2D graphics, double x, double y) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(-Math.PI / 2);
    drawCentred(graphics, 0, 0);
    graphics.setTransform(before); // not a copy: SVG would go on with its transform
  }
}
