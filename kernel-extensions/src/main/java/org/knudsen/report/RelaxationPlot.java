package org.knudsen.report;

import java.util.List;
import org.knowm.xchart.XYChart;
import org.knudsen.fluid.Relaxation;
import org.knudsen.fluid.RelaxationSummary;
import org.knudsen.run.RunResult;
import org.knudsen.study.SweepResult;

/** Theorem 2.1 as a plot. */
public final class RelaxationPlot {

  private RelaxationPlot() {}

  /**
   * The logarithm of the norm of the concentration deviation over its first value against time, a
   * line a Knudsen number, and dashed the decay that is predicted ({@link
   * RelaxationSummary#prediction}). Empty for a fluid limit that the theorem is not about.
   */
  public static XYChart decay(SweepResult sweep) {
    XYChart chart =
        PlotTheme.chart(
            "Theorem 2.1: decay of the fluid solution",
            "time t",
            "ln( \u2016c\u0303(t)\u2016 / \u2016c\u0303(0)\u2016 )");
    RelaxationSummary longest = null;
    for (int number = 0; number < sweep.runs().size(); number++) {
      RunResult run = sweep.runs().get(number);
      if (run.relaxation().isEmpty()) {
        continue;
      }
      RelaxationSummary measured = run.relaxation().get();
      // the first is positive; a norm of exactly 0, after long times, has no logarithm
      List<Relaxation.Point> shown =
          measured.points().stream().filter(at -> at.concentrationNorm() > 0).toList();
      double first = shown.get(0).concentrationNorm();
      PlotTheme.line(
          chart.addSeries(
              ResultPlots.name(run) + ", H" + PlotTheme.raised(measured.order()),
              shown.stream().mapToDouble(Relaxation.Point::time).toArray(),
              shown.stream().mapToDouble(at -> Math.log(at.concentrationNorm() / first)).toArray()),
          number);
      longest = longest == null || end(longest) < end(measured) ? measured : longest;
    }
    if (longest != null) {
      double end = end(longest);
      double[] decay = {0, -longest.predictedRate() * end};
      ResultPlots.addLine(chart, "predicted, no drift", new double[] {0, end}, decay);
    }
    return chart;
  }

  private static double end(RelaxationSummary measured) {
    return measured.points().get(measured.points().size() - 1).time();
  }
}
