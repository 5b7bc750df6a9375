package org.knudsen.figure;

import java.util.Locale;

/**
 * What a saved plot is to look like on paper.
 *
 * @param width in millimetres; 0 for the plot's own
 * @param height in millimetres; 0 to keep the proportions
 * @param points size of the numbers on the axes and of the legend; titles are a little larger. A
 *     plot of a fixed width shows more at smaller sizes
 */
public record FigureStyle(double width, double height, double points, Typeface typeface) {

  private static final double LEAST =
      10; // times the size of the text, of a side; less has no room for axes
  private static final double MOST_AREA = 1e6; // square millimetres; its PNG has 140 million dots

  public FigureStyle {
    if (!(width >= 0 && width <= 5000) || !(height >= 0 && height <= 5000)) {
      throw new IllegalArgumentException(
          "figure of %s by %s mm; each side is 0, for its default, or at most 5000"
              .formatted(width, height));
    }
    if (!(points >= 1 && points <= 200)) {
      throw new IllegalArgumentException("text of " + points + " points; 1 to 200");
    }
    double least = LEAST * points * 25.4 / 72;
    if (width > 0 && width < least || height > 0 && height < least) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "figure of %s by %s mm with text of %s points; each side is 0, for its default, or"
                  + " at least %.1f",
              width,
              height,
              points,
              least));
    }
    double longer = Math.max(width, height);
    double area = (width == 0 ? longer : width) * (height == 0 ? longer : height);
    if (area > MOST_AREA) {
      throw new IllegalArgumentException(
          "figure of %s by %s mm; at most a square metre".formatted(width, height));
    }
  }
}
