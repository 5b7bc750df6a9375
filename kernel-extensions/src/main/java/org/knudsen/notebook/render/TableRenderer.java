package org.knudsen.notebook.render;

import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.knudsen.jupyter.html.Html;
import org.knudsen.report.Rows;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Shows a Tablesaw table as HTML, with its numbers to six significant digits, and the first rows
 * only where it is long. A missing number is shown as NaN, which Tablesaw does not tell from it;
 * what {@link Rows} has no value for is left empty.
 *
 * @param maxRows the most rows shown, at least 1
 */
public record TableRenderer(int maxRows) {

  /** As many rows as fit on a page. */
  public static final int DEFAULT_ROWS = 30;

  /** Checks the number of rows. */
  public TableRenderer {
    if (maxRows < 1) {
      throw new IllegalArgumentException("maxRows is " + maxRows + "; it must be at least 1");
    }
  }

  /**
   * Shows every value of a type as a table.
   *
   * @param renderer the kernel's renderer
   * @param makes the table of a value
   */
  public <T> void register(Renderer renderer, Class<T> type, Function<T, Table> makes) {
    renderer
        .createRegistration(type)
        .preferring("text/html", "text/plain")
        .register(
            (value, context) -> {
              Table table = makes.apply(value);
              context.getOutputContainer().putHTML(html(table));
              context.getOutputContainer().putText(text(table));
            });
  }

  /**
   * The table as an HTML element.
   *
   * @param table any table, not modified
   * @return HTML, escaped
   */
  public String html(Table table) {
    StringBuilder out = new StringBuilder("<div>");
    if (hasName(table)) {
      out.append("<div style=\"font-weight:bold;margin-bottom:2px\">")
          .append(Html.escape(table.name()))
          .append("</div>");
    }
    out.append(grid(table).html());
    if (isCut(table)) {
      out.append("<div style=\"opacity:.75;font-size:smaller\">")
          .append(Html.escape(note(table)))
          .append("</div>");
    }
    return out.append("</div>").toString();
  }

  /**
   * The table as plain text.
   *
   * @param table any table, not modified
   * @return lines, without a final line feed
   */
  public String text(Table table) {
    return text(table, Integer.MAX_VALUE);
  }

  /**
   * The table as plain text on lines of a limited length, see {@link CardTable#text(int)}.
   *
   * @param table any table, not modified
   * @return lines, without a final line feed
   */
  public String text(Table table, int columns) {
    String title = hasName(table) ? table.name() + "\n" : "";
    return (title + grid(table).text(columns) + (isCut(table) ? note(table) : "")).stripTrailing();
  }

  private CardTable grid(Table table) {
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < Math.min(maxRows, table.rowCount()); r++) {
      int row = r;
      rows.add(table.columns().stream().map(column -> cell(column, row)).toList());
    }
    return new CardTable(
        table.columnNames(), rows, table.columns().stream().map(TableRenderer::isNumeric).toList());
  }

  private static String cell(Column<?> column, int row) {
    if (REAL.contains(column.type())) { // where a missing value is a NaN
      double number = ((NumericColumn<?>) column).getDouble(row);
      return Rows.isNone(number) ? "" : Numbers.text(number);
    }
    if (column.isMissing(row)) {
      return "";
    }
    return isNumeric(column) ? String.valueOf(column.get(row)) : column.getString(row);
  }

  private static boolean isNumeric(Column<?> column) {
    return NUMERIC.contains(column.type());
  }

  private static final List<ColumnType> REAL = List.of(ColumnType.DOUBLE, ColumnType.FLOAT);

  private static final List<ColumnType> NUMERIC =
      List.of(
          ColumnType.DOUBLE,
          ColumnType.FLOAT,
          ColumnType.INTEGER,
          ColumnType.LONG,
          ColumnType.SHORT);

  private boolean isCut(Table table) {
    return table.rowCount() > maxRows;
  }

  private String note(Table table) {
    return "the first " + maxRows + " of " + table.rowCount() + " rows";
  }

  private static boolean hasName(Table table) {
    return table.name() != null && !table.name().isBlank();
  }
}
