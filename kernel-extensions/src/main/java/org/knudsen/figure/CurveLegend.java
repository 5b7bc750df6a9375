package org.knudsen.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * The entries of a legend, in smaller letters if they must be: an entry is no wider than the
 * picture, and all are no higher than it, or than half of it below the plot.
 *
 * @param position below a plot that a legend beside it would leave no room for
 * @param lines what stands side by side
 * @param line pixels from line to line
 */
record CurveLegend(
    LegendPosition position,
    List<List<XYSeries>> lines,
    Map<XYSeries, PlotLabel> labels,
    double line) {

  static final int KEY = 28; // width of a line of the plot in the legend
  private static final int LINE = 18;
  private static final int AROUND = KEY + 22; // of an entry, all but its label
  private static final int EDGE = 24; // left free of the width

  /** The legend of some series, in a picture of some width and height. */
  static CurveLegend of(
      List<XYSeries> shown, LegendPosition asked, Typeface face, int width, int height) {
    double room = Math.max(1, width - EDGE - AROUND);
    Map<XYSeries, PlotLabel> labels = labels(shown, face, PlotFrame.SMALL, room);
    double widest = labels.values().stream().mapToDouble(PlotLabel::width).max().orElse(0);
    LegendPosition position =
        asked == LegendPosition.OutsideE && AROUND + widest > 0.45 * width
            ? LegendPosition.OutsideS
            : asked;
    boolean below = position == LegendPosition.OutsideS;
    List<List<XYSeries>> lines = lines(labels, below ? width - EDGE : 0);
    double most = below ? height / 2.0 : height - EDGE;
    double smaller = Math.min(1, most / (LINE * lines.size()));
    return new CurveLegend(
        position,
        lines,
        smaller < 1 ? labels(shown, face, (float) (smaller * PlotFrame.SMALL), room) : labels,
        smaller * LINE);
  }

  private static Map<XYSeries, PlotLabel> labels(
      List<XYSeries> shown, Typeface face, float size, double room) {
    Map<XYSeries, PlotLabel> labels = new LinkedHashMap<>();
    shown.forEach(s -> labels.put(s, PlotFrame.fitting(s.getLabel(), face, false, size, room)));
    return labels;
  }

  /** As many in each as have room; at least one. */
  private static List<List<XYSeries>> lines(Map<XYSeries, PlotLabel> labels, double room) {
    List<List<XYSeries>> lines = new ArrayList<>();
    double free = 0;
    for (Map.Entry<XYSeries, PlotLabel> entry : labels.entrySet()) {
      double wide = AROUND + entry.getValue().width();
      if (lines.isEmpty() || wide > free) {
        lines.add(new ArrayList<>());
        free = room;
      }
      lines.get(lines.size() - 1).add(entry.getKey());
      free -= wide;
    }
    return lines;
  }

  double width() {
    return lines.stream().mapToDouble(this::width).max().orElse(0);
  }

  private double width(List<XYSeries> entries) {
    return entries.stream().mapToDouble(this::width).sum();
  }

  /** Of an entry. */
  double width(XYSeries series) {
    return AROUND + labels.get(series).width();
  }

  double height() {
    return line * lines.size();
  }
}
