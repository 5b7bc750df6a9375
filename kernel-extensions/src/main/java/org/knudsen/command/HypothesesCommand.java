package org.knudsen.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knudsen.archive.Json;
import org.knudsen.kernel.Hypotheses;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.report.ResultTables;
import org.knudsen.study.Study;
import org.knudsen.study.StudyFile;
import picocli.CommandLine.Command;

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
final class HypothesesCommand extends StudyCommand {

  HypothesesCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    PluginCatalogue catalogue = catalogue();
    Study read = StudyFile.read(text(), source(), catalogue);
    KernelWarnings.ofAsymmetry(read, catalogue, console);
    Hypotheses found = Hypotheses.of(read.mixture(), read.createCollisionKernel(catalogue));
    if (json) {
      console.json(tree(found));
    } else {
      console.table(ResultTables.hypotheses(read.mixture(), found));
    }
    return 0;
  }

  private static Map<String, Object> tree(Hypotheses found) {
    List<Object> pairs = new ArrayList<>();
    for (Hypotheses.Pair pair : found.pairs()) {
      Map<String, Object> entry = Json.object("i", pair.i(), "j", pair.j());
      pair.findings().forEach((name, finding) -> entry.put(name, tree(finding)));
      pairs.add(entry);
    }
    return Json.object("pairs", pairs);
  }

  private static Map<String, Object> tree(Hypotheses.Finding finding) {
    return Json.object(
        "holds", finding.holds(),
        "evidence", finding.evidence(),
        "figures", finding.figures());
  }
}
