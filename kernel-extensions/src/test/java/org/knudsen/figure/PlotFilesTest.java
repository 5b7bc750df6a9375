package org.knudsen.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knudsen.torus.Torus;

/** Saved plots are fit for a paper: text is text, in a font and of a size that one chooses. */
class PlotFilesTest {

  private static final FigureStyle COLUMN = new FigureStyle(86, 60, 8, Typeface.SERIF);

  @TempDir Path folder;

  private static XYChart chart() {
    double[] x = {0, 1, 2};
    return new CurvePlot("Decay of $\\tilde c$", "time $t$", "$\\varepsilon^2$")
        .line("a", "computed, slope 1.500", x, new double[] {1, 2, 4})
        .chart();
  }

  private Path saved(String name) throws IOException {
    Path file = folder.resolve(name);
    PlotFiles.save(chart(), file, COLUMN);
    return file;
  }

  @Test
  void aPdfHasItsTextAsTextInFontsThatItCarries() throws IOException {
    try (PDDocument document = Loader.loadPDF(saved("figure.pdf").toFile())) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("computed, slope 1.500"), text);
      assertTrue(text.contains("time t"), text);
      assertEquals(86, document.getPage(0).getMediaBox().getWidth() / 72 * 25.4, 0.2);
      assertEquals(60, document.getPage(0).getMediaBox().getHeight() / 72 * 25.4, 0.2);
      PDResources page = document.getPage(0).getResources();
      COSName form = page.getXObjectNames().iterator().next();
      PDResources drawing = ((PDFormXObject) page.getXObject(form)).getResources();
      int fonts = 0;
      for (COSName name : drawing.getFontNames()) {
        assertTrue(drawing.getFont(name).isEmbedded(), "" + drawing.getFont(name));
        assertTrue(drawing.getFont(name).getName().contains("KaTeX_"));
        fonts++;
      }
      assertEquals(2, fonts, "upright and italic");
    }
  }

  @Test
  void anSvgHasItsTextAsText() throws IOException {
    String svg = Files.readString(saved("figure.svg"));
    assertTrue(svg.contains(">computed, slope 1.500</text>"), svg);
    assertTrue(svg.contains("'KaTeX_Math'"), "the italic of mathematics");
    assertTrue(svg.contains("width=\"244.00pt\""), "86 mm, to a pixel of the plot");
  }

  @Test
  void aPngHasThreeHundredDotsAnInch() throws IOException {
    assertEquals(86 / 25.4 * 300, ImageIO.read(saved("figure.png").toFile()).getWidth(), 3);
  }

  @Test
  void whatCannotBeSavedIsRefusedByName() {
    assertThrows(IllegalArgumentException.class, () -> saved("figure.jpg"));
    assertThrows(IllegalArgumentException.class, () -> new FigureStyle(-1, 60, 8, Typeface.SANS));
    assertThrows(IllegalArgumentException.class, () -> new FigureStyle(86, 60, 0, Typeface.SANS));
  }

  @Test
  void aFigureHasRoomForItsTextAndFitsIntoMemory() {
    assertThrows(IllegalArgumentException.class, () -> new FigureStyle(20, 60, 8, Typeface.SANS));
    assertThrows(IllegalArgumentException.class, () -> new FigureStyle(86, 20, 8, Typeface.SANS));
    assertThrows(IllegalArgumentException.class, () -> new FigureStyle(1, 0, 200, Typeface.SANS));
    assertThrows(IllegalArgumentException.class, () -> new FigureStyle(5000, 0, 8, Typeface.SANS));
    assertEquals(0, new FigureStyle(0, 0, 200, Typeface.SANS).width());
  }

  /** An exception here would cost a run its other plots. */
  @Test
  void aPlotWithoutRoomIsSaved() throws IOException {
    HeatMapPlot map = HeatMapPlot.onTorus("f", new Torus(2, 4), new double[16]);
    Path file = folder.resolve("row.png");
    FigureStyle style = new FigureStyle(30, 30, 8, Typeface.SERIF);
    PlotFiles.save(HeatMapPlot.row("row", map, map, map, map), file, style);
    assertTrue(Files.size(file) > 100);
  }

  /** The class that XChart's own way to PDF needs was missing, and it left an empty file. */
  @Test
  void xchartsOwnPdfIsNotEmpty() throws IOException {
    assertTrue(ChartEncoder.getBytes(chart(), "pdf").length > 1000);
  }
}
