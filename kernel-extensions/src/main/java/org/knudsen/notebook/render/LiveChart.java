package org.knudsen.notebook.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.knudsen.figure.PlotView;
import org.knudsen.jupyter.html.Html;

/**
 * What makes the picture of a chart answer in a browser: the pointer reads the values off its axes,
 * a double click enlarges what is under it (after eight times it is whole again), and a pressed
 * button moves it. The picture is an image all the same. The script stands in an attribute of what
 * it is for: a notebook that is not trusted, and a page without scripts, drop it and keep the
 * image, and nothing has to be found on the page or loaded.
 */
final class LiveChart {

  private static final String SCRIPT = script();

  private LiveChart() {}

  /**
   * The image with its script.
   *
   * @param image an HTML element
   * @param views of the plots in it; none for a picture that does not answer
   */
  static String html(String image, List<PlotView> views) {
    if (views.isEmpty()) {
      return image;
    }
    return "<div style=\"position:relative;display:inline-block;overflow:hidden;max-width:100%\""
        + " data-views=\""
        + views.stream().map(LiveChart::json).collect(Collectors.joining(",", "[", "]"))
        + "\" onmouseenter=\""
        + SCRIPT
        + "\">"
        + image.replaceFirst(
            "<img ", "<img draggable=\"false\" style=\"display:block;transform-origin:0 0\" ")
        + "<span style=\"position:absolute;display:none;pointer-events:none;padding:1px 5px;"
        + "font:12px sans-serif;color:#333;background:#fffd;border:1px solid #999;"
        + "white-space:nowrap\"></span></div>";
  }

  private static String json(PlotView view) {
    return String.format(
        Locale.ROOT,
        "[%.1f,%.1f,%.1f,%.1f,%s,%s,%s,%s,%s,%s]",
        view.left(),
        view.top(),
        view.width(),
        view.height(),
        view.leastX(),
        view.mostX(),
        view.logarithmicX() ? 1 : 0,
        view.leastY(),
        view.mostY(),
        view.logarithmicY() ? 1 : 0);
  }

  /** On one line, without indentation. */
  private static String script() {
    try (InputStream file = LiveChart.class.getResourceAsStream("chart.js")) {
      String code = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Html.escape(code.lines().map(String::strip).collect(Collectors.joining(" ")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
