package org.knudsen.run;

import java.util.Locale;
import org.knudsen.torus.Torus;

/** The kinetic solution is not finite any more, or a concentration is not positive. */
public final class KineticBreakdownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Coefficients of h are of order 1; beyond this they have run away, and squares may overflow. */
  private static final double RUNAWAY = 1e100;

  public KineticBreakdownException(String message) {
    super(message);
  }

  /**
   * Checks a state, and on demand the concentrations in every cell, too; the exception says what
   * has happened to which species, where and when.
   */
  static void check(RunState state, boolean everywhere) {
    Assembly assembly = state.assembly();
    double[] h = state.kineticState();
    int size = assembly.space().size();
    for (int at = 0; at < h.length; at++) {
      if (!(Math.abs(h[at]) < RUNAWAY)) {
        throw runaway(state, at % size / assembly.space().modes(), "");
      }
    }
    if (!everywhere) {
      return;
    }
    double[] concentration = state.concentration();
    for (int at = 0; at < concentration.length; at++) {
      int species = at % assembly.mixture().size();
      double part = concentration[at] / assembly.mixture().concentration(species);
      if (part > 0 && part < RUNAWAY) {
        continue;
      }
      Torus torus = assembly.torus();
      StringBuilder place = new StringBuilder();
      for (int axis = 0; axis < torus.dimension(); axis++) {
        double x = torus.coordinate(at / assembly.mixture().size(), axis);
        place.append(String.format(Locale.ROOT, "%s = %.4g, ", Torus.axisName(axis), x));
      }
      if (!(Math.abs(part) < 10)) {
        throw runaway(state, species, place.toString());
      }
      throw new KineticBreakdownException(
          String.format(
              Locale.ROOT,
              "the density of species '%s' fell below zero (%.3g of its equilibrium) at %s%s: the gas"
                  + " is further from equilibrium than the %s can hold; a smaller Knudsen number,"
                  + " smaller data or a finer velocity grid is needed",
              name(state, species),
              part,
              place,
              when(state),
              assembly.space().describe()));
    }
  }

  private static KineticBreakdownException runaway(RunState state, int species, String place) {
    return new KineticBreakdownException(
        String.format(
            Locale.ROOT,
            "the distribution of species '%s' has grown without bound by %s%s: the data are too large"
                + " for this Knudsen number, velocity grid (%s) and step (%s)",
            name(state, species),
            place,
            when(state),
            state.assembly().space().describe(),
            state.assembly().stepping().dt()));
  }

  private static String name(RunState state, int species) {
    return state.assembly().mixture().species().get(species).name();
  }

  private static String when(RunState state) {
    return String.format(Locale.ROOT, "time %.6g (step %d)", state.time(), state.step());
  }
}
