package org.knudsen.notebook.render;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.knowm.xchart.PieChart;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knudsen.figure.Film;
import org.knudsen.figure.PlotFiles;
import org.knudsen.figure.PlotTheme;
import org.knudsen.figure.PlotView;
import org.knudsen.jupyter.html.Html;

/**
 * Shows an XChart chart twice: as SVG inside an HTML image, which every front end and nbconvert
 * prefer and show sharp at any size, and as a PNG of twice the size for those that take images only
 * (LaTeX, a terminal). The SVG has no ground, so that it stands on a light page and on a dark one
 * (a pie keeps its own, since it has labels in black and in white); the PNG has a white one. The
 * type image/svg+xml is not used, because nbconvert 6.5 empties it.
 */
public final class ChartRenderer {
  /** The ground of a part or its frame, where it is light. */
  private static final Pattern GROUND =
      Pattern.compile("(<rect [^>]*(?:fill|stroke):)rgb\\((19[0-9]|2[0-9][0-9]),\\2,\\2\\)");

  private static final int INK = 117;
  private static final Pattern GREY = Pattern.compile("rgb\\(([0-9]+),\\1,\\1\\)");

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
    renderer
        .createRegistration(Film.class)
        .preferring("text/html", "image/png")
        .register((film, context) -> put(film, context.getOutputContainer()));
  }

  /** Moving where HTML is shown, and its first frame elsewhere. */
  private static void put(Film film, DisplayData out) {
    IChart first = film.frames().get(0);
    put(first, out);
    out.putHTML(html(film.title(), first, "gif", film.gif()));
    out.putText("[film: " + film.title() + ", " + film.frames().size() + " frames]");
  }

  /**
   * A chart for a page of any colour, which an image cannot ask for: without a ground, its ink in
   * the grey that is as far from white as from black, and its grid translucent.
   */
  private static String onAnyGround(String svg) {
    return GREY.matcher(GROUND.matcher(svg).replaceAll("$1none"))
        .replaceAll(
            grey -> {
              int level = Integer.parseInt(grey.group(1));
              boolean grid = level > 190 && level < 250;
              return level < INK
                  ? "rgb(%1$d,%1$d,%1$d)".formatted(INK)
                  : grid ? "rgba(128,128,128,.3)" : "$0";
            });
  }

  private static void put(IChart chart, DisplayData out) {
    out.putHTML(html(chart));
    out.putData("image/png", Base64.getEncoder().encodeToString(png(chart)));
    // Sorted: the order of Map.of differs from one Java machine to the next, and the file with it.
    var size = new TreeMap<>(Map.of("width", chart.getWidth(), "height", chart.getHeight()));
    out.putMetaData("image/png", size);
    out.putText("[chart: " + title(chart) + "]");
  }

  private static String title(IChart chart) {
    String given = chart.getTitle();
    return given == null || given.isBlank() ? "chart" : PlotTheme.plain(given);
  }

  /** The chart as an image in HTML, which answers to the pointer ({@link LiveChart}). */
  static String html(IChart chart) {
    List<PlotView> views = new ArrayList<>();
    byte[] svg = svg(chart, views);
    return LiveChart.html(html(title(chart), chart, "svg+xml", svg), views);
  }

  private static String html(String alt, IChart size, String type, byte[] file) {
    return "<img alt=\"%s\" width=\"%s\" height=\"%s\" src=\"data:image/%s;base64,%s\"/>"
        .formatted(
            Html.escape(alt),
            size.getWidth(),
            size.getHeight(),
            type,
            Base64.getEncoder().encodeToString(file));
  }

  /**
   * The chart as an SVG document.
   *
   * @param chart any chart; painting lets XChart settle its axes, and changes nothing else
   * @return UTF-8
   */
  public static byte[] svg(IChart chart) {
    return svg(chart, new ArrayList<>());
  }

  private static byte[] svg(IChart chart, List<PlotView> views) {
    String svg = PlotFiles.svg(chart, views);
    return SmallSvg.of(chart instanceof PieChart ? svg : onAnyGround(svg))
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The chart as a PNG of twice its width and height.
   *
   * @param chart any chart; painting lets XChart settle its axes, and changes nothing else
   * @return the file's bytes
   */
  public static byte[] png(IChart chart) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(SmallPng.of(PlotFiles.image(chart)), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
