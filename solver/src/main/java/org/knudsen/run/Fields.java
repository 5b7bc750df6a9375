package org.knudsen.run;

import static org.knudsen.run.Quantity.Summary.NONE;

import java.util.Arrays;
import java.util.List;
import org.knudsen.fluid.FluidFields;
import org.knudsen.mixture.Mixture;
import org.knudsen.run.Measurement.Probe;
import org.knudsen.run.Measurement.When;

/** Fields over the cells of the torus, and what they are of. */
final class Fields {

  private Fields() {}

  /**
   * The macroscopic fields of the kinetic and of the fluid solution: concentrations c_i, not
   * deviations; fluxes c_i u_i, (1/eps) Int v F_i dv; the temperature of the mixture.
   */
  static Measurement macroscopic() {
    return Measurement.of(
        When.KEPT,
        start -> {
          int axes = start.assembly().torus().dimension();
          Dimension[] species = start.cells(start.species());
          Dimension[] vectors = start.cells(start.species(), start.axes());
          return Probe.of(
              List.of(
                  new Quantity("concentration", "concentration c", NONE, species),
                  new Quantity("flux", "flux c u", NONE, vectors),
                  new Quantity(
                      "fluidConcentration", "concentration c of the fluid limit", NONE, species),
                  new Quantity("fluidFlux", "flux c u of the fluid limit", NONE, vectors),
                  new Quantity("temperature", "temperature T", NONE, start.cells())),
              (state, out) -> macroscopic(state, axes, out));
        });
  }

  private static void macroscopic(RunState state, int axes, double[][] out) {
    Mixture mixture = state.assembly().mixture();
    FluidFields fluid = state.fluid();
    double[] flux = state.flux();
    System.arraycopy(state.concentration(), 0, out[0], 0, out[0].length);
    System.arraycopy(state.temperature(), 0, out[4], 0, out[4].length);
    for (int at = 0; at < out[0].length; at++) {
      double rest = mixture.concentration(at % mixture.size());
      double c = rest + state.knudsen() * fluid.concentrationDeviation[at];
      out[2][at] = c;
      for (int axis = 0; axis < axes; axis++) {
        out[1][at * axes + axis] = flux[3 * at + axis];
        out[3][at * axes + axis] = c * fluid.velocity[3 * at + axis];
      }
    }
  }

  /** The gas that the fields are of: mass and equilibrium concentration of each species. */
  static Measurement ofGas() {
    return Measurement.of(
        When.START,
        start -> {
          Mixture mixture = start.assembly().mixture();
          Dimension species = start.species();
          return Probe.of(
              List.of(
                  new Quantity("mass", "mass m", NONE, species),
                  new Quantity(
                      "equilibriumConcentration", "equilibrium concentration c∞", NONE, species)),
              (state, out) -> {
                Arrays.setAll(out[0], mixture::mass);
                Arrays.setAll(out[1], mixture::concentration);
              });
        });
  }

  /** h itself, in the modes of the velocity space. */
  static Measurement distribution() {
    return Measurement.of(
        When.CHOSEN,
        start -> {
          Dimension modes = Dimension.numbered("mode", start.assembly().space().modes());
          Dimension[] all = start.cells(start.species(), modes);
          return Probe.of(
              List.of(new Quantity("distribution", "h, F = μ + ε h", NONE, all)),
              (state, out) -> System.arraycopy(state.field(), 0, out[0], 0, out[0].length));
        });
  }
}
