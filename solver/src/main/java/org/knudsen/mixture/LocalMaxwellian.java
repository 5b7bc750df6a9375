package org.knudsen.mixture;

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
    double[] concentration = new double[mixture.size()];
    for (int i = 0; i < concentration.length; i++) {
      concentration[i] = mixture.concentration(i);
    }
    return new LocalMaxwellian(mixture, concentration, new double[3 * mixture.size()]);
  }

  /**
   * M with given concentrations and centres.
   *
   * @param mixture gives the masses
   * @param concentration c_i > 0; not modified, copied
   * @param centre U_i = eps u_i, entry {@code species * 3 + axis}; not modified, copied
   */
  public static LocalMaxwellian of(Mixture mixture, double[] concentration, double[] centre) {
    if (concentration.length != mixture.size() || centre.length != 3 * mixture.size()) {
      throw new IllegalArgumentException(
          concentration.length
              + " concentrations and "
              + centre.length
              + " velocity components; "
              + mixture.size()
              + " and "
              + 3 * mixture.size()
              + " are needed");
    }
    for (double c : concentration) {
      if (!(c > 0) || Double.isInfinite(c)) {
        throw new IllegalArgumentException(
            "concentration of a local Maxwellian is " + c + "; a finite number > 0 is needed");
      }
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

  /** The component of U_i = eps u_i along an axis 0, 1, 2. */
  public double centre(int i, int axis) {
    return centre[3 * i + axis];
  }

  /** Whether every U_i is 0. */
  public boolean atRest() {
    for (double u : centre) {
      if (u != 0) {
        return false;
      }
    }
    return true;
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
