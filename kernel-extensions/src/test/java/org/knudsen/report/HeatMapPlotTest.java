package org.knudsen.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class HeatMapPlotTest {

  private static final double[] X = {0, 1, 2};
  private static final double[] Y = {0, 1};

  private static HeatMapPlot plot(double... values) {
    return HeatMapPlot.of("f", "x", "y", X, Y, values);
  }

  private static boolean contains(BufferedImage image, int x0, int x1, int y0, int y1, int colour) {
    for (int x = x0; x < x1; x++) {
      for (int y = y0; y < y1; y++) {
        if ((image.getRGB(x, y) & 0xffffff) == colour) {
          return true;
        }
      }
    }
    return false;
  }

  /** Largest value at (2, 1): light, upper right. Smallest at (0, 0): dark, lower left. */
  @Test
  void putsValuesWhereTheyBelong() {
    HeatMapPlot plot = plot(0, 1, 2, 3, 4, 9);
    BufferedImage image = new BufferedImage(310, 350, BufferedImage.TYPE_INT_RGB);
    plot.paint(image.createGraphics(), 310, 350);

    assertTrue(contains(image, 155, 310, 0, 150, 0xfde725), "light in the upper right");
    assertTrue(contains(image, 0, 155, 150, 300, 0x440154), "dark in the lower left");
    assertEquals(false, contains(image, 0, 155, 0, 300, 0xfde725), "light nowhere on the left");
    assertEquals(false, contains(image, 155, 310, 0, 300, 0x440154), "dark nowhere on the right");
  }

  /** x runs fastest, as over the cells of a torus: the third value is at (2, 0). */
  @Test
  void xRunsFastest() {
    BufferedImage image = new BufferedImage(310, 350, BufferedImage.TYPE_INT_RGB);
    plot(0, 0, 9, 0, 0, 0).paint(image.createGraphics(), 310, 350);
    assertTrue(contains(image, 200, 310, 150, 300, 0xfde725), "light in the lower right");
    assertEquals(false, contains(image, 0, 310, 0, 140, 0xfde725), "light nowhere above");
    assertEquals(false, contains(image, 0, 155, 0, 300, 0xfde725), "light nowhere on the left");
  }

  @Test
  void refusesWhatHasNoColour() {
    assertThrows(IllegalArgumentException.class, () -> plot(0, 1, 2));
    assertThrows(
        IllegalArgumentException.class, () -> plot(0, 1, 2, 3, 4, Double.POSITIVE_INFINITY));
    double none = Double.NaN;
    assertThrows(IllegalArgumentException.class, () -> plot(none, none, none, none, none, none));
  }

  @Test
  void standsInARow() {
    ChartRow row = ChartRow.of("row", 200, 250, plot(0, 1, 2, 3, 4, 9), plot(9, 4, 3, 2, 1, 0));
    BufferedImage image = new BufferedImage(400, 250, BufferedImage.TYPE_INT_RGB);
    row.paint(image.createGraphics(), 400, 250);

    assertEquals(400, row.getWidth());
    assertTrue(contains(image, 100, 200, 0, 120, 0xfde725), "first: light in the upper right");
    assertTrue(contains(image, 200, 300, 100, 200, 0xfde725), "second: light in the lower left");
  }
}
