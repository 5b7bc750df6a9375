package org.knudsen.jupyter.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.jupyter.document.Notebook;

class HtmlPageTest {
  private final Markdown markdown = new Markdown();

  @Test
  void keepsMarkdownAwayFromFormulas() {
    assertEquals(
        "<p>With <span class=\"math\">a_1 * b_2 * c &lt; d</span> and <em>text</em>.</p>\n",
        markdown.html("With $a_1 * b_2 * c < d$ and *text*."));
    // The line that starts with a minus sign would otherwise be a list.
    assertEquals(
        "<div class=\"math display\">a\n- b\n\n= c</div>\n<p>after</p>\n",
        markdown.html("$$\na\n- b\n\n= c\n$$\nafter"));
    assertEquals(
        "<div class=\"math display\">\\begin{align}\na &amp;= b \\\\\n- c\n\\end{align}</div>\n",
        markdown.html("\\begin{align}\na &= b \\\\\n- c\n\\end{align}"));
    assertEquals(
        "<p>inside <span class=\"math display\">x^2</span> a line</p>\n",
        markdown.html("inside $$x^2$$ a line"));
    assertEquals("<div class=\"math display\">x^2</div>\n", markdown.html("$$x^2$$"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "it costs $5 and $6          | <p>it costs $5 and $6</p>",
        "code `$x$` stays            | <p>code <code>$x$</code> stays</p>",
        "escaped \\$x$ stays         | <p>escaped $x$ stays</p>",
        "one $ alone                 | <p>one $ alone</p>"
      })
  void leavesOtherDollarsAlone(String text, String html) {
    assertEquals(html, markdown.html(text).strip());
  }

  @Test
  void hasTables() {
    assertTrue(markdown.html("| a | b |\n|---|---|\n| 1 | $x_1$ |").contains("<td>1</td>"));
  }

  @Test
  void leavesOutWhatIsMoreThanText() {
    assertEquals(
        "<p>a <b>bold</b> <img src=\"x.png\" alt=\"y\"> H<sub>2</sub></p>\n",
        markdown.html(
            "a <b onclick='f()'>bold</b> <img src=x.png onerror=f() alt=y> H<sub>2</sub>"
                + "<script>f()</script>"));
    for (String attack :
        new String[] {
          "[x](javascript:f())",
          "<a href='java\nscript:f()'>x</a>",
          "<svg onload=f()></svg>",
          "<iframe src='javascript:f()'></iframe>",
          "<style>p{}</style>",
          "<form action=f()><input></form>",
          "![x](javascript:f())",
          "<math href=javascript:f()>x</math>",
          "<div style='background:url(javascript:f())'>x</div>"
        }) {
      String html = markdown.html(attack);
      assertFalse(html.matches("(?s).*(script|<svg|<style|<form|<input|<math|style=).*"), html);
    }
    assertEquals(
        "<p><a href=\"https://x.org/?a=1\">x</a> <a href=\"#there\">y</a>"
            + " <img src=\"data:image/png;base64,iVBO\" alt=\"z\"></p>\n",
        markdown.html("[x](https://x.org/?a=1) [y](#there) ![z](data:image/png;base64,iVBO)"));
  }

  @Test
  void coloursCodeAndEscapesIt() {
    assertEquals(
        "<span class=\"k\">var</span> s = <span class=\"s\">&quot;a // b&quot;</span>;"
            + " <span class=\"c\">// &lt;c&gt;</span>\nf(<span class=\"n\">1e-3</span>)",
        JavaHighlighter.html("var s = \"a // b\"; // <c>\nf(1e-3)"));
  }

  @Test
  void showsEveryKindOfOutputWithoutANetwork() throws Exception {
    String text =
        """
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
          {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# Title $x$"},
          {"cell_type": "code", "id": "b", "metadata": {}, "execution_count": 1, "source": "1",
           "outputs": [
            {"output_type": "stream", "name": "stderr", "text": ["careful <b>\\n"]},
            {"output_type": "display_data", "metadata": {}, "data":
              {"text/plain": "p", "text/html": ["<b>bold</b>"], "image/png": "iVBO"}},
            {"output_type": "display_data", "metadata": {}, "data":
              {"text/plain": "p", "image/png": "iVBO"}},
            {"output_type": "error", "ename": "E", "evalue": "v",
             "traceback": ["\\u001b[1;31mE: v\\u001b[0m"]}]}]}
        """;
    Notebook notebook = Notebook.parse(text, "test");
    String page = HtmlPage.html(notebook, "a & b");
    assertTrue(page.contains("<title>a &amp; b</title>"));
    assertTrue(page.contains("<h1>Title <span class=\"math\">x</span></h1>"));
    assertTrue(page.contains("<pre class=\"err\">careful &lt;b&gt;\n</pre>"));
    assertTrue(page.contains("<div class=\"result\"><b>bold</b></div>"));
    assertTrue(page.contains("<img alt=\"output\" src=\"data:image/png;base64,iVBO\">"));
    assertTrue(page.contains("<pre class=\"error\">E: v\n</pre>"));
    // Fonts are inside: nothing is left that a browser would fetch.
    assertTrue(page.contains("src:url(data:font/woff2;base64,d09GMg"));
    assertFalse(page.contains("url(fonts/"));
    assertFalse(page.contains("<link"));
    assertFalse(page.contains("<script src"));
    assertEquals(page, HtmlPage.html(notebook, "a & b"), "the same notebook gives the same page");
  }
}
