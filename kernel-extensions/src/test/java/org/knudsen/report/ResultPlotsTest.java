package org.knudsen.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knudsen.archive.RunFiles;
import org.knudsen.figure.PlotFiles;
import org.knudsen.figure.PlotOutput;
import org.knudsen.figure.PlotTheme;
import org.knudsen.run.Cancellation;
import org.knudsen.study.SweepResult;
import org.knudsen.torus.Torus;

/** Plots show the computed numbers, say what they leave out, and are saved without a screen. */
class ResultPlotsTest {

  @TempDir Path folder;

  private final SweepResult sweep = MadeUpSweeps.complete("hard-sphere", 1.5, 0.2, 0.1, 0.05);

  private static List<String> labels(XYChart chart) {
    return chart.getSeriesCollection().stream().map(XYSeries::getLabel).toList();
  }

  @Test
  void theSlopeStandsInTheLegend() {
    XYChart chart = ResultPlots.distanceOverKnudsen(sweep);
    assertTrue(labels(chart).stream().anyMatch(l -> l.contains("slope 1.500")), "" + labels(chart));
    XYSeries points = chart.getSeriesCollection().iterator().next();
    assertArrayEquals(new double[] {0.2, 0.1, 0.05}, points.getXData());
    assertEquals(3 * Math.pow(0.1, 1.5), points.getYData()[1], 1e-15);
  }

  @Test
  void twoSweepsAreComparedByKernel() {
    XYChart chart =
        ResultPlots.distanceOverKnudsen(sweep, MadeUpSweeps.complete("maxwell", 2, 0.2, 0.1));
    assertTrue(labels(chart).stream().anyMatch(l -> l.startsWith("hard-sphere")));
    assertTrue(labels(chart).stream().anyMatch(l -> l.startsWith("maxwell")));
    assertTrue(labels(chart).stream().anyMatch(l -> l.contains("slope 2.000")));
  }

  /** At time 0 the distance is 0 by definition, and a logarithm has no place for it. */
  @Test
  void zeroDistancesAreLeftOut() {
    for (XYSeries series : ResultPlots.overTime(sweep, "distance/L2").getSeriesCollection()) {
      assertEquals(10, series.getXData().length);
      assertTrue(Arrays.stream(series.getYData()).allMatch(y -> y > 0));
    }
  }

  @Test
  void zeroDriftsAreDrawnBelowAllOthersAndTheAxisSaysWhere() {
    XYChart chart = ResultPlots.conservation(sweep.runs().get(0));
    // the smallest drift that is not zero is 1e-17
    assertTrue(
        chart.getYAxisTitle().contains("0 drawn at 10\u207b\u00b9\u2078"), chart.getYAxisTitle());
    XYSeries light = chart.getSeries("mass of light");
    assertTrue(Arrays.stream(light.getYData()).allMatch(y -> Math.abs(y - 1e-18) < 1e-30));
  }

  /** Both solutions are divided by eps, so that all eps lie on one scale. */
  @Test
  void profilesAreDeviationsOverEps() {
    XYChart chart = ResultPlots.concentrations(sweep, 0, 0.031);
    assertTrue(
        chart.getTitle().contains("$t$ = 0.03 "), "the nearest time kept: " + chart.getTitle());
    XYSeries line = chart.getSeries("fluid limit, \u03b5 = 0.05");
    assertEquals(0.1 * Math.exp(-6 * 0.03), line.getYData()[0], 1e-14);
    assertFalse(line.isShowInLegend());
    XYSeries markers = chart.getSeries("\u03b5 = 0.05");
    // quarter of the period: cos = 0, and the kinetic part alone is left
    assertEquals(0.05 * 0.05, markers.getYData()[MadeUpSweeps.CELLS / 4], 1e-14);
    XYChart flux = ResultPlots.fluxes(sweep, 1, 0.03);
    assertEquals(
        -0.4 * Math.exp(-6 * 0.03) / 0.2,
        flux.getSeries("fluid limit, \u03b5 = 0.2").getYData()[MadeUpSweeps.CELLS / 4],
        1e-13);
  }

  @Test
  void plotsAreSavedAndTheSameTwice() throws Exception {
    XYChart chart = ResultPlots.distanceOverKnudsen(sweep);
    for (PlotFiles.Format format : PlotFiles.Format.values()) {
      PlotOutput.of(format).save(chart, folder, "one");
      PlotOutput.of(format).save(ResultPlots.distanceOverKnudsen(sweep), folder, "two");
    }
    for (String ending : List.of(".png", ".svg", ".pdf")) {
      assertArrayEquals(bytes("one" + ending), bytes("two" + ending), ending);
    }
    assertTrue(new String(bytes("one.pdf"), StandardCharsets.ISO_8859_1).startsWith("%PDF"));
    assertTrue(bytes("one.pdf").length > 2000, "a plot, not an empty page");
    assertEquals(2 * chart.getWidth(), ImageIO.read(folder.resolve("one.png").toFile()).getWidth());
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    // the document type of SVG stands on a server
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    assertEquals(
        "svg",
        factory
            .newDocumentBuilder()
            .parse(folder.resolve("one.svg").toFile())
            .getDocumentElement()
            .getTagName());
  }

  private byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  @Test
  void everyPlotOfABrokenDownSweepCanBeDrawn() throws IOException {
    RunFiles.plots(
        MadeUpSweeps.brokenDown(0.2, 0.1),
        folder,
        PlotOutput.of(PlotFiles.Format.values()),
        Cancellation.never());
    assertTrue(Files.exists(folder.resolve("relativeEntropy-over-time.svg")));
    assertTrue(Files.exists(folder.resolve("conserved-eps-0.1.png")));
  }

  @Test
  void noFormatsGiveNoPlots() throws IOException {
    RunFiles.plots(sweep, folder, PlotOutput.of(), Cancellation.never());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  /** A curve of many steps keeps the extremes of each column of pixels, and no more. */
  @Test
  void longCurvesAreThinnedToWhatAPictureShows() {
    int steps = 300_000;
    SweepResult many =
        MadeUpSweeps.ofMany(steps, "wiggle", step -> step == 123_457 ? 9 : Math.sin(step * 1.1));
    XYSeries series = ResultPlots.overTime(many, "wiggle").getSeriesCollection().iterator().next();
    assertTrue(series.getXData().length <= 4 * 1441, "" + series.getXData().length);
    assertEquals(9, Arrays.stream(series.getYData()).max().orElseThrow(), "the spike is there");
    assertEquals(0, series.getXData()[0]);
    assertEquals(0.01 * steps, series.getXData()[series.getXData().length - 1]);
    for (int p = 1; p < series.getXData().length; p++) {
      assertTrue(series.getXData()[p] > series.getXData()[p - 1], "in the order of time");
    }
    // in every column of pixels the curve goes from -1 to 1, as all of it does
    long high = Arrays.stream(series.getYData()).filter(y -> y > 0.99).count();
    assertTrue(high >= 1440, "" + high);
  }

  /** What is drawn in two dimensions lies on the first axis. */
  @Test
  void fieldsInThePlaneAreDrawnAlongX() {
    Torus torus = new Torus(2, 6);
    SweepResult plane =
        MadeUpSweeps.onTorus(
            torus, cell -> torus.coordinate(cell, 0) + 100 * torus.coordinate(cell, 1));
    var run = plane.runs().get(0).variable("concentration");
    assertEquals(
        List.of("keptTime", "y", "x", "species"),
        run.dimensions().stream().map(d -> d.name()).toList());
    double[] atZero = Arrays.copyOf(run.at(0), 6);
    assertArrayEquals(torus.coordinates(), atZero);
  }

  @Test
  void powersAreWrittenShort() {
    assertEquals("0.2", PlotTheme.power(0.2));
    assertEquals("10\u207b\u2076", PlotTheme.power(1e-6));
    assertEquals("2.5\u00b710\u207b\u00b3", PlotTheme.power(0.0025));
    assertEquals("100", PlotTheme.power(100));
    assertEquals("0", PlotTheme.power(0));
  }

  /** What is not a number at some times is blank there, as the legend says. */
  @Test
  void noLineJoinsTheEndsOfAGap() {
    SweepResult made = MadeUpSweeps.ofMany(20_000, "q", s -> s / 100 == 5 ? Double.NaN : s);
    XYSeries line = ResultPlots.overTime(made, "q").getSeriesCollection().iterator().next();
    assertEquals(1, Arrays.stream(line.getYData()).filter(Double::isNaN).count());
    SweepResult few = MadeUpSweeps.ofMany(5, "q", s -> s == 2 ? Double.NaN : s);
    line = ResultPlots.overTime(few, "q").getSeriesCollection().iterator().next();
    assertArrayEquals(new double[] {0, 1, Double.NaN, 3, 4, 5}, line.getYData());
  }

  @Test
  void runsOfNearlyTheSameKnudsenNumberAreToldApart() {
    SweepResult near = MadeUpSweeps.complete("hard-sphere", 1, 0.1, 0.100001, 0.2);
    assertEquals(
        List.of("\u03b5 = 0.1", "\u03b5 = 0.100001", "\u03b5 = 0.2"),
        labels(ResultPlots.overTime(near, "distance/L2")));
    SweepResult same = SweepResult.of("two schemes", near.runs().get(0), sweep.runs().get(1));
    assertEquals(
        List.of("\u03b5 = 0.1 (1)", "\u03b5 = 0.1 (2)"),
        labels(ResultPlots.scaledDistance(same, "L2", 1)));
  }

  @Test
  void aDollarInANameIsNoMathematics() {
    SweepResult odd = new SweepResult("$^$", "hard-sphere", "none", sweep.asked(), sweep.runs());
    XYChart chart = ResultPlots.distanceOverKnudsen(odd, sweep);
    String svg = PlotFiles.svg(chart);
    assertTrue(svg.contains(">$^$, L"), svg);
    assertEquals("cost $5, t", PlotTheme.plain("cost $$5, $t$"));
  }
}
