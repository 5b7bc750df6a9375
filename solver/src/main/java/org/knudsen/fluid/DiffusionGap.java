package org.knudsen.fluid;

import java.util.Arrays;
import java.util.List;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.mixture.Mixture;

/**
 * How far Maxwell-Stefan with Delta_ij, the first Chapman-Enskog approximation, is from the limit
 * of the kinetic equation.
 *
 * <p>Two species: the ratio is D / Delta_12. More: the diffusivities of the two {@link
 * DiffusionMatrix diffusion matrices} one by one, and the ratios of one matrix to the other in the
 * directions where they differ most and least. Taking more functions into the basis can only
 * increase K (it is the maximum of a concave functional), so no ratio is below 1.
 *
 * @param degree of the basis behind the kinetic values
 * @param kinetic diffusivities of the kinetic equation, descending, N - 1 of them
 * @param maxwellStefan those of Maxwell-Stefan, descending
 * @param ratios of the kinetic to the Maxwell-Stefan matrix, descending
 */
public record DiffusionGap(
    int degree, List<Double> kinetic, List<Double> maxwellStefan, List<Double> ratios) {

  public DiffusionGap {
    kinetic = List.copyOf(kinetic);
    maxwellStefan = List.copyOf(maxwellStefan);
    ratios = List.copyOf(ratios);
  }

  /**
   * The gap of a mixture of at least two species, by coefficients of the same mixture and kernel.
   */
  public static DiffusionGap of(
      Mixture mixture, TransportCoefficients transport, MaxwellStefanCoefficients coefficients) {
    DiffusionMatrix kinetic = DiffusionMatrix.of(mixture, transport);
    DiffusionMatrix first = DiffusionMatrix.of(mixture, coefficients);
    return new DiffusionGap(
        transport.degree(),
        list(kinetic.diffusivities()),
        list(first.diffusivities()),
        list(kinetic.relativeTo(first)));
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** The largest ratio; D / Delta_12 for two species. */
  public double largest() {
    return ratios.get(0);
  }

  /** The smallest ratio; the same for two species. */
  public double smallest() {
    return ratios.get(ratios.size() - 1);
  }
}
