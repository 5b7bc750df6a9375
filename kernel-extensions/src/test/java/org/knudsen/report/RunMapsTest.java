package org.knudsen.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.knudsen.figure.Film;
import org.knudsen.figure.PlotFiles;
import org.knudsen.run.Dimension;
import org.knudsen.run.Quantity;
import org.knudsen.run.Quantity.Summary;
import org.knudsen.run.RunResult;
import org.knudsen.run.RunResult.Ending;
import org.knudsen.run.Variable;
import org.knudsen.torus.Torus;

class RunMapsTest {

  private static final Torus TORUS = new Torus(2, 4);
  private static final Dimension SPECIES = Dimension.labelled("species", List.of("light"));

  /** One species at two times: a wave along x, and half of it, carried along y. */
  private static RunResult run() {
    Dimension times = Dimension.of("keptTime", 0, 0.1);
    Dimension y = Dimension.of("y", TORUS.coordinates());
    Dimension x = Dimension.of("x", TORUS.coordinates());
    double[] c = new double[2 * TORUS.cells()];
    Arrays.setAll(
        c,
        at -> {
          double wave = Math.cos(2 * Math.PI * TORUS.coordinate(at % TORUS.cells(), 0));
          return 0.5 + 0.01 * (at < TORUS.cells() ? wave : wave / 2);
        });
    double[] flux = new double[4 * TORUS.cells()];
    Arrays.setAll(flux, at -> at % 2 * 0.03);
    Dimension axis = Dimension.labelled("axis", List.of("x", "y"));
    Variable concentration =
        new Variable(new Quantity("concentration", "c", Summary.NONE, times, y, x, SPECIES), c);
    Variable fluxes =
        new Variable(new Quantity("flux", "c u", Summary.NONE, times, y, x, SPECIES, axis), flux);
    Variable rest =
        new Variable(
            new Quantity("equilibriumConcentration", "c", Summary.NONE, SPECIES),
            new double[] {0.5});
    return new RunResult(
        0.1,
        0.01,
        10,
        Ending.COMPLETE,
        "",
        1,
        Map.of("concentration", concentration, "flux", fluxes, "equilibriumConcentration", rest));
  }

  /** A deviation of 0.01 is 0.1 after the division by eps = 0.1; a flux of 0.03 is 0.3. */
  @Test
  void mapsAreDeviationsAndFluxesOverEps() {
    String svg = PlotFiles.svg(RunMaps.concentration(run(), 0, 0));
    assertTrue(svg.contains(">0.10</text>"), "on the scale of colours");
    assertTrue(svg.contains("longest arrow 0.3)"), svg);
    assertFalse(svg.contains(">0.15</text>"));
  }

  @Test
  void aFilmHasAFrameForEveryTimeAndOneScale() throws Exception {
    Film film = RunMaps.film(run(), 0);
    assertEquals(2, film.frames().size());
    assertTrue(PlotFiles.svg(film.frames().get(1)).contains(">0.10</text>"), "the scale of both");
    byte[] gif = film.gif();
    assertArrayEquals(gif, RunMaps.film(run(), 0).gif(), "the same bytes every time");
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
    assertEquals(2, reader.getNumImages(true));
    assertEquals(310, reader.getWidth(1));
    reader.dispose();
  }

  @Test
  void whatIsNoFilmOrMapIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Film("f", List.of(), 100));
    RunResult slab = MadeUpSweeps.complete("hard-sphere", 1, 0.1).runs().get(0);
    assertThrows(IllegalArgumentException.class, () -> RunMaps.concentration(slab, 0, 0));
  }
}
