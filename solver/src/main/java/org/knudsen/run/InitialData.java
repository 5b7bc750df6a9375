package org.knudsen.run;

import java.util.List;
import java.util.Objects;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.DriftWave;

/**
 * What a run begins from: F^{eps,in} = M^{eps,in} + eps f^in.
 *
 * @param initial Fourier modes of c-tilde at time 0, summing to zero over species
 * @param drift Fourier modes of u-bar, divergence-free; empty for d = 1
 * @param perturbation f^in
 */
public record InitialData(
    List<ConcentrationWave> initial, List<DriftWave> drift, InitialPerturbation perturbation) {

  public InitialData {
    initial = List.copyOf(initial);
    drift = List.copyOf(drift);
    Objects.requireNonNull(perturbation, "perturbation");
  }

  /** Waves alone: without drift, from the local Maxwellian. */
  public static InitialData of(ConcentrationWave... initial) {
    return new InitialData(List.of(initial), List.of(), InitialPerturbation.none());
  }
}
