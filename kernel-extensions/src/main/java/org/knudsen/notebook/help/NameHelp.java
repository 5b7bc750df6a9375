package org.knudsen.notebook.help;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.knudsen.jupyter.html.Html;

/** What a name in a cell is: its signature, and what is written about it. */
public final class NameHelp {
  private static final Pattern NEW = Pattern.compile("\\bnew\\s+[\\w.]+$");

  private final SourceCodeAnalysis analysis;
  private final SourceDocs docs;

  /**
   * @param analysis of the code of cells
   * @param loader of the classes that cells know
   */
  public NameHelp(SourceCodeAnalysis analysis, Supplier<ClassLoader> loader) {
    this.analysis = analysis;
    this.docs = new SourceDocs(loader);
  }

  /**
   * What is at a place: a name that the place is in, or at the end of, or else the method whose
   * arguments it is among.
   *
   * @return HTML and text; empty where nothing is known
   */
  public Optional<DisplayData> at(String cell, int at) {
    String code = CellText.java(cell);
    int end = endOfName(code, at);
    String name = code.substring(0, end);
    List<String> places = new ArrayList<>();
    if (end > 0 && Character.isJavaIdentifierPart(code.charAt(end - 1))) {
      boolean called =
          code.substring(end).stripLeading().startsWith("(") || NEW.matcher(name).find();
      places.add(called ? name + "(" : name);
      places.add(called ? name : name + "(");
    } else {
      places.add(name);
    }
    String before = CellText.lastStatement(name, analysis);
    if (!before.equals(name)) {
      places.addAll(places.stream().map(place -> before + place.substring(end)).toList());
    }
    return places.stream()
        .map(place -> analysis.documentation(place, place.length(), true))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .map(this::shown);
  }

  private static int endOfName(String code, int at) {
    int end = at;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    return end;
  }

  private DisplayData shown(List<Documentation> found) {
    StringBuilder html = new StringBuilder();
    StringBuilder text = new StringBuilder();
    for (Documentation one : found) {
      Signature signature = Signature.parse(one.signature());
      String about =
          Optional.ofNullable(one.javadoc()) // of the JDK
              .map(SourceDocs::html)
              .or(() -> docs.html(signature))
              .orElse("");
      html.append("<pre>").append(Html.escape(signature.text())).append("</pre>");
      html.append("<div>").append(about).append("</div>");
      text.append(signature.text()).append("\n\n");
      text.append(JavadocHtml.text(about).indent(2)).append('\n');
    }
    DisplayData data = new DisplayData(text.toString().stripTrailing());
    data.putHTML(html.toString());
    return data;
  }
}
