package org.knudsen.report;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.knudsen.fluid.DiffusionGap;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Scales;
import org.knudsen.mixture.SpeciesData;
import tech.tablesaw.api.Table;

/** Tables of real gases, and of how far Maxwell-Stefan is from the kinetic equation. */
public final class GasTables {

  private GasTables() {}

  /** One row a gas: mass and the parameters of Bird's sphere models, in the units of the heads. */
  public static Table species(List<SpeciesData> gases) {
    Rows rows = new Rows("Gases as spheres");
    for (SpeciesData gas : gases) {
      rows.next()
          .text("gas", gas.formula())
          .number("m [u]", gas.molecularMass() / Scales.ATOMIC_MASS)
          .number("T_ref [K]", gas.referenceTemperature())
          .number("eta_ref [uPa s]", gas.referenceViscosity() * 1e6)
          .number("omega", gas.omega())
          .number("gamma", 2 - 2 * gas.omega())
          .number("d hard sphere [A]", gas.hardSphereDiameter() * 1e10)
          .number("d VHS [A]", gas.vhsDiameter() * 1e10)
          .number("d VSS [A]", gas.vssDiameter() * 1e10)
          .number("alpha", gas.alpha());
    }
    return rows.table();
  }

  /** One line of {@link #gaps}. */
  public record Gap(String kernel, Mixture mixture, DiffusionGap gap) {}

  /**
   * One row a mixture and kernel: the largest mass ratio, the mole fractions, and the ratio of the
   * kinetic equation's diffusion to Maxwell-Stefan's: the smallest and the largest, which are the
   * same, D / Delta_12, for two species.
   */
  public static Table gaps(List<Gap> gaps) {
    Rows rows = new Rows("Diffusion beyond first order");
    for (Gap line : gaps) {
      Mixture mixture = line.mixture();
      DoubleSummaryStatistics masses =
          IntStream.range(0, mixture.size()).mapToDouble(mixture::mass).summaryStatistics();
      rows.next()
          .text("kernel", line.kernel())
          .number("mass ratio", masses.getMax() / masses.getMin());
      for (int i = 0; i < mixture.size(); i++) {
        rows.number(
            "x " + mixture.species().get(i).name(),
            mixture.concentration(i) / mixture.totalConcentration());
      }
      if (mixture.size() == 2) {
        rows.number("D / Delta_12", line.gap().largest());
      } else {
        rows.number("smallest ratio", line.gap().smallest())
            .number("largest ratio", line.gap().largest());
      }
      rows.count("degree", line.gap().degree());
    }
    return rows.table();
  }
}
