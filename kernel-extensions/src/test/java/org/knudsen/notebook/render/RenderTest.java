package org.knudsen.notebook.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knudsen.collision.Gas;
import org.knudsen.collision.Spectrum;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.figure.CurvePlot;
import org.knudsen.figure.Film;
import org.knudsen.fluid.MaxwellStefanCoefficients;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.report.Rows;
import org.knudsen.run.Dimension;
import org.knudsen.run.Quantity;
import org.knudsen.run.RunResult;
import org.knudsen.run.SlopeFit;
import org.knudsen.run.Variable;
import org.knudsen.sweep.Convergence;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RenderTest {
  private final Renderer renderer = new Renderer();

  @BeforeEach
  void register() {
    Renderers.registerAll(renderer);
  }

  private String html(Object value) {
    return (String) renderer.render(value).getData(MIMEType.TEXT_HTML);
  }

  private String text(Object value) {
    return (String) renderer.render(value).getData(MIMEType.TEXT_PLAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5",
    "1.0160339, 1.01603",
    "-1234567.0, -1234570",
    "12345678, 1.23457e+07",
    "0.0001, 0.0001",
    "0.00003, 3e-05",
    "-1e-300, -1e-300",
    "999999.9, 1000000",
    "9999999.9, 1e+07",
    "0, 0",
    "-0.0, 0",
    "1e100, 1e+100"
  })
  void showsSixDigits(double value, String expected) {
    assertEquals(expected, Numbers.text(value));
  }

  @Test
  void showsNumbersThatAreNone() {
    assertEquals("NaN", Numbers.text(Double.NaN));
    assertEquals("-Infinity", Numbers.text(Double.NEGATIVE_INFINITY));
  }

  @Test
  void showsATableEscapedAndAligned() {
    Table table =
        Table.create(
            "eps & slope",
            StringColumn.create("kernel", "hard<sphere>", null),
            DoubleColumn.create("slope", 0.98765432, Double.NaN),
            IntColumn.create("steps", 10, 1234567890));
    String html = html(table);
    assertTrue(html.contains("eps &amp; slope"), html);
    assertTrue(html.contains("text-align:left\">hard&lt;sphere&gt;</td>"), html);
    assertTrue(html.contains("tabular-nums\">0.987654</td>"), html);
    assertTrue(html.contains("tabular-nums\">1234567890</td>"), html);
    assertTrue(html.contains("tabular-nums\">NaN</td>"), "NaN is seen as NaN: " + html);
    assertFalse(html.contains("rows</div>"), "nothing was left out");
    assertEquals(
        """
        eps & slope
        kernel           slope       steps
        hard<sphere>  0.987654          10
                           NaN  1234567890""",
        text(table));
  }

  @Test
  void leavesACellEmptyThatHasNoNumberButShowsNaN() {
    Rows rows = new Rows("r");
    rows.next().number("a", 1).number("b", OptionalDouble.empty());
    rows.next().number("b", 0.0 / 0);
    rows.next().number("a", Double.NaN).number("b", 2);
    assertEquals(
        """
        r
          a    b
          1
             NaN
        NaN    2""",
        text(rows.table()));
  }

  @Test
  void showsWhatArraysAndCollectionsHold() {
    Mixture mixture = Mixture.of(new Species("light", 1, 0.5));
    double[] numbers = {1, 1.0 / 3, Double.NaN};
    assertEquals("[1, 0.333333, NaN]", text(numbers));
    assertEquals("[1, 2]\n[3]", text(new int[][] {{1, 2}, {3}}));
    assertEquals("[a, null]", text(new String[] {"a", null}));
    assertEquals("[]", text(new double[0]));
    assertTrue(text(new double[1000]).endsWith(", ...]\nthe first 30 of 1000"));
    assertEquals("[1, 0.333333, NaN]\n[]", text(List.of(numbers, new long[0])));
    assertEquals("n = [1, 0.333333, NaN]", text(Map.of("n", numbers)));
    assertEquals(text(mixture) + "\n" + text(mixture), text(List.of(mixture, mixture)));
    assertEquals("one\n" + text(mixture), text(Map.of("one", mixture)));
    assertEquals(text(mixture), text(Optional.of(mixture)));
    assertEquals(text(mixture) + "\n1.0", text(new Object[] {mixture, 1.0}));
    XYChart chart = new XYChartBuilder().width(300).height(200).title("t").build();
    chart.addSeries("s", new double[] {0, 1}, new double[] {0, 1});
    String html = html(Map.of("a<b", List.of(chart, mixture)));
    assertTrue(html.contains("<b>a&lt;b</b>") && html.contains("<img alt=\"t\""), html);
    assertTrue(html.contains(html(mixture)), html);
  }

  @Test
  void leavesWhatHasATextAlone() {
    for (Object value : List.of(List.of(0.125, "a"), Map.of("a", 1), Optional.empty(), 7, "text")) {
      DisplayData data = renderer.render(value);
      assertEquals(value.toString(), data.getData(MIMEType.TEXT_PLAIN));
      assertFalse(data.hasDataForType(MIMEType.TEXT_HTML), value::toString);
    }
  }

  @Test
  void showsAnObjectWithoutATextByItsFields() {
    class Own {
      final double part = 1.0 / 3;
      final int[] numbers = new int[4];
      final Own next = numbers.length > 4 ? this : null;
      final Runnable task = () -> {};
    }
    assertEquals(
        """
        Own
          part     0.333333
          numbers  int[4]
          next     null
          task     Runnable""",
        text(new Own()));
    PluginCatalogue catalogue = PluginCatalogue.load(getClass().getClassLoader());
    String plugin = text(catalogue.plugins().get(0));
    assertTrue(plugin.startsWith("grad-cutoff: collision kernel\n"), plugin);
    assertTrue(text(catalogue).startsWith("Plugins\nfamily "), text(catalogue));
    assertTrue(html(catalogue).contains(">hard-sphere</td>"), html(catalogue));
  }

  /** An image cannot ask the page for its colours: no ground, and ink that shows on any. */
  @Test
  void fitsALightPageAndADarkOne() {
    XYChart chart = new XYChartBuilder().width(300).height(200).title("t").build();
    chart.addSeries("s", new double[] {0, 1}, new double[] {0, 1});
    List<IChart> charts =
        List.of(
            chart,
            new CurvePlot("c", "x", "y")
                .line("f", "n", new double[] {0, 1}, new double[2])
                .chart());
    for (IChart each : charts) {
      String svg = new String(ChartRenderer.svg(each), StandardCharsets.UTF_8);
      Matcher grey = Pattern.compile("rgb\\((\\d+),\\1,\\1\\)").matcher(svg);
      while (grey.find()) {
        int level = Integer.parseInt(grey.group(1));
        assertTrue(level >= 117 && level <= 160, grey.group());
      }
      assertTrue(svg.contains("rgb(117,117,117)"), svg);
    }
    Mixture mixture = Mixture.of(new Species("a", 1, 1));
    for (String html :
        List.of(html(mixture), html(Table.create("t", DoubleColumn.create("x", 1))))) {
      assertFalse(html.contains("#") || html.contains("background"), html);
    }
  }

  @Test
  void cutsALongTableAndSaysSo() {
    Table table = Table.create("t", IntColumn.create("i", IntStream.range(0, 1000).toArray()));
    String html = new TableRenderer(3).html(table);
    assertEquals(3 + 1, html.split("<tr>", -1).length - 1, "three rows and the header");
    assertTrue(html.contains("the first 3 of 1000 rows"), html);
    assertTrue(new TableRenderer(3).text(table).endsWith("2\nthe first 3 of 1000 rows"));
    assertThrows(IllegalArgumentException.class, () -> new TableRenderer(0));
  }

  @Test
  void showsChartsAsSvgAndAsPng() throws Exception {
    XYChart chart = new XYChartBuilder().width(300).height(200).title("a<b").build();
    chart.addSeries("s", new double[] {0, 1, 2}, new double[] {0, 1, 4});
    DisplayData data = renderer.render(chart);
    String html = (String) data.getData(MIMEType.TEXT_HTML);
    assertTrue(html.startsWith("<img alt=\"a&lt;b\" width=\"300\" height=\"200\""), html);
    String base64 = html.substring(html.indexOf("base64,") + 7, html.lastIndexOf('"'));
    String svg = new String(Base64.getDecoder().decode(base64));
    assertTrue(svg.contains("<svg") && svg.strip().endsWith("</svg>"), svg);
    assertFalse(data.hasDataForType(MIMEType.IMAGE_SVG), "nbconvert 6.5 empties it");
    byte[] png = Base64.getDecoder().decode((String) data.getData(MIMEType.IMAGE_PNG));
    var image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(List.of(600, 400), List.of(image.getWidth(), image.getHeight()));
    assertArrayEquals(png, ChartRenderer.png(chart), "the same picture every time");
    assertArrayEquals(ChartRenderer.svg(chart), ChartRenderer.svg(chart));
  }

  /** A script reads values off the axes; a front end that drops it is left with the image. */
  @Test
  void ourPlotsAnswerToThePointer() {
    XYChart chart =
        new CurvePlot("f", "x", "y")
            .line("a", "a", new double[] {1, 10, 100}, new double[] {0, 1, 2})
            .xBetween(1, 1000)
            .between(-1, 3)
            .logarithmicX()
            .chart();
    String html = html(chart);
    assertTrue(html.startsWith("<div ") && html.contains("<img "), html);
    assertTrue(html.contains(",1.0,1000.0,1,-1.0,3.0,0]]"), "both axes: " + html);
    assertEquals(1, html.split("onmouseenter=", -1).length - 1);
    String script = html.replaceFirst("(?s).*onmouseenter=\"([^\"]*)\".*", "$1");
    assertTrue(script.contains("dblclick") && script.length() < 2500, "small: " + script.length());
    assertEquals(html, html(chart), "the same every time");
  }

  @Test
  void showsAFilmMovingAndItsFirstFrameElsewhere() throws Exception {
    XYChart chart = new CurvePlot("f", "x", "y").chart();
    DisplayData data = renderer.render(new Film("a film", List.of(chart, chart), 100));
    assertTrue(((String) data.getData(MIMEType.TEXT_HTML)).contains("data:image/gif;base64,"));
    byte[] png = Base64.getDecoder().decode((String) data.getData(MIMEType.IMAGE_PNG));
    assertArrayEquals(ChartRenderer.png(chart), png);
  }

  @Test
  void showsOtherKindsOfChartsToo() {
    CategoryChart chart = new CategoryChartBuilder().width(100).height(100).build();
    chart.addSeries("s", List.of("a", "b"), List.of(1, 2));
    assertTrue(html(chart).contains("data:image/svg+xml;base64,"));
  }

  @Test
  void showsAMixtureAsACard() {
    Mixture mixture = Mixture.of(new Species("light", 1, 0.5), new Species("heavy", 4, 1.5));
    assertEquals(
        """
        Mixture of 2 species
          total concentration  2
          mass density         6.5
          species  mass  concentration  mole fraction
          light       1            0.5           0.25
          heavy       4            1.5           0.75""",
        text(mixture));
    assertTrue(html(mixture).contains("<td style=\"text-align:left;padding:1px 0\">6.5</td>"));
  }

  @Test
  void showsACollisionKernelOfAnyClassAsACard() {
    CollisionKernel kernel =
        new CollisionKernel() {
          @Override
          public int speciesCount() {
            return 2;
          }

          @Override
          public PairKernel pair(int i, int j) {
            return new PairKernel(new PowerLaw(0.25, 1), s -> 1 - s * s);
          }
        };
    String text = text(kernel);
    assertTrue(text.startsWith("Collision kernel B(g, cos \u03b8)"), text);
    assertEquals(3, text.lines().filter(line -> line.contains(" with ")).count(), text);
    assertTrue(text.replaceAll(" +", " ").contains("1 with 2 1 0.25 0 1 0"), text);
  }

  @Test
  void showsARunAsACardWithoutItsWallTime() {
    Dimension time = Dimension.of("time", 0, 0.1);
    Dimension species = Dimension.labelled("species", List.of("a", "b"));
    Map<String, Variable> variables = new LinkedHashMap<>();
    for (Variable variable :
        List.of(
            new Variable(
                new Quantity("distance/L2", "", Quantity.Summary.LARGEST_AND_LAST, time),
                new double[] {0.5, 0.25}),
            new Variable(
                new Quantity(
                    "drift/mass", "", "1", Quantity.Summary.LARGEST, List.of(time, species)),
                new double[] {0, 0, 1e-15, 2e-15}),
            new Variable(
                new Quantity("drift/momentum", "", Quantity.Summary.LARGEST, time),
                new double[] {0, 3e-16}),
            new Variable(
                new Quantity("drift/energy", "", Quantity.Summary.LARGEST, time), new double[2]))) {
      variables.put(variable.name(), variable);
    }
    RunResult run = new RunResult(0.1, 0.01, 10, RunResult.Ending.CANCELLED, "", 12.345, variables);
    assertEquals(
        """
        Run
          Knudsen number \u03b5                 0.1
          steps                            10 of dt = 0.01
          ended                            cancelled
          drift of mass, momentum, energy  at most 1e-14
          norm of F - M  largest over time  at the end
          L2                           0.5        0.25""",
        text(run));
    assertFalse(html(run).contains("12.3"), "times differ from run to run");
  }

  /** Maxwell molecules, masses 1 and 4: Delta_12 = 1 / (4 pi C mu_r), and D is the same. */
  @Test
  void showsWhatFollowsFromAGas() {
    Mixture mixture = Mixture.of(new Species("a", 1, 0.5), new Species("b", 4, 0.5));
    CollisionKernel maxwell =
        CollisionKernel.symmetric(2, (i, j) -> new PairKernel(new PowerLaw(0.25, 0), s -> 1));
    Gas gas = Gas.of(mixture, maxwell, 3);
    String delta = Numbers.text(1 / (4 * Math.PI * 0.25 * 0.8));
    String[] stefan = text(MaxwellStefanCoefficients.of(mixture, maxwell)).split("\n");
    assertEquals("Maxwell-Stefan coefficients Delta_ij", stefan[0]);
    assertEquals(List.of("i", "j", "=", "1", "j", "=", "2"), words(stefan[1]));
    assertEquals(delta, words(stefan[2]).get(2));
    assertEquals(delta, words(stefan[3]).get(1));
    String transport = text(new TransportCoefficients(gas));
    assertTrue(transport.startsWith("Transport coefficients, degree 3"), transport);
    assertTrue(transport.contains("D  " + " ".repeat(12)) && transport.contains(delta), transport);
    String spectrum = text(Spectrum.of(gas.harmonics()));
    assertTrue(spectrum.startsWith("Spectrum of -L, degree 3"), spectrum);
    String harmonics = text(gas.harmonics());
    assertTrue(harmonics.startsWith("L by harmonics, degree 3\nl  mult"), harmonics);
    assertEquals(List.of("1", "3", "4"), words(harmonics.split("\n")[3]));
    assertEquals(text(mixture), text(gas));
    assertEquals(
        """
        Distance = factor \u00b7 \u03b5^slope
          slope   2
          factor  3
          points  2""",
        text(SlopeFit.of(new double[] {1, 2}, new double[] {3, 12})));
    String convergence =
        text(
            new Convergence(
                "study", List.of(new Convergence.Digits(0.1, "L2", "sup", 0.5, 4, 5, 6))));
    assertTrue(convergence.startsWith("Digits that stand, study"), convergence);
    assertTrue(convergence.contains("sup L2"), convergence);
  }

  private static List<String> words(String line) {
    return List.of(line.trim().split(" +"));
  }

  @Test
  void refusesAGridWithARaggedRow() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> CardTable.named(List.of("a", "b"), List.of(List.of("1"))));
    assertTrue(e.getMessage().contains("has 1 cells; the header has 2"), e.getMessage());
  }

  @Test
  void numbersHaveTheSameDigitsInEveryLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals("1.5e+08", Numbers.text(1.5e8));
    } finally {
      Locale.setDefault(before);
    }
  }
}
