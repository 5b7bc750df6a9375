package org.knudsen.notebook.render;

import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

/** The cards of the solver's types. A new type gets a card by one line in {@link #register}. */
public final class SolverCards {
  private SolverCards() {}

  /**
   * Registers every card.
   *
   * @param renderer the kernel's renderer
   */
  public static void register(Renderer renderer) {
    CardRenderer.register(renderer, Mixture.class, SolverCards::mixture);
    CardRenderer.register(renderer, CollisionKernel.class, SolverCards::collisionKernel);
  }

  /**
   * The card of a mixture.
   *
   * @param mixture any mixture
   * @return its totals, and a row for each species
   */
  public static Card mixture(Mixture mixture) {
    List<List<String>> rows = new ArrayList<>();
    for (Species s : mixture.species()) {
      rows.add(
          List.of(
              s.name(),
              Numbers.text(s.mass()),
              Numbers.text(s.concentration()),
              Numbers.text(s.concentration() / mixture.totalConcentration())));
    }
    return new Card(
        "Mixture of " + mixture.size() + " species",
        List.of(
            Card.Row.of("total concentration", mixture.totalConcentration()),
            Card.Row.of("mass density", mixture.massDensity())),
        Optional.of(
            Grid.named(List.of("species", "mass", "concentration", "mole fraction"), rows)));
  }

  /**
   * The card of a collision kernel.
   *
   * @param kernel any kernel
   * @return a row for each pair of species: exponent gamma, Phi(1), b at three angles
   */
  public static Card collisionKernel(CollisionKernel kernel) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < kernel.speciesCount(); i++) {
      for (int j = i; j < kernel.speciesCount(); j++) {
        PairKernel pair = kernel.pair(i, j);
        var exponent = pair.kinetic().exponent();
        rows.add(
            List.of(
                (i + 1) + " with " + (j + 1),
                exponent.isPresent() ? Numbers.text(exponent.getAsDouble()) : "not a power",
                Numbers.text(pair.kinetic().at(1)),
                Numbers.text(pair.angular().at(1)),
                Numbers.text(pair.angular().at(0)),
                Numbers.text(pair.angular().at(-1))));
      }
    }
    return new Card(
        "Collision kernel B(g, cos \u03b8) = \u03a6(g) b(cos \u03b8)",
        List.of(
            new Card.Row("type", kernel.getClass().getTypeName()),
            new Card.Row("species", Integer.toString(kernel.speciesCount()))),
        Optional.of(
            Grid.named(
                List.of(
                    "species", "exponent \u03b3 of \u03a6", "\u03a6(1)", "b(1)", "b(0)", "b(-1)"),
                rows)));
  }
}
