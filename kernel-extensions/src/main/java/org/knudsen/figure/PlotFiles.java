package org.knudsen.figure;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.knowm.xchart.internal.chartpart.IChart;

/** Saves plots, without a screen. The same plot gives the same bytes. */
public final class PlotFiles {

  /** Pixels of a PNG per pixel of the plot, sharp on a dense screen and in print. */
  private static final int SCALE = 2;

  private static final int DOTS = 300; // an inch, of a PNG for a paper
  private static final double POINTS_A_MILLIMETRE = 72 / 25.4;

  /** The writer of SVG names clipping paths by hash codes, which differ from run to run. */
  private static final Pattern CLIP = Pattern.compile("(?<=id=\"|url\\(#)clip-?[0-9]+");

  private static final Pattern FAMILY = Pattern.compile("font-family:&quot;([^&]*)&quot;");

  private PlotFiles() {}

  /** A picture of twice the width and height of a chart. */
  public static BufferedImage image(IChart chart) {
    return image(chart, SCALE);
  }

  /** A picture of so many pixels for each of a chart. */
  static BufferedImage image(IChart chart, int scale) {
    return image(chart, Typeface.SCREEN, chart.getWidth(), chart.getHeight(), scale);
  }

  private static BufferedImage image(
      IChart chart, Typeface typeface, int width, int height, double scale) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(scale * width),
            (int) Math.round(scale * height),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.scale(scale, scale);
      graphics.setFont(typeface.roman());
      chart.paint(graphics, width, height);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /**
   * The chart as an SVG document, its text as text.
   *
   * @param chart any chart; painting lets it settle its axes, and changes nothing else
   */
  public static String svg(IChart chart) {
    return svg(chart, new ArrayList<>());
  }

  /**
   * The same.
   *
   * @param views gets where each plot of this package lies in the picture
   */
  public static String svg(IChart chart, List<PlotView> views) {
    return svg(chart, Typeface.SCREEN, chart.getWidth(), chart.getHeight(), views);
  }

  private static String svg(
      IChart chart, Typeface typeface, int width, int height, List<PlotView> views) {
    VectorGraphics2D graphics = new VectorGraphics2D();
    graphics.setRenderingHint(PlotFrame.VIEWS, views);
    graphics.setFont(typeface.roman());
    chart.paint(graphics, width, height);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new SVGProcessor()
          .getDocument(graphics.getCommands(), new PageSize(width, height))
          .writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String svg = out.toString(StandardCharsets.UTF_8);
    Map<String, String> numbers = new HashMap<>();
    svg =
        CLIP.matcher(svg)
            .replaceAll(id -> numbers.computeIfAbsent(id.group(), key -> "clip" + numbers.size()));
    // the writer leaves 12 pixels out as the default, which they are not
    svg = svg.replaceFirst("<svg ", "<svg font-size=\"12px\" ");
    // Verdana is as wide as DejaVu Sans, which stands for sans-serif where plots are made on Linux
    return FAMILY
        .matcher(svg)
        .replaceAll(
            family ->
                "font-family:'"
                    + family.group(1)
                    + (family.group(1).startsWith("KaTeX")
                        ? "','Latin Modern Roman',serif"
                        : "',Verdana,sans-serif"));
  }

  private static byte[] pdf(IChart chart, Typeface typeface, int width, int height, double scale)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(0L); // the time by default
      float wide = (float) (width * scale);
      float high = (float) (height * scale);
      PDPage page = new PDPage(new PDRectangle(wide, high));
      document.addPage(page);
      PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, wide, high);
      graphics.setFontTextDrawer(new EmbeddedFonts());
      graphics.scale(scale, scale);
      graphics.setFont(typeface.roman());
      chart.paint(graphics, width, height);
      graphics.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(graphics.getXFormObject());
      }
      document.save(out);
    }
    return out.toByteArray();
  }

  /** Puts the fonts of KaTeX into a document, as far as it uses them. */
  private static final class EmbeddedFonts extends PdfBoxGraphics2DFontTextDrawer {

    private final Map<String, PDFont> fonts = new HashMap<>();

    @Override
    protected PDFont mapFont(Font font, IFontTextDrawerEnv env)
        throws IOException, FontFormatException {
      String name = font.getFontName();
      if (!fonts.containsKey(name)) {
        try (InputStream file = Typeface.file(name)) {
          fonts.put(name, file == null ? null : PDType0Font.load(env.getDocument(), file, true));
        }
      }
      return fonts.get(name);
    }
  }

  /** What a plot can be saved as. */
  public enum Format {
    PNG,
    SVG,
    PDF
  }

  /**
   * Writes a plot with its size on a screen: one pixel of it is two of a PNG, and a point of a PDF.
   *
   * @param file with the ending .pdf, .svg or .png, which says what is written
   * @throws IllegalArgumentException for another ending
   */
  public static void save(IChart chart, Path file) throws IOException {
    Files.write(
        file,
        switch (format(file)) {
          case PNG -> png(image(chart));
          case SVG -> svg(chart).getBytes(StandardCharsets.UTF_8);
          case PDF -> pdf(chart, Typeface.SANS, chart.getWidth(), chart.getHeight(), 1);
        });
  }

  /**
   * Writes a plot as a figure for a paper.
   *
   * @param file with the ending .pdf, .svg or .png, a PNG has {@value #DOTS} dots an inch
   * @throws IllegalArgumentException for another ending
   */
  public static void save(IChart chart, Path file, FigureStyle style) throws IOException {
    double scale = style.points() / 12; // points a pixel
    double wide = style.width() * POINTS_A_MILLIMETRE / scale;
    double high = style.height() * POINTS_A_MILLIMETRE / scale;
    int width = (int) Math.round(wide == 0 ? chart.getWidth() : wide);
    int height =
        (int) Math.round(high == 0 ? (double) width * chart.getHeight() / chart.getWidth() : high);
    Typeface face = style.typeface();
    Files.write(
        file,
        switch (format(file)) {
          case PNG -> png(image(chart, face, width, height, scale * DOTS / 72));
          case SVG ->
              svg(chart, face, width, height, new ArrayList<>())
                  .replaceFirst(" width=\"[^\"]*\"", points(" width", width * scale))
                  .replaceFirst(" height=\"[^\"]*\"", points(" height", height * scale))
                  .getBytes(StandardCharsets.UTF_8);
          case PDF -> pdf(chart, face, width, height, scale);
        });
  }

  private static Format format(Path file) {
    String name = file.toString().toUpperCase(Locale.ROOT);
    for (Format format : Format.values()) {
      if (name.endsWith("." + format)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "figure '" + file + "'; its name ends with .pdf, .svg or .png");
  }

  private static String points(String side, double size) {
    return String.format(Locale.ROOT, "%s=\"%.2fpt\"", side, size);
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // in memory: ImageIO's own stream keeps a file, and registers a shutdown hook, which a process
    // that is ending on Ctrl-C and saves its results may not
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", stream)) {
        throw new IOException("this Java has no writer for PNG");
      }
    }
    return bytes.toByteArray();
  }
}
