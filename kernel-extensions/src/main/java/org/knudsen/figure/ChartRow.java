package org.knudsen.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Charts side by side, shown and saved as one.
 *
 * @param title what the row as a whole is called where pictures have a name
 * @param width of each chart, in pixels
 * @param height of each chart
 * @param charts from left to right; at least one
 */
public record ChartRow(String title, int width, int height, List<IChart> charts) implements IChart {

  public ChartRow {
    if (charts.isEmpty()) {
      throw new IllegalArgumentException("a row of charts needs at least one");
    }
    charts = List.copyOf(charts);
  }

  /** A row of charts from left to right. */
  public static ChartRow of(String title, int width, int height, IChart... charts) {
    return new ChartRow(title, width, height, List.of(charts));
  }

  @Override
  public void paint(Graphics2D graphics, int allWidth, int allHeight) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, allWidth, allHeight);
    int each = allWidth / charts.size();
    for (int number = 0; number < charts.size(); number++) {
      AffineTransform before = graphics.getTransform();
      graphics.translate(number * each, 0);
      charts.get(number).paint(graphics, each, allHeight);
      graphics.setTransform(before);
    }
  }

  @Override
  public int getWidth() {
    return width * charts.size();
  }

  @Override
  public int getHeight() {
    return height;
  }

  @Override
  public String getTitle() {
    return title;
  }
}
