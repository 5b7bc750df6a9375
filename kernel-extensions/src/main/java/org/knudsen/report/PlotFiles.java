package org.knudsen.report;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.pdf.PDFProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.IChart;

/** Saves plots, without a screen. The same plot gives the same bytes. */
public final class PlotFiles {

  /** Pixels of a PNG per pixel of the plot, sharp on a dense screen and in print. */
  private static final int SCALE = 2;

  private PlotFiles() {}

  /** A picture of twice the width and height of a chart. */
  public static BufferedImage image(IChart chart) {
    BufferedImage image =
        new BufferedImage(
            SCALE * chart.getWidth(), SCALE * chart.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.scale(SCALE, SCALE);
      chart.paint(graphics, chart.getWidth(), chart.getHeight());
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private static void savePng(XYChart chart, Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // in memory: ImageIO's own stream keeps a file, and registers a shutdown hook, which a process
    // that is ending on Ctrl-C and saves its results may not
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image(chart), "png", stream)) {
        throw new IOException("this Java has no writer for PNG");
      }
    }
    Files.write(file, bytes.toByteArray());
  }

  /** Writes a PDF, text as text. */
  private static void savePdf(XYChart chart, Path file) throws IOException {
    VectorGraphics2D graphics = new VectorGraphics2D();
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    PageSize page = new PageSize(chart.getWidth(), chart.getHeight());
    try (OutputStream out = Files.newOutputStream(file)) {
      new PDFProcessor(true).getDocument(graphics.getCommands(), page).writeTo(out);
    }
  }

  /** What a plot can be saved as. */
  public enum Format {
    PNG,
    SVG,
    PDF
  }

  /** Writes STEM.png, STEM.svg or STEM.pdf. */
  public static void save(XYChart chart, Path folder, String stem, Format format)
      throws IOException {
    Path file = folder.resolve(stem + "." + format.name().toLowerCase(Locale.ROOT));
    switch (format) {
      case PNG -> savePng(chart, file);
      case SVG -> Files.write(file, ChartEncoder.getBytes(chart, "svg"));
      case PDF -> savePdf(chart, file);
    }
  }
}
