package org.knudsen.figure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;

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

  /**
   * Markers with error bars.
   *
   * @param errors half the length of each bar, one a point
   */
  public CurvePlot errorBars(String family, String name, double[] x, double[] y, double[] errors) {
    PlotTheme.markers(chart.addSeries(name, x, y, errors), colour(family), colour(family));
    return this;
  }

  /** A filled band between two curves over the same x; draw it before what lies on it. */
  public CurvePlot band(String family, String name, double[] x, double[] low, double[] high) {
    int n = x.length;
    if (low.length != n || high.length != n) {
      throw new IllegalArgumentException(
          "band '%s' has %s x, %s lower and %s upper values; as many of each are needed"
              .formatted(name, n, low.length, high.length));
    }
    double[] around = new double[2 * n];
    double[] edge = new double[2 * n];
    for (int p = 0; p < n; p++) {
      around[p] = x[p];
      edge[p] = low[p];
      around[2 * n - 1 - p] = x[p];
      edge[2 * n - 1 - p] = high[p];
    }
    PlotTheme.band(chart.addSeries(name, around, edge), colour(family));
    return this;
  }

  /** The x axis logarithmic; call it when all series are there. */
  public CurvePlot logarithmicX() {
    requirePositive("x", XYSeries::getXData);
    chart.getStyler().setXAxisLogarithmic(true);
    return this;
  }

  /** The y axis logarithmic; call it when all series are there. */
  public CurvePlot logarithmicY() {
    requirePositive("y", PlotTheme::reach);
    chart.getStyler().setYAxisLogarithmic(true);
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

  /** The legend below the plot instead of beside it: for narrow ones, as in a {@link ChartRow}. */
  public CurvePlot legendBelow() {
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
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
