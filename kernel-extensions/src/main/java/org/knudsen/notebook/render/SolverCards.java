package org.knudsen.notebook.render;

import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knudsen.collision.Gas;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.plugin.Plugin;
import org.knudsen.report.PluginTables;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.run.RunResult;
import org.knudsen.run.SlopeFit;
import org.knudsen.study.PluginChoice;
import org.knudsen.study.RunPlan;
import org.knudsen.study.Study;
import org.knudsen.study.SweepResult;
import org.knudsen.torus.Torus;
import tech.tablesaw.api.Table;

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
    CardRenderer.register(renderer, Gas.class, gas -> mixture(gas.mixture()));
    CardRenderer.register(renderer, SlopeFit.class, SolverCards::slope);
    CardRenderer.register(renderer, CollisionKernel.class, SolverCards::collisionKernel);
    CardRenderer.register(renderer, Study.class, SolverCards::study);
    CardRenderer.register(renderer, RunResult.class, SolverCards::run);
    CardRenderer.register(renderer, SweepResult.class, SolverCards::sweep);
    CardRenderer.register(renderer, Plugin.class, SolverCards::plugin);
  }

  /** The card of a plugin: what it is, where it comes from, and a row for each parameter. */
  public static Card plugin(Plugin<?> plugin) {
    Table table = PluginTables.parameters(List.of(plugin));
    List<String> columns = table.columnNames().subList(1, table.columnCount());
    CardTable parameters =
        new CardTable(
            columns,
            table.stream().map(row -> columns.stream().map(row::getString).toList()).toList(),
            columns.stream().map(column -> false).toList());
    return new Card(
        plugin.id() + ": " + plugin.family().title(),
        List.of(
            new Card.Row("description", plugin.provider().description()),
            new Card.Row("reference", plugin.provider().reference()),
            new Card.Row("source", plugin.source())),
        table.isEmpty() ? Optional.empty() : Optional.of(parameters));
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
            CardTable.named(List.of("species", "mass", "concentration", "mole fraction"), rows)));
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
            CardTable.named(
                List.of(
                    "species", "exponent \u03b3 of \u03a6", "\u03a6(1)", "b(1)", "b(0)", "b(-1)"),
                rows)));
  }

  /**
   * The card of a study: what it is determined by, in the order of a study file.
   *
   * @param study any study; a part that it does not have is left out
   * @return its parts
   */
  public static Card study(Study study) {
    List<Card.Row> rows = new ArrayList<>();
    rows.add(
        new Card.Row(
            "mixture",
            study.mixture().species().stream()
                .map(
                    s ->
                        s.name()
                            + " (mass "
                            + Numbers.text(s.mass())
                            + ", concentration "
                            + Numbers.text(s.concentration())
                            + ")")
                .collect(Collectors.joining(", "))));
    rows.add(new Card.Row("collision kernel", choice(study.collisionKernel())));
    rows.add(new Card.Row("velocity grid", choice(study.velocityGrid())));
    study.plan().ifPresent(plan -> addPlan(plan, rows));
    return new Card("Study " + study.name(), rows, Optional.empty());
  }

  private static void addPlan(RunPlan plan, List<Card.Row> rows) {
    String scheme = choice(plan.timeIntegrator()) + ", dt = " + Numbers.text(plan.dt());
    rows.add(new Card.Row("time integrator", scheme));
    Torus torus = plan.torus();
    String grid = "dimension " + torus.dimension() + ", " + torus.points() + " points";
    rows.add(new Card.Row("torus", grid));
    rows.add(new Card.Row("fluid limit", choice(plan.fluidLimit())));
    rows.add(new Card.Row("initial waves", Integer.toString(plan.data().initial().size())));
    InitialPerturbation perturbation = plan.data().perturbation();
    if (!(perturbation instanceof InitialPerturbation.None)) {
      rows.add(new Card.Row("initial perturbation", perturbation.kind()));
    }
    rows.add(
        new Card.Row(
            "Knudsen numbers",
            plan.knudsen().stream().map(Numbers::text).collect(Collectors.joining(", "))));
    rows.add(Card.Row.of("end time", plan.endTime()));
  }

  private static String choice(PluginChoice choice) {
    String parameters =
        choice.parameters().asMap().entrySet().stream()
            .map(e -> e.getKey() + " = " + e.getValue())
            .collect(Collectors.joining(", "));
    return parameters.isEmpty() ? choice.id() : choice.id() + ": " + parameters;
  }

  /**
   * The card of one run. It shows no wall time, which differs from run to run.
   *
   * @param run any run, complete or not
   * @return its size, how it ended, its distances and the drift of its conserved quantities
   */
  public static Card run(RunResult run) {
    List<Card.Row> rows = new ArrayList<>();
    rows.add(Card.Row.of("Knudsen number \u03b5", run.knudsen()));
    rows.add(new Card.Row("steps", run.steps() + " of dt = " + Numbers.text(run.dt())));
    rows.add(new Card.Row("ended", run.ended()));
    run.warnings().forEach(warning -> rows.add(new Card.Row("warning", warning)));
    if (run.has("drift/mass")) {
      rows.add(new Card.Row("drift of mass, momentum, energy", "at most " + upTo(drift(run))));
    }
    List<List<String>> distances = new ArrayList<>();
    run.supDistance()
        .forEach(
            (norm, sup) ->
                distances.add(
                    List.of(norm, Numbers.text(sup), Numbers.text(run.endDistance().get(norm)))));
    return new Card(
        "Run",
        rows,
        distances.isEmpty()
            ? Optional.empty()
            : Optional.of(
                CardTable.named(
                    List.of("norm of F - M", "largest over time", "at the end"), distances)));
  }

  /** The largest drift of a conserved quantity. */
  private static double drift(RunResult run) {
    return Stream.of("drift/mass", "drift/momentum", "drift/energy")
        .flatMapToDouble(name -> Arrays.stream(run.values(name)))
        .max()
        .orElse(0);
  }

  /**
   * The card of a sweep.
   *
   * @param sweep any sweep, complete or not
   * @return a row for each run, and the measured order in eps for each norm
   */
  public static Card sweep(SweepResult sweep) {
    List<Card.Row> rows = new ArrayList<>();
    rows.add(new Card.Row("collision kernel", sweep.collisionKernel()));
    rows.add(
        new Card.Row(
            "Knudsen numbers",
            sweep.runs().size()
                + " of "
                + sweep.asked()
                + (sweep.complete() ? ", complete" : ", not complete")));
    sweep
        .slopes()
        .forEach((norm, fit) -> rows.add(new Card.Row("order in \u03b5, " + norm, order(fit))));
    sweep.runs().stream()
        .filter(run -> run.has("drift/mass"))
        .mapToDouble(SolverCards::drift)
        .max()
        .ifPresent(
            largest ->
                rows.add(
                    new Card.Row("drift of mass, momentum, energy", "at most " + upTo(largest))));
    List<String> header = new ArrayList<>(List.of("\u03b5", "steps", "ended"));
    Set<String> norms = sweep.norms();
    norms.forEach(norm -> header.add("sup " + norm));
    List<List<String>> table = new ArrayList<>();
    for (RunResult run : sweep.runs()) {
      List<String> row =
          new ArrayList<>(
              List.of(Numbers.text(run.knudsen()), Integer.toString(run.steps()), run.ended()));
      norms.forEach(
          norm -> row.add(Numbers.text(run.supDistance().getOrDefault(norm, Double.NaN))));
      table.add(row);
    }
    return new Card(
        "Sweep " + sweep.study(),
        rows,
        table.isEmpty() ? Optional.empty() : Optional.of(CardTable.named(header, table)));
  }

  /** The card of a fit: its slope, and on what it rests. */
  static Card slope(SlopeFit fit) {
    return new Card(
        "Distance = factor \u00b7 \u03b5^slope",
        List.of(
            new Card.Row("slope", order(fit)),
            Card.Row.of("factor", fit.factor()),
            new Card.Row("points", Integer.toString(fit.points()))),
        Optional.empty());
  }

  private static String order(SlopeFit fit) {
    return Numbers.text(fit.slope())
        + (Double.isNaN(fit.standardError()) ? "" : " \u00b1 " + Numbers.text(fit.standardError()));
  }

  /** The next power of ten: of round-off only the size means something. */
  private static String upTo(double value) {
    return value == 0 ? "0" : Numbers.text(Math.pow(10, Math.ceil(Math.log10(value))));
  }
}
