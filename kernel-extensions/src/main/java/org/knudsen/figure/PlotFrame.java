package org.knudsen.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A plot's title, its two axes and the rectangle that they span, painted. What is drawn inside is
 * placed by {@link #x} and {@link #y}.
 */
final class PlotFrame {

  private static final int PADDING = 12;
  private static final float TITLE = 15;
  private static final float AXIS_TITLE = 14;
  static final float SMALL = 12;
  private static final int TICK_HEIGHT = 9; // of the digits of a tick

  /** A hint whose value, a list of {@link PlotView}, gets one of every plot painted. */
  static final RenderingHints.Key VIEWS =
      new RenderingHints.Key(0x6b6e) {
        @Override
        public boolean isCompatibleValue(Object value) {
          return value instanceof List;
        }
      };

  private final PlotAxis xAxis;
  private final PlotAxis yAxis;
  private final Rectangle2D inside;

  /**
   * Paints title and axes.
   *
   * @param grid whether lines go from the ticks through the plot
   * @param right pixels left free on the right, for a legend
   * @param below pixels left free at the bottom
   */
  PlotFrame(
      Graphics2D graphics,
      String title,
      PlotAxis xAxis,
      PlotAxis yAxis,
      boolean grid,
      Rectangle2D all,
      double right,
      double below) {
    this.xAxis = xAxis;
    this.yAxis = yAxis;
    Typeface face = Typeface.of(graphics.getFont());
    graphics.setColor(Color.WHITE);
    graphics.fill(all);
    double top = all.getY() + PADDING + (title.isBlank() ? 0 : TITLE + 6);
    double bottom =
        all.getMaxY()
            - below
            - PADDING
            - TICK_HEIGHT
            - 8
            - (xAxis.title().isBlank() ? 0 : AXIS_TITLE + 8);
    PlotAxis.Ticks ys = yAxis.ticks((int) ((bottom - top) / 20));
    List<PlotLabel> yLabels = labels(ys.labels(), face);
    if (!ys.factor().isEmpty()) {
      top += SMALL + 4;
    }
    double widest = yLabels.stream().mapToDouble(PlotLabel::width).max().orElse(0);
    double left =
        all.getX() + PADDING + widest + 8 + (yAxis.title().isBlank() ? 0 : AXIS_TITLE + 8);
    inside =
        new Rectangle2D.Double(
            left,
            top,
            Math.max(1, all.getMaxX() - right - PADDING - left), // of a picture without room
            Math.max(1, bottom - top));
    PlotAxis.Ticks xs = xTicks(face);
    if (grid) {
      graphics.setColor(PlotTheme.GRID);
      graphics.setStroke(new BasicStroke(1));
      xs.at().forEach(at -> vertical(graphics, x(at), inside.getY(), inside.getMaxY()));
      ys.at().forEach(at -> horizontal(graphics, y(at), inside.getX(), inside.getMaxX()));
    }
    graphics.setColor(PlotTheme.INK);
    List<PlotLabel> xLabels = labels(xs.labels(), face);
    for (int t = 0; t < xLabels.size(); t++) {
      xLabels.get(t).drawCentred(graphics, x(xs.at().get(t)), bottom + 8 + TICK_HEIGHT);
    }
    for (int t = 0; t < yLabels.size(); t++) {
      yLabels.get(t).drawEnding(graphics, left - 8, y(ys.at().get(t)) + TICK_HEIGHT / 2.0);
    }
    double titleLine = bottom + 8 + TICK_HEIGHT + 8 + AXIS_TITLE - 3;
    new PlotLabel(xs.factor(), face, false, SMALL)
        .drawEnding(graphics, inside.getMaxX(), titleLine);
    new PlotLabel(ys.factor(), face, false, SMALL).draw(graphics, left, top - 6);
    title(graphics, title, face, all);
    fitting(xAxis.title(), face, false, AXIS_TITLE, inside.getWidth() + 2 * PADDING)
        .drawCentred(graphics, inside.getCenterX(), titleLine);
    fitting(yAxis.title(), face, false, AXIS_TITLE, inside.getHeight() + 2 * PADDING)
        .drawUpwards(graphics, all.getX() + PADDING + AXIS_TITLE - 3, inside.getCenterY());
    border(graphics, xs, ys);
    if (graphics.getRenderingHint(VIEWS) instanceof List<?> views) {
      tell(graphics, views);
    }
  }

  @SuppressWarnings("unchecked") // its only setter is PlotFiles.svg
  private void tell(Graphics2D graphics, List<?> views) {
    ((List<PlotView>) views)
        .add(
            new PlotView(
                inside.getX() + graphics.getTransform().getTranslateX(),
                inside.getY(),
                inside.getWidth(),
                inside.getHeight(),
                xAxis.least(),
                xAxis.most(),
                xAxis.logarithmic(),
                yAxis.least(),
                yAxis.most(),
                yAxis.logarithmic()));
  }

  /** In the middle of the plot, or of all if it is wider, and in smaller letters if it must be. */
  private void title(Graphics2D graphics, String title, Typeface face, Rectangle2D all) {
    PlotLabel label = fitting(title, face, true, TITLE, all.getWidth() - PADDING);
    double half = label.width() / 2;
    double middle =
        Math.max(
            all.getX() + PADDING / 2.0 + half,
            Math.min(inside.getCenterX(), all.getMaxX() - PADDING / 2.0 - half));
    label.drawCentred(graphics, middle, all.getY() + PADDING + TITLE - 3);
  }

  /** A label of some size, or of a smaller one that makes it no wider than its room. */
  static PlotLabel fitting(String text, Typeface face, boolean bold, float size, double room) {
    double wide = new PlotLabel(text, face, bold, size).width();
    return new PlotLabel(text, face, bold, (float) (size * Math.min(1, room / wide)));
  }

  /** As many as have room beside each other. */
  private PlotAxis.Ticks xTicks(Typeface face) {
    PlotAxis.Ticks ticks = xAxis.ticks(PlotAxis.MOST_TICKS);
    for (int atMost = PlotAxis.MOST_TICKS - 1; atMost > 1; atMost--) {
      double widest =
          labels(ticks.labels(), face).stream().mapToDouble(PlotLabel::width).max().orElse(0);
      if (ticks.at().size() * (widest + 10) < inside.getWidth()) {
        break;
      }
      ticks = xAxis.ticks(atMost);
    }
    return ticks;
  }

  private static List<PlotLabel> labels(List<String> texts, Typeface face) {
    return texts.stream().map(text -> new PlotLabel(text, face, false, SMALL)).toList();
  }

  private void border(Graphics2D graphics, PlotAxis.Ticks xs, PlotAxis.Ticks ys) {
    graphics.setColor(PlotTheme.BORDER);
    graphics.setStroke(new BasicStroke(1));
    graphics.draw(inside);
    double bottom = inside.getMaxY();
    xs.at().forEach(at -> vertical(graphics, x(at), bottom, bottom + 5));
    xs.between().forEach(at -> vertical(graphics, x(at), bottom, bottom + 3));
    ys.at().forEach(at -> horizontal(graphics, y(at), inside.getX() - 5, inside.getX()));
    ys.between().forEach(at -> horizontal(graphics, y(at), inside.getX() - 3, inside.getX()));
  }

  private static void vertical(Graphics2D graphics, double x, double from, double to) {
    graphics.draw(new Line2D.Double(x, from, x, to));
  }

  private static void horizontal(Graphics2D graphics, double y, double from, double to) {
    graphics.draw(new Line2D.Double(from, y, to, y));
  }

  /** The rectangle between the axes. */
  Rectangle2D inside() {
    return inside;
  }

  double x(double value) {
    return inside.getX() + inside.getWidth() * xAxis.part(value);
  }

  double y(double value) {
    return inside.getMaxY() - inside.getHeight() * yAxis.part(value);
  }

  /** Whether a point lies between the axes; not one that is not a number. */
  boolean shows(double x, double y) {
    return xAxis.within(x) && yAxis.within(y);
  }

  /** Runs something that draws only between the axes. */
  void clipped(Graphics2D graphics, Runnable drawing) {
    Shape before = graphics.getClip();
    graphics.clip(inside);
    drawing.run();
    graphics.setClip(before);
  }
}
