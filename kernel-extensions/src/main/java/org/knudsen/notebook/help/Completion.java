package org.knudsen.notebook.help;

import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.knudsen.notebook.help.CodeContext.Call;
import org.knudsen.plugin.Plugin;
import org.knudsen.plugin.PluginCatalogue;

/** What may follow at a place in a cell. */
public final class Completion {
  private final SourceCodeAnalysis analysis;
  private final Supplier<PluginCatalogue> plugins;
  private final Supplier<? extends Collection<String>> magics;

  /**
   * @param analysis of the code of cells
   * @param plugins those of the session
   * @param magics the names that there are, with % or %%
   */
  public Completion(
      SourceCodeAnalysis analysis,
      Supplier<PluginCatalogue> plugins,
      Supplier<? extends Collection<String>> magics) {
    this.analysis = analysis;
    this.plugins = plugins;
    this.magics = magics;
  }

  /**
   * What may replace the text before a place: magics, names in strings and studies, arguments,
   * Java.
   */
  public ReplacementOptions at(String cell, int at) {
    int line = cell.lastIndexOf('\n', at - 1) + 1;
    String lineText = cell.substring(line, at);
    if (lineText.matches("%%?\\w*|%knudsen .*")) {
      return starting(lineText, line, at);
    }
    if (line > 0 && cell.stripLeading().startsWith("%%study")) {
      int word = lineText.length() - lineText.replaceFirst("^.*?([\\w-]*)$", "$1").length() + line;
      String yaml = cell.substring(cell.indexOf('\n') + 1, word);
      return new ReplacementOptions(names().inStudy(yaml, cell.substring(word, at)), word, at);
    }
    String code = CellText.java(cell).substring(0, at);
    if (lineText.matches("[%!]\\S.*")
        && CellText.java(lineText).equals(" ".repeat(at - line))
        && !lineText.matches("%%?time\\b.*")) {
      return new ReplacementOptions(List.of(), at, at); // the words of a magic are no Java
    }
    CodeContext context = CodeContext.of(code);
    if (context.stringStart() >= 0) {
      List<String> names = names().in(code, context);
      return new ReplacementOptions(names, context.stringStart(), at);
    }
    int[] anchor = new int[1];
    List<Suggestion> java = analysis.completionSuggestions(code, at, anchor);
    if (java.isEmpty()) {
      code = CellText.lastStatement(code, analysis);
      java = analysis.completionSuggestions(code, at, anchor);
    }
    String before = code.stripTrailing();
    if (before.endsWith("(") || before.endsWith(",")) {
      List<String> arguments = arguments(code, context, java);
      if (!arguments.isEmpty()) {
        return new ReplacementOptions(arguments, at, at);
      }
    }
    List<String> names =
        java.stream()
            .sorted(Comparator.comparing(Suggestion::matchesType).reversed())
            .map(Suggestion::continuation)
            .distinct()
            .toList();
    return new ReplacementOptions(names, anchor[0], at);
  }

  private ReplacementOptions starting(String begun, int from, int at) {
    Stream<String> commands =
        Stream.concat(
            Stream.of("%knudsen plugins", "%knudsen doc"),
            plugins.get().plugins().stream().map(Plugin::id).map(id -> "%knudsen doc " + id));
    List<String> all =
        (begun.startsWith("%knudsen ") ? commands : magics.get().stream().sorted())
            .filter(name -> name.startsWith(begun))
            .distinct()
            .toList();
    return new ReplacementOptions(all, from, at);
  }

  /** The arguments still to be given, for each overload; and names of the type of the next one. */
  private List<String> arguments(String code, CodeContext context, List<Suggestion> java) {
    int given = context.calls().stream().findFirst().map(Call::argument).orElse(0);
    Stream<String> signatures =
        analysis.documentation(code, code.length(), false).stream()
            .map(found -> Signature.parse(found.signature()))
            .filter(signature -> signature.callable() && signature.parameters().size() > given)
            .map(signature -> signature.shortParameters(given));
    Stream<String> fitting =
        java.stream().filter(Suggestion::matchesType).map(Suggestion::continuation);
    return Stream.concat(signatures, fitting).distinct().toList();
  }

  private StringNames names() {
    return new StringNames(plugins.get());
  }
}
