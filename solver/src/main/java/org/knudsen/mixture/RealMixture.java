package org.knudsen.mixture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.special.Gamma;

/**
 * A mixture of real gases at a temperature and pressure, and what a study needs of it: {@link
 * #scales() units}, the nondimensional {@link #mixture() mixture}, and the parameters of a
 * collision kernel under the names that the kernels hard-sphere, vhs and vss give them.
 *
 * <p>Bird's variable spheres have the cross-section
 *
 * <p>sigma(g) = pi d_ref^2 (2 k T_ref / (m_r g^2))^(omega - 1/2) / Gamma(5/2 - omega)
 *
 * <p>at relative speed g (Bird 1994, equation 4.63), so that B = g sigma / (4 pi) b = C g^gamma b
 * with gamma = 2 - 2 omega and C = (d_ref^2 / 4) (2 k T_ref / m_r)^(omega - 1/2) / Gamma(5/2 -
 * omega). Unlike pairs have the arithmetic means of d_ref, omega and alpha (and T_ref must be the
 * same): a convention, not a measurement.
 *
 * @param species the gases; at least one, formulas distinct
 * @param moleFractions x_i > 0, in the order of the species, summing to 1
 * @param temperature T [K]
 * @param pressure p [Pa]
 */
public record RealMixture(
    List<SpeciesData> species, List<Double> moleFractions, double temperature, double pressure) {

  public RealMixture {
    species = List.copyOf(species);
    moleFractions = List.copyOf(moleFractions);
    if (species.isEmpty() || species.size() != moleFractions.size()) {
      throw new IllegalArgumentException(
          "%s gases and %s mole fractions; one fraction for each of at least one gas is needed"
              .formatted(species.size(), moleFractions.size()));
    }
    double sum = 0;
    for (int i = 0; i < species.size(); i++) {
      double x = moleFractions.get(i);
      if (!(x > 0)) {
        throw new IllegalArgumentException(
            "mole fraction of " + species.get(i).formula() + " is " + x + "; > 0 is needed");
      }
      if (species.get(i).referenceTemperature() != species.get(0).referenceTemperature()) {
        throw new IllegalArgumentException(
            "reference temperatures of %s and %s differ; diameters can be averaged at one temperature only"
                .formatted(species.get(0).formula(), species.get(i).formula()));
      }
      sum += x;
    }
    if (!(Math.abs(sum - 1) <= 1e-12)) {
      throw new IllegalArgumentException("mole fractions sum to " + sum + "; to 1 is needed");
    }
    if (!(temperature > 0) || !(pressure > 0)) {
      throw new IllegalArgumentException(
          "temperature " + temperature + " K, pressure " + pressure + " Pa; both must be > 0");
    }
  }

  /** A pure gas. */
  public static RealMixture pure(SpeciesData gas, double temperature, double pressure) {
    return new RealMixture(List.of(gas), List.of(1.0), temperature, pressure);
  }

  /** Two gases, the first with mole fraction x. */
  public static RealMixture binary(
      SpeciesData first, SpeciesData second, double x, double temperature, double pressure) {
    return new RealMixture(List.of(first, second), List.of(x, 1 - x), temperature, pressure);
  }

  /** The units: m_0 and d are those of the first gas, d its hard-sphere diameter. */
  public Scales scales() {
    SpeciesData first = species.get(0);
    return Scales.ofIdealGas(
        first.molecularMass(), pressure, temperature, first.hardSphereDiameter());
  }

  /** Nondimensional: masses in units of the first, concentrations the mole fractions. */
  public Mixture mixture() {
    List<Species> out = new ArrayList<>();
    for (int i = 0; i < species.size(); i++) {
      SpeciesData gas = species.get(i);
      double mass = gas.molecularMass() / species.get(0).molecularMass();
      out.add(new Species(gas.formula(), mass, moleFractions.get(i)));
    }
    return new Mixture(out);
  }

  /** Parameters of hard-sphere: diameters. */
  public Map<String, Object> hardSphere() {
    double unit = Math.sqrt(scales().crossSection());
    return Map.of("diameters", species.stream().map(g -> g.hardSphereDiameter() / unit).toList());
  }

  /** Parameters of vhs, one a pair: gamma, C. */
  public Map<String, Object> variableHardSphere() {
    return Map.of("gamma", gamma(), "C", coefficients(SpeciesData::vhsDiameter));
  }

  /** Parameters of vss, one a pair: gamma, alpha, C. */
  public Map<String, Object> variableSoftSphere() {
    List<List<Double>> alpha = pairs((i, j) -> mean(SpeciesData::alpha, i, j));
    return Map.of("gamma", gamma(), "alpha", alpha, "C", coefficients(SpeciesData::vssDiameter));
  }

  /** Parameters of the kernel of that id: hard-sphere, vhs or vss. */
  public Map<String, Object> kernelParameters(String id) {
    return switch (id) {
      case "hard-sphere" -> hardSphere();
      case "vhs" -> variableHardSphere();
      case "vss" -> variableSoftSphere();
      default ->
          throw new IllegalArgumentException(
              "no parameters of real gases for collision kernel '%s'; there are for hard-sphere, vhs, vss"
                  .formatted(id));
    };
  }

  private List<List<Double>> gamma() {
    return pairs((i, j) -> 2 - 2 * mean(SpeciesData::omega, i, j));
  }

  private List<List<Double>> coefficients(ToDoubleFunction<SpeciesData> diameter) {
    Scales scales = scales();
    double unitSpeedSquared = scales.speed() * scales.speed();
    return pairs(
        (i, j) -> {
          double mi = species.get(i).molecularMass();
          double mj = species.get(j).molecularMass();
          double omega = mean(SpeciesData::omega, i, j);
          double d = mean(diameter, i, j);
          double thermal =
              2 * Scales.BOLTZMANN * species.get(i).referenceTemperature() * (mi + mj) / (mi * mj);
          return d
              * d
              / (4 * scales.crossSection())
              * Math.pow(thermal / unitSpeedSquared, omega - 0.5)
              / Gamma.gamma(2.5 - omega);
        });
  }

  private double mean(ToDoubleFunction<SpeciesData> of, int i, int j) {
    return (of.applyAsDouble(species.get(i)) + of.applyAsDouble(species.get(j))) / 2;
  }

  /** Symmetric to the last digit: every pair is computed once, with i &lt;= j. */
  private List<List<Double>> pairs(ToDoubleBiFunction<Integer, Integer> value) {
    List<List<Double>> rows = new ArrayList<>();
    for (int i = 0; i < species.size(); i++) {
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < species.size(); j++) {
        row.add(value.applyAsDouble(Math.min(i, j), Math.max(i, j)));
      }
      rows.add(List.copyOf(row));
    }
    return List.copyOf(rows);
  }
}
