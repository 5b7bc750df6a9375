package org.knudsen.figure;

/**
 * What a saved plot is to look like on paper.
 *
 * @param width in millimetres; 0 for the plot's own
 * @param height in millimetres; 0 to keep the proportions
 * @param points size of the numbers on the axes and of the legend; titles are a little larger. A
 *     plot of a fixed width shows more at smaller sizes
 */
public record FigureStyle(double width, double height, double points, Typeface typeface) {

  public FigureStyle {
    if (!(width >= 0 && width <= 5000) || !(height >= 0 && height <= 5000)) {
      throw new IllegalArgumentException(
          "figure of %s by %s mm; each side is 0, for its default, or at most 5000"
              .formatted(width, height));
    }
    if (!(points >= 1 && points <= 200)) {
      throw new IllegalArgumentException("text of " + points + " points; 1 to 200");
    }
  }
}
