package org.knudsen.run;

import static org.knudsen.run.Quantity.Summary.LARGEST;

import java.util.List;
import org.knudsen.mixture.Mixture;

/**
 * How far the conserved quantities of (1.3) have moved since time 0, relative to their natural
 * size: mass of a species to c_{i,infinity}, the largest component of momentum to sum_i sqrt(m_i)
 * c_{i,infinity}, energy to 3/2 sum_i c_{i,infinity}.
 */
final class Conservation implements Measurement {

  @Override
  public Probe begin(RunState start) {
    double[] before = start.totals();
    return Probe.of(
        List.of(
            new Quantity("drift/mass", "relative drift of mass", LARGEST, start.species()),
            new Quantity("drift/momentum", "relative drift of momentum", LARGEST),
            new Quantity("drift/energy", "relative drift of energy", LARGEST)),
        (state, out) -> {
          Mixture mixture = state.assembly().mixture();
          double eps = state.knudsen();
          double[] now = state.totals();
          int species = mixture.size();
          double speed = 0;
          for (int i = 0; i < species; i++) {
            out[0][i] = Math.abs(eps * (now[i] - before[i])) / mixture.concentration(i);
            speed += Math.sqrt(mixture.mass(i)) * mixture.concentration(i);
          }
          double momentum = 0;
          for (int axis = species; axis < species + 3; axis++) {
            momentum = Math.max(momentum, Math.abs(eps * (now[axis] - before[axis])) / speed);
          }
          out[1][0] = momentum;
          out[2][0] =
              Math.abs(eps * (now[species + 3] - before[species + 3]))
                  / (1.5 * mixture.totalConcentration());
        });
  }
}
