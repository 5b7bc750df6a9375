package org.knudsen.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knudsen.torus.Torus;

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

  /** A field of one wave on few points is known everywhere, so its map has no cells. */
  @Test
  void aFieldOnATorusHasTheColoursOfItsFourierSeries() {
    Torus torus = new Torus(2, 5);
    double[] wave = new double[torus.cells()];
    Arrays.setAll(wave, cell -> Math.sin(4 * Math.PI * torus.coordinate(cell, 0)));
    BufferedImage image = new BufferedImage(620, 700, BufferedImage.TYPE_INT_RGB);
    HeatMapPlot.onTorus("f", torus, wave).signed("c").paint(image.createGraphics(), 620, 700);
    int y = 200;
    // the crests, at x = 1/8 and 5/8 between points, are as red as anything
    int columns = 0;
    for (int x = 0; x < 620; x++) {
      columns += (image.getRGB(x, y) & 0xffffff) == 0x67001f ? 1 : 0;
    }
    assertTrue(columns >= 4 && columns < 80, "two narrow crests: " + columns);
    assertTrue(contains(image, 0, 620, 100, 300, 0x053061), "and the troughs as blue");
  }

  /** Its series is constant to round-off only, which is no pattern. */
  @Test
  void aConstantFieldHasOneColour() {
    Torus torus = new Torus(2, 8);
    double[] values = new double[torus.cells()];
    Arrays.fill(values, 0.3);
    HeatMapPlot map = HeatMapPlot.onTorus("f", torus, values);
    BufferedImage image = new BufferedImage(310, 350, BufferedImage.TYPE_INT_RGB);
    map.paint(image.createGraphics(), 310, 350);
    int colour = image.getRGB(150, 150);
    for (int x = 100; x < 250; x++) {
      for (int y = 50; y < 200; y++) {
        assertEquals(colour, image.getRGB(x, y), x + ", " + y);
      }
    }
    BufferedImage row = new BufferedImage(620, 350, BufferedImage.TYPE_INT_RGB);
    HeatMapPlot.row("row", plot(0, 1, 2, 3, 4, 9), plot(9, 9, 9, 9, 9, 9))
        .paint(row.createGraphics(), 620, 350);
    assertTrue(contains(row, 155, 310, 0, 150, 0xfde725), "9 is the largest in a row, too");
  }

  @Test
  void mapsInARowShareOneScale() {
    BufferedImage image = new BufferedImage(620, 350, BufferedImage.TYPE_INT_RGB);
    IChart row = HeatMapPlot.row("row", plot(0, 1, 2, 3, 4, 9), plot(0, 1, 2, 3, 4, 5));
    row.paint(image.createGraphics(), 620, 350);
    assertTrue(contains(image, 0, 310, 0, 200, 0xfde725), "9 is the largest of all");
    assertEquals(false, contains(image, 310, 620, 0, 200, 0xfde725), "5 is not");
  }

  @Test
  void arrowsLieOnTheMap() {
    Torus torus = new Torus(2, 4);
    double[] ones = new double[torus.cells()];
    Arrays.fill(ones, 2.5);
    double[] none = new double[torus.cells()];
    HeatMapPlot map = HeatMapPlot.onTorus("f", torus, ones);
    String with = PlotFiles.svg(map.withArrows(torus, ones, none));
    assertEquals(
        144, with.split("<path", -1).length - PlotFiles.svg(map).split("<path", -1).length);
    assertTrue(with.contains("longest arrow 2.5"), with);
    assertThrows(IllegalArgumentException.class, () -> map.withArrows(torus, new double[3], none));
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

  /** A browser that enlarged three cells of four pixels would show colours between theirs. */
  @Test
  void thePictureOfAFewCellsIsAsFineAsThatOfAField() throws IOException {
    Matcher data =
        Pattern.compile("base64,([^\"]*)\"").matcher(PlotFiles.svg(plot(0, 1, 2, 3, 4, 9)));
    assertTrue(data.find());
    byte[] png = Base64.getMimeDecoder().decode(data.group(1));
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    assertTrue(picture.getWidth() > 300, "" + picture.getWidth());
    assertEquals(0, picture.getWidth() % 3);
  }
}
