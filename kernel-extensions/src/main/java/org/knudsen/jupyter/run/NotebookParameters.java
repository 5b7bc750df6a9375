package org.knudsen.jupyter.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import org.knudsen.jupyter.document.Notebook;

/**
 * Values from outside for variables of a notebook, as papermill gives them: a cell with the tag
 * {@code parameters} declares the variables and their defaults, and a cell after it, with the tag
 * {@code injected-parameters}, declares them again with the values given.
 */
final class NotebookParameters {
  private static final String DECLARED = "parameters";
  private static final String INJECTED = "injected-parameters";

  private NotebookParameters() {}

  /**
   * Puts values into a notebook, into the injected cell that it has or into a new one.
   *
   * @param notebook modified, where there are values
   * @param values texts by the names of variables
   * @throws IllegalArgumentException where there is no such variable, or its type does not take the
   *     value; nothing is modified then
   */
  static void inject(Notebook notebook, Map<String, String> values) {
    if (values.isEmpty()) {
      return;
    }
    ObjectNode declaring =
        notebook
            .cell(DECLARED)
            .orElseThrow(
                () ->
                    wrong(
                        values.keySet().iterator().next(),
                        "no cell with the tag '" + DECLARED + "'",
                        "variables that such a cell declares"));
    Map<String, String> types = types(Notebook.text(declaring.path("source")));
    StringBuilder code = new StringBuilder();
    values.forEach(
        (name, value) -> {
          String type = types.get(name);
          if (type == null) {
            throw wrong(name, "no such variable", String.join(", ", types.keySet()));
          }
          code.append(code.isEmpty() ? "" : "\n")
              .append("%s %s = %s;".formatted(type, name, literal(name, type, value)));
        });
    notebook
        .cell(INJECTED)
        .orElseGet(() -> notebook.addCodeAfter(declaring, INJECTED))
        .set("source", Notebook.lines(code.toString()));
  }

  /** The variables that code declares, in their order, with their types; none of it is run. */
  private static Map<String, String> types(String code) {
    Map<String, String> types = new LinkedHashMap<>();
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
      String rest = code;
      CompletionInfo next;
      while ((next = analysis.analyzeCompletion(rest)).completeness().isComplete()) {
        for (Snippet snippet : analysis.sourceToSnippets(next.source())) {
          if (snippet instanceof VarSnippet variable) {
            types.put(variable.name(), variable.typeName());
          }
        }
        rest = next.remaining();
      }
    }
    return types;
  }

  private static String literal(String name, String type, String value) {
    try {
      switch (type) {
        case "int":
          return Integer.toString(Integer.parseInt(value));
        case "long":
          return Long.parseLong(value) + "L";
        case "double":
          double number = Double.parseDouble(value);
          if (Double.isFinite(number)) {
            return Double.toString(number);
          }
          break;
        case "boolean":
          if (value.equals("true") || value.equals("false")) {
            return value;
          }
          break;
        case "String":
          return TextNode.valueOf(value).toString(); // JSON's escapes are Java's too
        default:
          throw wrong(name, "a variable of type " + type, "int, long, double, boolean, String");
      }
    } catch (NumberFormatException e) {
      throw wrong(name, value, type, e);
    }
    throw wrong(name, value, type, null);
  }

  private static IllegalArgumentException wrong(
      String name, String value, String type, NumberFormatException cause) {
    String allowed =
        switch (type) {
          case "boolean" -> "true, false";
          case "double" -> "a finite number (double)";
          default -> "an integer (" + type + ")";
        };
    return new IllegalArgumentException(
        "parameter %s: found '%s'; allowed: %s".formatted(name, value, allowed), cause);
  }

  private static IllegalArgumentException wrong(String name, String found, String allowed) {
    return new IllegalArgumentException(
        "parameter %s: found %s; allowed: %s".formatted(name, found, allowed));
  }
}
