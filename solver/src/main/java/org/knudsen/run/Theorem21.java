package org.knudsen.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.FluidSetting;
import org.knudsen.fluid.Relaxation;
import org.knudsen.fluid.RelaxationNorms;
import org.knudsen.run.Quantity.Summary;

/**
 * The conclusions of Theorem 2.1 along the fluid solution of a run ({@link Relaxation}), in the
 * norms of the study but H^1 at least. Where the limit is not one that the theorem is about,
 * nothing is measured.
 *
 * <p>C and C' are the smallest for which the second and the third bound hold at the times observed
 * with the rate measured; so the first holds with constant 1.
 */
public final class Theorem21 implements Measurement {

  static final String GROUP = "theorem21/";
  private static final String NORM = "concentrationNorm";

  /** The norms along a fluid alone, at time 0 and after each step. */
  public static Relaxation along(
      FluidLimit limit, FluidSetting setting, Stepping stepping, int order) {
    RelaxationNorms norms = new RelaxationNorms(setting, order);
    List<Relaxation.Point> points = new ArrayList<>();
    new FluidRun(limit, setting, stepping)
        .execute((time, fields) -> points.add(norms.at(time, fields)));
    return new Relaxation(order, points);
  }

  @Override
  public Probe begin(RunState start) {
    Assembly assembly = start.assembly();
    FluidSetting setting = assembly.fluidSetting(start.knudsen());
    OptionalDouble predicted = assembly.fluidLimit().relaxationRate(setting);
    int order = Math.max(1, assembly.output().sobolev());
    return predicted.isEmpty()
        ? Probe.of(List.of(), (state, out) -> {})
        : new Norms(
            new RelaxationNorms(setting, order),
            order,
            predicted.getAsDouble(),
            !setting.drift().isEmpty());
  }

  private record Norms(RelaxationNorms norms, int order, double predicted, boolean drift)
      implements Probe {

    @Override
    public List<Quantity> quantities() {
      return List.of(
          new Quantity(GROUP + NORM, "‖c̃‖, H" + order, Summary.NONE),
          new Quantity(GROUP + "velocityNorm", "‖ũ‖, H" + (order - 1), Summary.NONE),
          new Quantity(GROUP + "dissipationNorm", "‖ũ‖, H" + order, Summary.NONE),
          new Quantity(GROUP + "smallestConcentration", "smallest c", Summary.SMALLEST),
          new Quantity(GROUP + "defect/sum", "largest |Σ c̃|", Summary.LARGEST),
          new Quantity(GROUP + "defect/flux", "largest |Σ c ũ|", Summary.LARGEST),
          new Quantity(GROUP + "defect/mean", "largest mean of c̃", Summary.LARGEST));
    }

    @Override
    public void measure(RunState state, double[][] out) {
      Relaxation.Point at = norms.at(state.time(), state.fluid());
      out[0][0] = at.concentrationNorm();
      out[1][0] = at.velocityNorm();
      out[2][0] = at.dissipationNorm();
      out[3][0] = at.smallestConcentration();
      out[4][0] = at.sumDefect();
      out[5][0] = at.fluxDefect();
      out[6][0] = at.meanDefect();
    }

    @Override
    public List<Variable> conclude(Map<String, Variable> measured) {
      double[] time = measured.get(GROUP + NORM).times();
      List<double[]> all =
          quantities().stream().map(quantity -> measured.get(quantity.name()).values()).toList();
      List<Relaxation.Point> points = new ArrayList<>();
      for (int t = 0; t < time.length; t++) {
        points.add(
            new Relaxation.Point(
                time[t],
                all.get(0)[t],
                all.get(1)[t],
                all.get(2)[t],
                all.get(3)[t],
                all.get(4)[t],
                all.get(5)[t],
                all.get(6)[t]));
      }
      if (points.size() < 2 || !(points.get(0).concentrationNorm() > 0)) {
        return List.of();
      }
      Relaxation relaxation = new Relaxation(order, points);
      double rate = relaxation.decayRate();
      String prediction =
          "predicted rate, of the slowest mode, |k| = 1, of small data without drift"
              + (drift ? " (there is a drift here)" : "");
      return List.of(
          Variable.of(GROUP + "order", "s of the norms", order),
          Variable.of(GROUP + "measuredRate", "rate λ over all times", rate),
          Variable.of(
              GROUP + "latestRate", "rate between the last two times", relaxation.latestRate()),
          Variable.of(GROUP + "predictedRate", prediction, predicted),
          Variable.of(GROUP + "velocityConstant", "C", relaxation.velocityConstant(rate)),
          Variable.of(GROUP + "dissipationConstant", "C'", relaxation.dissipationConstant(rate)));
    }
  }
}
