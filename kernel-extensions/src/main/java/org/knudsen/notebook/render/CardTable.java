package org.knudsen.notebook.render;

import java.util.ArrayList;
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
  private static final int GAP = 2;

  /** The least width that a column of text is brought to. */
  static final int NARROW = 12;

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
    return text(Integer.MAX_VALUE);
  }

  /**
   * The table in columns of blanks, on lines of a limited length. Where it is too wide, columns of
   * text give way, down to {@value #NARROW} characters, and their cells take several lines; what is
   * still too wide stands in blocks one below the other, each with the first column.
   *
   * @param columns the most characters of a line, unless a column alone has more
   * @return lines, each ended by a line feed
   */
  public String text(int columns) {
    int[] width = widths(columns);
    StringBuilder out = new StringBuilder();
    int next = 0;
    while (next < width.length) {
      List<Integer> block = new ArrayList<>();
      int used = 0;
      if (next > 0) {
        out.append('\n');
        block.add(0);
        used = width[0] + GAP;
      }
      do {
        block.add(next);
        used += width[next] + GAP;
        next++;
      } while (next < width.length && used + width[next] <= columns);
      appendRow(out, header, block, width);
      rows.forEach(row -> appendRow(out, row, block, width));
    }
    return out.toString();
  }

  private int[] widths(int columns) {
    int[] width = new int[header.size()];
    int sum = -GAP;
    for (int c = 0; c < width.length; c++) {
      width[c] = header.get(c).length();
      for (List<String> row : rows) {
        width[c] = Math.max(width[c], row.get(c).length());
      }
      sum += width[c] + GAP;
    }
    int[] narrow = width.clone();
    for (; sum > columns; sum--) {
      int widest = -1;
      for (int c = 0; c < width.length; c++) {
        if (!numeric.get(c) && narrow[c] > (widest < 0 ? NARROW : narrow[widest])) {
          widest = c;
        }
      }
      if (widest < 0) { // blocks, in which each column may have what the first leaves
        for (int c = 0; c < width.length; c++) {
          int room = Math.max(NARROW, c == 0 ? columns / 2 : columns - width[0] - GAP);
          width[c] = numeric.get(c) ? width[c] : Math.min(width[c], room);
        }
        return width;
      }
      narrow[widest]--;
    }
    return narrow;
  }

  private void appendRow(StringBuilder out, List<String> row, List<Integer> block, int[] width) {
    List<List<String>> cells =
        block.stream().map(c -> lines(row.get(c), Math.max(1, width[c]))).toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int at = 0; at < height; at++) {
      StringBuilder line = new StringBuilder();
      for (int b = 0; b < block.size(); b++) {
        int c = block.get(b);
        String text = at < cells.get(b).size() ? cells.get(b).get(at) : "";
        String pad = " ".repeat(width[c] - text.length());
        line.append(numeric.get(c) ? pad + text : text + pad).append(" ".repeat(GAP));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }

  /** A text on lines of at most so many characters, broken at blanks where there are any. */
  private static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > width) {
      int blank = rest.lastIndexOf(' ', width);
      lines.add(rest.substring(0, blank > 0 ? blank : width));
      rest = rest.substring(blank > 0 ? blank + 1 : width);
    }
    lines.add(rest);
    return lines;
  }
}
