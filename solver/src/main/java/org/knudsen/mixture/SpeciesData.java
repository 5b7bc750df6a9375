package org.knudsen.mixture;

/**
 * A real gas as a sphere of Bird's collision models, in SI units.
 *
 * <p>Bird's viscosity law eta = eta_ref (T / T_ref)^omega fixes all three models: hard spheres
 * (omega 1/2 whatever the gas, right at T_ref only), variable hard spheres (isotropic scattering,
 * cross-section falling with the relative speed), variable soft spheres (forward scattering, too,
 * so that self-diffusion is right as well as viscosity).
 *
 * @param formula for instance "CO2"
 * @param name for instance "carbon dioxide"
 * @param atoms in a molecule; where it is more than one, the internal energy takes part in heat
 *     conduction, which spheres know nothing of
 * @param molecularMass m [kg]
 * @param referenceTemperature T_ref [K]
 * @param referenceViscosity eta_ref [Pa s]
 * @param omega exponent of the viscosity law, in [1/2, 1]
 * @param vhsDiameter d_ref of the variable hard sphere [m]
 * @param vssDiameter d_ref of the variable soft sphere [m]
 * @param alpha exponent of the variable soft sphere's angular part, at least 1
 * @param source where the figures come from
 */
public record SpeciesData(
    String formula,
    String name,
    int atoms,
    double molecularMass,
    double referenceTemperature,
    double referenceViscosity,
    double omega,
    double vhsDiameter,
    double vssDiameter,
    double alpha,
    String source) {

  /**
   * Viscosity of hard spheres over its first Chapman-Enskog approximation, at infinite order
   * (1.016034, Pekeris and Alterman 1957, to more digits).
   */
  private static final double HARD_SPHERE_VISCOSITY = 1.0160339417;

  public SpeciesData {
    if (atoms < 1) {
      throw new IllegalArgumentException(formula + " has " + atoms + " atoms; at least 1");
    }
    Species.requirePositive("molecular mass of " + formula, molecularMass);
    Species.requirePositive("reference temperature of " + formula, referenceTemperature);
    Species.requirePositive("reference viscosity of " + formula, referenceViscosity);
    Species.requirePositive("VHS diameter of " + formula, vhsDiameter);
    Species.requirePositive("VSS diameter of " + formula, vssDiameter);
    if (!(omega >= 0.5 && omega <= 1)) {
      throw new IllegalArgumentException(
          "omega of %s is %s; (H3) asks for gamma = 2 - 2 omega in [0, 1], so omega in [1/2, 1]"
              .formatted(formula, omega));
    }
    if (!(alpha >= 1) || Double.isInfinite(alpha)) {
      throw new IllegalArgumentException(
          "alpha of " + formula + " is " + alpha + "; a finite number >= 1 is needed");
    }
  }

  /** eta_ref (T / T_ref)^omega [Pa s]. */
  public double viscosity(double temperature) {
    return referenceViscosity * Math.pow(temperature / referenceTemperature, omega);
  }

  /**
   * The diameter of the hard sphere with viscosity eta_ref at T_ref, at infinite Chapman-Enskog
   * order: d^2 = 1.016034 (5/16) sqrt(m k T_ref / pi) / eta_ref [m], as Bird (1994) tabulates it.
   */
  public double hardSphereDiameter() {
    return Math.sqrt(
        HARD_SPHERE_VISCOSITY
            * 5
            / 16
            * Math.sqrt(molecularMass * Scales.BOLTZMANN * referenceTemperature / Math.PI)
            / referenceViscosity);
  }
}
