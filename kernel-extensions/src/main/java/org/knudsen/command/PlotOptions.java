package org.knudsen.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knudsen.figure.FigureStyle;
import org.knudsen.figure.PlotFiles;
import org.knudsen.figure.PlotOutput;
import org.knudsen.figure.Typeface;
import picocli.CommandLine.Option;

/** How the plots of a command are saved. */
final class PlotOptions {

  private static final Pattern FIGURE =
      Pattern.compile("([0-9.]+)x([0-9.]+),([0-9.]+),(sans|serif)");

  @Option(
      names = "--plots",
      paramLabel = "none|png|svg|pdf",
      split = ",",
      defaultValue = "png,svg",
      description = "The formats of the plots, with commas between them; png,svg by default.")
  private List<String> plots;

  @Option(
      names = "--figure",
      paramLabel = "WIDTHxHEIGHT,POINTS,sans|serif",
      description =
          "Draw the plots for a paper: millimetres, size of the text, Computer Modern with or"
              + " without serifs; 86x60,8,serif for one column.")
  private String figure;

  /** What was said, checked. */
  PlotOutput output() {
    return new PlotOutput(formats(), Optional.ofNullable(figure).map(PlotOptions::style));
  }

  private List<PlotFiles.Format> formats() {
    if (plots.equals(List.of("none"))) {
      return List.of();
    }
    return plots.stream().map(PlotOptions::format).toList();
  }

  private static PlotFiles.Format format(String word) {
    try {
      return PlotFiles.Format.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InputException("--plots", "found '" + word + "'", "none, or some of png,svg,pdf");
    }
  }

  private static FigureStyle style(String text) {
    Matcher parts = FIGURE.matcher(text);
    if (!parts.matches()) {
      throw new InputException(
          "--figure", "found '" + text + "'", "WIDTHxHEIGHT,POINTS,sans|serif, as 86x60,8,serif");
    }
    try {
      return new FigureStyle(
          Double.parseDouble(parts.group(1)),
          Double.parseDouble(parts.group(2)),
          Double.parseDouble(parts.group(3)),
          Typeface.valueOf(parts.group(4).toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw new InputException("--figure " + text + ": " + e.getMessage());
    }
  }
}
