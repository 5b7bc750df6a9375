package org.knudsen.fluid;

import java.util.OptionalDouble;
import org.knudsen.time.TimeIntegrator;

/**
 * The flux-incompressible Maxwell-Stefan system (1.7)-(1.9) with a drift u-bar(t, x) that is given:
 * the fluid limit of the paper. The coefficients come from the setting's collision kernel.
 */
public final class MaxwellStefan implements FluidLimit {

  @Override
  public String name() {
    return "maxwell-stefan";
  }

  /** {@link Relaxation#spectralRate}; none for a single species, which does not diffuse. */
  @Override
  public OptionalDouble relaxationRate(FluidSetting setting) {
    return setting.mixture().size() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Relaxation.spectralRate(
                setting.mixture(),
                MaxwellStefanCoefficients.of(setting.mixture(), setting.gas().kernel())));
  }

  @Override
  public OptionalDouble bytes(FluidSetting setting, TimeIntegrator scheme) {
    return OptionalDouble.of(MaxwellStefanEquation.bytes(setting, scheme));
  }

  /**
   * The system for one setting. Refused are initial deviations that do not sum to zero over
   * species, or name a species or wave that there is not; a drift that the torus cannot carry; an
   * initial concentration that is not positive ({@link FluidBreakdownException}).
   */
  @Override
  public FluidEquation equation(FluidSetting setting) {
    MaxwellStefanEquation equation =
        new MaxwellStefanEquation(
            setting, MaxwellStefanCoefficients.of(setting.mixture(), setting.gas().kernel()));
    equation.check(0, equation.initialState());
    return equation;
  }
}
