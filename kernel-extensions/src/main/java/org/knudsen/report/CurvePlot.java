package org.knudsen.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
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

  /** An empty plot. */
  public CurvePlot(String title, String xAxis, String yAxis) {
    chart = PlotTheme.chart(title, xAxis, yAxis);
  }

  /** A solid line. */
  public CurvePlot line(String family, String name, double[] x, double[] y) {
    PlotTheme.line(chart.addSeries(name, x, y), colour(family));
    return this;
  }

  /** A dashed line. */
  public CurvePlot dashes(String family, String name, double[] x, double[] y) {
    PlotTheme.dashes(chart.addSeries(name, x, y), colour(family));
    return this;
  }

  /** Markers without a line. */
  public CurvePlot points(String family, String name, double[] x, double[] y) {
    PlotTheme.markers(chart.addSeries(name, x, y), colour(family), colour(family));
    return this;
  }

  /** The x axis logarithmic; call it when all series are there. */
  public CurvePlot logarithmicX() {
    requirePositive("x", XYSeries::getXData);
    PlotTheme.logarithmicX(chart);
    return this;
  }

  /** The y axis logarithmic; call it when all series are there. */
  public CurvePlot logarithmicY() {
    requirePositive("y", XYSeries::getYData);
    PlotTheme.logarithmicY(chart);
    return this;
  }

  private void requirePositive(String axis, Function<XYSeries, double[]> values) {
    double smallest = PlotTheme.range(chart, values).getMin();
    if (!(smallest > 0)) {
      throw new IllegalStateException(
          "smallest %s is %s; a logarithmic axis needs series with %s > 0"
              .formatted(axis, smallest, axis));
    }
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
}
