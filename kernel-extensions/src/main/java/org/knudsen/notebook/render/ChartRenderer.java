package org.knudsen.notebook.render;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knudsen.jupyter.html.Html;

/**
 * Shows an XChart chart twice: as SVG inside an HTML image, which every front end and nbconvert
 * prefer and show sharp at any size, and as a PNG of twice the size for those that take images only
 * (LaTeX, a terminal). The type image/svg+xml is not used, because nbconvert 6.5 empties it.
 */
public final class ChartRenderer {
  /** Pixels of the PNG per pixel of the chart. */
  private static final int PNG_SCALE = 2;

  /** The writer of SVG names clipping paths by hash codes, which differ from run to run. */
  private static final Pattern CLIP = Pattern.compile("(?<=id=\"|url\\(#)clip-?[0-9]+");

  private ChartRenderer() {}

  /**
   * Registers the renderer for charts of every kind.
   *
   * @param renderer the kernel's renderer
   */
  public static void register(Renderer renderer) {
    renderer
        .createRegistration(IChart.class)
        .preferring("text/html", "image/png")
        .register((chart, context) -> put(chart, context.getOutputContainer()));
  }

  private static void put(IChart chart, DisplayData out) {
    String given = chart.getTitle();
    String title = given == null || given.isBlank() ? "chart" : given;
    String svg = Base64.getEncoder().encodeToString(svg(chart));
    out.putHTML(
        "<img alt=\""
            + Html.escape(title)
            + "\" width=\""
            + chart.getWidth()
            + "\" height=\""
            + chart.getHeight()
            + "\" src=\"data:image/svg+xml;base64,"
            + svg
            + "\"/>");
    out.putData("image/png", Base64.getEncoder().encodeToString(png(chart)));
    // Sorted: the order of Map.of differs from one Java machine to the next, and the file with it.
    var size = new TreeMap<>(Map.of("width", chart.getWidth(), "height", chart.getHeight()));
    out.putMetaData("image/png", size);
    out.putText("[chart: " + title + "]");
  }

  /**
   * The chart as an SVG document.
   *
   * @param chart any chart; painting lets XChart settle its axes, and changes nothing else
   * @return UTF-8
   */
  public static byte[] svg(IChart chart) {
    try {
      String svg = new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8);
      Map<String, String> numbers = new HashMap<>();
      svg =
          CLIP.matcher(svg)
              .replaceAll(
                  id -> numbers.computeIfAbsent(id.group(), key -> "clip" + numbers.size()));
      return SmallSvg.of(svg).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The chart as a PNG of twice its width and height.
   *
   * @param chart any chart; painting lets XChart settle its axes, and changes nothing else
   * @return the file's bytes
   */
  public static byte[] png(IChart chart) {
    BufferedImage image =
        new BufferedImage(
            PNG_SCALE * chart.getWidth(),
            PNG_SCALE * chart.getHeight(),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.scale(PNG_SCALE, PNG_SCALE);
      chart.paint(graphics, chart.getWidth(), chart.getHeight());
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(SmallPng.of(image), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
