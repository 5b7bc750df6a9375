package org.knudsen.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.study.SweepResult;
import org.knudsen.torus.Torus;
import tech.tablesaw.api.Table;

/** Tables hold the numbers of results with known numbers. */
class ResultTablesTest {

  private final SweepResult sweep = MadeUpSweeps.complete("hard-sphere", 1.5, 0.4, 0.2, 0.1);

  @Test
  void runsHaveOneRowAnEps() {
    Table runs = ResultTables.runs(sweep);
    assertEquals(3, runs.rowCount());
    assertEquals(
        List.of(
            "eps",
            "steps",
            "dt",
            "wall time [s]",
            "perturbation norm L2",
            "perturbation equilibrium",
            "sup distance L2",
            "end distance L2",
            "sup distance H1eps",
            "end distance H1eps",
            "sup drift mass light",
            "sup drift mass heavy",
            "sup drift momentum",
            "sup drift energy",
            "ended"),
        runs.columnNames());
    assertEquals(0.2, runs.doubleColumn("eps").get(1));
    assertEquals(3 * Math.pow(0.2, 1.5), runs.doubleColumn("sup distance L2").get(1), 1e-15);
    assertEquals("complete", runs.stringColumn("ended").get(1));
  }

  @Test
  void severalSweepsAreToldApart() {
    SweepResult maxwell = MadeUpSweeps.complete("maxwell", 2, 0.2, 0.1);
    Table runs = ResultTables.runs(sweep, maxwell);
    assertEquals(
        List.of("hard-sphere", "hard-sphere", "hard-sphere", "maxwell", "maxwell"),
        runs.stringColumn("sweep").asList());
    Table same = ResultTables.slopes(sweep, sweep);
    assertEquals(
        List.of("hard-sphere (1)", "hard-sphere (1)", "hard-sphere (2)", "hard-sphere (2)"),
        same.stringColumn("sweep").asList());
  }

  /** The distances are an exact power of eps, so the fit is exact to round-off. */
  @Test
  void slopesAreThoseOfThePower() {
    Table slopes = ResultTables.slopes(sweep);
    assertEquals(List.of("L2", "H1eps"), slopes.stringColumn("norm").asList());
    assertEquals(1.5, slopes.doubleColumn("slope").get(0), 1e-13);
    assertEquals(3, slopes.doubleColumn("factor").get(0), 1e-12);
    assertEquals(0, slopes.doubleColumn("standard error").get(0), 1e-7);
    assertEquals(3, slopes.intColumn("points").get(0));
  }

  @Test
  void aBrokenDownSweepHasItsRowsAndNoSlope() {
    SweepResult broken = MadeUpSweeps.brokenDown(0.2, 0.1);
    assertEquals(11 + 5, ResultTables.diagnostics(broken).rowCount());
    assertEquals(0, ResultTables.slopes(broken).rowCount());
    assertTrue(ResultTables.runs(broken).stringColumn("ended").get(1).contains("NaN"));
  }

  @Test
  void profilesHaveARowACellAndSpecies() {
    Table profiles = ResultTables.profiles(sweep);
    assertEquals(3 * 11 * MadeUpSweeps.CELLS * 2, profiles.rowCount());
    assertEquals("heavy", profiles.stringColumn("species").get(3));
    assertEquals(1.0 / MadeUpSweeps.CELLS, profiles.doubleColumn("x").get(3));
    double expected = 0.5 - 0.4 * 0.1 * Math.cos(2 * Math.PI / MadeUpSweeps.CELLS);
    assertEquals(expected, profiles.doubleColumn("fluidConcentration").get(3), 1e-15);
  }

  /** One wave an axis, and one across: x is the first component of each coordinate. */
  @ParameterizedTest
  @CsvSource({"1, 0, 0", "0, 1, 0", "1, 2, 0", "1, 0, 2", "0, 1, 1", "2, 1, 1"})
  void wavesStandWhereTheirCoordinatesSay(int kx, int ky, int kz) {
    int dimension = kz == 0 ? 2 : 3;
    Torus torus = new Torus(dimension, 5);
    int[] k = {kx, ky, kz};
    Table profiles =
        ResultTables.profiles(
            MadeUpSweeps.onTorus(
                torus,
                cell -> {
                  double turns = 0;
                  for (int axis = 0; axis < dimension; axis++) {
                    turns += k[axis] * torus.coordinate(cell, axis);
                  }
                  return Math.sin(2 * Math.PI * turns);
                }));
    assertEquals(torus.cells(), profiles.rowCount());
    for (int row = 0; row < profiles.rowCount(); row++) {
      double turns =
          kx * profiles.doubleColumn("x").get(row) + ky * profiles.doubleColumn("y").get(row);
      turns += kz == 0 ? 0 : kz * profiles.doubleColumn("z").get(row);
      // the same sum in another order
      assertEquals(
          Math.sin(2 * Math.PI * turns), profiles.doubleColumn("concentration").get(row), 1e-14);
    }
  }

  @Test
  void pluginsAreListed() {
    PluginCatalogue catalogue = PluginCatalogue.load(getClass().getClassLoader());
    Table plugins = PluginTables.plugins(catalogue);
    assertTrue(plugins.stringColumn("id").contains("hard-sphere"));
    assertFalse(PluginTables.parameters(catalogue.plugins()).isEmpty());
    assertEquals(0, PluginTables.problems(catalogue).rowCount());
  }
}
