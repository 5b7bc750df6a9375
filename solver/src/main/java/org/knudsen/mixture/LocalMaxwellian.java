package org.knudsen.mixture;

import java.util.Arrays;

/**
 * The local Maxwellian vector M^eps of (1.10) at one point of space and time, at temperature 1:
 *
 * <p>M_i(v) = c_i (m_i / 2 pi)^{3/2} exp(-m_i |v - U_i|^2 / 2), U_i = eps u_i.
 *
 * <p>Every species has its own velocity, so M is in general no equilibrium of the mixture.
 * Immutable.
 */
public final class LocalMaxwellian {

  private final Mixture mixture;
  private final double[] concentration;
  private final double[] centre; // [species * 3 + axis]

  private LocalMaxwellian(Mixture mixture, double[] concentration, double[] centre) {
    this.mixture = mixture;
    this.concentration = concentration;
    this.centre = centre;
  }

  /** mu of (1.5): the mixture's concentrations, at rest. */
  public static LocalMaxwellian equilibrium(Mixture mixture) {
    double[] concentration =
        mixture.species().stream().mapToDouble(Species::concentration).toArray();
    return new LocalMaxwellian(mixture, concentration, new double[3 * mixture.size()]);
  }

  /**
   * M with the masses of a mixture, c_i > 0 and U_i = eps u_i, entry {@code species * 3 + axis};
   * arrays are copied.
   */
  public static LocalMaxwellian of(Mixture mixture, double[] concentration, double[] centre) {
    if (concentration.length != mixture.size() || centre.length != 3 * mixture.size()) {
      throw new IllegalArgumentException(
          "%s concentrations and %s velocity components; %s and %s are needed"
              .formatted(concentration.length, centre.length, mixture.size(), 3 * mixture.size()));
    }
    for (double c : concentration) {
      Species.requirePositive("concentration of a local Maxwellian", c);
    }
    return new LocalMaxwellian(mixture, concentration.clone(), centre.clone());
  }

  public Mixture mixture() {
    return mixture;
  }

  /** c_i. */
  public double concentration(int i) {
    return concentration[i];
  }

  /** The same with another concentration of one species. */
  public LocalMaxwellian with(int i, double value) {
    double[] c = concentration.clone();
    c[i] = value;
    return of(mixture, c, centre);
  }

  /** The component of U_i = eps u_i along an axis 0, 1, 2. */
  public double centre(int i, int axis) {
    return centre[3 * i + axis];
  }

  /** Whether every U_i is 0. */
  public boolean atRest() {
    return Arrays.stream(centre).allMatch(u -> u == 0);
  }

  /** |v - U_i|. */
  public double distance(int i, double vx, double vy, double vz) {
    double x = vx - centre[3 * i];
    double y = vy - centre[3 * i + 1];
    double z = vz - centre[3 * i + 2];
    return Math.sqrt(x * x + y * y + z * z);
  }

  /** M_i(v). */
  public double at(int i, double vx, double vy, double vz) {
    double d = distance(i, vx, vy, vz);
    double m = mixture.mass(i);
    return concentration[i] * Math.pow(m / (2 * Math.PI), 1.5) * Math.exp(-m / 2 * d * d);
  }
}
