package org.knudsen.notebook.render;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import org.knudsen.report.TwoResults;

/** Every renderer that Knudsen adds to the notebook kernel. */
public final class Renderers {
  private Renderers() {}

  /**
   * Registers tables, charts and cards.
   *
   * @param renderer the kernel's renderer
   */
  public static void registerAll(Renderer renderer) {
    TableRenderer tables = new TableRenderer(TableRenderer.DEFAULT_ROWS);
    tables.register(renderer);
    renderer
        .createRegistration(TwoResults.class)
        .preferring("text/html", "text/plain")
        .register(
            (two, context) -> {
              DisplayData out = context.getOutputContainer();
              out.putHTML(ChartRenderer.html(two.distances()) + tables.html(two.table()));
              out.putText(tables.text(two.table()));
            });
    ChartRenderer.register(renderer);
    CardRenderer.register(renderer, Card.class, card -> card);
    SolverCards.register(renderer);
  }
}
