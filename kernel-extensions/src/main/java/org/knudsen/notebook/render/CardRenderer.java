package org.knudsen.notebook.render;

import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.function.Function;

/** Registers how a type is shown as a card: HTML in the notebook, the same as text elsewhere. */
public final class CardRenderer {
  private CardRenderer() {}

  /**
   * Shows every value of a type, and of its subtypes, as a card.
   *
   * @param renderer the kernel's renderer
   * @param type a class or interface
   * @param card makes the card of a value
   * @param <T> the type
   */
  public static <T> void register(Renderer renderer, Class<T> type, Function<T, Card> card) {
    renderer
        .createRegistration(type)
        .preferring("text/html", "text/plain")
        .register(
            (value, context) -> {
              Card made = card.apply(value);
              context.getOutputContainer().putHTML(made.html());
              context.getOutputContainer().putText(made.text());
            });
  }
}
