package org.knudsen.mixture;

/**
 * One chemical species of a mixture: its name, molecular mass and concentration at equilibrium.
 *
 * <p>Nondimensional: masses in units of a reference mass, concentrations in units of a reference
 * number density, temperature 1.
 *
 * @param name how tables and messages call it; not blank
 * @param mass m_i > 0
 * @param concentration c_{i,infinity} > 0, the spatial mean of the number density
 */
public record Species(String name, double mass, double concentration) {

  public Species {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("species name is blank; a non-empty name is needed");
    }
    requirePositive("mass of species '" + name + "'", mass);
    requirePositive("concentration of species '" + name + "'", concentration);
  }

  /** Refuses what is no finite number > 0, by name. */
  static void requirePositive(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(what + " is " + value + "; a finite number > 0 is needed");
    }
  }
}
