package org.knudsen.mixture;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A mixture of N monatomic species at rest and at temperature 1: the data of the global equilibrium
 * mu of (1.5), mu_i(v) = c_{i,infinity} (m_i / 2 pi)^{3/2} exp(-m_i |v|^2 / 2).
 *
 * @param species in the order in which every array of the library holds them; at least one, names
 *     distinct
 */
public record Mixture(List<Species> species) {

  public Mixture {
    species = List.copyOf(species);
    if (species.isEmpty()) {
      throw new IllegalArgumentException("mixture has no species; at least one is needed");
    }
    Set<String> names = new HashSet<>();
    for (Species s : species) {
      if (!names.add(s.name())) {
        throw new IllegalArgumentException(
            "species name '" + s.name() + "' occurs twice; names must be distinct");
      }
    }
  }

  /** A mixture of the given species, in that order. */
  public static Mixture of(Species... species) {
    return new Mixture(List.of(species));
  }

  /** N, the number of species. */
  public int size() {
    return species.size();
  }

  /** m_i. */
  public double mass(int i) {
    return species.get(i).mass();
  }

  /** c_{i,infinity}. */
  public double concentration(int i) {
    return species.get(i).concentration();
  }

  /** mu_r = m_i m_j / (m_i + m_j), the reduced mass of a pair. */
  public double reducedMass(int i, int j) {
    return mass(i) * mass(j) / (mass(i) + mass(j));
  }

  /** C_0 = sum_i c_{i,infinity}; also the pressure, since the temperature is 1. */
  public double totalConcentration() {
    return species.stream().mapToDouble(Species::concentration).sum();
  }

  /** rho_infinity = sum_i m_i c_{i,infinity}. */
  public double massDensity() {
    return species.stream().mapToDouble(s -> s.mass() * s.concentration()).sum();
  }
}
