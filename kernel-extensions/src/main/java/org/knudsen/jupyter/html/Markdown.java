package org.knudsen.jupyter.html;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/**
 * Markdown with tables and formulas to HTML. A formula becomes an element of class math that holds
 * its LaTeX source; a script on the page typesets it, and without the script the source is
 * readable.
 */
final class Markdown {
  private static final Safelist SHOWN =
      Safelist.relaxed()
          .addTags("hr", "details", "summary", "del", "ins", "s", "kbd", "mark", "figure")
          .addTags("figcaption")
          .addAttributes(":all", "class", "id", "title", "align")
          .addProtocols("a", "href", "#")
          .addProtocols("img", "src", "data")
          .preserveRelativeLinks(true);

  private final Parser parser;
  private final HtmlRenderer renderer;

  Markdown() {
    List<Extension> extensions = List.of(TablesExtension.create());
    parser =
        Parser.builder()
            .extensions(extensions)
            .customBlockParserFactory(new MathBlockParser.Factory())
            .customInlineContentParserFactory(new MathInlineParser.Factory())
            .build();
    renderer =
        HtmlRenderer.builder().extensions(extensions).nodeRendererFactory(MathHtml::new).build();
  }

  /**
   * The HTML of a Markdown text. HTML may stand in it as far as it says how text looks: scripts,
   * frames, forms, styles, event handlers and addresses of scripts are left out.
   */
  String html(String markdown) {
    return Jsoup.clean(
        renderer.render(parser.parse(markdown)),
        "https://relative/", // makes relative addresses valid; they stay as they are
        SHOWN,
        new Document.OutputSettings().prettyPrint(false));
  }

  private record MathHtml(HtmlNodeRendererContext context) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(MathNode.class, MathBlock.class);
    }

    @Override
    public void render(Node node) {
      HtmlWriter out = context.getWriter();
      if (node instanceof MathBlock block) {
        out.line();
        element(out, "div", block.tex(), true);
        out.line();
      } else if (node instanceof MathNode inline) {
        element(out, "span", inline.tex(), inline.display());
      }
    }

    private static void element(HtmlWriter out, String tag, String tex, boolean display) {
      out.tag(tag, Map.of("class", display ? "math display" : "math"));
      out.text(tex);
      out.tag("/" + tag);
    }
  }
}
