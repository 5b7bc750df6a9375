package org.knudsen.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knudsen.run.RunResult;
import org.knudsen.run.Variable;
import org.knudsen.study.SweepResult;
import tech.tablesaw.api.Table;

class LocalSlopesTest {

  @Test
  void slopesBetweenNeighbours() {
    Table table =
        ResultTables.localSlopes(
            MadeUpSweeps.complete("hard-sphere", 1, 0.2, 0.1, 0.05),
            MadeUpSweeps.complete("maxwell", 3, 0.2, 0.1));
    assertEquals(
        List.of("sweep", "from eps", "to eps", "slope L2", "slope H1eps"), table.columnNames());
    assertEquals(3, table.rowCount());
    double[] expected = {1, 1, 3};
    for (int row = 0; row < 3; row++) {
      // exact powers of eps: a logarithm of each
      assertEquals(expected[row], table.doubleColumn("slope L2").get(row), 1e-13);
      assertEquals(expected[row], table.doubleColumn("slope H1eps").get(row), 1e-13);
    }
    assertEquals(0.05, table.doubleColumn("to eps").get(1));
  }

  @Test
  void leavesOutRunsThatBrokeDown() {
    assertEquals(1, ResultTables.localSlopes(MadeUpSweeps.brokenDown(0.2, 0.1, 0.05)).rowCount());
  }

  @Test
  void scaledDistancesFallOntoOneAnother() {
    XYChart chart =
        ResultPlots.scaledDistance(MadeUpSweeps.complete("maxwell", 3, 0.2, 0.1), "L2", 3);
    ResultPlots.addLine(chart, "predicted", new double[] {0, 0.1}, new double[] {3, 3});
    List<XYSeries> series = List.copyOf(chart.getSeriesCollection());
    assertEquals(3, series.size());
    double[] first = series.get(0).getYData();
    double[] second = series.get(1).getYData();
    for (int n = 0; n < first.length; n++) {
      // 3 eps^3 / eps^3: a few roundings
      assertEquals(first[n], second[n], 1e-14);
    }
  }

  /** Runs that a notebook puts together need not have measured the same. */
  @Test
  void aNormThatOneRunLacksHasNoSlope() {
    List<RunResult> runs = MadeUpSweeps.complete("maxwell", 3, 0.2, 0.1).runs();
    RunResult second = runs.get(1);
    Map<String, Variable> less = new LinkedHashMap<>(second.variables());
    less.remove("distance/H1eps");
    RunResult poorer =
        new RunResult(second.knudsen(), second.dt(), second.steps(), second.ending(), "", 1, less);
    SweepResult sweep = SweepResult.of("two", runs.get(0), poorer);
    assertEquals(Set.of("L2"), sweep.slopes().keySet());
    assertEquals(1, ResultTables.localSlopes(sweep).rowCount());
    assertEquals(1, ResultTables.slopes(sweep).rowCount());
  }
}
