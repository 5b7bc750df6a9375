package org.knudsen.plugin.builtin;

import org.knudsen.fluid.Fick;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.plugin.DescribedProvider;
import org.knudsen.plugin.FluidLimitProvider;
import org.knudsen.plugin.ParameterValues;

/** The {@code fick} fluid limit: {@link Fick}. */
public final class FickProvider extends DescribedProvider implements FluidLimitProvider {

  public FickProvider() {
    super(
        "fick",
        "limit of the kinetic equation near equilibrium: exact diffusion, heat, viscous drift",
        "S. Chapman, T. G. Cowling, The Mathematical Theory of Non-uniform Gases (1970), ch. 18");
  }

  @Override
  public FluidLimit create(ParameterValues parameters) {
    return new Fick();
  }
}
