package org.knudsen.notebook.render;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.knudsen.collision.LinearizedHarmonics;
import org.knudsen.collision.Spectrum;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.fluid.MaxwellStefanCoefficients;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.report.PluginTables;
import org.knudsen.report.ResultTables;
import org.knudsen.report.TwoResults;
import org.knudsen.sweep.Convergence;
import org.knudsen.sweep.SweepReport;
import org.knudsen.sweep.SweepTables;
import tech.tablesaw.api.Table;

/** Every renderer that Knudsen adds to the notebook kernel. */
public final class Renderers {
  private Renderers() {}

  /**
   * Registers tables, charts, cards, and what shows all other values.
   *
   * @param renderer the kernel's renderer
   */
  public static void registerAll(Renderer renderer) {
    TableRenderer tables = new TableRenderer(TableRenderer.DEFAULT_ROWS);
    tables.register(renderer, Table.class, table -> table);
    tables.register(renderer, Spectrum.class, ResultTables::spectrum);
    tables.register(renderer, LinearizedHarmonics.class, ResultTables::harmonics);
    tables.register(renderer, TransportCoefficients.class, ResultTables::transport);
    tables.register(renderer, MaxwellStefanCoefficients.class, ResultTables::maxwellStefan);
    tables.register(renderer, Convergence.class, SweepTables::convergence);
    renderer
        .createRegistration(TwoResults.class)
        .preferring("text/html", "text/plain")
        .register(
            (two, context) -> {
              DisplayData out = context.getOutputContainer();
              out.putHTML(ChartRenderer.html(two.distances()) + tables.html(two.table()));
              out.putText(tables.text(two.table()));
            });
    renderer
        .createRegistration(SweepReport.class)
        .preferring("text/html", "text/plain")
        .register(
            (report, context) -> {
              List<Table> made = List.of(report.slopes(), report.tasks());
              DisplayData out = context.getOutputContainer();
              out.putHTML(
                  report.plots().values().stream()
                          .limit(1)
                          .map(ChartRenderer::html)
                          .collect(Collectors.joining())
                      + made.stream().map(tables::html).collect(Collectors.joining()));
              out.putText(made.stream().map(tables::text).collect(Collectors.joining("\n")));
            });
    renderer
        .createRegistration(PluginCatalogue.class)
        .preferring("text/html", "text/plain")
        .register(
            (catalogue, context) -> {
              List<Table> made = new ArrayList<>(List.of(PluginTables.plugins(catalogue)));
              if (!catalogue.problems().isEmpty()) {
                made.add(PluginTables.problems(catalogue));
              }
              DisplayData out = context.getOutputContainer();
              out.putHTML(made.stream().map(tables::html).collect(Collectors.joining()));
              out.putText(made.stream().map(tables::text).collect(Collectors.joining("\n")));
            });
    ChartRenderer.register(renderer);
    CardRenderer.register(renderer, Card.class, card -> card);
    SolverCards.register(renderer);
    PartsRenderer.register(renderer);
  }
}
