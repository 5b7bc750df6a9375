package org.knudsen.mixture;

/**
 * The units behind the nondimensional equations: masses in units of m_0, number densities of n_0,
 * temperatures of T_0, lengths of L, and speeds of v_0 = sqrt(k T_0 / m_0), so that the temperature
 * is 1 and mu_i = c_i (m_i / 2 pi)^(3/2) exp(-m_i |v|^2 / 2).
 *
 * <p>Cross-sections are in units of 1 / (n_0 L): then d_t F + v.grad F = Q(F, F) has no factor. A
 * collision kernel, cross-section times speed, is in units of v_0 / (n_0 L). Transport coefficients
 * follow: diffusivities in units of L v_0, viscosities of n_0 m_0 v_0 L, thermal conductivities of
 * n_0 k v_0 L.
 *
 * <p>In a vessel of size H the Knudsen number of (1.6) is {@link #knudsen eps = L / H}. All
 * arguments and SI results are in m, s, kg, K and combinations of them.
 *
 * @param mass m_0 > 0 [kg]
 * @param numberDensity n_0 > 0 [1/m^3]
 * @param temperature T_0 > 0 [K]
 * @param length L > 0 [m]
 */
public record Scales(double mass, double numberDensity, double temperature, double length) {

  /** k, exact in the SI of 2019 [J/K]. */
  public static final double BOLTZMANN = 1.380649e-23;

  /** The atomic mass constant, CODATA 2018 [kg]. */
  public static final double ATOMIC_MASS = 1.66053906660e-27;

  /** One standard atmosphere [Pa]. */
  public static final double ATMOSPHERE = 101325;

  public Scales {
    requirePositive("mass", mass);
    requirePositive("number density", numberDensity);
    requirePositive("temperature", temperature);
    requirePositive("length", length);
  }

  private static void requirePositive(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "unit of " + what + " is " + value + "; a finite number > 0 in SI units is needed");
    }
  }

  /**
   * The units of an ideal gas of m_0 [kg] at p = n_0 k T_0 [Pa] and T_0 [K], with L = 1 / (n_0 d^2)
   * for d [m], so that cross-sections are in units of d^2; L is then pi sqrt(2) mean free paths of
   * hard spheres of diameter d.
   */
  public static Scales ofIdealGas(
      double mass, double pressure, double temperature, double diameter) {
    double density = pressure / (BOLTZMANN * temperature);
    return new Scales(mass, density, temperature, 1 / (density * diameter * diameter));
  }

  /** v_0 [m/s]. */
  public double speed() {
    return Math.sqrt(BOLTZMANN * temperature / mass);
  }

  /** p_0 = n_0 k T_0 [Pa]. */
  public double pressure() {
    return numberDensity * BOLTZMANN * temperature;
  }

  /** 1 / (n_0 L) [m^2]. */
  public double crossSection() {
    return 1 / (numberDensity * length);
  }

  /** L v_0 [m^2/s]; divide by it to come back. */
  public double diffusivity() {
    return length * speed();
  }

  /** n_0 m_0 v_0 L [Pa s]. */
  public double viscosity() {
    return numberDensity * mass * diffusivity();
  }

  /** n_0 k v_0 L [W/(m K)]. */
  public double conductivity() {
    return numberDensity * BOLTZMANN * diffusivity();
  }

  /** The Knudsen number of (1.6) in a vessel of size H > 0 [m]. */
  public double knudsen(double size) {
    requirePositive("size of the vessel", size);
    return length / size;
  }
}
