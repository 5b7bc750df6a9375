package org.knudsen.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

class CurvePlotTest {

  private static final double[] X = {1, 2, 3};
  private static final double[] Y = {2, 4, 3};

  private static CurvePlot plot() {
    return new CurvePlot("title", "$x$", "y");
  }

  private static int count(String svg, String part) {
    return svg.split(part, -1).length - 1;
  }

  @Test
  void errorBarsReachAsFarAsTheirErrors() {
    double[] errors = {0.5, 3, 0.5};
    String with = PlotFiles.svg(plot().errorBars("a", "a", X, Y, errors).chart());
    String without = PlotFiles.svg(plot().points("a", "a", X, Y).chart());
    assertTrue(with.contains(">7</text>"), "the axis has room for 4 + 3");
    assertFalse(without.contains(">7</text>"));
    assertThrows(
        IllegalStateException.class,
        () -> plot().errorBars("a", "a", X, Y, new double[] {0.5, 4, 0.5}).logarithmicY(),
        "4 - 4 has no logarithm");
  }

  @Test
  void aBandLiesBetweenItsCurves() {
    XYChart chart = plot().band("a", "range", X, Y, new double[] {3, 5, 4}).chart();
    XYSeries band = chart.getSeries("range");
    assertEquals(6, band.getXData().length);
    assertEquals(4, band.getYData()[3], "the upper curve, backwards");
    assertTrue(PlotFiles.svg(chart).contains("fill-opacity"), "what lies below shows through");
    assertThrows(
        IllegalArgumentException.class, () -> plot().band("a", "range", X, Y, new double[2]));
  }

  @Test
  void mathematicsIsItalicRaisedAndLowered() {
    String svg =
        PlotFiles.svg(
            new CurvePlot(
                    "", "time $t$", "$\\tilde c_{He}^2 / \\varepsilon$ or D / \u0394\u2081\u2082")
                .line("a", "F\u1d4b", X, Y)
                .chart());
    for (String italic : new String[] {"t", "c", "He", "\u03b5"}) {
      assertTrue(
          svg.matches("(?s).*font-style:italic;\"[^>]*>" + italic + "</text>.*"),
          italic + ": " + svg);
    }
    assertTrue(svg.matches("(?s).*font-size:9.8px[^>]*>12</text>.*"), "lowered and smaller");
    assertTrue(svg.contains(">\u02dc</text>"), "the tilde");
    double after = new PlotLabel("$\\tilde c(t)$", Typeface.SCREEN, false, 12).width();
    assertEquals(new PlotLabel("$c(t)$", Typeface.SCREEN, false, 12).width(), after, 1e-4);
    double both = new PlotLabel("$c_{12}^{12}$", Typeface.SCREEN, false, 12).width();
    double one = new PlotLabel("$c_{12}$", Typeface.SCREEN, false, 12).width();
    assertEquals(one, both, 1e-4, "a raised sign stands above a lowered one");
    assertTrue(svg.contains(">time </text>") || svg.contains(">time</text>"), "words are whole");
  }

  @Test
  void whatIsNoMathematicsIsRefused() {
    XYChart half = new CurvePlot("cost in $", "x", "y").line("a", "a", X, Y).chart();
    assertTrue(PlotFiles.svg(half).contains(">cost in $</text>"), "a dollar alone is one");
    for (String broken : new String[] {"$\\$", "$x^$", "$x_{1$"}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new PlotLabel(broken, Typeface.SCREEN, false, 12),
          broken);
    }
    XYChart unknown = new CurvePlot("$\\foo$", "x", "y").line("a", "a", X, Y).chart();
    var refused = assertThrows(IllegalArgumentException.class, () -> PlotFiles.svg(unknown));
    assertTrue(refused.getMessage().contains("\\foo"), refused.getMessage());
  }

  @Test
  void aLegendThatLeavesNoRoomGoesBelow() {
    XYChart chart = plot().line("a", "a name that needs a lot of room", X, Y).chart();
    assertTrue(rightOfPlot(chart, 720) < 500, "beside it");
    assertTrue(rightOfPlot(chart, 300) > 280, "below it");
  }

  /** Where the last vertical line of the grid is. */
  private static double rightOfPlot(XYChart chart, int width) {
    var row = new ChartRow("", width, 300, List.of(chart));
    var line =
        Pattern.compile("<rect[^>]*width=\"([0-9.]+)\"[^>]* x=\"([0-9.]+)\"")
            .matcher(PlotFiles.svg(row));
    assertTrue(line.find(), "the clip");
    return Double.parseDouble(line.group(1)) + Double.parseDouble(line.group(2));
  }

  /** What a user adds, or asks of XChart, in our plots is drawn, too. */
  @Test
  void seriesWithoutAStyleAndKindsOfXChartAreDrawn() {
    XYChart chart = plot().line("a", "a", X, Y).chart();
    chart.addSeries("own", X, new double[] {3, 3, 3});
    assertTrue(PlotFiles.svg(chart).contains(">own</text>"));
    chart.getSeries("own").setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Step);
    assertEquals(0, count(PlotFiles.svg(chart), "<text"), "XChart's letters are outlines");
  }

  @Test
  void whatIsNotANumberHasNoErrorBar() {
    double none = Double.NaN;
    double[] y = {2, none, 3};
    double[] errors = {1, 1, none};
    String svg =
        PlotFiles.svg(
            new CurvePlot("t", "x", "y")
                .errorBars("a", "a", new double[] {1, 2, 3}, y, errors)
                .chart());
    assertFalse(svg.contains("NaN"), svg);
  }

  private static boolean inked(BufferedImage image, int fromX, int toX, int fromY, int toY) {
    for (int x = fromX; x < toX; x++) {
      for (int y = fromY; y < toY; y++) {
        if ((image.getRGB(x, y) & 0xffffff) != 0xffffff) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void aLegendIsNeitherWiderNorHigherThanThePicture() {
    String longest = "a name that goes on ".repeat(12);
    BufferedImage wide = PlotFiles.image(plot().line("a", longest, X, Y).chart());
    int right = wide.getWidth();
    assertFalse(inked(wide, 0, 8, 0, wide.getHeight()), "nothing is cut off on the left");
    assertFalse(inked(wide, right - 8, right, 0, wide.getHeight()), "nor on the right");

    CurvePlot many = plot();
    for (int number = 0; number < 30; number++) {
      many.points("a", "series " + number, X, Y);
    }
    BufferedImage high = PlotFiles.image(many.chart());
    assertFalse(inked(high, 0, high.getWidth(), 0, 8), "nothing is cut off on top");
    assertFalse(inked(high, 0, high.getWidth(), high.getHeight() - 8, high.getHeight()));
  }

  @Test
  void paintingKeepsTheSize() {
    for (XYSeriesRenderStyle style : XYSeriesRenderStyle.values()) { // XChart paints some itself
      XYChart chart = plot().line("a", "a", X, Y).chart();
      chart.getSeries("a").setXYSeriesRenderStyle(style);
      int width = chart.getWidth();
      int height = chart.getHeight();
      ChartRow.of("row", 300, 200, chart).paint(PlotFiles.image(chart).createGraphics(), 300, 200);
      assertEquals(width, chart.getWidth(), "" + style);
      assertEquals(height, chart.getHeight(), "" + style);
    }
  }

  /** As of what decays until it is no more: the ratio of the ends is no double. */
  @Test
  void aLogarithmicAxisReachesOverAllDoubles() {
    double[] y = {Double.MIN_VALUE, 1, 1e300};
    String svg = PlotFiles.svg(plot().line("a", "a", X, y).logarithmicY().chart());
    assertFalse(svg.contains("NaN"), svg);
    assertTrue(svg.contains("<path"), svg);
  }
}
