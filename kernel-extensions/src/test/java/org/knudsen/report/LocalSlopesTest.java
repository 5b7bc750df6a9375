package org.knudsen.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
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
}
