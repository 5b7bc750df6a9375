package org.knudsen.plugin.builtin;

import org.knudsen.fluid.Fick;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.plugin.FluidLimitProvider;
import org.knudsen.plugin.ParameterValues;

/** The {@code fick} fluid limit: {@link Fick}. */
public final class FickProvider implements FluidLimitProvider {

  @Override
  public String id() {
    return "fick";
  }

  @Override
  public String description() {
    return "limit of the kinetic equation near equilibrium: exact diffusion, heat, viscous drift";
  }

  @Override
  public String reference() {
    return "S. Chapman, T. G. Cowling, The Mathematical Theory of Non-uniform Gases (1970), ch. 18";
  }

  @Override
  public FluidLimit create(ParameterValues parameters) {
    return new Fick();
  }
}
