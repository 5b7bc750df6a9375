package org.knudsen.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How all plots look. Colours are those of Okabe and Ito (2008), which people with any colour
 * vision tell apart; where it matters, markers or dashes say the same once more.
 */
final class PlotTheme {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 440;
  static final Color INK = new Color(0x33, 0x33, 0x33);
  private static final Color GRID = new Color(0xe4, 0xe4, 0xe4);

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
  static final int BLACK = COLOURS.length - 1;

  private static final Marker[] MARKERS = {
    SeriesMarkers.CIRCLE,
    SeriesMarkers.SQUARE,
    SeriesMarkers.TRIANGLE_UP,
    SeriesMarkers.DIAMOND,
    SeriesMarkers.TRIANGLE_DOWN,
    SeriesMarkers.CROSS
  };

  private static final BasicStroke SOLID =
      new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {7, 5}, 0);

  private PlotTheme() {}

  static XYChart chart(String title, String x, String y) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    XYStyler styler = chart.getStyler();
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderColor(new Color(0x99, 0x99, 0x99));
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1));
    styler.setChartFontColor(INK);
    styler.setXAxisTitleColor(INK);
    styler.setYAxisTitleColor(INK);
    styler.setAxisTickLabelsColor(INK);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendBackgroundColor(Color.WHITE);
    styler.setLegendPosition(Styler.LegendPosition.OutsideE);
    styler.setLegendSeriesLineLength(28);
    styler.setChartTitleBoxVisible(false);
    styler.setChartPadding(12);
    styler.setMarkerSize(8);
    styler.setLocale(Locale.ROOT);
    styler.setPlotMargin(0);
    styler.setAxisTicksLineVisible(false);
    styler.setXAxisTickLabelsFormattingFunction(PlotTheme::plain);
    styler.setYAxisTickLabelsFormattingFunction(PlotTheme::plain);
    return chart;
  }

  /** A logarithmic axis, for what the chart has, with powers of ten written as such. */
  static void logarithmicY(XYChart chart) {
    boolean narrow = narrow(range(chart, XYSeries::getYData));
    chart.getStyler().setYAxisLogarithmic(true).setYAxisLogarithmicDecadeOnly(!narrow);
    chart.getStyler().setYAxisTickLabelsFormattingFunction(labels(narrow));
  }

  /** See {@link #logarithmicY}. */
  static void logarithmicX(XYChart chart) {
    boolean narrow = narrow(range(chart, XYSeries::getXData));
    chart.getStyler().setXAxisLogarithmic(true).setXAxisLogarithmicDecadeOnly(!narrow);
    chart.getStyler().setXAxisTickLabelsFormattingFunction(labels(narrow));
  }

  /** The smallest and the largest of the xs or ys of all series. */
  static DoubleSummaryStatistics range(XYChart chart, Function<XYSeries, double[]> axis) {
    return chart.getSeriesCollection().stream()
        .flatMapToDouble(series -> Arrays.stream(axis.apply(series)))
        .summaryStatistics();
  }

  /** An axis shorter than two decades shows 2 and 5 times the powers of ten, too. */
  private static boolean narrow(DoubleSummaryStatistics range) {
    return range.getMax() < 100 * range.getMin();
  }

  private static Function<Double, String> labels(boolean narrow) {
    return narrow ? PlotTheme::roundPower : PlotTheme::power;
  }

  private static String roundPower(double value) {
    double mantissa = value / Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
    long digit = Math.round(mantissa);
    boolean shown = Math.abs(mantissa - digit) < 1e-6 && (digit == 1 || digit == 2 || digit == 5);
    return shown ? power(value) : " ";
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

  static double rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).doubleValue();
  }

  static Color colour(int number) {
    return COLOURS[number % COLOURS.length];
  }

  static void line(XYSeries series, int colour) {
    series.setMarker(SeriesMarkers.NONE).setLineStyle(SOLID).setLineColor(colour(colour));
  }

  static void dashes(XYSeries series, int colour) {
    series.setMarker(SeriesMarkers.NONE).setLineStyle(DASHED).setLineColor(colour(colour));
  }

  static void markers(XYSeries series, int colour, int shape) {
    series
        .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
        .setMarker(MARKERS[shape % MARKERS.length])
        .setMarkerColor(colour(colour));
  }

  /** 1e-3 as 10 with a raised -3, 0.02 as 2 times that; numbers from 0.01 to 100 as they are. */
  static String power(double value) {
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

  /** Raised digits. */
  static String raised(int number) {
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
