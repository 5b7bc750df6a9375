package org.knudsen.report;

import org.knudsen.kernel.Hypotheses;
import org.knudsen.mixture.Mixture;
import tech.tablesaw.api.Table;

/** (H1)-(H4) on a kernel as a table. */
public final class HypothesisTables {

  private HypothesisTables() {}

  /** One row a pair of species and hypothesis: pair, hypothesis, holds or fails, the evidence. */
  public static Table hypotheses(Mixture mixture, Hypotheses found) {
    Rows rows = new Rows("Hypotheses on the collision kernel");
    for (Hypotheses.Pair pair : found.pairs()) {
      String name =
          mixture.species().get(pair.i()).name() + "-" + mixture.species().get(pair.j()).name();
      pair.findings()
          .forEach(
              (hypothesis, finding) ->
                  rows.next()
                      .text("pair", name)
                      .text("hypothesis", hypothesis)
                      .text("finding", finding.holds() ? "holds" : "fails")
                      .text("evidence", finding.evidence()));
    }
    return rows.table();
  }
}
