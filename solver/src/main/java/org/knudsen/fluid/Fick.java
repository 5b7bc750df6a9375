package org.knudsen.fluid;

import java.util.List;
import java.util.OptionalDouble;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.time.TimeIntegrator;

/**
 * The limit of the kinetic equation near equilibrium as eps tends to 0: linear diffusion with the
 * exact Onsager matrix, thermal diffusion, the temperature that comes with it at uniform pressure,
 * and the incompressible Navier-Stokes equations for the drift ({@link FickEquation} derives it).
 * The coefficients are those of the very velocity space in which the kinetic equation is solved, so
 * that no difference of discretisations is left between the two.
 */
public final class Fick implements FluidLimit {

  @Override
  public String name() {
    return "fick";
  }

  /**
   * Refuses a drift that is prescribed as a function of time: here it obeys the Navier-Stokes
   * equations from its value at time 0 on.
   */
  @Override
  public void requireDrift(List<DriftWave> drift) {
    for (DriftWave wave : drift) {
      if (wave.moves()) {
        throw new IllegalArgumentException(
            ("drift wave %s has frequency %s; 0 with fluid limit fick, whose drift obeys "
                    + "the Navier-Stokes equations (maxwell-stefan takes one that is given for all "
                    + "times)")
                .formatted(wave.wave(), wave.frequency()));
      }
    }
  }

  @Override
  public OptionalDouble bytes(FluidSetting setting, TimeIntegrator scheme) {
    return OptionalDouble.of(FickEquation.bytes(setting, scheme));
  }

  /**
   * The system for one setting. Refused are initial deviations that do not sum to zero over
   * species, or name a species or wave that there is not; a drift that moves, or that the torus
   * cannot carry; a velocity space without a mode of heat conduction; an initial concentration that
   * is not positive ({@link FluidBreakdownException}).
   */
  @Override
  public FluidEquation equation(FluidSetting setting) {
    requireDrift(setting.drift());
    FickEquation equation = new FickEquation(setting, new TransportCoefficients(setting.gas()));
    equation.check(0, equation.initialState());
    return equation;
  }
}
