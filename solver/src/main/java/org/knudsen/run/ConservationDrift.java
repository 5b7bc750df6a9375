package org.knudsen.run;

import java.util.List;

/**
 * How far the conserved quantities of (1.3) have moved since time 0, relative to their natural
 * size.
 *
 * @param mass per species, |change| / c_{i,infinity}
 * @param momentum largest component, |change| / sum_i sqrt(m_i) c_{i,infinity}
 * @param energy |change| / (3/2 sum_i c_{i,infinity})
 */
public record ConservationDrift(List<Double> mass, double momentum, double energy) {

  public ConservationDrift {
    mass = List.copyOf(mass);
  }

  /** Entry by entry the larger of the two. */
  ConservationDrift max(ConservationDrift other) {
    return new ConservationDrift(
        java.util.stream.IntStream.range(0, mass.size())
            .mapToObj(i -> Math.max(mass.get(i), other.mass.get(i)))
            .toList(),
        Math.max(momentum, other.momentum),
        Math.max(energy, other.energy));
  }
}
