package org.knudsen.report;

import org.knowm.xchart.XYChart;
import org.knudsen.study.SweepResult;
import tech.tablesaw.api.Table;

/**
 * Two results compared; a notebook shows the plot above the table.
 *
 * @param distances of both over the Knudsen number
 * @param table one row a variable, see {@link Comparison}
 */
public record TwoResults(XYChart distances, Table table) {

  /** Two results, over the Knudsen numbers of the first. */
  public static TwoResults of(SweepResult first, SweepResult second) {
    return new TwoResults(
        ResultPlots.distanceOverKnudsen(first, second),
        ResultTables.comparisons(Comparison.of(first, second)));
  }
}
