package org.knudsen.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.knudsen.kernel.Hypotheses;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.report.HypothesisTables;
import org.knudsen.study.Study;
import org.knudsen.study.StudyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code knudsen hypotheses STUDY}: (H1)-(H4) for every pair i &lt;= j.
 *
 * <p>JSON: {"pairs":[{"i","j","H1":{"holds","evidence","figures":{}},"H2","H3","H4"}]}. What is
 * checked, and how (H4) is read, is said at {@link Hypotheses}. The exit status is 0 also where a
 * hypothesis fails: that is a finding, not a failure of the command.
 */
@Command(
    name = "hypotheses",
    description = "Hypotheses (H1)-(H4) on the collision kernel, for every pair of species.")
final class HypothesesCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private StudyOptions study;

  HypothesesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PluginCatalogue catalogue = study.plugins().catalogue(console);
    Study read = StudyFile.read(study.file(), catalogue);
    KernelWarnings.ofAsymmetry(read, catalogue, console);
    Hypotheses found = Hypotheses.of(read.mixture(), read.createCollisionKernel(catalogue));
    if (study.json()) {
      console.json(tree(found));
    } else {
      console.table(HypothesisTables.hypotheses(read.mixture(), found));
    }
    return 0;
  }

  private static Map<String, Object> tree(Hypotheses found) {
    List<Object> pairs = new ArrayList<>();
    for (Hypotheses.Pair pair : found.pairs()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("i", pair.i());
      entry.put("j", pair.j());
      pair.findings()
          .forEach(
              (name, finding) -> {
                Map<String, Object> branch = new LinkedHashMap<>();
                branch.put("holds", finding.holds());
                branch.put("evidence", finding.evidence());
                branch.put("figures", finding.figures());
                entry.put(name, branch);
              });
      pairs.add(entry);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("pairs", pairs);
    return tree;
  }
}
