package org.knudsen.notebook.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names as JShell of Java 17 and of later ones writes them. */
class SignatureTest {

  @Test
  void readsAMethod() {
    Signature read =
        Signature.parse(
            "a.b.Result<T> a.b.Owner<T>.<T extends a.b.Base>run(a.b.Study study, java.util.Map<K,V>... more)"
                + " throws java.io.IOException");
    assertEquals("a.b.Owner", read.type());
    assertEquals("run", read.member());
    assertEquals(List.of("Study", "Map[]"), read.parameterTypes());
    assertEquals("Map... more", read.shortParameters(1));
    assertTrue(read.text().startsWith("Result<T> Owner<T>.<T extends Base>run(Study study, "));
  }

  @Test
  void readsWhatBelongsToARecord() {
    for (String components : List.of("", "(java.lang.String name, double mass)")) {
      Signature method = Signature.parse("double a.Gas" + components + ".mass()");
      assertEquals("a.Gas", method.type());
      assertEquals("mass", method.member());
      assertEquals("double Gas.mass()", method.text());
      Signature made = Signature.parse("a.Gas" + components + "(String name, double mass)");
      assertEquals("a.Gas", made.type());
      assertEquals(List.of("String", "double"), made.parameterTypes());
    }
  }

  @Test
  void readsFieldsVariablesAndTypes() {
    Signature field = Signature.parse("a.Owner.KEYS:java.util.List<a.Key>");
    assertEquals(List.of("a.Owner", "KEYS"), List.of(field.type(), field.member()));
    assertEquals("a.Key", Signature.parse("one:a.Key").type());
    assertEquals("a.Key", Signature.parse("a.Key<T>").text());
  }

  @Test
  void showsACommentAsHtmlAndAsText() {
    String html =
        SourceDocs.html(
            " The {@code a < b} of {@link List#of this}.\n *\n * <p>More.\n * @return x");
    assertTrue(html.contains("<code>a &lt; b</code> of <code>this</code>."), html);
    assertEquals(
        List.of("The a < b of this.", "More.", "Returns x"),
        JavadocHtml.text(html).lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
  }
}
