package org.knudsen.notebook.help;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.UnknownBlockTagTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.stream.Collectors;
import org.knudsen.jupyter.html.Html;

/** A documentation comment as HTML, and HTML of it as text. */
final class JavadocHtml {
  private JavadocHtml() {}

  static String of(DocCommentTree comment) {
    return of(comment.getFullBody()) + of(comment.getBlockTags());
  }

  static String of(List<? extends DocTree> trees) {
    return trees.stream().map(tree -> tree.accept(WRITER, null)).collect(Collectors.joining());
  }

  /** Without tags, paragraphs on lines of their own. */
  static String text(String html) {
    return html.replaceAll("</?(p|li|ul|ol|pre|br|h\\d|tr|table)\\b[^>]*>", "\n")
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replaceAll("[ \t]*\n[ \t]*\n\\s*", "\n\n")
        .replace("\n ", "\n")
        .strip();
  }

  private static final SimpleDocTreeVisitor<String, Void> WRITER =
      new SimpleDocTreeVisitor<>() {
        @Override
        protected String defaultAction(DocTree tree, Void unused) {
          return tree.toString(); // HTML itself
        }

        @Override
        public String visitText(TextTree text, Void unused) {
          return text.getBody();
        }

        @Override
        public String visitLiteral(LiteralTree literal, Void unused) {
          String body = Html.escape(literal.getBody().getBody());
          return literal.getKind() == DocTree.Kind.CODE ? code(body) : body;
        }

        @Override
        public String visitLink(LinkTree link, Void unused) {
          String name = link.getReference().getSignature().replaceFirst("^#", "");
          return code(
              link.getLabel().isEmpty()
                  ? Html.escape(name.replace('#', '.'))
                  : of(link.getLabel()));
        }

        @Override
        public String visitParam(ParamTree parameter, Void unused) {
          return "<p>"
              + code(parameter.getName().toString())
              + ": "
              + of(parameter.getDescription());
        }

        @Override
        public String visitReturn(ReturnTree returned, Void unused) {
          return "<p>Returns " + of(returned.getDescription());
        }

        @Override
        public String visitThrows(ThrowsTree thrown, Void unused) {
          return "<p>Throws "
              + code(thrown.getExceptionName().getSignature())
              + " "
              + of(thrown.getDescription());
        }

        @Override
        public String visitSee(SeeTree see, Void unused) {
          return "<p>See " + of(see.getReference());
        }

        @Override
        public String visitUnknownBlockTag(UnknownBlockTagTree tag, Void unused) {
          return "<p>" + of(tag.getContent());
        }

        private String code(String html) {
          return "<code>" + html + "</code>";
        }
      };
}
