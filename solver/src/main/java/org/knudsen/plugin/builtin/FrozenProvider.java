package org.knudsen.plugin.builtin;

import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.Frozen;
import org.knudsen.plugin.DescribedProvider;
import org.knudsen.plugin.FluidLimitProvider;
import org.knudsen.plugin.ParameterValues;

/** The {@code frozen} fluid limit: {@link Frozen}. */
public final class FrozenProvider extends DescribedProvider implements FluidLimitProvider {

  public FrozenProvider() {
    super(
        "frozen",
        "the global equilibrium at all times: distances measure the decay of the data",
        "A. Bondesan, M. Briant, stability of the Maxwell-Stefan system, (1.5), Theorem 2.4");
  }

  @Override
  public FluidLimit create(ParameterValues parameters) {
    return new Frozen();
  }
}
