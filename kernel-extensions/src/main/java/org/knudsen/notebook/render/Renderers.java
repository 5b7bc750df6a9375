package org.knudsen.notebook.render;

import io.github.spencerpark.jupyter.kernel.display.Renderer;

/** Every renderer that Knudsen adds to the notebook kernel. */
public final class Renderers {
  private Renderers() {}

  /**
   * Registers tables, charts and cards.
   *
   * @param renderer the kernel's renderer
   */
  public static void registerAll(Renderer renderer) {
    new TableRenderer(TableRenderer.DEFAULT_ROWS).register(renderer);
    ChartRenderer.register(renderer);
    CardRenderer.register(renderer, Card.class, card -> card);
    SolverCards.register(renderer);
  }
}
