package org.knudsen.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A function of two variables as a heat map in the style of all plots here, with numeric axes and a
 * scale of colours below. XChart's own heat map has names for axes, and a seam between its cells,
 * so this one lays a picture of the values into an empty XChart plot.
 *
 * <p>The colours are those of viridis (van der Walt and Smith, 2015): they grow lighter evenly, and
 * any colour vision tells them apart.
 */
public final class HeatMapPlot implements IChart {

  private static final int WIDTH = 310;
  private static final int HEIGHT = 350;
  private static final int SCALE = 46; // height of the scale of colours and its numbers
  private static final int BAR = 10;
  private static final int PIXELS = 4; // of the picture for each value, so that cells stay sharp

  private static final int SHADES = 48; // few, so that a picture with a palette keeps them all

  private static final int[] COLOURS = {
    0x440154, 0x46337e, 0x365c8d, 0x277f8e, 0x1fa187, 0x4ac16d, 0x9fda3a, 0xfde725
  };

  private final XYChart axes;
  private final BufferedImage picture;
  private final double[] corners; // least and largest x, least and largest y, of the cells' edges
  private final double least;
  private final double most;

  /**
   * The heat map of values on a grid of points that are evenly spaced on each axis. Colours go from
   * the smallest to the largest value.
   *
   * @param x ascending, the centres of the cells; not modified
   * @param y ascending; not modified
   * @param values entry {@code b * x.length + a} at (x_a, y_b), x running fastest as over the cells
   *     of a torus; NaN leaves its cell white; not modified
   * @throws IllegalArgumentException if the arrays do not fit, or no value is a finite number, or
   *     one is infinite
   */
  public static HeatMapPlot of(
      String title, String xAxis, String yAxis, double[] x, double[] y, double[] values) {
    return new HeatMapPlot(title, xAxis, yAxis, x, y, values);
  }

  private HeatMapPlot(
      String title, String xAxis, String yAxis, double[] x, double[] y, double[] values) {
    if (x.length < 2 || y.length < 2 || values.length != x.length * y.length) {
      throw new IllegalArgumentException(
          ("%s values on %s times %s points; two points an axis or more, and a value at "
                  + "each, are needed")
              .formatted(values.length, x.length, y.length));
    }
    least = Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElse(Double.NaN);
    most = Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(Double.NaN);
    if (!Double.isFinite(most - least)) {
      throw new IllegalArgumentException(
          "values from " + least + " to " + most + "; finite numbers are needed");
    }
    int across = x.length * PIXELS;
    int down = y.length * PIXELS;
    picture = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
    for (int p = 0; p < across; p++) {
      for (int q = 0; q < down; q++) {
        double value = values[(down - 1 - q) / PIXELS * x.length + p / PIXELS];
        picture.setRGB(
            p, q, Double.isNaN(value) ? 0xffffff : colour((value - least) / (most - least)));
      }
    }
    double halfX = (x[1] - x[0]) / 2;
    double halfY = (y[1] - y[0]) / 2;
    corners =
        new double[] {x[0] - halfX, x[x.length - 1] + halfX, y[0] - halfY, y[y.length - 1] + halfY};
    axes = PlotTheme.chart(title, xAxis, yAxis);
    axes.getStyler().setPlotGridLinesVisible(false);
    axes.getStyler().setPlotContentSize(0.999);
    axes.getStyler().setLegendVisible(false);
    axes.getStyler().setXAxisMin(corners[0]).setXAxisMax(corners[1]);
    axes.getStyler().setYAxisMin(corners[2]).setYAxisMax(corners[3]);
    // XChart writes evenly spaced values themselves on the axis
    axes.addSeries("ticks", ticks(x), ticks(y))
        .setMarker(SeriesMarkers.NONE)
        .setLineStyle(SeriesLines.NONE);
  }

  /** The ends of an axis and the five points between them. */
  private static double[] ticks(double[] points) {
    double first = points[0];
    double last = points[points.length - 1];
    double[] ticks = new double[7];
    Arrays.setAll(ticks, t -> first + (last - first) * t / (ticks.length - 1));
    return ticks;
  }

  /** The colour of a part from 0 to 1 of the scale; a constant function has 0 / 0, the lowest. */
  private static int colour(double part) {
    int shade = Double.isNaN(part) ? 0 : Math.min((int) (part * SHADES), SHADES - 1);
    double at = shade / (SHADES - 1.0) * (COLOURS.length - 1);
    int below = Math.min((int) at, COLOURS.length - 2);
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int low = COLOURS[below] >> shift & 0xff;
      int high = COLOURS[below + 1] >> shift & 0xff;
      mixed |= (int) Math.round(low + (at - below) * (high - low)) << shift;
    }
    return mixed;
  }

  @Override
  public void paint(Graphics2D graphics, int width, int height) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    axes.paint(graphics, width, height - SCALE);
    int left = (int) Math.round(axes.getScreenXFromChart(corners[0]));
    int right = (int) Math.round(axes.getScreenXFromChart(corners[1]));
    int bottom = (int) Math.round(axes.getScreenYFromChart(corners[2]));
    int top = (int) Math.round(axes.getScreenYFromChart(corners[3]));
    graphics.drawImage(picture, left, top, right - left, bottom - top, null);
    int bar = height - SCALE;
    graphics.drawImage(scale(), left, bar, right - left, BAR, null);
    text(graphics, number(least), left, bar + BAR + 16, false);
    text(graphics, number(most), right, bar + BAR + 16, true);
  }

  /** Below the scale of colours, as outlines like all text of XChart. */
  private static void text(Graphics2D graphics, String text, int x, int base, boolean endsAtX) {
    TextLayout layout =
        new TextLayout(
            text,
            new Font(Font.SANS_SERIF, Font.PLAIN, 12),
            new FontRenderContext(null, true, false));
    double from = endsAtX ? x - layout.getAdvance() : x;
    graphics.setColor(PlotTheme.INK);
    graphics.fill(layout.getOutline(AffineTransform.getTranslateInstance(from, base)));
  }

  private static BufferedImage scale() {
    int steps = 5 * SHADES;
    BufferedImage scale = new BufferedImage(steps, 1, BufferedImage.TYPE_INT_RGB);
    for (int p = 0; p < steps; p++) {
      scale.setRGB(p, 0, colour(p / (steps - 1.0)));
    }
    return scale;
  }

  private static String number(double value) {
    return PlotTheme.plain(PlotTheme.rounded(value, 3));
  }

  @Override
  public int getWidth() {
    return WIDTH;
  }

  @Override
  public int getHeight() {
    return HEIGHT;
  }

  @Override
  public String getTitle() {
    return axes.getTitle();
  }
}
