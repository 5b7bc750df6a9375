package org.knudsen.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/**
 * A plot of curves and points in the style of all plots here, for what a notebook computes itself.
 * Series of one family have one colour, so that a model's curve and the measurements it is for
 * match; families get their colours in the order in which they first appear.
 *
 * <pre>{@code
 * new CurvePlot("Diffusion", "T [K]", "D [cm\u00b2/s]")
 *     .points("He-Ar", "He-Ar, measured", temperatures, published)
 *     .line("He-Ar", "He-Ar, vss", temperatures, computed)
 *     .chart()
 * }</pre>
 */
public final class CurvePlot {

  private final XYChart chart;
  private final Map<String, Integer> families = new LinkedHashMap<>();
  private double smallestX = Double.POSITIVE_INFINITY;
  private double largestX = Double.NEGATIVE_INFINITY;
  private double smallestY = Double.POSITIVE_INFINITY;
  private double largestY = Double.NEGATIVE_INFINITY;

  /** An empty plot. */
  public CurvePlot(String title, String xAxis, String yAxis) {
    chart = PlotTheme.chart(title, xAxis, yAxis);
  }

  /** A solid line. */
  public CurvePlot line(String family, String name, double[] x, double[] y) {
    PlotTheme.line(series(name, x, y), colour(family));
    return this;
  }

  /** A dashed line. */
  public CurvePlot dashes(String family, String name, double[] x, double[] y) {
    PlotTheme.dashes(series(name, x, y), colour(family));
    return this;
  }

  /** Markers without a line. */
  public CurvePlot points(String family, String name, double[] x, double[] y) {
    PlotTheme.markers(series(name, x, y), colour(family), colour(family));
    return this;
  }

  /** The x axis logarithmic; call it when all series are there. */
  public CurvePlot logarithmicX() {
    if (!(smallestX > 0)) {
      throw new IllegalStateException(
          "smallest x is " + smallestX + "; a logarithmic axis needs series with x > 0");
    }
    PlotTheme.logarithmicX(chart, smallestX, largestX);
    return this;
  }

  /** The y axis logarithmic; call it when all series are there. */
  public CurvePlot logarithmicY() {
    if (!(smallestY > 0)) {
      throw new IllegalStateException(
          "smallest y is " + smallestY + "; a logarithmic axis needs series with y > 0");
    }
    PlotTheme.logarithmicY(chart, smallestY, largestY);
    return this;
  }

  /** The y axis from least to most. */
  public CurvePlot between(double least, double most) {
    chart.getStyler().setYAxisMin(least);
    chart.getStyler().setYAxisMax(most);
    return this;
  }

  /** The x axis from least to most. */
  public CurvePlot xBetween(double least, double most) {
    chart.getStyler().setXAxisMin(least);
    chart.getStyler().setXAxisMax(most);
    return this;
  }

  /** Without a legend, where a {@link ChartRow} or the text says what the colours are. */
  public CurvePlot withoutLegend() {
    chart.getStyler().setLegendVisible(false);
    return this;
  }

  /** The chart, which notebooks show. */
  public XYChart chart() {
    return chart;
  }

  private int colour(String family) {
    return families.computeIfAbsent(family, f -> families.size());
  }

  private XYSeries series(String name, double[] x, double[] y) {
    smallestX = Math.min(smallestX, Arrays.stream(x).min().orElse(smallestX));
    largestX = Math.max(largestX, Arrays.stream(x).max().orElse(largestX));
    smallestY = Math.min(smallestY, Arrays.stream(y).min().orElse(smallestY));
    largestY = Math.max(largestY, Arrays.stream(y).max().orElse(largestY));
    return chart.addSeries(name, x, y);
  }
}
