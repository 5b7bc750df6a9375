package org.knudsen.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;

/**
 * Which colour stands for which value of a map. Values that grow have viridis (van der Walt and
 * Smith, 2015): it grows lighter evenly. Signed ones go from blue by white, at 0, to red (after
 * Brewer). Any colour vision tells them apart.
 *
 * @param least the value at the lower end
 * @param most at the upper, not smaller; of a constant the value is the lower end
 * @param quantity what the values are, as a label
 */
record ColourScale(double least, double most, boolean signed, String quantity) {

  /** Pixels that {@link #paint} needs below the top of the bar. */
  static final int HEIGHT = 52;

  private static final int BAR = 10;
  private static final int SHADES = 63; // so few that a picture with a palette keeps them all; odd

  private static final int[] GROWING = {
    0x440154, 0x46337e, 0x365c8d, 0x277f8e, 0x1fa187, 0x4ac16d, 0x9fda3a, 0xfde725
  };
  private static final int[] SIGNED = {
    0x053061, 0x2166ac, 0x4393c3, 0x92c5de, 0xf7f7f7, 0xf4a582, 0xd6604d, 0xb2182b, 0x67001f
  };

  /**
   * From the smallest to the largest value; signed, as far below 0 as above.
   *
   * @param values NaN where there is none; not modified
   * @throws IllegalArgumentException if no value is a finite number, or one is infinite
   */
  static ColourScale of(double[] values, boolean signed, String quantity) {
    double least = Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElse(Double.NaN);
    double most = Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(Double.NaN);
    if (!Double.isFinite(most - least)) {
      throw new IllegalArgumentException(
          "values from " + least + " to " + most + "; finite numbers are needed");
    }
    if (signed) {
      double size = Math.max(Math.abs(least), Math.abs(most));
      return new ColourScale(size == 0 ? -1 : -size, size == 0 ? 1 : size, true, quantity);
    }
    return new ColourScale(least, most, false, quantity);
  }

  private double upper() {
    return least < most ? most : least + (least == 0 ? 1 : Math.abs(least));
  }

  /** One for what either of two is for, signed if both are. */
  ColourScale and(ColourScale other) {
    return of(
        new double[] {least, most, other.least, other.most}, signed && other.signed, quantity);
  }

  /**
   * A picture of values, small as a file because it has a palette.
   *
   * @param values row after row from the top, NaN where it is to be white; not modified
   */
  BufferedImage picture(int width, double[] values) {
    int height = values.length / width;
    BufferedImage picture =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette());
    int[] shades = new int[values.length];
    Arrays.setAll(shades, p -> shade(values[p]));
    picture.getRaster().setPixels(0, 0, width, height, shades);
    return picture;
  }

  private int shade(double value) {
    if (Double.isNaN(value)) {
      return SHADES;
    }
    // rounding errors of an interpolated field, not values, may lie beyond the ends
    int shade = (int) ((value - least) / (upper() - least) * SHADES);
    return Math.max(0, Math.min(shade, SHADES - 1));
  }

  /** The shades, and white. */
  private IndexColorModel palette() {
    int[] colours = signed ? SIGNED : GROWING;
    int[] all = new int[SHADES + 1];
    all[SHADES] = 0xffffff;
    for (int shade = 0; shade < SHADES; shade++) {
      double at = shade / (SHADES - 1.0) * (colours.length - 1);
      int below = Math.min((int) at, colours.length - 2);
      for (int shift = 0; shift <= 16; shift += 8) {
        int low = colours[below] >> shift & 0xff;
        int high = colours[below + 1] >> shift & 0xff;
        all[shade] |= (int) Math.round(low + (at - below) * (high - low)) << shift;
      }
    }
    return new IndexColorModel(8, all.length, all, 0, false, -1, DataBuffer.TYPE_BYTE);
  }

  /** Paints a bar of the colours with the numbers and the quantity below it. */
  void paint(Graphics2D graphics, int left, int top, int width) {
    double[] along = new double[4 * SHADES];
    Arrays.setAll(along, p -> least + (p + 0.5) / along.length * (upper() - least));
    BufferedImage bar = picture(along.length, along);
    graphics.drawImage(bar, left, top, width, BAR, null);
    graphics.setColor(PlotTheme.BORDER);
    graphics.setStroke(new BasicStroke(1));
    graphics.draw(new Rectangle2D.Double(left, top, width, BAR));
    PlotAxis axis = new PlotAxis(quantity, least, upper(), false);
    PlotAxis.Ticks ticks = axis.ticks(width / 45);
    Typeface face = Typeface.of(graphics.getFont());
    for (int t = 0; t < ticks.at().size(); t++) {
      double x = left + width * axis.part(ticks.at().get(t));
      graphics.setColor(PlotTheme.BORDER);
      graphics.draw(new Line2D.Double(x, top + BAR, x, top + BAR + 4));
      graphics.setColor(PlotTheme.INK);
      new PlotLabel(ticks.labels().get(t), face, false, PlotFrame.SMALL)
          .drawCentred(graphics, x, top + BAR + 16);
    }
    String factor = ticks.factor().isEmpty() ? "" : "  " + ticks.factor();
    new PlotLabel(quantity + factor, face, false, PlotFrame.SMALL)
        .drawCentred(graphics, left + width / 2.0, top + BAR + 33);
  }
}
