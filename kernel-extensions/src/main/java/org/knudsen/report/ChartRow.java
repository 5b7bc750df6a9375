package org.knudsen.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/** Charts side by side, shown and saved as one. */
public final class ChartRow implements IChart {

  private final String title;
  private final List<IChart> charts;

  private final int width;
  private final int height;

  private ChartRow(String title, int width, int height, List<IChart> charts) {
    this.title = title;
    this.width = width;
    this.height = height;
    this.charts = charts;
  }

  /**
   * A row of charts from left to right.
   *
   * @param title what the row as a whole is called where pictures have a name
   * @param width of each chart, in pixels
   * @param height of each chart
   * @throws IllegalArgumentException for no chart
   */
  public static ChartRow of(String title, int width, int height, IChart... charts) {
    if (charts.length == 0) {
      throw new IllegalArgumentException("a row of charts needs at least one");
    }
    return new ChartRow(title, width, height, List.of(charts));
  }

  @Override
  public void paint(Graphics2D graphics, int allWidth, int allHeight) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, allWidth, allHeight);
    int each = allWidth / charts.size();
    for (int number = 0; number < charts.size(); number++) {
      Graphics2D part = (Graphics2D) graphics.create();
      part.translate(number * each, 0);
      charts.get(number).paint(part, each, allHeight);
      part.dispose();
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
