package org.knudsen.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knudsen.torus.Torus;

/**
 * A function of two variables as a heat map in the style of all plots here, with numeric axes and a
 * bar of colours with its numbers below. A field on a torus is a Fourier series, so its map has a
 * colour of its own in every pixel, exactly; of other values each is a cell.
 *
 * <pre>{@code
 * HeatMapPlot.row("The light gas",
 *     HeatMapPlot.onTorus("t = 0", torus, before).signed("$\\tilde c$").withArrows(torus, vx, vy),
 *     HeatMapPlot.onTorus("t = 0.5", torus, after).signed("$\\tilde c$").withArrows(torus, vx, vy))
 * }</pre>
 */
public final class HeatMapPlot implements IChart {

  private static final int WIDTH = 310;
  private static final int HEIGHT = 350;
  private static final int PIXELS = 2; // of the picture for each of the plot, as a PNG has them
  private static final int CELL =
      4; // of the picture for each cell at least, so that they stay sharp
  private static final int ARROWS = 12; // along each axis
  private static final int FINER = 8;
  private static final double ROUND_OFF = 1e-13; // of a series, of its largest value

  private final String title;
  private final PlotAxis xAxis;
  private final PlotAxis yAxis;
  private final Field field;
  private final ColourScale scale;
  private final Arrows arrows;

  /**
   * Values.
   *
   * @param cellsX how many values lie side by side; 0 for a field that has one everywhere
   * @param at the values at any x and y, as parts 0 to 1 of the axes, x running fastest
   */
  private record Field(int cellsX, int cellsY, BinaryOperator<double[]> at) {}

  /** Vectors at evenly spaced points, those of x fastest; none of them longer than 1. */
  private record Arrows(double[] x, double[] y) {}

  private HeatMapPlot(
      String title, PlotAxis xAxis, PlotAxis yAxis, Field field, ColourScale scale, Arrows arrows) {
    this.title = title;
    this.xAxis = xAxis;
    this.yAxis = yAxis;
    this.field = field;
    this.scale = scale;
    this.arrows = arrows;
  }

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
    if (x.length < 2 || y.length < 2 || values.length != x.length * y.length) {
      throw new IllegalArgumentException(
          ("%s values on %s times %s points; two points an axis or more, and a value at "
                  + "each, are needed")
              .formatted(values.length, x.length, y.length));
    }
    double[] kept = values.clone();
    BinaryOperator<double[]> cells =
        (px, py) -> {
          double[] out = new double[px.length * py.length];
          for (int p = 0; p < out.length; p++) {
            int a = (int) (px[p % px.length] * x.length);
            int b = (int) (py[p / px.length] * y.length);
            out[p] = kept[b * x.length + a];
          }
          return out;
        };
    return new HeatMapPlot(
        title,
        axis(xAxis, x),
        axis(yAxis, y),
        new Field(x.length, y.length, cells),
        ColourScale.of(values, false, ""),
        null);
  }

  /** From the first edge of the first cell to the last edge of the last. */
  private static PlotAxis axis(String title, double[] centres) {
    double half = (centres[1] - centres[0]) / 2;
    return new PlotAxis(title, centres[0] - half, centres[centres.length - 1] + half, false);
  }

  /**
   * The map of a field on a torus of two dimensions, by its Fourier series.
   *
   * @param values one a cell; not modified
   * @throws IllegalArgumentException for another dimension, number of values, or not finite ones
   */
  public static HeatMapPlot onTorus(String title, Torus torus, double[] values) {
    requirePlane(torus, values);
    double[] kept = values.clone();
    double[] fine = new double[FINER * torus.points()]; // the extremes lie between the points
    Arrays.setAll(fine, p -> (double) p / fine.length);
    return new HeatMapPlot(
        title,
        new PlotAxis("$x$", 0, 1, false),
        new PlotAxis("$y$", 0, 1, false),
        new Field(0, 0, (x, y) -> series(torus, kept, x, y)),
        scale(kept, series(torus, kept, fine, fine)),
        null);
  }

  /** From the smallest to the largest value of a series; of a constant without its round-off. */
  private static ColourScale scale(double[] values, double[] series) {
    ColourScale scale = ColourScale.of(series, false, "");
    double size = Math.max(Math.abs(scale.least()), Math.abs(scale.most()));
    return scale.most() - scale.least() > ROUND_OFF * size
        ? scale
        : ColourScale.of(new double[] {values[0]}, false, "");
  }

  private static void requirePlane(Torus torus, double[] values) {
    if (torus.dimension() != 2 || values.length != torus.cells()) {
      throw new IllegalArgumentException(
          "%s values on a torus of dimension %s with %s cells; a map needs dimension 2 and a value a cell"
              .formatted(values.length, torus.dimension(), torus.cells()));
    }
  }

  private static double[] series(Torus torus, double[] values, double[] x, double[] y) {
    int points = torus.points();
    double[][] weightsX = Arrays.stream(x).mapToObj(torus::interpolation).toArray(double[][]::new);
    double[] out = new double[x.length * y.length];
    for (int q = 0; q < y.length; q++) {
      double[] weightsY = torus.interpolation(y[q]);
      double[] row = new double[points];
      for (int cell = 0; cell < values.length; cell++) {
        row[torus.index(cell, 0)] += weightsY[torus.index(cell, 1)] * values[cell];
      }
      for (int p = 0; p < x.length; p++) {
        for (int j = 0; j < points; j++) {
          out[q * x.length + p] += weightsX[p][j] * row[j];
        }
      }
    }
    return out;
  }

  /** The same map; what its values are stands at the bar of colours. */
  public HeatMapPlot quantity(String quantity) {
    return with(new ColourScale(scale.least(), scale.most(), scale.signed(), quantity));
  }

  /** The same map in blue below 0 and in red above, as far to either side. */
  public HeatMapPlot signed(String quantity) {
    return with(ColourScale.of(new double[] {scale.least(), scale.most()}, true, quantity));
  }

  private HeatMapPlot with(ColourScale other) {
    return new HeatMapPlot(title, xAxis, yAxis, field, other, arrows);
  }

  /**
   * The same map with the flow over it; the length of the longest arrow stands at the axis.
   *
   * @param x the components along x, one a cell; not modified
   * @param y along y; not modified
   */
  public HeatMapPlot withArrows(Torus torus, double[] x, double[] y) {
    requirePlane(torus, x);
    requirePlane(torus, y);
    double[] at = new double[ARROWS];
    Arrays.setAll(at, a -> (a + 0.5) / ARROWS);
    double[] along = series(torus, x, at, at);
    double[] up = series(torus, y, at, at);
    double longest = 0;
    for (int a = 0; a < along.length; a++) {
      longest = Math.max(longest, Math.hypot(along[a], up[a]));
    }
    if (!Double.isFinite(longest)) {
      throw new IllegalArgumentException(
          "arrows of length " + longest + "; finite ones are needed");
    }
    double unit = longest == 0 ? 1 : longest;
    Arrays.setAll(along, a -> along[a] / unit);
    Arrays.setAll(up, a -> up[a] / unit);
    String key = "longest arrow " + PlotTheme.plain(PlotTheme.rounded(longest, 3));
    PlotAxis keyed = new PlotAxis(xAxis.title() + " (" + key + ")", 0, 1, false);
    return new HeatMapPlot(title, keyed, yAxis, field, scale, new Arrows(along, up));
  }

  /** The same maps, all with one scale of colours, which is signed if each of theirs is. */
  public static List<HeatMapPlot> onOneScale(List<HeatMapPlot> maps) {
    ColourScale one =
        maps.stream()
            .map(map -> map.scale)
            .reduce(ColourScale::and)
            .orElseThrow(
                () -> new IllegalArgumentException("no maps; one scale needs at least one"));
    return maps.stream().map(map -> map.with(one)).toList();
  }

  /** Maps side by side on one scale, with one bar of colours below them. */
  public static IChart row(String title, HeatMapPlot... maps) {
    return new MapRow(title, onOneScale(List.of(maps)));
  }

  private record MapRow(String title, List<HeatMapPlot> maps) implements IChart {

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, width, height);
      int each = width / maps.size();
      for (int m = 0; m < maps.size(); m++) {
        maps.get(m).map(graphics, m * each, each, height - ColourScale.HEIGHT);
      }
      maps.get(0).scale.paint(graphics, width / 4, height - ColourScale.HEIGHT, width / 2);
    }

    @Override
    public int getWidth() {
      return WIDTH * maps.size();
    }

    @Override
    public int getHeight() {
      return HEIGHT;
    }

    @Override
    public String getTitle() {
      return title;
    }
  }

  @Override
  public void paint(Graphics2D graphics, int width, int height) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    PlotFrame frame = map(graphics, 0, width, height - ColourScale.HEIGHT);
    scale.paint(
        graphics,
        (int) frame.inside().getX(),
        height - ColourScale.HEIGHT,
        (int) frame.inside().getWidth());
  }

  /** Paints all but the bar of colours. */
  private PlotFrame map(Graphics2D graphics, int from, int width, int height) {
    Rectangle2D all = new Rectangle2D.Double(from, 0, width, height);
    PlotFrame frame = new PlotFrame(graphics, title, xAxis, yAxis, false, all, 0, 0);
    Rectangle2D in = frame.inside();
    int left = (int) Math.round(in.getX());
    int top = (int) Math.round(in.getY());
    int wide = (int) Math.round(in.getMaxX()) - left;
    int high = (int) Math.round(in.getMaxY()) - top;
    BufferedImage picture =
        field.cellsX == 0
            ? picture(PIXELS * wide, PIXELS * high)
            : picture(pixels(wide, field.cellsX), pixels(high, field.cellsY));
    graphics.drawImage(picture, left, top, wide, high, null);
    if (arrows != null) {
      double length = 0.9 * in.getWidth() / ARROWS;
      graphics.setColor(PlotTheme.INK);
      graphics.setStroke(new BasicStroke(1));
      for (int a = 0; a < arrows.x.length; a++) {
        double x = frame.x((a % ARROWS + 0.5) / ARROWS);
        int row = a / ARROWS;
        double y = frame.y((row + 0.5) / ARROWS);
        arrow(graphics, x, y, length * arrows.x[a], -length * arrows.y[a]);
      }
    }
    return frame;
  }

  /** As many for each cell: a browser blurs a picture that it enlarges. */
  private static int pixels(int length, int cells) {
    return cells * Math.max(CELL, PIXELS * length / cells);
  }

  /** The field at the middle of each pixel, the first row on top. */
  private BufferedImage picture(int across, int down) {
    double[] x = new double[across];
    Arrays.setAll(x, p -> (p + 0.5) / across);
    double[] y = new double[down];
    Arrays.setAll(y, q -> 1 - (q + 0.5) / down);
    return scale.picture(across, field.at.apply(x, y));
  }

  /** Through a point, half of it on either side. */
  private static void arrow(Graphics2D graphics, double x, double y, double along, double down) {
    double size = Math.hypot(along, down);
    if (size < 1) {
      return; // a pixel has no direction
    }
    double head = Math.min(4, size / 2) / size;
    double tipX = x + along / 2;
    double tipY = y + down / 2;
    Path2D path = new Path2D.Double();
    path.moveTo(x - along / 2, y - down / 2);
    path.lineTo(tipX, tipY);
    path.moveTo(tipX - head * (along + 0.6 * down), tipY - head * (down - 0.6 * along));
    path.lineTo(tipX, tipY);
    path.lineTo(tipX - head * (along - 0.6 * down), tipY - head * (down + 0.6 * along));
    graphics.draw(path);
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
    return title;
  }
}
