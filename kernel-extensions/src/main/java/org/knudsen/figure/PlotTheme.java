package org.knudsen.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How all plots look. Colours are those of Okabe and Ito (2008), which people with any colour
 * vision tell apart; where it matters, markers or dashes say the same once more.
 */
public final class PlotTheme {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 440;
  static final Color INK = new Color(0x33, 0x33, 0x33);
  static final Color GRID = new Color(0xe4, 0xe4, 0xe4);
  static final Color BORDER = new Color(0x99, 0x99, 0x99);

  private static final Color[] COLOURS = {
    new Color(0x00, 0x72, 0xb2), // blue
    new Color(0xd5, 0x5e, 0x00), // vermilion
    new Color(0x00, 0x9e, 0x73), // green
    new Color(0xcc, 0x79, 0xa7), // purple
    new Color(0xe6, 0x9f, 0x00), // orange
    new Color(0x56, 0xb4, 0xe9), // sky blue
    new Color(0x00, 0x00, 0x00)
  };

  /** The number of black, which no plot uses for its first six series. */
  public static final int BLACK = COLOURS.length - 1;

  private static final Marker[] MARKERS = {
    new HollowMarker(),
    new HollowMarker(-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9),
    new HollowMarker(0, -1.2, 1.1, 0.8, -1.1, 0.8),
    new HollowMarker(0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0),
    new HollowMarker(0, 1.2, 1.1, -0.8, -1.1, -0.8),
    SeriesMarkers.CROSS
  };

  static final BasicStroke SOLID =
      new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {7, 5}, 0);

  private PlotTheme() {}

  /** An empty plot with its title and the labels of its axes. */
  public static XYChart chart(String title, String x, String y) {
    XYChart chart = new CurveChart(WIDTH, HEIGHT);
    chart.setTitle(title);
    chart.setXAxisTitle(x);
    chart.setYAxisTitle(y);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    chart.getStyler().setMarkerSize(8);
    return chart;
  }

  /** The smallest and the largest of the xs or ys of all series. */
  static DoubleSummaryStatistics range(XYChart chart, Function<XYSeries, double[]> axis) {
    return chart.getSeriesCollection().stream()
        .flatMapToDouble(series -> Arrays.stream(axis.apply(series)))
        .filter(Double::isFinite)
        .summaryStatistics();
  }

  /** The ys of a series, and the ends of its error bars. */
  static double[] reach(XYSeries series) {
    double[] y = series.getYData();
    double[] error = series.getExtraValues();
    return error == null
        ? y
        : IntStream.range(0, y.length)
            .boxed()
            .flatMapToDouble(p -> DoubleStream.of(y[p] - error[p], y[p] + error[p]))
            .toArray();
  }

  static String plain(double value) {
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e6)) {
      return power(value);
    }
    return plain(new BigDecimal(value).round(new MathContext(6)));
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  /** A number to some significant digits. */
  public static double rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).doubleValue();
  }

  static Color colour(int number) {
    return COLOURS[number % COLOURS.length];
  }

  /** Draws a series as a line; colours are numbered from 0. */
  public static void line(XYSeries series, int colour) {
    series.setMarker(SeriesMarkers.NONE).setLineStyle(SOLID).setLineColor(colour(colour));
  }

  /** Draws a series as a dashed line. */
  public static void dashes(XYSeries series, int colour) {
    series.setMarker(SeriesMarkers.NONE).setLineStyle(DASHED).setLineColor(colour(colour));
  }

  static void band(XYSeries series, int colour) {
    Color full = colour(colour);
    series
        .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea)
        .setMarker(SeriesMarkers.NONE)
        .setLineStyle(SeriesLines.NONE)
        .setFillColor(new Color(full.getRed(), full.getGreen(), full.getBlue(), 0x40));
  }

  /** Draws a series as markers; shapes are numbered from 0, as colours are. */
  public static void markers(XYSeries series, int colour, int shape) {
    series
        .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
        .setMarker(MARKERS[shape % MARKERS.length])
        .setMarkerColor(colour(colour));
  }

  /** 1e-3 as 10 with a raised -3, 0.02 as 2 times that; numbers from 0.01 to 100 as they are. */
  public static String power(double value) {
    if (value == 0) {
      return "0";
    }
    int exponent = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
    double mantissa = value / Math.pow(10, exponent);
    String digits = String.format(Locale.ROOT, "%.3f", mantissa).replaceFirst("\\.?0+$", "");
    if (exponent >= -2 && exponent <= 2) {
      return plain(new BigDecimal(digits).scaleByPowerOfTen(exponent));
    }
    return (digits.equals("1") ? "" : digits + "\u00b7") + "10" + raised(exponent);
  }

  /** A name that is no mathematics, whatever dollars it has, as a part of a label. */
  public static String text(String name) {
    return name.replace("$", "$$");
  }

  /** A label without the signs of its mathematics, for where it is not set. */
  public static String plain(String label) {
    return label.replaceAll("\\$(\\$?)", "$1");
  }

  /** Raised digits. */
  public static String raised(int number) {
    StringBuilder out = new StringBuilder();
    for (char c : Integer.toString(number).toCharArray()) {
      out.append(
          c == '-'
              ? '\u207b'
              : "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(c - '0'));
    }
    return out.toString();
  }
}
