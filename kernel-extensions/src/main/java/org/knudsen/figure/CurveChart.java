package org.knudsen.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;

/**
 * An XChart plot of lines, points, error bars and bands that paints itself: with text that stays
 * text, mathematics in labels ({@link PlotLabel}), and ticks of one kind ({@link PlotAxis}). Series
 * and styles are XChart's. What it does not paint, such as annotations or steps, it leaves to
 * XChart, the whole picture then.
 */
final class CurveChart extends XYChart {

  private static final double MARGIN = 0.04; // of an axis, beyond the data on either side

  CurveChart(int width, int height) {
    super(width, height);
  }

  @Override
  public void paint(Graphics2D graphics, int width, int height) {
    if (!annotations.isEmpty() || !drawn().stream().allMatch(CurveChart::known)) {
      int ownWidth = getWidth();
      int ownHeight = getHeight();
      super.paint(graphics, width, height); // keeps the size as its own
      setWidth(ownWidth);
      setHeight(ownHeight);
      return;
    }
    settle();
    CurveLegend legend =
        CurveLegend.of(
            drawn().stream()
                .filter(series -> styler.isLegendVisible() && series.isShowInLegend())
                .toList(),
            styler.getLegendPosition(),
            Typeface.of(graphics.getFont()),
            width,
            height);
    boolean below = legend.position() == LegendPosition.OutsideS;
    boolean beside = legend.position() == LegendPosition.OutsideE;
    double wide = legend.width();
    double high = legend.height();
    PlotFrame frame =
        new PlotFrame(
            graphics,
            getTitle(),
            axis(true),
            axis(false),
            styler.isPlotGridLinesVisible(),
            new Rectangle2D.Double(0, 0, width, height),
            beside ? wide : 0,
            below && high > 0 ? high + 6 : 0);
    frame.clipped(graphics, () -> drawn().forEach(series -> curve(graphics, frame, series)));
    drawn().forEach(series -> points(graphics, frame, series));
    Rectangle2D in = frame.inside();
    String at = legend.position().name();
    double left = beside ? in.getMaxX() + 14 : in.getCenterX() - wide / 2;
    double top = beside ? in.getCenterY() - high / 2 : height - high - 8;
    if (at.startsWith("Inside")) {
      left = at.endsWith("E") ? in.getMaxX() - wide : at.endsWith("W") ? in.getX() + 8 : left;
      top = at.contains("N") ? in.getY() + 6 : in.getMaxY() - high - 6;
    }
    for (int line = 0; line < legend.lines().size(); line++) {
      double x = left;
      for (XYSeries series : legend.lines().get(line)) {
        entry(graphics, legend, series, x, top + legend.line() * (line + 0.5));
        x += legend.width(series);
      }
    }
  }

  /** Gives series that a user added without a style one of the theme's. */
  private void settle() {
    int number = 0;
    for (XYSeries series : getSeriesCollection()) {
      if (series.getLineColor() == null) {
        series.setLineColor(PlotTheme.colour(number));
      }
      if (series.getMarkerColor() == null) {
        series.setMarkerColor(series.getLineColor());
      }
      if (series.getFillColor() == null) {
        series.setFillColor(series.getLineColor());
      }
      if (series.getLineStyle() == null) {
        series.setLineStyle(PlotTheme.SOLID);
      }
      number++;
    }
  }

  private static boolean known(XYSeries series) {
    return List.of(
                XYSeriesRenderStyle.Line,
                XYSeriesRenderStyle.Scatter,
                XYSeriesRenderStyle.PolygonArea)
            .contains(series.getXYSeriesRenderStyle().orElse(XYSeriesRenderStyle.Line))
        && !series.isSmooth()
        && series.getYAxisGroup() == 0;
  }

  private List<XYSeries> drawn() {
    return getSeriesCollection().stream().filter(XYSeries::isEnabled).toList();
  }

  private void entry(Graphics2D graphics, CurveLegend legend, XYSeries series, double x, double y) {
    int key = CurveLegend.KEY;
    if (isArea(series)) {
      graphics.setColor(series.getFillColor());
      graphics.fill(new Rectangle2D.Double(x, y - 6, key, 12));
    } else if (hasLine(series)) {
      pen(graphics, series);
      graphics.draw(new Line2D.Double(x, y, x + key, y));
    }
    marker(graphics, series, x + key / 2.0, y);
    graphics.setColor(PlotTheme.INK);
    legend.labels().get(series).draw(graphics, x + key + 6, y + 4.5);
  }

  /** What the styler says, else what the data span, and a little more. */
  private PlotAxis axis(boolean x) {
    boolean logarithmic = x ? styler.isXAxisLogarithmic() : styler.isYAxisLogarithmic();
    Double givenLeast = x ? styler.getXAxisMin() : styler.getYAxisMin();
    Double givenMost = x ? styler.getXAxisMax() : styler.getYAxisMax();
    Function<XYSeries, double[]> values = x ? XYSeries::getXData : PlotTheme::reach;
    var range = PlotTheme.range(this, values);
    double least = range.getCount() == 0 ? logarithmic ? 1 : 0 : range.getMin();
    double most = range.getCount() == 0 ? logarithmic ? 10 : 1 : range.getMax();
    if (least == most) {
      double around = least == 0 ? 1 : Math.abs(least) * 0.1;
      least = logarithmic ? least / 1.1 : least - around;
      most = logarithmic ? most * 1.1 : most + around;
    }
    double beyond = // the ratio of two doubles may be none
        logarithmic
            ? Math.exp(MARGIN * (Math.log(most) - Math.log(least)))
            : MARGIN * (most - least);
    return new PlotAxis(
        x ? getXAxisTitle() : getYAxisTitle(),
        givenLeast != null
            ? givenLeast
            : logarithmic ? Math.max(least / beyond, Double.MIN_VALUE) : least - beyond,
        givenMost != null
            ? givenMost
            : logarithmic ? Math.min(most * beyond, Double.MAX_VALUE) : most + beyond,
        logarithmic);
  }

  private static boolean isArea(XYSeries series) {
    return series.getXYSeriesRenderStyle().orElse(null) == XYSeriesRenderStyle.PolygonArea;
  }

  private static boolean hasLine(XYSeries series) {
    return series.getXYSeriesRenderStyle().orElse(null) != XYSeriesRenderStyle.Scatter
        && series.getLineStyle() != SeriesLines.NONE;
  }

  private void curve(Graphics2D graphics, PlotFrame frame, XYSeries series) {
    double[] x = series.getXData();
    double[] y = series.getYData();
    Path2D path = new Path2D.Double();
    boolean joined = false;
    for (int p = 0; p < x.length; p++) {
      boolean there = Double.isFinite(x[p]) && Double.isFinite(y[p]);
      if (there && joined) {
        path.lineTo(frame.x(x[p]), frame.y(y[p]));
      } else if (there) {
        path.moveTo(frame.x(x[p]), frame.y(y[p]));
      }
      joined = there;
    }
    if (isArea(series)) {
      graphics.setColor(series.getFillColor());
      graphics.fill(path);
    } else if (hasLine(series)) {
      pen(graphics, series);
      graphics.draw(path);
    }
    double[] error = series.getExtraValues();
    for (int p = 0; error != null && p < x.length; p++) {
      double low = frame.y(y[p] - error[p]);
      double high = frame.y(y[p] + error[p]);
      if (Double.isFinite(x[p]) && Double.isFinite(low) && Double.isFinite(high)) {
        bar(graphics, series, frame.x(x[p]), low, high);
      }
    }
  }

  /** Whole markers, also at the edge; none of points beyond it. */
  private void points(Graphics2D graphics, PlotFrame frame, XYSeries series) {
    double[] x = series.getXData();
    double[] y = series.getYData();
    for (int p = 0; p < x.length; p++) {
      if (frame.shows(x[p], y[p])) {
        marker(graphics, series, frame.x(x[p]), frame.y(y[p]));
      }
    }
  }

  private static void pen(Graphics2D graphics, XYSeries series) {
    graphics.setColor(series.getLineColor());
    graphics.setStroke(series.getLineStyle());
  }

  private void marker(Graphics2D graphics, XYSeries series, double x, double y) {
    if (series.getMarker() != null) {
      graphics.setColor(series.getMarkerColor());
      series.getMarker().paint(graphics, x, y, styler.getMarkerSize());
    }
  }

  private static void bar(Graphics2D graphics, XYSeries series, double x, double low, double high) {
    graphics.setColor(series.getMarkerColor());
    graphics.setStroke(new BasicStroke(1.2f));
    graphics.draw(new Line2D.Double(x, low, x, high));
    graphics.draw(new Line2D.Double(x - 3, low, x + 3, low));
    graphics.draw(new Line2D.Double(x - 3, high, x + 3, high));
  }
}
