package org.knudsen.run;

import java.util.Arrays;
import java.util.List;
import org.knudsen.fluid.FluidFields;
import org.knudsen.mixture.Mixture;

/**
 * The macroscopic fields of the kinetic and of the fluid solution over the cells of the torus:
 * concentrations c_i, not deviations; fluxes c_i u_i, (1/eps) Int v F_i dv; the temperature of the
 * mixture.
 */
final class Fields implements Measurement {

  @Override
  public When when() {
    return When.KEPT;
  }

  @Override
  public Probe begin(RunState start) {
    int axes = start.assembly().torus().dimension();
    Dimension[] species = start.cells(start.species());
    Dimension[] vectors = start.cells(start.species(), start.axes());
    Quantity.Summary none = Quantity.Summary.NONE;
    return new Probe() {
      @Override
      public List<Quantity> quantities() {
        return List.of(
            new Quantity("concentration", "concentration c", none, species),
            new Quantity("flux", "flux c u", none, vectors),
            new Quantity("fluidConcentration", "concentration c of the fluid limit", none, species),
            new Quantity("fluidFlux", "flux c u of the fluid limit", none, vectors),
            new Quantity("temperature", "temperature T", none, start.cells()));
      }

      @Override
      public void measure(RunState state, double[][] out) {
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
    };
  }

  /** The gas that the fields are of: mass and equilibrium concentration of each species. */
  static final class OfGas implements Measurement {

    @Override
    public When when() {
      return When.START;
    }

    @Override
    public Probe begin(RunState start) {
      Mixture mixture = start.assembly().mixture();
      Quantity.Summary none = Quantity.Summary.NONE;
      return new Probe() {
        @Override
        public List<Quantity> quantities() {
          return List.of(
              new Quantity("mass", "mass m", none, start.species()),
              new Quantity(
                  "equilibriumConcentration",
                  "equilibrium concentration c∞",
                  none,
                  start.species()));
        }

        @Override
        public void measure(RunState state, double[][] out) {
          Arrays.setAll(out[0], mixture::mass);
          Arrays.setAll(out[1], mixture::concentration);
        }
      };
    }
  }

  /** h itself, in the modes of the velocity space. */
  static final class Distribution implements Measurement {

    @Override
    public When when() {
      return When.CHOSEN;
    }

    @Override
    public Probe begin(RunState start) {
      Dimension modes = Dimension.numbered("mode", start.assembly().space().modes());
      Quantity h =
          new Quantity(
              "distribution",
              "h, F = μ + ε h",
              Quantity.Summary.NONE,
              start.cells(start.species(), modes));
      return new Probe() {
        @Override
        public List<Quantity> quantities() {
          return List.of(h);
        }

        @Override
        public void measure(RunState state, double[][] out) {
          System.arraycopy(state.field(), 0, out[0], 0, out[0].length);
        }
      };
    }
  }
}
