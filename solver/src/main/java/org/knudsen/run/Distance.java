package org.knudsen.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knudsen.norm.EquilibriumProjection;
import org.knudsen.norm.SobolevNorm;
import org.knudsen.run.Quantity.Summary;
import org.knudsen.torus.FourierModes;

/** |F^eps - M^eps|, not divided by eps, in the norms (3.28) of 0 to s derivatives. */
final class Distance implements Measurement {

  /** What the names of distances begin with. */
  static final String GROUP = "distance/";

  private static List<SobolevNorm> norms(RunState start) {
    Assembly assembly = start.assembly();
    FourierModes modes = new FourierModes(assembly.torus());
    return IntStream.rangeClosed(0, assembly.output().sobolev())
        .mapToObj(s -> new SobolevNorm(assembly.space(), modes, s, start.knudsen()))
        .toList();
  }

  @Override
  public Probe begin(RunState start) {
    List<SobolevNorm> norms = norms(start);
    return Probe.of(
        norms.stream()
            .map(
                norm ->
                    new Quantity(
                        GROUP + norm.name(),
                        "distance ‖F − M‖, " + norm.name(),
                        Summary.LARGEST_AND_LAST))
            .toList(),
        (state, out) -> {
          for (int n = 0; n < norms.size(); n++) {
            out[n][0] = state.knudsen() * norms.get(n).of(state.deviation());
          }
        });
  }

  /**
   * How large f^in is, what Theorem 2.2 asks to be small at time 0: its norms, and ||pi_T f^in|| in
   * L^2_{x,v}(mu^{-1/2}), pi_T the projection of (3.14).
   */
  static Measurement ofPerturbation() {
    return Measurement.of(
        When.START,
        start -> {
          List<SobolevNorm> norms = norms(start);
          EquilibriumProjection projection =
              new EquilibriumProjection(start.assembly().space(), start.layout().modes());
          List<Quantity> all = new ArrayList<>();
          for (SobolevNorm norm : norms) {
            String name = norm.name();
            all.add(
                new Quantity("perturbation/norm/" + name, "‖f‖ at time 0, " + name, Summary.VALUE));
          }
          all.add(new Quantity("perturbation/equilibrium", "‖π_T f‖ at time 0, L2", Summary.VALUE));
          return Probe.of(
              all,
              (state, out) -> {
                for (int n = 0; n < norms.size(); n++) {
                  out[n][0] = norms.get(n).of(state.perturbation());
                }
                out[norms.size()][0] = projection.norm(state.perturbation());
              });
        });
  }
}
