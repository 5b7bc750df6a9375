package org.knudsen.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table made row by row, of named values; a column appears when a row first names it. What a row
 * does not name is a missing value, and so is a number that is NaN.
 *
 * <pre>{@code
 * var rows = new Rows("Diffusion");
 * gases.forEach(gas -> rows.next().text("gas", gas.name()).number("D", diffusion(gas)));
 * rows.table()
 * }</pre>
 */
public final class Rows {

  private final String title;
  private final Map<String, Column<?>> columns = new LinkedHashMap<>();
  private int rows;

  /** No rows and no columns. */
  public Rows(String title) {
    this.title = title;
  }

  /** Begins a row. */
  public Rows next() {
    rows++;
    return this;
  }

  /** Adds a number to the row. */
  public Rows number(String column, double value) {
    this.<DoubleColumn>column(column, DoubleColumn::create).append(value);
    return this;
  }

  /** Adds a whole number to the row. */
  public Rows count(String column, int value) {
    this.<IntColumn>column(column, IntColumn::create).append(value);
    return this;
  }

  /** Adds a text to the row. */
  public Rows text(String column, String value) {
    this.<StringColumn>column(column, StringColumn::create).append(value);
    return this;
  }

  /** A column, filled with missing values up to the row before this one. */
  @SuppressWarnings("unchecked") // one name, one type
  private <C extends Column<?>> C column(String name, Function<String, C> create) {
    Column<?> column = columns.computeIfAbsent(name, create);
    fill(column, rows - 1);
    return (C) column;
  }

  private static void fill(Column<?> column, int rows) {
    while (column.size() < rows) {
      column.appendMissing();
    }
  }

  /** The table of all rows; the columns are in the order in which they were first named. */
  public Table table() {
    columns.values().forEach(column -> fill(column, rows));
    return Table.create(title, columns.values().toArray(Column<?>[]::new));
  }
}
