package org.knudsen.notebook.render;

import java.util.List;
import org.knudsen.jupyter.html.Html;

/**
 * A small table of texts that are ready to be shown.
 *
 * @param header the column titles
 * @param rows the rows, each as long as the header
 * @param numeric for each column whether it holds numbers, which are aligned to the right
 */
public record CardTable(List<String> header, List<List<String>> rows, List<Boolean> numeric) {

  /** The colour of lines, which shows on a light page and on a dark one. */
  static final String LINES = "rgba(128,128,128,.4)";

  /** Checks that every row has a text for every column. */
  public CardTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    numeric = List.copyOf(numeric);
    if (numeric.size() != header.size()) {
      throw new IllegalArgumentException(
          "numeric has " + numeric.size() + " entries for " + header.size() + " columns");
    }
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "row " + row + " has " + row.size() + " cells; the header has " + header.size());
      }
    }
  }

  /**
   * A table whose first column holds names and whose other columns hold numbers.
   *
   * @param header the column titles
   * @param rows the rows
   * @return the table
   */
  public static CardTable named(List<String> header, List<List<String>> rows) {
    return new CardTable(
        header, rows, header.stream().map(title -> !title.equals(header.get(0))).toList());
  }

  /**
   * The table as an HTML element with its own styling, since a notebook has no style sheet.
   *
   * @return HTML, escaped
   */
  public String html() {
    StringBuilder out = new StringBuilder("<table style=\"border-collapse:collapse\"><thead><tr>");
    for (int c = 0; c < header.size(); c++) {
      out.append(cell("th", c, "border-bottom:1px solid currentColor;", header.get(c)));
    }
    out.append("</tr></thead><tbody>");
    for (List<String> row : rows) {
      out.append("<tr>");
      for (int c = 0; c < row.size(); c++) {
        out.append(cell("td", c, "border-bottom:1px solid " + LINES + ";", row.get(c)));
      }
      out.append("</tr>");
    }
    return out.append("</tbody></table>").toString();
  }

  private String cell(String tag, int column, String border, String text) {
    return "<%s style=\"padding:2px 10px;%stext-align:%s\">%s</%s>"
        .formatted(
            tag,
            border,
            numeric.get(column) ? "right;font-variant-numeric:tabular-nums" : "left",
            Html.escape(text),
            tag);
  }

  /**
   * The table in columns of blanks, for a terminal.
   *
   * @return lines, each ended by a line feed
   */
  public String text() {
    int[] width = new int[header.size()];
    for (int c = 0; c < width.length; c++) {
      width[c] = header.get(c).length();
      for (List<String> row : rows) {
        width[c] = Math.max(width[c], row.get(c).length());
      }
    }
    StringBuilder out = new StringBuilder();
    appendLine(out, header, width);
    rows.forEach(row -> appendLine(out, row, width));
    return out.toString();
  }

  private void appendLine(StringBuilder out, List<String> row, int[] width) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < width.length; c++) {
      String pad = " ".repeat(width[c] - row.get(c).length());
      line.append(numeric.get(c) ? pad + row.get(c) : row.get(c) + pad).append("  ");
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}
