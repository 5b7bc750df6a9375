package org.knudsen.sweep;

import java.util.Map;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

/**
 * A sweep for people.
 *
 * @param tasks one row a task, {@link SweepTables#tasks}
 * @param slopes one row a combination and norm, {@link SweepTables#slopes}
 * @param plots by name, {@link SweepPlots#all}
 * @param shortfall why it is not complete; empty if it is
 */
public record SweepReport(Table tasks, Table slopes, Map<String, XYChart> plots, String shortfall) {

  /** Whether every task reached its end. */
  public boolean complete() {
    return shortfall.isEmpty();
  }
}
