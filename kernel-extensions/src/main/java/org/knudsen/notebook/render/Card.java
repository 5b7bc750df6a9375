package org.knudsen.notebook.render;

import java.util.List;
import java.util.Optional;
import org.knudsen.jupyter.html.Html;

/**
 * A readable summary of an object: a title, named values, and where it helps a small table.
 *
 * @param title what the object is
 * @param rows the named values, in the order shown
 * @param table a table below them
 */
public record Card(String title, List<Row> rows, Optional<CardTable> table) {

  /**
   * A named value.
   *
   * @param name what it is, with its unit where it has one
   * @param value the value, ready to be shown
   */
  public record Row(String name, String value) {

    /**
     * A named number.
     *
     * @param name what it is
     * @param value shown with six significant digits
     * @return the row
     */
    public static Row of(String name, double value) {
      return new Row(name, Numbers.text(value));
    }
  }

  /** Copies the rows. */
  public Card {
    rows = List.copyOf(rows);
  }

  /**
   * The card as an HTML element with its own styling.
   *
   * @return HTML, escaped
   */
  public String html() {
    StringBuilder out =
        new StringBuilder(
            "<div style=\"display:inline-block;border:1px solid "
                + CardTable.LINES
                + ";border-radius:6px;"
                + "padding:8px 14px;margin:4px 0\"><div style=\"font-weight:bold;margin-bottom:4px\">");
    out.append(Html.escape(title)).append("</div>");
    if (!rows.isEmpty()) {
      out.append("<table style=\"border-collapse:collapse\"><tbody>");
      for (Row row : rows) {
        out.append("<tr><td style=\"text-align:left;padding:1px 14px 1px 0;opacity:.75\">")
            .append(Html.escape(row.name()))
            .append("</td><td style=\"text-align:left;padding:1px 0\">")
            .append(Html.escape(row.value()))
            .append("</td></tr>");
      }
      out.append("</tbody></table>");
    }
    table.ifPresent(
        grid -> out.append("<div style=\"margin-top:6px\">").append(grid.html()).append("</div>"));
    return out.append("</div>").toString();
  }

  /**
   * The card as plain text, for a terminal.
   *
   * @return lines, without a final line feed
   */
  public String text() {
    int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    StringBuilder out = new StringBuilder(title).append('\n');
    for (Row row : rows) {
      out.append("  ")
          .append(row.name())
          .append(" ".repeat(width - row.name().length() + 2))
          .append(row.value())
          .append('\n');
    }
    table.ifPresent(grid -> out.append(grid.text().indent(2)));
    return out.toString().stripTrailing();
  }
}
