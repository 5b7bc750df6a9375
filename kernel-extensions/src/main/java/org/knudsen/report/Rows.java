package org.knudsen.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table made row by row, of named values; a column appears when a row first names it. What a row
 * does not name is a missing value, which a notebook shows as an empty cell; a NaN is shown as
 * such.
 *
 * <pre>{@code
 * var rows = new Rows("Diffusion");
 * gases.forEach(gas -> rows.next().text("gas", gas.name()).number("D", diffusion(gas)));
 * rows.table()
 * }</pre>
 */
public final class Rows {

  /** A NaN that no computation gives: Tablesaw has no other way to say that there is no number. */
  private static final double NONE = Double.longBitsToDouble(0x7ff8_0000_0000_0a11L);

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

  /** Adds a number to the row, or that there is none. */
  public Rows number(String column, OptionalDouble value) {
    return number(column, value.orElse(NONE));
  }

  /** Whether a number of a table made here stands for none. */
  public static boolean isNone(double value) {
    return Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(NONE);
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

  /** The table of all rows; the columns are in the order in which they were first named. */
  public Table table() {
    columns.values().forEach(column -> fill(column, rows));
    return Table.create(title, columns.values().toArray(Column<?>[]::new));
  }

  private static void fill(Column<?> column, int size) {
    while (column.size() < size) {
      if (column instanceof DoubleColumn numbers) {
        numbers.append(NONE);
      } else {
        column.appendMissing();
      }
    }
  }
}
