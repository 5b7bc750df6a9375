package org.knudsen.notebook.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the SVG of a chart more briefly, to a third of its size, because it is stored in the
 * notebook: coordinates to a tenth of a pixel, outlines from point to point instead of from the
 * corner, each style once, no indentation.
 */
final class SmallSvg {
  private static final Pattern LONG_NUMBER = Pattern.compile("(?<![\\d.])-?\\d+\\.\\d{2,}");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern STYLE = Pattern.compile(" style=\"([^\"]*)\"");
  private static final Pattern GAP = Pattern.compile(">\\s+<");
  private static final Pattern PATH = Pattern.compile(" d=\"([MLQCZ0-9., -]*)\"");
  private static final Pattern COMMAND = Pattern.compile("([MLQCZ])([^MLQCZ]*)");

  private SmallSvg() {}

  /**
   * The same drawing.
   *
   * @param svg as VectorGraphics2D writes it; numbers that are text stay as they are
   */
  static String of(String svg) {
    String rounded =
        TAG.matcher(svg)
            .replaceAll(
                tag ->
                    Matcher.quoteReplacement(
                        LONG_NUMBER
                            .matcher(tag.group())
                            .replaceAll(number -> round(number.group()))));
    String joined = GAP.matcher(rounded).replaceAll("><");
    String relative =
        PATH.matcher(joined).replaceAll(path -> " d=\"" + relative(path.group(1)) + "\"");
    Map<String, String> classes = new LinkedHashMap<>();
    String classed =
        STYLE
            .matcher(relative)
            .replaceAll(
                style ->
                    " class=\""
                        + classes.computeIfAbsent(style.group(1), key -> "s" + classes.size())
                        + "\"");
    StringBuilder sheet = new StringBuilder("<style>");
    classes.forEach(
        (style, name) -> sheet.append('.').append(name).append('{').append(style).append('}'));
    int end = classed.indexOf('>', classed.indexOf("<svg"));
    return classed.substring(0, end + 1) + sheet.append("</style>") + classed.substring(end + 1);
  }

  private static String round(String number) {
    String text =
        new BigDecimal(number)
            .setScale(1, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString();
    return text.equals("-0") ? "0" : text;
  }

  /** The outline with every point relative to the end of the command before it. */
  private static String relative(String path) {
    StringBuilder out = new StringBuilder();
    BigDecimal[] at = {BigDecimal.ZERO, BigDecimal.ZERO};
    BigDecimal[] start = at.clone();
    Matcher command = COMMAND.matcher(path);
    while (command.find()) {
      String name = command.group(1);
      if (name.equals("Z")) {
        out.append('z');
        at = start.clone();
        continue;
      }
      out.append(name.toLowerCase(java.util.Locale.ROOT));
      String[] numbers = command.group(2).strip().split("[ ,]+");
      BigDecimal[] end = at.clone();
      for (int n = 0; n < numbers.length; n++) {
        end[n % 2] = new BigDecimal(numbers[n]);
        String text = brief(end[n % 2].subtract(at[n % 2]));
        out.append(n > 0 && !text.startsWith("-") ? " " : "").append(text);
      }
      at = end;
      if (name.equals("M")) {
        start = at.clone();
      }
    }
    return out.toString();
  }

  /** Without trailing zeros, and without a zero before the point. */
  private static String brief(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    return number.stripTrailingZeros().toPlainString().replaceFirst("^(-?)0\\.", "$1.");
  }
}
