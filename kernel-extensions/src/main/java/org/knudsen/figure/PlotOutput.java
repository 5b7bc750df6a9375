package org.knudsen.figure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * How the plots of a run are saved.
 *
 * @param formats empty for no plots
 * @param style of figures for a paper; empty for plots as on a screen
 */
public record PlotOutput(List<PlotFiles.Format> formats, Optional<FigureStyle> style) {

  public PlotOutput {
    formats = List.copyOf(formats);
  }

  /** As on a screen. */
  public static PlotOutput of(PlotFiles.Format... formats) {
    return new PlotOutput(List.of(formats), Optional.empty());
  }

  /** Writes STEM.png, STEM.svg or STEM.pdf, or several of them. */
  public void save(IChart chart, Path folder, String stem) throws IOException {
    for (PlotFiles.Format format : formats) {
      Path file = folder.resolve(stem + "." + format.name().toLowerCase(Locale.ROOT));
      if (style.isPresent()) {
        PlotFiles.save(chart, file, style.get());
      } else {
        PlotFiles.save(chart, file);
      }
    }
  }
}
