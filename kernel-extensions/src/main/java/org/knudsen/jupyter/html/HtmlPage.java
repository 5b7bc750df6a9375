package org.knudsen.jupyter.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.knudsen.jupyter.document.AtomicFile;
import org.knudsen.jupyter.document.Notebook;

/**
 * An executed notebook as one HTML file that any browser shows without a network: text and formulas
 * typeset, code coloured, outputs with their images inside.
 */
public final class HtmlPage {
  private final Markdown markdown = new Markdown();
  private final StringBuilder body = new StringBuilder();

  private HtmlPage() {}

  /** Writes the page, which {@link #html} makes, in one step. */
  public static void write(Notebook notebook, String title, Path file) throws IOException {
    AtomicFile.write(file, html(notebook, title));
  }

  /**
   * The page as a text; the same notebook gives the same text.
   *
   * @param notebook not modified
   * @param title shown in the browser's tab
   * @throws IOException when KaTeX cannot be read from its jar
   */
  public static String html(Notebook notebook, String title) throws IOException {
    HtmlPage page = new HtmlPage();
    notebook.tree().path("cells").forEach(page::cell);
    Katex katex = new Katex();
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + Html.escape(title)
        + "</title>\n<style>\n"
        + katex.styles()
        + "\n"
        + resource("page.css")
        + "</style>\n</head>\n<body>\n<main>\n"
        + page.body
        + "</main>\n<script>\n"
        + katex.script()
        + "\n"
        + resource("page.js")
        + "</script>\n</body>\n</html>\n";
  }

  private void cell(JsonNode cell) {
    String source = Notebook.text(cell.path("source"));
    switch (cell.path("cell_type").asText()) {
      case "markdown" ->
          body.append("<section class=\"text\">\n")
              .append(markdown.html(withAttachments(source, cell.path("attachments"))))
              .append("</section>\n");
      case "code" -> {
        body.append("<section class=\"code\">\n");
        if (!source.isBlank()) {
          body.append("<pre class=\"source\">")
              .append(JavaHighlighter.html(source))
              .append("</pre>\n");
        }
        cell.path("outputs").forEach(this::output);
        body.append("</section>\n");
      }
      default -> body.append("<pre>").append(Html.escape(source)).append("</pre>\n");
    }
  }

  /** Images that are stored in the cell become data addresses. */
  private static String withAttachments(String source, JsonNode attachments) {
    String text = source;
    for (var attachment : attachments.properties()) {
      for (var image : attachment.getValue().properties()) {
        text =
            text.replace(
                "attachment:" + attachment.getKey(),
                "data:" + image.getKey() + ";base64," + image.getValue().asText().strip());
      }
    }
    return text;
  }

  private void output(JsonNode output) {
    switch (output.path("output_type").asText()) {
      case "stream" ->
          pre(
              output.path("name").asText().equals("stderr") ? "err" : "out",
              Notebook.text(output.path("text")));
      case "error" -> {
        StringBuilder text = new StringBuilder();
        output.path("traceback").forEach(line -> text.append(line.asText()).append('\n'));
        pre("error", text.isEmpty() ? output.path("evalue").asText() : text.toString());
      }
      default -> data(output.path("data"));
    }
  }

  private void data(JsonNode data) {
    if (data.has("text/html")) {
      result(Notebook.text(data.path("text/html")));
    } else if (data.has("text/markdown")) {
      result(markdown.html(Notebook.text(data.path("text/markdown"))));
    } else if (data.has("image/png")) {
      body.append("<img alt=\"output\" src=\"data:image/png;base64,")
          .append(Notebook.text(data.path("image/png")).strip())
          .append("\">\n");
    } else if (data.has("text/latex")) {
      result(markdown.html(Notebook.text(data.path("text/latex"))));
    } else {
      pre("out", Notebook.text(data.path("text/plain")));
    }
  }

  private void result(String html) {
    body.append("<div class=\"result\">").append(html).append("</div>\n");
  }

  private void pre(String kind, String text) {
    body.append("<pre class=\"")
        .append(kind)
        .append("\">")
        .append(Html.escape(Ansi.strip(text)))
        .append("</pre>\n");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the resource " + name + " of the notebook page is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
